/**
 * What a file of misbehaviours looks like; docs/suites.md shows it by example.
 */
import { z } from 'zod';
import { serviceFile } from './yaml-shapes.js';

const text = z.string().min(1);
const tekst = z.strictObject({ nl: text, en: text });

/** A regular expression that cannot be read is refused here, not when a message comes. */
const expression = text.refine((of) => {
  try {
    new RegExp(of);
    return true;
  } catch {
    return false;
  }
}, 'expected a regular expression');
const textEdit = { replace: expression, by: z.string(), all: z.boolean().optional() };
const treeEdit = z.union([
  z.strictObject({ drop: text }),
  z.strictObject({ set: text, to: z.string() }),
  z.strictObject({ change: text, ...textEdit }),
  z.strictObject({ first: text }),
  z.strictObject({ reverse: text }),
]);

const WRONGS = ['request', 'effects', 'lenient', 'forgetful', 'swallow', 'reply', 'status', 'contentType'] as const;

export const misbehavioursFile = z.strictObject({
  misbehaviours: z.record(
    z.string().regex(/^[a-z0-9-]+$/),
    z
      .strictObject({
        nl: text,
        en: text,
        services: z.array(text).min(1),
        nth: z.number().int().positive().optional(),
        request: z.array(treeEdit).optional(),
        effects: serviceFile.shape.effects.optional(),
        lenient: z.boolean().optional(),
        forgetful: z.boolean().optional(),
        swallow: z.boolean().optional(),
        reply: z.array(z.strictObject(textEdit)).optional(),
        status: z.number().int().optional(),
        contentType: text.optional(),
        unnoticed: tekst.optional(),
      })
      .refine((of) => WRONGS.some((name) => of[name] !== undefined), `say what goes wrong: ${WRONGS.join(', ')}`),
  ),
});

export type MisbehavioursFile = z.infer<typeof misbehavioursFile>;
