import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findRegister, readPictures, readRegister } from '../../src/files/index.js';
import { folderWith, PROJECT } from '../support/folder.js';
import { SMALL } from '../support/registers.js';

function read(folder: string) {
  const { value, diagnostics } = readRegister(findRegister(folder, undefined));
  return {
    paths: value.files.map(({ path }) => path),
    said: diagnostics.map(({ span, code, message }) => `${span.file} ${code} ${message}`),
  };
}

describe('a register on the disk', () => {
  test('is read by path, whatever the disk’s order, and hidden folders are none of it', () => {
    const folder = folderWith({ ...SMALL, 'data/.git/config.yaml': 'x: 1', 'data/notes.txt': 'mine' });
    expect(read(folder)).toEqual({
      paths: [
        'council.yaml',
        'meetings/2020-03-02-homes.yaml',
        'reviews/repairs/progress/2020-02-10.yaml',
        'reviews/repairs/review.yaml',
      ],
      said: [],
    });
  });

  test('is not left by a link that leads out of it', () => {
    const folder = folderWith({ ...SMALL, 'secret.yaml': 'password: hunter2' });
    symlinkSync(join(folder, 'secret.yaml'), join(folder, 'data/meetings/x.yaml'));
    symlinkSync('/', join(folder, 'data/reviews/root'));
    expect(read(folder).said).toEqual([
      'data/meetings/x.yaml file-outside this is a link that leads out of the folder',
    ]);
  });

  test('may hold a link to a file of its own', () => {
    const folder = folderWith(SMALL);
    symlinkSync(join(folder, 'data/council.yaml'), join(folder, 'data/again.yaml'));
    expect(read(folder).said).toEqual([]);
  });

  test.runIf(process.platform !== 'win32')('does not wait for a pipe', () => {
    const folder = folderWith(SMALL);
    execFileSync('mkfifo', [join(folder, 'data/pipe.yaml')]);
    expect(read(folder).said).toEqual(['data/pipe.yaml file-unreadable this is not an ordinary file']);
  });

  test('is not filled by a file without end', () => {
    const folder = folderWith(SMALL);
    writeFileSync(join(folder, 'data/large.yaml'), Buffer.alloc(9_000_000, 'a'));
    expect(read(folder).said).toEqual([
      'data/large.yaml file-too-large this file has 9.0 MB; at most 8.0 MB are read',
    ]);
  });

  test('tells a file in another encoding, and one that is no text', () => {
    const folder = folderWith(SMALL);
    writeFileSync(join(folder, 'data/latin.yaml'), Buffer.from([0x61, 0x3a, 0x20, 0xe9]));
    writeFileSync(join(folder, 'data/nul.yaml'), 'a: \0');
    expect(read(folder).said).toEqual([
      'data/latin.yaml file-encoding this file is not written in UTF-8',
      'data/nul.yaml file-encoding this file has NUL characters in it, so it is not text',
    ]);
  });

  test('may begin with a byte order mark', () => {
    const folder = folderWith({ ...SMALL, 'data/council.yaml': `\ufeff${SMALL['data/council.yaml']}` });
    const { value } = readRegister(findRegister(folder, undefined));
    expect(value.files[0]?.text.startsWith('council:')).toBe(true);
  });
});

describe('pictures', () => {
  const span = { file: 'data/council.yaml', start: 0, end: 1 };

  function picture(name: string, content: string | Buffer) {
    const folder = folderWith(SMALL);
    mkdirSync(join(folder, 'data'), { recursive: true });
    writeFileSync(join(folder, 'data', name), content);
    const wanted = [{ path: name, span, room: undefined }];
    const { value, diagnostics } = readPictures(findRegister(folder, undefined), wanted);
    return { address: value.get(name)?.address.slice(0, 22), codes: diagnostics.map(({ code }) => code) };
  }

  test('travel inside the paper', () => {
    expect(
      picture(
        'a.png',
        readFileSync(join(PROJECT, 'test/fixtures/check/image-missing/good/data/pictures/roof.png')),
      ),
    ).toEqual({
      address: 'data:image/png;base64,',
      codes: [],
    });
    expect(picture('a.svg', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>').codes).toEqual(
      [],
    );
  });

  test.each([
    ['what is not what its name says', 'a.png', 'not a picture'],
    ['a script', 'a.svg', '<svg><script>alert(1)</script></svg>'],
    ['an event', 'a.svg', '<svg onload="alert(1)"></svg>'],
    ['another address', 'a.svg', '<svg><image href="https://example.org/x.png"/></svg>'],
    ['another address in its style', 'a.svg', '<svg><style>a{fill:url(https://example.org)}</style></svg>'],
    ['an entity', 'a.svg', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>'],
    ['an unknown kind', 'a.bmp', 'BM'],
  ])('are refused: %s', (_what, name, content) => {
    expect(picture(name, content)).toEqual({ address: undefined, codes: ['image-missing'] });
  });
});
