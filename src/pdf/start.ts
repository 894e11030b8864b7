import { Interrupted, MachineError } from '../diagnostics/index.js';
import { type Attachment, type PackedAttachment, packed } from './finish/attachment.js';
import { finish } from './finish/index.js';
import { type Launched, launch } from './launch.js';
import { type BrowserWishes, candidates } from './locate.js';
import { finishForPractice } from './practice.js';
import { BlockedRequest, type Printed, type WaitingPage, waitingPage } from './print.js';

/** What a PDF says of itself. */
export interface DocumentInfo {
  readonly title: string;
  readonly language: string;
  /** The paper's day, `2018-02-09`. */
  readonly day: string;
  /** What made the page: "scrutiny 0.1.0". */
  readonly creator?: string;
  /** Files that it carries, made while the browser prints. */
  readonly attachments?: () => readonly Attachment[];
}

/** A browser that prints papers, started once for a run. */
export interface PaperBrowser {
  /** Name and version, as the browser gives them. */
  readonly version: string;
  readonly path: string;
  readonly source: 'chosen' | 'embedded' | 'installed';
  /** Sentences for the person who runs it: that the sandbox is off. */
  readonly warnings: readonly string[];
  /** Lets the browser print a page that nobody gets, so that it is quicker with the first that somebody does; for while there is nothing to print. */
  practise(html: string): void;
  /**
   * A page as a finished PDF. After the last one the browser is ended at once, and goes while the PDF is finished.
   *
   * @throws BlockedRequest where the page asks for anything outside itself
   * @throws UnreadablePaper where somebody could not read the paper
   * @throws MachineError where the browser fails twice
   * @throws Interrupted when stopped
   */
  print(html: string, info: DocumentInfo, isLast?: boolean): Promise<Uint8Array>;
  /** Ends the browser and removes what it left. May be called more than once. */
  close(): Promise<void>;
}

export const NO_SANDBOX =
  'the browser runs without its sandbox here; run as an ordinary user to have it, or set SCRUTINY_SANDBOX=required to forbid this';

/** Characters of a page that takes so long to print that there is time to practise; a table of some hundred actions has them. */
const LONG_PAGE = 250_000;

/**
 * Starts the first browser that will.
 *
 * @throws MachineError where none does, in one paragraph that says what to do
 */
export async function startBrowser(wishes: BrowserWishes): Promise<PaperBrowser> {
  let launched = await launchFirst(wishes);
  // Opened while the first paper is still being written; a failure is told when the page is wanted.
  let next: Promise<WaitingPage> | undefined = waitingPageOf(launched, true);
  next.catch(() => undefined);
  const printedOnce = async (html: string): Promise<Printed> => {
    const page = await (next ?? waitingPageOf(launched));
    next = undefined;
    return page.print(html, html.length > LONG_PAGE ? finishForPractice : undefined);
  };
  const printed = async (html: string): Promise<Printed> => {
    try {
      return await printedOnce(html);
    } catch (failure) {
      if (wishes.signal.aborted) throw new Interrupted('stopped while printing');
      if (failure instanceof BlockedRequest || launched.isRunning()) throw failure;
    }
    // A browser that died under one paper is given one more try, afresh.
    await launched.end();
    launched = await launch(launched.candidate, wishes);
    next = undefined;
    try {
      return await printedOnce(html);
    } catch (failure) {
      if (wishes.signal.aborted) throw new Interrupted('stopped while printing');
      if (launched.isRunning()) throw failure;
      throw new MachineError(
        'The browser ended twice while it was printing. See that the machine has memory to spare (a long paper takes about 300 MB); scrutiny doctor examines the browser.',
      );
    }
  };
  return {
    version: launched.version,
    path: launched.path,
    source: launched.candidate.source,
    warnings: launched.hasSandbox ? [] : [NO_SANDBOX],
    practise: (html) => {
      next?.then((page) => page.practise(html)).catch(() => undefined);
    },
    print: async (html, info, isLast = false) => {
      const printing = printed(html);
      const packing = beside(printing, info.attachments);
      packing.catch(() => undefined);
      const asPrinted = await printing;
      // Its failure is told by `close`.
      if (isLast) launched.end().catch(() => undefined);
      return finish(asPrinted, info, await packing);
    },
    close: () => launched.end(),
  };
}

/** Makes and packs what is to be attached once the browser has its work. */
async function beside(
  printing: Promise<Printed>,
  attachments: DocumentInfo['attachments'] = () => [],
): Promise<readonly PackedAttachment[]> {
  await Promise.race([printing.catch(() => undefined), new Promise((resolve) => setImmediate(resolve))]);
  return packed(attachments());
}

async function waitingPageOf(launched: Launched, isFirst = false): Promise<WaitingPage> {
  return waitingPage(await launched.connected(), isFirst);
}

async function launchFirst(wishes: BrowserWishes): Promise<Launched> {
  const all = candidates(wishes);
  let first: MachineError | undefined;
  for (const candidate of all) {
    try {
      return await launch(candidate, wishes);
    } catch (failure) {
      if (!(failure instanceof MachineError)) throw failure;
      first ??= failure;
    }
  }
  throw first ?? new MachineError(noBrowser());
}

/** One paragraph: what to do where no browser is to be had. */
export function noBrowser(platform = process.platform, architecture = process.arch): string {
  return `No browser was found to print the paper with. On Linux x64 one comes with scrutiny and is put there by 'npm ci' (it seems to be missing: install again); on this machine (${platform} ${architecture}) you can also install Chrome, Chromium or Edge, or name one with --browser PATH or SCRUTINY_BROWSER. 'scrutiny report --format html' needs no browser, and 'scrutiny doctor' tells more.`;
}
