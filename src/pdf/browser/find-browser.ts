import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import { embeddedBrowser } from './bundled-chromium.js';

/** What decides which browser is used, and how. */
export interface BrowserWishes {
  /** `--browser PATH` or `SCRUTINY_BROWSER`. */
  readonly browser: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the person stops the run. */
  readonly signal: AbortSignal;
}

/** A browser that may be used. */
export interface Candidate {
  readonly source: 'chosen' | 'embedded' | 'installed';
  /** For people: "the embedded Chromium 143.0.4", or the path. */
  readonly name: string;
  /** Absent for the embedded one, which may have to be unpacked first. */
  readonly path: string | undefined;
}

/** The browsers to try, in order: the one asked for and no other; else the embedded one, else what the machine has. */
export function candidates({ browser, env }: BrowserWishes): readonly Candidate[] {
  if (browser !== undefined && browser !== '') return [{ source: 'chosen', name: browser, path: browser }];
  const embedded = embeddedBrowser();
  return [
    ...(embedded
      ? [{ source: 'embedded', name: `the embedded Chromium ${embedded.version}`, path: undefined } as const]
      : []),
    ...installedPaths(env).map((path) => ({ source: 'installed', name: path, path }) as const),
  ];
}

const LINUX_NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** Browsers of the system and of Puppeteer's own cache that are really there. */
export function installedPaths(
  env: BrowserWishes['env'],
  platform: NodeJS.Platform = process.platform,
): readonly string[] {
  return [...new Set([...systemPaths(env, platform), ...puppeteerPaths(env, platform)])].filter(isProgram);
}

function systemPaths(env: BrowserWishes['env'], platform: NodeJS.Platform): readonly string[] {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined,
    );
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return programs.flatMap((program) => roots.map((root) => `${root}\\${program}`));
  }
  if (platform === 'darwin') {
    const programs = [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Chromium.app/Contents/MacOS/Chromium',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
    return programs.flatMap((program) =>
      ['/Applications', join(env['HOME'] ?? '', 'Applications')].map((root) => join(root, program)),
    );
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  return LINUX_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Where `npx @puppeteer/browsers install` puts them: https://pptr.dev/guides/configuration, newest last by name. */
function puppeteerPaths(env: BrowserWishes['env'], platform: NodeJS.Platform): readonly string[] {
  const cache =
    env['PUPPETEER_CACHE_DIR'] ?? join(env['HOME'] ?? env['USERPROFILE'] ?? '', '.cache', 'puppeteer');
  const inside =
    platform === 'win32'
      ? ['chrome-win64/chrome.exe']
      : platform === 'darwin'
        ? [
            'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
            'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
          ]
        : ['chrome-linux64/chrome', 'chrome-headless-shell-linux64/chrome-headless-shell'];
  return ['chrome', 'chrome-headless-shell'].flatMap((kind) =>
    foldersIn(join(cache, kind))
      .toReversed()
      .flatMap((version) => inside.map((path) => join(cache, kind, version, path))),
  );
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
