import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli/index.js';
import { folderWith } from './folder.js';
import { day, fakeHost } from './host.js';

/** A register in a folder of its own, and commands that are typed there one after the other. */
export function deskWith(files: Readonly<Record<string, string>>, today = '2020-03-10') {
  const cwd = folderWith(files);
  return {
    cwd,
    text: (path: string) => readFileSync(join(cwd, path), 'utf8'),
    /**
     * @param typed what a person at the terminal answers, one question after the other; without it nobody is there
     * @param meanwhile what happens when the last question is answered
     */
    type: async (argv: readonly string[], typed?: readonly string[], input = '', meanwhile = () => {}) => {
      const left = [...(typed ?? [])];
      const questions: string[] = [];
      const host = fakeHost({
        cwd,
        today: day(today),
        ask: typed
          ? async (question) => {
              questions.push(question);
              const answer = left.shift();
              if (left.length === 0) meanwhile();
              return answer;
            }
          : undefined,
        readInput: async () => input,
      });
      const code = await run(argv, host);
      return { code, out: host.out(), err: host.err(), questions, left };
    },
  };
}
