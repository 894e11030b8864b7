import type { BrowserWishes, Candidate } from './find-browser.js';

/** Whether the machine lacks libraries that the browser needs, as its loader says it (ld.so(8)). */
export function isForLibraries(failure: string): boolean {
  return /error while loading shared libraries|cannot open shared object|Code: 127/i.test(failure);
}

/** Whether the browser's sandbox could not be had. */
export function isForSandbox(failure: string): boolean {
  return /no usable sandbox|sandbox|namespace|setuid|Operation not permitted|zygote/i.test(failure);
}

/** Whether it was ended by a signal while it started, and not for what it lacks. */
export function wasKilled(failure: string): boolean {
  return /Code: SIG/.test(failure) && !isForLibraries(failure) && !isForSandbox(failure);
}

/** Why a browser does not start, and what to do about it. */
export function launchSentence(
  candidate: Candidate,
  path: string,
  failure: string,
  { env }: BrowserWishes,
): string {
  if (/ENOENT|EACCES/.test(failure)) {
    return `There is no browser at ${path}, or it may not be run. Give the path of Chrome, Chromium or Edge with --browser or SCRUTINY_BROWSER.`;
  }
  const library = /loading shared libraries: (\S+?):/.exec(failure)?.[1];
  if (library) {
    return `The browser ${candidate.name} does not start: this machine lacks the library ${library}. Install it (on Debian and Ubuntu: apt-get install libnss3), or let scrutiny use its embedded browser. 'scrutiny doctor' tells more.`;
  }
  if (env['SCRUTINY_SANDBOX'] === 'required' && isForSandbox(failure)) {
    return "The browser's sandbox cannot start here, and SCRUTINY_SANDBOX=required forbids to go on without it. Run as an ordinary user; on Ubuntu 23.10 and later let the browser make user namespaces (sysctl kernel.apparmor_restrict_unprivileged_userns=0), or take SCRUTINY_SANDBOX away.";
  }
  if (wasKilled(failure)) {
    return `The browser ${candidate.name} was ended twice while it was starting. See that the machine has memory to spare; 'scrutiny doctor' examines the browser.`;
  }
  const [first] = failure
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('Code:'));
  return `The browser ${candidate.name} does not start${first ? `: ${first.slice(0, 200)}` : ''}. 'scrutiny doctor' examines it; another can be named with --browser PATH or SCRUTINY_BROWSER.`;
}
