import type { Explanation } from './explanation.js';

/** Words, links and pictures. */
export const PROSE = {
  'link-scheme': {
    title: `An address that readers cannot follow`,
    why: `A file on your own disk is on nobody else’s, and a link that runs a script has no place in a public paper. Links begin with https, http or mailto.`,
    bad: `    note: 'See the [list](file:///C:/list.docx).'`,
    good: `    note: 'See the [list](https://www.example.org/list).'`,
  },
  'link-text': {
    title: `A link whose words say nothing`,
    why: `People who use a screen reader hear the links of a page one after another; "here, here, here" tells them nothing (WCAG 2.2, 2.4.4).`,
    bad: `    note: 'See [here](https://www.example.org/list).'`,
    good: `    note: 'See the [list of roofs](https://www.example.org/list).'`,
  },
  'image-alt': {
    title: `A picture without words`,
    why: `Whoever cannot see the picture hears these words instead (WCAG 2.2, 1.1.1).`,
    bad: `    note: '![](pictures/roof.png)'`,
    good: `    note: '![A roof with two holes](pictures/roof.png)'`,
  },
  'heading-jump': {
    title: `A heading that leaves a level out`,
    why: `Readers who cannot see the page find their way by the levels of its headings. The first heading of a text has one #, and the next at most one more.`,
    bad: `background: |
  # What members asked

  ### How soon is a roof mended?`,
    good: `background: |
  # What members asked

  ## How soon is a roof mended?`,
  },
  'footnote-missing': {
    title: `A footnote without its text, or without its mark`,
    why: `A mark that leads nowhere is printed as it was typed.`,
    bad: `    note: 'One roofer[^1] was hired.'`,
    good: `    note: 'One roofer was hired.'`,
  },
  'footnote-duplicate': {
    title: `One footnote mark with two texts`,
    why: `Both marks would lead to the first text. The second is printed as it was typed.`,
    bad: `    note: |
      One roofer[^1] was hired, and one left.[^1]

      [^1]: From Hill.
      [^1]: From Dale.`,
    good: `    note: |
      One roofer[^1] was hired, and one left.[^2]

      [^1]: From Hill.
      [^2]: From Dale.`,
  },
  'table-cells': {
    title: `A table whose rows do not fit its columns`,
    why: `A table has as many columns as its first two lines. What a row has beyond is printed in its last cell, with its bars; and lines whose row of dashes does not fit the line above it are not a table at all.`,
    bad: `    note: |
      | Ward | Roofs |
      | --- | --- |
      | Hill | 4 | 2 are late |`,
    good: `    note: |
      | Ward | Roofs | Remarks |
      | --- | --- | --- |
      | Hill | 4 | 2 are late |`,
  },
  'table-wide': {
    title: `A table that is wider than a page`,
    why: `A table of many columns has the whole width of a page, in smaller type if need be. Where even so its words have no room, they are broken in the middle, and whoever reads it has to put them together.`,
    bad: `    note: |
      | Ward | January | February | March | April | May | June | July | August | September | October | November | December | Responsible |
      | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
      | Hill | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | Neighbourhoods |`,
    good: `    note: |
      | Ward | Jan | Feb | Mar | Apr | May | Jun | Jul | Aug | Sep | Oct | Nov | Dec | Responsible |
      | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
      | Hill | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | Neighbourhoods |`,
  },
  'image-small': {
    title: `A picture that a page has no room for`,
    why: `A picture is never cut: one that is very high or very wide is made small enough for a page, or for the column of a table that it is in, until nobody can read what is in it.`,
    bad: `    note: '![All 240 roofs, one beneath the other](pictures/roofs-in-one.png)'`,
    good: `    note: '![The roofs of Hill](pictures/roofs-of-hill.png)'`,
  },
  'list-marks': {
    title: `Lines that were meant for a list`,
    why: `A line that begins with a dash from Word, or with a letter and a bracket, is part of the paragraph above it, so the items run together. Lines that begin with "- ", "1. " or a pasted bullet make a list.`,
    bad: `    note: |
      Done so far:
      – one roofer was hired
      – ladders were ordered`,
    good: `    note: |
      Done so far:
      - one roofer was hired
      - ladders were ordered`,
  },
  'html-text': {
    title: `HTML in a text`,
    why: `What is written in the register can never run in the paper, so HTML is printed as it was typed, comments too. Only <br> does what it does elsewhere: it breaks the line.`,
    bad: `    note: 'One roofer was <b>hired</b>.'`,
    good: `    note: 'One roofer was **hired**.'`,
  },
  'text-garbled': {
    title: `Words that another program garbled`,
    why: `Text that is saved in one encoding and opened in another has two or three odd letters in place of a pound sign, a dash or an accent. It is printed as it is in the register.`,
    bad: `    note: 'The roof cost Â£300.'`,
    good: `    note: 'The roof cost £300.'`,
  },
  'image-outside': {
    title: `A picture that lies outside the register`,
    why: `A paper carries its pictures in itself and reaches for nothing. They are files inside the register.`,
    bad: `    note: '![A roof](../roof.png)'`,
    good: `    note: '![A roof](pictures/roof.png)'`,
  },
  'image-missing': {
    title: `A picture that is not there`,
    why: `The register names a picture which is not in its folder, or which is not a picture.`,
    bad: `    note: '![A roof](pictures/rof.png)'`,
    good: `    note: '![A roof](pictures/roof.png)'`,
  },
  'glyph-missing': {
    title: `A character that the typeface does not have`,
    why: `The typefaces that ship have Latin, Greek, Cyrillic, Arabic and Hebrew letters and common signs. They have no such character, and no other font is used; its number is printed instead. Write a name in another script in Latin letters.`,
    bad: `    note: One roofer was hired 😀`,
    good: `    note: One roofer was hired, to our delight.`,
  },
  'prose-too-long': {
    title: `A text that is too long`,
    why: `No note or background has a hundred thousand characters; such a text would be printed as it was typed.`,
    bad: `background: (the whole final report, pasted in)`,
    good: `background: |
  Members asked how soon a roof is mended.
background-papers:
  - title: The final report`,
  },
} satisfies Readonly<Record<string, Explanation>>;
