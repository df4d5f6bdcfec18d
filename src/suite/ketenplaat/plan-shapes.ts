/** What a plan that was proposed from a ketenplaat looks like, and what says which standaard a koppelvlak is. */
import { z } from 'zod';
import { chainFile } from '../yaml-shapes.js';

const text = z.string().min(1);
const fact = z.strictObject({ id: text, regel: z.number().int().positive(), wat: text });

const assumption = z.strictObject({
  bevestigd: z.enum(['ja', 'nee']),
  /** Who confirmed it. */
  door: z.string(),
  zegt: text,
  waarom: text,
  feiten: z.array(fact),
});

const link = chainFile.shape.links.valueType;

export const planFile = z.strictObject({
  plan: z.literal(1),
  standard: text,
  title: text,
  uit: z.strictObject({ bestand: text, sha256: text, model: z.string(), view: z.string().optional() }),
  aannamen: z.record(text, assumption).refine((of) => Object.keys(of).length > 0, 'expected at least one assumption'),
  actors: chainFile.shape.actors,
  links: z.record(text, link).refine((of) => Object.keys(of).length > 0, 'expected at least one link'),
  bouwstenen: z.array(
    z.strictObject({
      bouwsteen: text.regex(/^[^/]+\/[^/]+$/, 'expected <chain>/<scenario id>'),
      /** May be left out where there is only one. */
      link: text.optional(),
      kies: z.enum(['ja', 'nee']),
    }),
  ),
  /** Values of constants of the building blocks. */
  variables: z.record(text, z.string()).optional(),
});

const named = z.strictObject({ id: text, naam: text });

/** Which standaard and which version of it a koppelvlak is in GEMMA, by `Object ID`. */
export const gemmaFile = z.strictObject({ standaard: named, versie: named });

/** Of each koppelvlak its element in the exchange file, and the component that plays a role; by folder and by role. */
export const elementsFile = z.record(text, z.strictObject({ element: text.optional(), rollen: z.record(text, text).optional() }));

export type PlanFile = z.infer<typeof planFile>;
export type GemmaFile = z.infer<typeof gemmaFile>;
export type ElementsFile = z.infer<typeof elementsFile>;
