/** What a council calls those who scrutinise, and those who respond. */
export interface Nouns {
  /** The body that meets: panel, committee, board. */
  readonly panel: string;
  /** Executive, Cabinet, Mayor and Cabinet, Commissioners. */
  readonly executive: string;
}

/** "the Executive has", "the Commissioners have". */
export function has(body: string): string {
  return isPlural(body) ? 'have' : 'has';
}

/** "the Cabinet deferred its response", "the Commissioners deferred their response". */
export function its(body: string): string {
  return isPlural(body) ? 'their' : 'its';
}

function isPlural(body: string): boolean {
  return /[^s]s$/i.test(body);
}
