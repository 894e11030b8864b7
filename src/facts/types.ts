import type { IsoDate, PartialDate } from '../calendar/index.js';
import type { PaperKind, Response } from '../model/index.js';
import type {
  ActionJson,
  DecidedJson,
  DueJson,
  EvidenceJson,
  PersonJson,
  RatingJson,
} from '../queries/index.js';

/** What a paper shows, as data. The names are those of `show --json`; every key is always there. docs/evidence.md says what each holds. */
export interface PaperFacts {
  readonly council: string;
  readonly kind: PaperKind;
  readonly title: string;
  readonly language: string;
  readonly asAt: IsoDate;
  /** Whether `--as-at` replaced the paper's own day. */
  readonly otherDay: boolean;
  readonly confidential: boolean;
  readonly meeting: {
    readonly date: IsoDate;
    readonly panel: string;
    readonly panelName: string;
    readonly venue: string | null;
    readonly time: string | null;
  };
  readonly item: { readonly number: string; readonly title: string | null };
  /** The paragraph of Schedule 12A under which the whole item is withheld. */
  readonly withheld: number | null;
  readonly notices: readonly string[];
  readonly sections: readonly SectionFacts[];
  readonly contact: readonly string[];
  readonly backgroundPapers: readonly EvidenceJson[];
  /** Null where the paper counts nothing. */
  readonly counts: CountFacts | null;
  readonly reviews: readonly ReviewFacts[];
  readonly actions: readonly ActionFacts[];
  /** SHA-256 of every word of the paper with its links, its footnotes and what is emphasised. */
  readonly words: string;
}

/** A heading and what is beneath it, in the paper's words. */
export interface SectionFacts {
  readonly heading: string;
  readonly paragraphs: readonly {
    /** "12.", or the name of a row; null where the paper gives none. */
    readonly number: string | null;
    readonly text: string;
  }[];
}

export interface CountFacts {
  readonly actions: number;
  readonly ratings: readonly { readonly key: string; readonly label: string; readonly number: number }[];
  readonly notRated: number;
  readonly noUpdate: number;
  readonly paused: number;
  readonly ended: number;
  readonly withheld: number;
}

export interface ReviewFacts {
  /** Its key; null where the review is withheld, since its name may say what it is about. */
  readonly review: string | null;
  readonly title: string | null;
  /** The Executive's answer, once it has been given. */
  readonly answer: { readonly date: PartialDate | null; readonly decision: string | null } | null;
  readonly withheld: number | null;
  readonly recommendations: readonly RecommendationFacts[];
}

export interface RecommendationFacts {
  readonly ref: string;
  readonly text: string | null;
  readonly response: Response | null;
  readonly reason: string | null;
  readonly notice: string | null;
  readonly withheld: number | null;
}

/** An action as `show --json` has it, and what else its row says. */
export interface ActionFacts extends Omit<ActionJson, 'review'> {
  readonly review: string | null;
  readonly measure: string | null;
  readonly notice: string | null;
  readonly evidence: readonly EvidenceJson[];
  /** What was reported since the last paper that was not deferred, as far as this paper prints it, the latest first. */
  readonly reports: readonly ReportFacts[];
  /** The meeting's decision that ended, paused or reopened it. */
  readonly decided: DecidedJson | null;
}

/** One report on an action. */
export interface ReportFacts {
  readonly date: IsoDate;
  readonly by: PersonJson | null;
  readonly rating: RatingJson | null;
  readonly note: string | null;
  /** The due date that it asks for. */
  readonly asked: { readonly due: DueJson; readonly reason: string | null } | null;
  readonly evidence: readonly EvidenceJson[];
  /** In the members' copy, the paragraph under which the public copy withholds it. */
  readonly withheld: number | null;
}

/** What a paper was made with. Nothing of it is said of files that the paper does not draw on. */
export interface BuildInfo {
  /** The version of this program. */
  readonly tool: string;
  /** The browser that printed it; null in a page for the web, which none has printed. */
  readonly browser: string | null;
  /** Which file of the paper this is: `whole`, or one of those that `--split` makes. */
  readonly part: string;
  /** SHA-256 of the facts, of the templates that were drawn on, and of the font files that are in the paper. */
  readonly facts: string;
  readonly templates: string;
  readonly fonts: string;
}
