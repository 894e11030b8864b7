/** A transformation as PDF writes it: a b c d e f (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Left, bottom, right and top, in the units of the page. */
export type Box = readonly [left: number, bottom: number, right: number, top: number];

/** What does the first, then the second. */
export function multiplied(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = second;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** The smallest box round the points it is shown. */
export class Outline {
  #box: [number, number, number, number] | undefined;

  point([a, b, c, d, e, f]: Matrix, x: number, y: number): void {
    this.#include(a * x + c * y + e, b * x + d * y + f);
  }

  /** Includes what another includes. */
  add({ box }: Outline): void {
    if (!box) return;
    this.#include(box[0], box[1]);
    this.#include(box[2], box[3]);
  }

  get box(): Box | undefined {
    return this.#box;
  }

  #include(x: number, y: number): void {
    const box = this.#box;
    if (!box) {
      this.#box = [x, y, x, y];
      return;
    }
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
}
