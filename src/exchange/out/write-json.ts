import type { ExportedDue, ExportedRegister, ExportedReport } from './collect-export.js';

/** The register as one value for programs: docs/json.md says what each key holds, schemas/export.json its shape. Every key is always there. */
export function exportJson({
  council,
  day,
  isConfidential,
  ratings,
  reviews,
  meetings,
}: ExportedRegister): object {
  return {
    schema: 1,
    council,
    asAt: day,
    confidential: isConfidential,
    ratings: ratings.map(({ key, label, meaning, closes, colour }) => ({
      key,
      label,
      meaning: meaning ?? null,
      closes,
      colour,
    })),
    reviews: reviews.map(({ key, title, panel, notice, recommendations }) => ({
      review: key,
      title: title ?? null,
      panel,
      notice: notice ?? null,
      recommendations: recommendations.map((one) => ({
        ref: one.ref,
        withheld: one.withheld ?? null,
        text: one.text ?? null,
        response: one.response ?? null,
        reason: one.reason ?? null,
        responded: one.responded ?? null,
        addressedTo: one.addressedTo,
        agreed: one.agreed ?? null,
        actions: one.actions.map((action) => ({
          ref: action.ref,
          withheld: action.withheld ?? null,
          text: action.text ?? null,
          owners: action.owners,
          due: dueJson(action.due),
          extendedTo: dueJson(action.extendedTo),
          successMeasure: action.measure ?? null,
          agreed: action.agreed ?? null,
          standing: action.standing ?? null,
          decided: action.decided ?? null,
          reports: action.reports.map(reportJson),
        })),
      })),
    })),
    meetings: meetings.map(({ date, panel, venue, time }) => ({
      date,
      panel: panel.key,
      panelName: panel.name,
      venue: venue ?? null,
      time: time ?? null,
    })),
  };
}

function dueJson(due: ExportedDue | undefined): object | null {
  return due ? { written: due.written, date: due.date ?? null, lastDay: due.lastDay ?? null } : null;
}

function reportJson(report: ExportedReport): object {
  return {
    asAt: report.asAt,
    by: report.by ?? null,
    rating: report.rating?.key ?? null,
    percent: report.percent ?? null,
    complete: report.isComplete,
    note: report.note ?? null,
    asked: dueJson(report.asked),
    reason: report.reason ?? null,
    evidence: report.evidence,
  };
}

const text = { type: 'string' } as const;
const maybeText = { type: ['string', 'null'] } as const;
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;
const maybeDay = { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;
const texts = { type: 'array', items: text } as const;

/** Every key is there; new ones may come. */
function keyed(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', properties, required: Object.keys(properties) };
}

function listOf(items: object): object {
  return { type: 'array', items };
}

const due = {
  anyOf: [{ type: 'null' }, keyed({ written: text, date: maybeText, lastDay: maybeDay })],
};

const report = keyed({
  asAt: day,
  by: maybeText,
  rating: maybeText,
  percent: { type: ['integer', 'null'], minimum: 0, maximum: 100 },
  complete: { type: 'boolean' },
  note: maybeText,
  asked: due,
  reason: maybeText,
  evidence: texts,
});

const action = keyed({
  ref: text,
  withheld: maybeText,
  text: maybeText,
  owners: texts,
  due,
  extendedTo: due,
  successMeasure: maybeText,
  agreed: maybeDay,
  standing: { enum: ['open', 'paused', 'ended', null] },
  decided: maybeText,
  reports: listOf(report),
});

const recommendation = keyed({
  ref: text,
  withheld: maybeText,
  text: maybeText,
  response: {
    enum: ['awaited', 'accepted', 'accepted-in-part', 'accepted-in-principle', 'noted', 'rejected', null],
  },
  reason: maybeText,
  responded: maybeDay,
  addressedTo: texts,
  agreed: maybeDay,
  actions: listOf(action),
});

/** The JSON Schema of the export. */
export const EXPORT_SCHEMA: object = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A register as scrutiny export --format json writes it',
  ...keyed({
    schema: { const: 1 },
    council: text,
    asAt: day,
    confidential: { type: 'boolean' },
    ratings: listOf(
      keyed({ key: text, label: text, meaning: maybeText, closes: { type: 'boolean' }, colour: text }),
    ),
    reviews: listOf(
      keyed({
        review: text,
        title: maybeText,
        panel: text,
        notice: maybeText,
        recommendations: listOf(recommendation),
      }),
    ),
    meetings: listOf(keyed({ date: day, panel: text, panelName: text, venue: maybeText, time: maybeText })),
  }),
};
