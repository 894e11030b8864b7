import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { browserPipe } from '../../src/pdf/browser/pipe.js';

/** Both ends of a pipe to a browser which there is not. */
function pipeEnds() {
  const toBrowser = new PassThrough();
  const fromBrowser = new PassThrough();
  return { toBrowser, fromBrowser, pipe: browserPipe(toBrowser, fromBrowser) };
}

test('the first answer is the version, and what comes after it is passed on, however it is cut', async () => {
  const { toBrowser, fromBrowser, pipe } = pipeEnds();
  const heard: string[] = [];
  pipe.onmessage = (message) => void heard.push(message);
  const version = pipe.version();
  expect(String(toBrowser.read())).toBe('{"id":0,"method":"Browser.getVersion"}\0');
  fromBrowser.write('{"id":0,"result":{"product":"Chrome/1');
  fromBrowser.write('.2"}}\0{"id":1}\0{"id"');
  expect(await version).toBe('Chrome/1.2');
  fromBrowser.write(':2}\0');
  await new Promise((resolve) => setImmediate(resolve));
  expect(heard).toEqual(['{"id":1}', '{"id":2}']);
});

test('a call to a browser that has ended fails at once, and does not wait for an answer', async () => {
  const { fromBrowser, pipe } = pipeEnds();
  let closings = 0;
  pipe.onclose = () => {
    closings += 1;
  };
  pipe.send('{}');
  fromBrowser.destroy();
  await new Promise((resolve) => fromBrowser.once('close', resolve));
  expect(closings).toBe(1);
  expect(() => pipe.send('{}')).toThrow('the browser has ended');
});
