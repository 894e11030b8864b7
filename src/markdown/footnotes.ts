/** Numbers for the footnotes of a paper, in the order in which they are first spoken of. */
export interface FootnoteNumbers {
  /** The next number of the paper. */
  next(): number;
}

/** Footnotes are numbered through a whole paper, so all its prose shares one of these, in the order of the page. */
export function startFootnotes(): FootnoteNumbers {
  let last = 0;
  return {
    next: () => {
      last += 1;
      return last;
    },
  };
}
