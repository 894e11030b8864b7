import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { Interrupted, MachineError } from '../../diagnostics/index.js';
import { embeddedBrowser, readyBrowser, type UnpackedBrowser, unpackBrowser } from './bundled-chromium.js';
import type { BrowserWishes, Candidate } from './find-browser.js';
import { isForLibraries, isForSandbox, launchSentence, wasKilled } from './launch-failures.js';
import { type BrowserPipe, browserPipe } from './pipe.js';
import { type Browser, loadPuppeteer } from './puppeteer.js';
import { temporaryFailure, temporaryFolder } from './temporary-folder.js';

/** A running browser. */
export interface RunningBrowser {
  /** The library's handle on it. */
  readonly connected: () => Promise<Browser>;
  readonly candidate: Candidate;
  readonly path: string;
  readonly version: string;
  readonly hasSandbox: boolean;
  /** Whether the machine lacked libraries, and the embedded ones were used. */
  readonly usesOwnLibraries: boolean;
  readonly isRunning: () => boolean;
  /** Comes when the browser has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it and removes what it left. May be called more than once. */
  readonly end: () => Promise<void>;
}

/** Enough for a cold disk and a busy machine; past it something is wrong. */
const LAUNCH_TIME = 60_000;

/** Keeps the browser quiet, off the network and to itself. */
const ARGUMENTS = [
  '--headless',
  '--remote-debugging-pipe',
  '--hide-scrollbars',
  '--mute-audio',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-component-extensions-with-background-pages',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--disable-client-side-phishing-detection',
  '--disable-popup-blocking',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,AcceptCHFrame',
  // Nothing is looked up and nothing is reached, whatever a page tries.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  'about:blank',
];

/**
 * Starts one browser, with its sandbox wherever that can be had. The process is begun before this returns, so that it starts
 * while the caller goes on.
 *
 * @throws MachineError saying why it does not start
 * @throws Interrupted when stopped
 */
export async function launch(candidate: Candidate, wishes: BrowserWishes): Promise<RunningBrowser> {
  const unpacked =
    candidate.source === 'embedded' ? (readyEmbedded(wishes) ?? (await unpackEmbedded(wishes))) : undefined;
  const path = unpacked?.path ?? candidate.path ?? '';
  let last: Error | undefined;
  for (const attempt of attemptsFor(wishes, unpacked !== undefined)) {
    if (wishes.signal.aborted) break;
    if (last && !attempt.isFor(last.message)) continue;
    const wanted = { ...attempt, candidate, path, unpacked, wishes };
    try {
      return await launchOnce(wanted).catch((failure: unknown) => {
        // Something on the machine ended it, for want of memory as a rule: once more, and no more than that.
        if (wishes.signal.aborted || !(failure instanceof Error && wasKilled(failure.message))) throw failure;
        return launchOnce(wanted);
      });
    } catch (failure) {
      if (failure instanceof MachineError) {
        unpacked?.discard();
        throw failure;
      }
      last = failure instanceof Error ? failure : new Error(String(failure));
    }
  }
  unpacked?.discard();
  if (wishes.signal.aborted) throw new Interrupted('stopped while the browser was starting');
  throw new MachineError(launchSentence(candidate, path, last?.message ?? '', wishes));
}

function readyEmbedded({ env }: BrowserWishes): UnpackedBrowser | undefined {
  const embedded = embeddedBrowser();
  return embedded && readyBrowser(embedded, env);
}

async function unpackEmbedded({ env, signal }: BrowserWishes): Promise<UnpackedBrowser> {
  const embedded = embeddedBrowser();
  if (!embedded) throw new MachineError('There is no embedded browser for this machine.');
  return unpackBrowser(embedded, env, signal);
}

interface Attempt {
  readonly hasSandbox: boolean;
  readonly usesOwnLibraries: boolean;
  /** Whether this attempt can help after that failure. */
  readonly isFor: (failure: string) => boolean;
}

/** As it should be first; then with what the machine may lack. As root a sandbox is known not to start, so no time is lost on it. */
function attemptsFor({ env }: BrowserWishes, isEmbedded: boolean): readonly Attempt[] {
  const isRequired = env['SCRUTINY_SANDBOX'] === 'required';
  const isRefused =
    !isRequired && (env['SCRUTINY_NO_SANDBOX'] === '1' || env['PUPPETEER_DANGEROUS_NO_SANDBOX'] === 'true');
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const withSandbox = isRequired || !(isRefused || isRoot) ? [true] : [];
  const withoutSandbox = isRequired ? [] : [false];
  return [...withSandbox, ...withoutSandbox].flatMap((hasSandbox): readonly Attempt[] => [
    {
      hasSandbox,
      usesOwnLibraries: false,
      isFor: (failure) => !hasSandbox && isForSandbox(failure) && !isForLibraries(failure),
    },
    ...(isEmbedded
      ? [
          {
            hasSandbox,
            usesOwnLibraries: true,
            isFor: (failure: string) => isForLibraries(failure) || (!hasSandbox && isForSandbox(failure)),
          },
        ]
      : []),
  ]);
}

interface LaunchWanted extends Attempt {
  readonly candidate: Candidate;
  readonly path: string;
  readonly unpacked: UnpackedBrowser | undefined;
  readonly wishes: BrowserWishes;
}

async function launchOnce({
  candidate,
  path,
  unpacked,
  hasSandbox,
  usesOwnLibraries,
  wishes,
}: LaunchWanted): Promise<RunningBrowser> {
  const { signal } = wishes;
  const home = temporaryFolder('scrutiny-profile-');
  const env = completeEnvironment(home, unpacked, usesOwnLibraries, wishes);
  const child = spawn(
    path,
    [
      ...ARGUMENTS,
      `--user-data-dir=${join(home, 'profile')}`,
      // Nothing is put into the profile, where some seventy files would be made and removed again. An installed browser would open another window.
      ...(unpacked ? ['--incognito'] : []),
      ...(hasSandbox ? [] : ['--no-sandbox']),
    ],
    {
      env,
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // A group of its own, so that all its processes can be ended together.
      detached: process.platform !== 'win32',
    },
  );
  // Loaded by the time that the browser answers; a failure is reported where the library is wanted.
  loadPuppeteer().catch(() => undefined);
  const kill = () => killGroup(child);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  killWhenProcessExits(kill);
  signal.addEventListener('abort', kill, { once: true });
  if (signal.aborted) kill();
  let isOver = false;
  const end = async () => {
    kill();
    await ended;
    letLive(kill);
    signal.removeEventListener('abort', kill);
    removeHome(home);
    if (!isOver) unpacked?.discard();
    isOver = true;
  };
  try {
    const pipe = openPipe(child);
    const version = await firstWord(child, pipe);
    let browser: Promise<Browser> | undefined;
    const connected = () => {
      browser ??= connect(pipe);
      return browser;
    };
    const isRunning = () => child.exitCode === null && child.signalCode === null && pipe.isOpen();
    return { connected, candidate, path, version, hasSandbox, usesOwnLibraries, isRunning, ended, end };
  } catch (failure) {
    isOver = true;
    await end();
    throw failure;
  }
}

/** The environment, with the files that it names; where the disk takes none, nothing is left of them. */
function completeEnvironment(
  home: string,
  unpacked: UnpackedBrowser | undefined,
  usesOwnLibraries: boolean,
  wishes: BrowserWishes,
): Record<string, string> {
  try {
    return makeEnvironment(home, unpacked, usesOwnLibraries, wishes);
  } catch (failure) {
    removeHome(home);
    throw temporaryFailure(failure);
  }
}

/** What cannot be removed now is left to the next run. */
function removeHome(home: string): void {
  try {
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  } catch {
    // A browser that is still ending may hold a file open.
  }
}

async function connect(transport: BrowserPipe): Promise<Browser> {
  const { connect: connectTo } = await loadPuppeteer();
  return connectTo({ transport, defaultViewport: null, protocolTimeout: 10 * LAUNCH_TIME });
}

function openPipe(child: ChildProcess): BrowserPipe {
  const [, , , toBrowser, fromBrowser] = child.stdio;
  if (!(toBrowser instanceof Writable) || !(fromBrowser instanceof Readable))
    throw new Error('the browser has no debugging pipe');
  return browserPipe(toBrowser, fromBrowser);
}

/** The browser's version, once it answers; what it said on its error stream, where it ends instead. */
function firstWord(child: ChildProcess, pipe: BrowserPipe): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error('it did not answer within a minute')), LAUNCH_TIME);
    const fail = (words: string) => {
      clearTimeout(late);
      reject(new Error(words));
    };
    child.stderr?.on('data', (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString('utf8');
    });
    child.once('error', (failure) => fail(failure.message));
    // Its last words may come after it has ended: `close` waits for its streams.
    child.once('close', (code, killedBy) => fail(`${said}\nCode: ${code ?? killedBy ?? 'unknown'}`));
    pipe.version().then(
      (version) => {
        clearTimeout(late);
        resolve(version);
        // Whoever cannot be asked any more has ended, and `close` tells how.
      },
      () => undefined,
    );
  });
}

/** One listener for however many browsers run at once: Node warns of more than ten. */
const killers = new Set<() => void>();
const killAll = () => {
  for (const kill of killers) kill();
};

function killWhenProcessExits(kill: () => void): void {
  if (killers.size === 0) process.on('exit', killAll);
  killers.add(kill);
}

function letLive(kill: () => void): void {
  killers.delete(kill);
  if (killers.size === 0) process.off('exit', killAll);
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

const KEPT = [
  'PATH',
  'SYSTEMROOT',
  'SYSTEMDRIVE',
  'WINDIR',
  'TEMP',
  'TMP',
  'TMPDIR',
  'PROGRAMFILES',
  'PROGRAMDATA',
  'LOCALAPPDATA',
  'DBUS_SESSION_BUS_ADDRESS',
];

/** Only what the browser needs: nothing of the user's language, time zone or home reaches it. */
function makeEnvironment(
  home: string,
  unpacked: UnpackedBrowser | undefined,
  usesOwnLibraries: boolean,
  { env }: BrowserWishes,
): Record<string, string> {
  const passed = KEPT.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  return {
    ...Object.fromEntries(passed),
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_CACHE_HOME: home,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    ...(unpacked ? { FONTCONFIG_FILE: fontSettings(home, unpacked.fonts) } : {}),
    ...(unpacked && usesOwnLibraries ? { LD_LIBRARY_PATH: unpacked.libraries } : {}),
  };
}

/**
 * The settings that come with the embedded browser look for fonts in folders that every user of a machine can write, so these
 * are our own: the embedded fonts and no others. They serve only as a last resort; papers carry their typeface with them. What is found in them is
 * noted beside them, so that it is looked for once.
 */
function fontSettings(home: string, fonts: string): string {
  const path = join(home, 'fonts.conf');
  const escaped = (text: string) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  const settings = `<dir>${escaped(fonts)}</dir><cachedir>${escaped(`${fonts}-found`)}</cachedir>`;
  writeFileSync(
    path,
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>${settings}</fontconfig>\n`,
  );
  return path;
}
