/**
 * What the YAML files of a koppelvlak look like; docs/suites.md shows each by example.
 */
import { z } from 'zod';
import { DISTURBANCES, onlySideOf } from '../model/disturbance.js';
import { DURATION } from '../model/duration.js';

const text = z.string().min(1);
const bron = z.strictObject({ document: text, plaats: text.optional() });
const tekst = z.strictObject({ nl: text, en: text });
const options = z.record(z.string(), z.unknown());

const message = {
  element: text.regex(/^\w+:[\w.-]+$/, 'expected a prefixed name such as LMP:lmpLk01'),
  code: text,
  entiteittype: text.optional(),
  functie: text.optional(),
};

const elementRow = z.strictObject({
  path: text,
  use: z.string().regex(/^(v\*?|o\*?|\d+\.\.(\d+|N))$/, "expected the specification's own sign: v, o, v*, 0..N, 1..1"),
  whenAsked: z.boolean().optional(),
  bron: bron.optional(),
});

/** `{ create: {...} }`: one key, the effect's name. */
const effect = z
  .record(z.string(), options.nullable())
  .refine((of) => Object.keys(of).length === 1, 'expected one effect, such as `create: { … }`');

export const serviceFile = z.strictObject({
  naam: text,
  operation: text,
  portType: text,
  soapAction: text,
  asynchronous: z.boolean(),
  /** The service whose request is the answer that comes later. */
  later: text.optional(),
  request: z.strictObject(message),
  replies: z
    .array(z.strictObject({ ...message, tolerated: z.strictObject({ id: text, reason: tekst, bron }).optional() }))
    .min(1),
  fault: z.strictObject(message),
  bron,
  elements: z.strictObject({ request: z.array(elementRow), reply: z.array(elementRow) }),
  effects: z.array(effect),
});

export const basisFile = z.strictObject({
  namespaces: z.record(z.string(), text),
  documents: z.record(z.string(), z.strictObject({ titel: text, versie: text.optional(), datum: text.optional() })).optional(),
});

const localNames = z.array(text.regex(/^[\w.-]+$/, 'expected a local name, without prefix'));

export const privacyFile = z.strictObject({
  masked: z.array(text.regex(/^[\w.-]+(\/[\w.-]+)*(\/\*\*)?$/, 'expected local names: name, parent/name or name/**')).optional(),
  kept: localNames.optional(),
  dates: localNames.optional(),
  documents: localNames.optional(),
  codes: z.record(z.string(), z.number().int().positive()).optional(),
  attributes: localNames.optional(),
  references: localNames.optional(),
});

const entity = z.strictObject({
  keys: z.array(z.array(text).min(1)).min(1),
  inverse: z.record(z.string(), z.strictObject({ of: text, via: text })).optional(),
});

export const standardFile = z.strictObject({
  naam: text,
  versie: text,
  family: text,
  /** Another standard whose services, messages, rules, entities and settings come along. */
  extends: text.optional(),
  uses: z.array(text),
  namespaces: z.record(z.string(), text),
  documents: z.record(z.string(), z.strictObject({ titel: text, versie: text.optional(), datum: text.optional() })),
  schemas: z.array(z.strictObject({ set: text, entries: z.array(text).min(1) })),
  shapes: text.optional(),
  roles: z.record(z.string(), z.strictObject({ naam: text, kind: z.enum(['provider', 'consumer', 'both']) })),
  entities: z.record(z.string(), entity),
  simulator: options,
});

const variable = z.strictObject({
  name: text.regex(/^[A-Za-z][\w.-]*$/, 'expected a name of letters, digits, dots'),
  type: z.enum(['constant', 'captured', 'function']),
  value: z.string().optional(),
  function: text.optional(),
  moetBestaan: z.boolean().optional(),
  description: text.optional(),
});

export const roleFile = z.strictObject({
  title: text,
  testset: z.strictObject({
    id: text,
    versie: text,
    bron: z.enum(['officieel', 'eigen']),
    berichten: z.enum(['officieel', 'eigen']),
  }),
  variables: z.array(variable),
  scenarios: z.array(text).min(1),
  /** What the counterpart holds beside the fixtures of the standard, in a suite in which the product sends. */
  fixtures: z.array(options).optional(),
});

const expectation = z.looseObject({ kind: text });
const values = z.record(z.string(), z.string());

const messageSource = z.strictObject({
  template: text,
  with: values.optional(),
  sameReferenceAs: text.optional(),
  soapAction: z.string().optional(),
  stuurgegevens: values.optional(),
  wrongOnPurpose: z.boolean().optional(),
});

const within = text.regex(DURATION, 'expected a duration such as 30s or 2m');

const step = z.strictObject({
  nr: z.number().int().positive(),
  variant: text.optional(),
  message: text,
  code: text,
  from: z.enum(['STP', 'TTA']),
  to: z.enum(['STP', 'TTA']),
  src: text.optional(),
  anomaly: text.optional(),
  service: text,
  link: text.optional(),
  disturb: z
    .strictObject({
      hop: text,
      side: z.enum(['vraag', 'antwoord']).optional(),
      how: z.enum(DISTURBANCES),
      times: z.number().int().min(1).max(5).optional(),
      millis: z.number().int().positive().optional(),
    })
    .transform((of) => ({ ...of, side: of.side ?? onlySideOf(of.how) }))
    .optional(),
  again: z.number().int().positive().optional(),
  /** What somebody does in the product to make it send what we would have sent. */
  instruction: tekst.optional(),
  send: messageSource.optional(),
  receive: z
    .strictObject({
      instruction: tekst,
      subject: z.record(text, text).optional(),
      again: z.number().int().positive().optional(),
      example: messageSource,
    })
    .optional(),
  misbehave: text.optional(),
  fault: z
    .strictObject({
      codes: z.array(text).min(1).optional(),
      prescribed: z.boolean().optional(),
      plek: z.enum(['client', 'server']).optional(),
      about: z.array(text).min(1).optional(),
      optional: z.boolean().optional(),
    })
    .optional(),
  /** Asked of a person when the rest of the step is well. */
  confirm: z.strictObject({ question: tekst, lookAt: tekst }).optional(),
  answers: z.number().int().positive().optional(),
  requires: z.array(text.regex(/^[^/]+\/\d+$/, 'expected <scenario id>/<step number>')).optional(),
  readBack: z
    .strictObject({
      service: text,
      template: text,
      with: values.optional(),
      expect: z.array(expectation),
      within: within.optional(),
    })
    .optional(),
  /** In a chain: the system at the end of the link is asked itself, until what is expected holds. */
  ask: z
    .strictObject({ template: text, with: values.optional(), expect: z.array(expectation).min(1), within: within.optional() })
    .optional(),
  capture: z.array(z.strictObject({ variable: text, path: text })).optional(),
  expect: z.array(expectation).optional(),
});

export const scenarioFile = z.strictObject({
  id: text,
  title: text,
  verplicht: z.boolean(),
  bron: bron.optional(),
  /** Rules that this scenario decides. */
  decides: z.array(text).min(1).optional(),
  steps: z.array(step).min(1),
});

const name = text.regex(/^[a-z][a-z0-9]*$/, 'expected lower-case letters and digits');

export const chainFile = z.strictObject({
  title: text,
  testset: roleFile.shape.testset,
  variables: z.array(variable),
  fixtures: z.array(options).optional(),
  actors: z
    .record(
      name,
      z.strictObject({
        naam: tekst,
        component: text,
        plays: z.enum(['vrager', 'aanbieder', 'tussenstation']),
        also: z.array(z.enum(['vrager', 'aanbieder', 'tussenstation'])).optional(),
        /** The application by which messages name it. */
        applicatie: text.optional(),
        patience: z.number().int().positive().optional(),
      }),
    )
    .refine((of) => Object.keys(of).length > 1, 'expected at least two actors'),
  links: z.record(
    text,
    z.strictObject({
      from: name,
      to: name,
      via: z.array(name).optional(),
      rewrites: localNames.optional(),
      verplicht: z.boolean(),
      bron: bron.optional(),
    }),
  ),
  scenarios: z.array(scenarioFile).min(1),
});

export type ServiceFile = z.infer<typeof serviceFile>;
export type StandardFile = z.infer<typeof standardFile>;
export type RoleFile = z.infer<typeof roleFile>;
export type ScenarioFile = z.infer<typeof scenarioFile>;
export type ChainFile = z.infer<typeof chainFile>;
export type StepFile = ScenarioFile['steps'][number];
