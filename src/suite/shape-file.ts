/**
 * What a file of compact schemas looks like on the outside; the texts inside are read by shape-notation.ts.
 */
import { z } from 'zod';

const text = z.string();
const texts = z.record(z.string(), text);

const kindForm = z.strictObject({
  take: text.optional(),
  attributes: text.optional(),
  refers: z.union([text, z.array(text)]).optional(),
  once: z.boolean().optional(),
  set: text.optional(),
});

const kind = z.strictObject({ unmarked: text.optional(), forms: z.record(z.string(), kindForm) });

const entity = z.strictObject({
  kind: text.optional(),
  attributes: text.optional(),
  elements: text.optional(),
  forms: texts.optional(),
});

export const shapeFile = z.strictObject({
  namespace: text,
  namespaces: texts.optional(),
  include: z.array(text).optional(),
  values: texts.optional(),
  attributes: texts.optional(),
  unqualified: texts.optional(),
  sets: texts.optional(),
  elements: text.optional(),
  groups: texts.optional(),
  parts: texts.optional(),
  kinds: z.record(z.string(), kind).optional(),
  entities: z.record(z.string(), entity).optional(),
  messages: texts.optional(),
});

export type ShapeFile = z.infer<typeof shapeFile>;
