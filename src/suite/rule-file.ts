/**
 * What a file of rules looks like; docs/rules.md shows it by example.
 */
import { z } from 'zod';

const text = z.string().min(1);
const tekst = z.strictObject({ nl: text, en: text });
const ernst = z.enum(['fout', 'waarschuwing', 'aandachtspunt']);

const rule = z
  .strictObject({
    nl: text,
    en: text,
    ernst,
    scope: z.enum(['message', 'exchange', 'state', 'manual']),
    codes: z.array(text).optional(),
    elements: z.array(text).optional(),
    services: z.array(text).optional(),
    side: z.enum(['request', 'reply']).optional(),
    /** `DOC §4.1`: the first word names a document. */
    bron: z.array(text).min(1),
    violation: text.optional(),
    applies: text.optional(),
    code: text.optional(),
    options: z.record(z.string(), z.unknown()).optional(),
    /** Also about the reply to a request that is wrong on purpose. */
    onPurpose: z.boolean().optional(),
    checkedBy: z.enum(['schema', 'reply', 'transport', 'scenario']).optional(),
    /** Ids under which another part of the judgement tells it, where that is not the rule's own. */
    told: z.array(text).min(1).optional(),
    notChecked: z
      .strictObject({
        reason: z.enum(['manual', 'other-family', 'contradicted', 'untestable', 'no-service', 'not-yet']),
        nl: text,
        en: text,
      })
      .optional(),
    /** Known practice, and who observed it. */
    praktijk: z.strictObject({ bron: text, nl: text, en: text, only: z.array(text).min(1).optional() }).optional(),
    advies: tekst.optional(),
    waarom: tekst.optional(),
  })
  .refine((of) => [of.violation, of.code, of.checkedBy, of.notChecked].filter((each) => each !== undefined).length === 1, {
    message: 'give exactly one of violation, code, checkedBy, notChecked',
  })
  .refine((of) => of.told === undefined || of.checkedBy !== undefined, { message: '`told` goes with checkedBy' });

export const ruleFile = z.strictObject({ rules: z.record(z.string().regex(/^[A-Z][A-Za-z0-9]*(-[A-Za-z0-9]+)+$/), rule) });

export type RuleFile = z.infer<typeof ruleFile>;
export type RuleText = RuleFile['rules'][string];
