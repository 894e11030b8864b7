import type { PaperKind } from '../model/index.js';
import { addendumPaperSchema } from './addendum/addendum-schema.js';
import type { FromSchema, ObjectSchema } from './schema.js';
import { trackerPaperSchema } from './tracker/tracker-schema.js';
import { updatePaperSchema } from './update/update-schema.js';

/** What each kind of paper holds; the compiler asks for a schema where a kind is added. */
export const paperSchemas = {
  update: updatePaperSchema,
  tracker: trackerPaperSchema,
  addendum: addendumPaperSchema,
} satisfies Readonly<Record<PaperKind, ObjectSchema>>;

/** A paper of any kind. */
export type Paper = FromSchema<(typeof paperSchemas)[PaperKind]>;
