import type { Explanation } from './explanation.js';

/** Files and folders. */
export const FILES = {
  'file-unreadable': {
    title: `A file that cannot be read`,
    why: `A register is made of ordinary files that you may read. A pipe or a device would never end, and a file without permission is as good as lost.`,
    bad: `data/reviews/repairs/review.yaml     (a pipe, a device, or not yours to read)`,
    good: `data/reviews/repairs/review.yaml     (an ordinary file)`,
  },
  'file-too-large': {
    title: `A file that is too large`,
    why: `No register comes near 8 MB in one file; one that does holds something that belongs elsewhere, and would only slow everybody down.`,
    bad: `data/reviews/repairs/progress/2020-02-10.yaml     (12 MB, with a photograph pasted in)`,
    good: `data/reviews/repairs/progress/2020-02-10.yaml     (4 KB)
data/pictures/roof.jpg`,
  },
  'file-encoding': {
    title: `A file that is not text in UTF-8`,
    why: `Other encodings turn pound signs and accents into nonsense on the paper. Your editor can save the file again as UTF-8.`,
    bad: `note: The roof cost £900.     (saved as Windows-1252)`,
    good: `note: The roof cost £900.     (saved as UTF-8)`,
  },
  'file-outside': {
    title: `A link that leads out of the register`,
    why: `A register may come from a stranger. Nothing outside its folder is read through it, so that no paper can print a file that was never meant for it.`,
    bad: `data/reviews/repairs/review.yaml -> /home/clerk/private.yaml`,
    good: `data/reviews/repairs/review.yaml     (the file itself)`,
  },
  'file-missing': {
    title: `Progress without a review`,
    why: `What is reported belongs to a review; without its review.yaml nothing says what was recommended.`,
    bad: `# data/reviews/repares/progress/2020-02-17.yaml, and there is no data/reviews/repares/review.yaml
as-at: 2020-02-17`,
    good: `# data/reviews/repairs/progress/2020-02-17.yaml
as-at: 2020-02-17`,
  },
  'file-unused': {
    title: `A file that nothing reads`,
    why: `A file with another ending, or in another place, is left out without a word, and what stands in it is missing from every paper.`,
    bad: `data/reviews/repairs/progress/2020-02-24.yml`,
    good: `data/reviews/repairs/progress/2020-02-24.yaml`,
  },
} satisfies Readonly<Record<string, Explanation>>;
