import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from './puppeteer.js';

/**
 * The browser's debugging pipe: messages of JSON, each ended by a NUL byte, over two file descriptors that only parent and child share. Unlike
 * a port, nobody else on the machine can speak to it.
 */
export interface BrowserPipe extends ConnectionTransport {
  /** Asks the browser for its name and version: its first answer shows that it is ready. */
  version(): Promise<string>;
  /** Whether the browser can still be spoken to. */
  isOpen(): boolean;
}

/** Speaks to a browser which was started with `--remote-debugging-pipe`: it reads on descriptor 3 and writes on 4. */
export function browserPipe(toBrowser: Writable, fromBrowser: Readable): BrowserPipe {
  let pending: Buffer[] = [];
  let firstAnswer: ((message: string) => void) | undefined;
  let isClosed = false;
  const pipe: BrowserPipe = {
    send: (message) => {
      // Whoever begins to listen only now does not hear that it has closed, and would wait for an answer.
      if (isClosed) throw new Error('the browser has ended');
      toBrowser.write(`${message}\0`);
    },
    close: () => {
      toBrowser.destroy();
      fromBrowser.destroy();
    },
    isOpen: () => !isClosed,
    version: () =>
      new Promise((resolve) => {
        firstAnswer = (message) => resolve(productIn(message));
        pipe.send(JSON.stringify({ id: 0, method: 'Browser.getVersion' }));
      }),
  };
  const deliver = (message: string) => {
    if (firstAnswer) {
      const answer = firstAnswer;
      firstAnswer = undefined;
      answer(message);
    } else pipe.onmessage?.(message);
  };
  fromBrowser.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      pending.push(chunk.subarray(start, end));
      const message = Buffer.concat(pending).toString('utf8');
      pending = [];
      start = end + 1;
      deliver(message);
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
  });
  fromBrowser.on('close', () => {
    isClosed = true;
    pipe.onclose?.();
  });
  // A browser that was ended breaks its pipe; its end is reported elsewhere.
  toBrowser.on('error', () => undefined);
  fromBrowser.on('error', () => undefined);
  return pipe;
}

function productIn(message: string): string {
  const answer: unknown = JSON.parse(message);
  const result =
    typeof answer === 'object' && answer !== null && 'result' in answer ? answer.result : undefined;
  return typeof result === 'object' && result !== null && 'product' in result
    ? String(result.product)
    : 'unknown';
}
