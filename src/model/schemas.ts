import { councilShape } from './shapes/council.js';
import { meetingShape } from './shapes/meeting.js';
import { progressShape } from './shapes/progress.js';
import { reviewShape } from './shapes/review.js';
import type { JsonSchema } from './shapes/shape.js';

/** The kinds of file that a register has. */
export type FileKind = 'council' | 'meeting' | 'review' | 'progress';

/**
 * The JSON Schema of each kind of file, for editors: made from the shapes that read them. Draft 7, because that is what the YAML language
 * server of most editors knows whole.
 */
export const SCHEMAS: Readonly<Record<FileKind, JsonSchema>> = {
  council: makeSchema('council.yaml: who the council is', councilShape.schema),
  meeting: makeSchema('meetings/DATE-PANEL.yaml: a meeting of a panel', meetingShape.schema),
  review: makeSchema('reviews/KEY/review.yaml: a review and its plan', reviewShape.schema),
  progress: makeSchema('reviews/KEY/progress/DATE.yaml: what owners reported', progressShape.schema),
};

/** A schema as a file. */
export function schemaText(kind: FileKind): string {
  return `${JSON.stringify(SCHEMAS[kind], undefined, 2)}\n`;
}

function makeSchema(title: string, schema: JsonSchema): JsonSchema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', ...schema, title };
}
