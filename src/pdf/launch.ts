import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { Interrupted, MachineError } from '../diagnostics/index.js';
import { embeddedBrowser, type UnpackedBrowser, unpackedBrowser } from './embedded.js';
import type { BrowserWishes, Candidate } from './locate.js';

/** A running browser. */
export interface Launched {
  readonly browser: Browser;
  readonly candidate: Candidate;
  readonly path: string;
  readonly hasSandbox: boolean;
  /** Whether the machine lacked libraries, and the embedded ones were used. */
  readonly usesOwnLibraries: boolean;
  /** Ends it and removes what it left. */
  readonly end: () => Promise<void>;
}

/** Enough for a cold disk and a busy machine; past it something is wrong. */
const LAUNCH_TIME = 60_000;

/** Keeps the browser off the network and to itself. */
const QUIET = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-breakpad',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--metrics-recording-only',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,CertificateTransparencyComponentUpdater',
  // Nothing is looked up and nothing is reached, whatever a page tries.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

/**
 * Starts one browser, with its sandbox wherever that can be had.
 *
 * @throws MachineError saying why it does not start
 * @throws Interrupted when stopped
 */
export async function launch(candidate: Candidate, wishes: BrowserWishes): Promise<Launched> {
  const unpacked = candidate.source === 'embedded' ? await unpack(wishes) : undefined;
  const path = unpacked?.path ?? candidate.path ?? '';
  const attempts = attemptsFor(wishes, unpacked !== undefined);
  let last: unknown;
  for (const attempt of attempts) {
    if (wishes.signal.aborted) break;
    const mayTry = last === undefined || attempt.isFor(messageOf(last));
    if (!mayTry) continue;
    try {
      return await launchOnce({ ...attempt, candidate, path, unpacked, wishes });
    } catch (failure) {
      last = failure;
    }
  }
  unpacked?.discard();
  if (wishes.signal.aborted) throw new Interrupted('stopped while the browser was starting');
  throw new MachineError(launchSentence(candidate, path, messageOf(last), wishes));
}

async function unpack({ env, signal }: BrowserWishes): Promise<UnpackedBrowser> {
  const embedded = embeddedBrowser();
  if (!embedded) throw new MachineError('There is no embedded browser for this machine.');
  return unpackedBrowser(embedded, env, signal);
}

interface Attempt {
  readonly hasSandbox: boolean;
  readonly usesOwnLibraries: boolean;
  /** Whether this attempt can help after that failure. */
  readonly isFor: (failure: string) => boolean;
}

const LACKS_LIBRARIES = /error while loading shared libraries|cannot open shared object|Code: 127/i;
const LACKS_SANDBOX = /no usable sandbox|sandbox|namespace|setuid|Operation not permitted|zygote/i;

/** As it should be first; then with what the machine may lack. As root a sandbox is known not to start, so no time is lost on it. */
function attemptsFor({ env }: BrowserWishes, isEmbedded: boolean): readonly Attempt[] {
  const isRequired = env['SCRUTINY_SANDBOX'] === 'required';
  const isRefused =
    !isRequired && (env['SCRUTINY_NO_SANDBOX'] === '1' || env['PUPPETEER_DANGEROUS_NO_SANDBOX'] === 'true');
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const withSandbox = isRequired || !(isRefused || isRoot) ? [true] : [];
  const withoutSandbox = isRequired ? [] : [false];
  return [...withSandbox, ...withoutSandbox].flatMap((hasSandbox) => [
    {
      hasSandbox,
      usesOwnLibraries: false,
      isFor: (failure: string) =>
        !hasSandbox && LACKS_SANDBOX.test(failure) && !LACKS_LIBRARIES.test(failure),
    },
    ...(isEmbedded
      ? [
          {
            hasSandbox,
            usesOwnLibraries: true,
            isFor: (failure: string) =>
              LACKS_LIBRARIES.test(failure) || (!hasSandbox && LACKS_SANDBOX.test(failure)),
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
}: LaunchWanted): Promise<Launched> {
  const { signal } = wishes;
  const home = mkdtempSync(join(tmpdir(), 'scrutiny-profile-'));
  const clear = () => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  try {
    const { launch: start } = await import('puppeteer');
    const browser = await start({
      executablePath: path,
      headless: candidate.source === 'embedded' || /headless-shell/.test(path) ? 'shell' : true,
      args: [...QUIET, ...(hasSandbox ? [] : ['--no-sandbox'])],
      pipe: true,
      userDataDir: join(home, 'profile'),
      env: environmentOf(home, unpacked, usesOwnLibraries, wishes),
      timeout: LAUNCH_TIME,
      protocolTimeout: 10 * LAUNCH_TIME,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    const kill = () => void browser.process()?.kill('SIGKILL');
    if (signal.aborted) kill();
    signal.addEventListener('abort', kill, { once: true });
    const end = async () => {
      signal.removeEventListener('abort', kill);
      await endProcess(browser);
      clear();
      unpacked?.discard();
    };
    return { browser, candidate, path, hasSandbox, usesOwnLibraries, end };
  } catch (failure) {
    clear();
    throw failure;
  }
}

/** Nothing in a profile that is thrown away needs a farewell, so the process is ended rather than asked. */
async function endProcess(browser: Browser): Promise<void> {
  const running = browser.process();
  if (!running || running.exitCode !== null || running.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
  running.kill('SIGKILL');
  await ended;
}

/** Only what the browser needs: nothing of the user's language, time zone or home reaches it. */
function environmentOf(
  home: string,
  unpacked: UnpackedBrowser | undefined,
  usesOwnLibraries: boolean,
  { env }: BrowserWishes,
): Record<string, string> {
  const kept = [
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
  const passed = kept.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  return {
    ...Object.fromEntries(passed),
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_CACHE_HOME: home,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    ...(unpacked ? { FONTCONFIG_FILE: fontSettings(home, unpacked) } : {}),
    ...(unpacked && usesOwnLibraries ? { LD_LIBRARY_PATH: unpacked.libraries } : {}),
  };
}

/**
 * The settings that come with the embedded browser look for fonts in folders that every user of a machine can write, so these
 * are our own: the embedded fonts and no others. They serve only as a last resort; papers carry their typeface with them.
 */
function fontSettings(home: string, { fonts }: UnpackedBrowser): string {
  const path = join(home, 'fonts.conf');
  const escaped = (text: string) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  writeFileSync(
    path,
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${escaped(fonts)}</dir><cachedir>${escaped(join(home, 'fonts'))}</cachedir></fontconfig>\n`,
  );
  return path;
}

function launchSentence(candidate: Candidate, path: string, failure: string, { env }: BrowserWishes): string {
  if (
    /ENOENT|EACCES|was not found at the configured|does not exist/i.test(failure) &&
    candidate.source === 'chosen'
  ) {
    return `There is no browser at ${path}, or it may not be run. Give the path of Chrome, Chromium or Edge with --browser or SCRUTINY_BROWSER.`;
  }
  const library = /loading shared libraries: (\S+?):/.exec(failure)?.[1];
  if (library)
    return `The browser ${candidate.name} does not start: this machine lacks the library ${library}. Install it (on Debian and Ubuntu: apt-get install libnss3), or let scrutiny use its embedded browser. 'scrutiny doctor' tells more.`;
  if (env['SCRUTINY_SANDBOX'] === 'required') {
    return `The browser's sandbox cannot start here, and SCRUTINY_SANDBOX=required forbids to go on without it. Run as an ordinary user; on Ubuntu 23.10 and later let the browser make user namespaces (sysctl kernel.apparmor_restrict_unprivileged_userns=0), or take SCRUTINY_SANDBOX away.`;
  }
  const lines = failure
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:Failed to launch|TROUBLESHOOTING|stderr:|https?:)/.test(line));
  return `The browser ${candidate.name} does not start${lines[0] ? `: ${lines[0].slice(0, 200)}` : ''}. 'scrutiny doctor' examines it; another can be named with --browser PATH or SCRUTINY_BROWSER.`;
}

function messageOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
