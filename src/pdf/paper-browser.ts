import { Interrupted, MachineError } from '../diagnostics/index.js';
import { type BrowserWishes, candidates } from './browser/find-browser.js';
import { launch, type RunningBrowser } from './browser/launch.js';
import { BlockedRequest, type PreparedPage, preparePage, type RawPrint } from './browser/print.js';
import { UnsupportedPdf } from './syntax/document.js';
import { type PackedAttachment, packAttachments } from './tagging/attachment.js';
import { finish } from './tagging/index.js';
import type { DocumentInfo } from './tagging/types.js';

/** A browser that prints papers, started once for a run. */
export interface PaperBrowser {
  /** Name and version, as the browser gives them. */
  readonly version: string;
  readonly path: string;
  readonly source: 'chosen' | 'embedded' | 'installed';
  /** Sentences for the person who runs it: that the sandbox is off. */
  readonly warnings: readonly string[];
  /**
   * A page as a finished PDF. After the last one the browser is ended at once, and goes while the PDF is finished.
   *
   * @throws BlockedRequest where the page asks for anything outside itself
   * @throws InaccessiblePdf where somebody could not read the paper
   * @throws MachineError where the browser fails twice
   * @throws Interrupted when stopped
   */
  print(html: string, info: DocumentInfo, isLast?: boolean): Promise<Uint8Array>;
  /** Ends the browser and removes what it left. May be called more than once. */
  close(): Promise<void>;
}

export const NO_SANDBOX =
  'the browser runs without its sandbox here; run as an ordinary user to have it, or set SCRUTINY_SANDBOX=required to forbid this';

/**
 * Starts the first browser that will.
 *
 * @throws MachineError where none does, in one paragraph that says what to do
 */
export async function startBrowser(wishes: BrowserWishes): Promise<PaperBrowser> {
  const first = await launchFirst(wishes);
  let life = startLife(first, true);
  let revived: Promise<Life> | undefined;
  /** Prints that are under way, and whether the last one has been asked for. */
  let ongoing = 0;
  let isEnding = false;
  const stopped = () => new Interrupted('stopped while printing');
  /** Another browser in the place of one that failed: one for all the prints that it was busy with. */
  const revive = (failed: Life): Promise<Life> => {
    if (life !== failed) return Promise.resolve(life);
    revived ??= (async () => {
      await failed.launched.end();
      life = startLife(await launch(failed.launched.candidate, wishes));
      return life;
    })().finally(() => {
      revived = undefined;
    });
    return revived;
  };
  const printed = async (html: string): Promise<RawPrint> => {
    const busy = life;
    try {
      return await printWith(busy, html);
    } catch (failure) {
      if (wishes.signal.aborted) throw stopped();
      if (!isForBrowser(failure, busy)) throw failure;
    }
    const again = await revive(busy);
    try {
      return await printWith(again, html);
    } catch (failure) {
      if (wishes.signal.aborted) throw stopped();
      if (!isForBrowser(failure, again)) throw failure;
      throw new MachineError(
        'The browser ended twice while it was printing. See that the machine has memory to spare (a long paper takes about 300 MB); scrutiny doctor examines the browser.',
      );
    }
  };
  return {
    version: first.version,
    path: first.path,
    source: first.candidate.source,
    warnings: first.hasSandbox ? [] : [NO_SANDBOX],
    print: async (html, info, isLast = false) => {
      ongoing += 1;
      isEnding ||= isLast;
      const printing = printed(html).finally(() => {
        ongoing -= 1;
        // Its failure is reported by `close`.
        if (isEnding && ongoing === 0) life.launched.end().catch(() => undefined);
      });
      const packing = beside(printing, info.attachments);
      packing.catch(() => undefined);
      const asPrinted = await printing;
      return finishPaper(asPrinted, info, await packing);
    },
    close: () => life.launched.end(),
  };
}

/** One browser, and the page that it has ready. */
interface Life {
  readonly launched: RunningBrowser;
  /** Opened while the first paper is still being written; a failure is reported when the page is wanted. */
  next: Promise<PreparedPage> | undefined;
}

function startLife(launched: RunningBrowser, isFirst = false): Life {
  const next = isFirst ? openPage(launched, true) : undefined;
  next?.catch(() => undefined);
  return { launched, next };
}

/** The page is taken before anything is waited for: of two prints at once, each has its own. */
async function printWith(life: Life, html: string): Promise<RawPrint> {
  const waiting = life.next ?? openPage(life.launched);
  life.next = undefined;
  const printing = waiting.then((page) => page.print(html));
  // Puppeteer does not always tell whoever waits for an answer that the browser has died.
  const died = life.launched.ended.then((): never => {
    throw new Error('the browser has ended');
  });
  printing.catch(() => undefined);
  return Promise.race([printing, died]);
}

/** Whether it is the browser that failed, and not the page or this program. */
function isForBrowser(failure: unknown, { launched }: Life): boolean {
  if (failure instanceof BlockedRequest) return false;
  if (!launched.isRunning()) return true;
  return !(
    failure instanceof TypeError ||
    failure instanceof RangeError ||
    failure instanceof ReferenceError
  );
}

/**
 * A printed page as a finished PDF.
 *
 * @throws MachineError where the browser writes PDF in a way that is not known here
 */
export async function finishPaper(...wanted: Parameters<typeof finish>): Promise<Uint8Array> {
  try {
    return await finish(...wanted);
  } catch (failure) {
    if (!(failure instanceof UnsupportedPdf)) throw failure;
    throw new MachineError(
      `The browser writes PDF in a way that scrutiny does not know (${failure.message}). Let scrutiny use the browser that comes with it, or name another with --browser PATH; 'scrutiny doctor' examines it.`,
    );
  }
}

/** Makes and packs what is to be attached once the browser has its work. */
async function beside(
  printing: Promise<RawPrint>,
  attachments: DocumentInfo['attachments'] = () => [],
): Promise<readonly PackedAttachment[]> {
  await Promise.race([printing.catch(() => undefined), new Promise((resolve) => setImmediate(resolve))]);
  return packAttachments(attachments());
}

async function openPage(launched: RunningBrowser, isFirst = false): Promise<PreparedPage> {
  return preparePage(await launched.connected(), isFirst);
}

async function launchFirst(wishes: BrowserWishes): Promise<RunningBrowser> {
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

/** One paragraph: what to do where there is no browser. */
export function noBrowser(platform = process.platform, architecture = process.arch): string {
  return `No browser was found to print the paper with. On Linux x64 one comes with scrutiny and is put there by 'npm ci' (it seems to be missing: install again); on this machine (${platform} ${architecture}) you can also install Chrome, Chromium or Edge, or name one with --browser PATH or SCRUTINY_BROWSER. 'scrutiny report --format html' needs no browser, and 'scrutiny doctor' tells more.`;
}
