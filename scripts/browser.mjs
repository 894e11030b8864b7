// The browser that papers are printed with, after a build, for what looks at them with other eyes.

import { candidates } from '../dist/pdf/browser/find-browser.js';
import { launch } from '../dist/pdf/browser/launch.js';

/** Starts it; whoever does so ends it. */
export function launchBrowser() {
  const wishes = {
    browser: process.env.SCRUTINY_BROWSER,
    env: process.env,
    signal: new AbortController().signal,
  };
  return launch(candidates(wishes)[0], wishes);
}
