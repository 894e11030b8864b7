import type { Explanation } from './explanation.js';

/** Single values. */
export const VALUES = {
  'key-unknown': {
    title: `A key that is not known`,
    why: `A key with a slip in it would be left out without a word. Keys that begin with x- are your own and pass.`,
    bad: `    ntoe: One roofer was hired.`,
    good: `    note: One roofer was hired.`,
  },
  'key-missing': {
    title: `Something that is needed is not there`,
    why: `A paper cannot be made without it.`,
    bad: `panel: homes
final-report: { date: 2019-07-01, sent-to-executive: 2019-08-05 }`,
    good: `title: Repairs
panel: homes
final-report: { date: 2019-07-01, sent-to-executive: 2019-08-05 }`,
  },
  'value-type': {
    title: `A value of another kind`,
    why: `A list stands where words belong, or words where a list belongs.`,
    bad: `title: [ Repairs ]`,
    good: `title: Repairs`,
  },
  'value-empty': {
    title: `Nothing after the colon`,
    why: `The key is there, but what it should say is not.`,
    bad: `title:
panel: homes`,
    good: `title: Repairs
panel: homes`,
  },
  'value-blank': {
    title: `A key with nothing after it`,
    why: `An empty line says nothing: an empty \`rating:\` is no rating. Whoever typed it may have meant to come back.`,
    bad: `  1.1:
    rating:
    note: One roofer was hired.`,
    good: `  1.1:
    rating: amber
    note: One roofer was hired.`,
  },
  'value-choice': {
    title: `A word that cannot stand here`,
    why: `Only a few words have a meaning here, so that every paper uses them in the same sense.`,
    bad: `    response: supported`,
    good: `    response: accepted`,
  },
  'date-invalid': {
    title: `A date that does not exist`,
    why: `There is no such day in the calendar.`,
    bad: `date: 2020-02-31`,
    good: `date: 2020-03-02`,
  },
  'date-format': {
    title: `A date in another form`,
    why: `19/02/2018 is 19 February to some and nonsense to others, and sorts wrongly. The register writes year, month and day. \`scrutiny check --fix\` turns dates into this form.`,
    bad: `published: 21/02/2020`,
    good: `published: 2020-02-21`,
  },
  'email-form': {
    title: `An address without an @`,
    why: `Papers print the address and \`scrutiny chase\` writes to it; nobody would get the message.`,
    bad: `  clerk: { role: Clerk, phone: 01234 567890, email: clerk.ambridge.gov.uk }`,
    good: `  clerk: { role: Clerk, phone: 01234 567890, email: clerk@ambridge.gov.uk }`,
  },
  'language-unsupported': {
    title: `A language that papers cannot be made in yet`,
    why: `Papers are made in English. Single passages in Welsh are marked, so that a screen reader speaks them as Welsh.`,
    bad: `language: cy-GB`,
    good: `language: en-GB`,
  },
  'rating-shape': {
    title: `Two ratings of one shape`,
    why: `A paper must be readable without colour, on a copier and by those who cannot tell red from green; so each rating has a shape of its own.`,
    bad: `ratings:
  green: { label: Green, closes: true, shape: tick }
  amber: { label: Amber, shape: tick }`,
    good: `ratings:
  green: { label: Green, closes: true, shape: tick }
  amber: { label: Amber, shape: triangle }`,
  },
  'rating-signed-off': {
    title: `Two ratings for what is signed off`,
    why: `What the panel has signed off is printed with one word and one shape, so that only one rating can be that word.`,
    bad: `ratings:
  blue: { label: Complete and checked, signed-off: true }
  purple: { label: Signed off, signed-off: true }`,
    good: `ratings:
  blue: { label: Complete and checked, signed-off: true }
  green: { label: Complete, closes: true }`,
  },
  'colour-contrast': {
    title: `A colour that is too pale to be read`,
    why: `Many readers see pale colours badly, and a copier loses them. Headings in the council’s colour need a contrast of 7 to 1 with the page (WCAG 2.2, level AAA), and the shapes beside ratings 3 to 1. The papers print the nearest colour that passes in place of one that does not, so that nothing is unreadable; write that colour, or a darker one of your own, so that your papers have the colour that you chose. On dark screens every colour is lightened without asking, since no colour of words can be read on both.`,
    bad: `  amber: { label: Amber, meaning: Under way, colour: "#ffbf00" }`,
    good: `  amber: { label: Amber, meaning: Under way, colour: "#b58700" }`,
  },
  'decision-incomplete': {
    title: `A decision that does not say enough`,
    why: `Later papers build on what a meeting decided, so a decision says on what, and until when, to whom or why.`,
    bad: `decisions:
  - { action: repairs/1.1, decision: extension-granted }`,
    good: `decisions:
  - { action: repairs/1.1, decision: extension-granted, due: 2020-06-30, reason: No roofer is free }`,
  },
  'rule-unknown': {
    title: `A rule that is not there, or cannot be set`,
    why: `A level or a waiver with a slip in its name would change nothing, and nobody would notice. Some problems can be neither set nor waived, because they leave a hole in the register.`,
    bad: `checks:
  evidence-mising: off`,
    good: `checks:
  evidence-missing: off`,
  },
} satisfies Readonly<Record<string, Explanation>>;
