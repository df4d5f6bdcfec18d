/**
 * Loads the ways in which the counterpart of a standard can be wrong: `selftest/misbehaviours.yaml`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { formatPlace, HarnessError } from '../model/harness-error.js';
import type { Misbehaviour } from '../model/misbehaviour.js';
import { nearest } from '../model/nearest.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import type { FileSet } from './file-set.js';
import { readYaml } from './yaml-reader.js';

const text = z.string().min(1);
const tekst = z.strictObject({ nl: text, en: text });

const file = z.strictObject({
  misbehaviours: z.record(
    z.string().regex(/^[a-z0-9-]+$/),
    z
      .strictObject({
        nl: text,
        en: text,
        services: z.array(text).min(1),
        nth: z.number().int().positive().optional(),
        request: z.array(z.union([z.strictObject({ drop: text }), z.strictObject({ set: text, to: z.string() })])).optional(),
        swallow: z.boolean().optional(),
        reply: z.array(z.strictObject({ replace: text, by: z.string(), all: z.boolean().optional() })).optional(),
        status: z.number().int().optional(),
        contentType: text.optional(),
        unnoticed: z.record(z.string(), tekst).optional(),
      })
      .refine((of) => of.request || of.swallow || of.reply || of.status || of.contentType, 'say what goes wrong'),
  ),
});

/**
 * @returns in order of the file; empty for a standard that has none
 * @throws {HarnessError} `SUITE_INVALID` with file:line:column, `OPERATION_UNKNOWN` with the nearest service
 */
export async function loadMisbehaviours(files: FileSet, standard: StandardDefinition): Promise<readonly Misbehaviour[]> {
  const path = `${standard.id}/selftest/misbehaviours.yaml`;
  if (!existsSync(join(files.root, ...path.split('/')))) return [];
  const { value, place } = readYaml(await files.read(path), files.nameOf(path), file);
  const known = standard.services.map((service) => service.id);
  return Object.entries(value.misbehaviours).map(([id, of]) => {
    const wrong = of.services.find((service) => !known.includes(service));
    if (wrong !== undefined) {
      const at = place(['misbehaviours', id, 'services']);
      const near = nearest(wrong, known);
      throw new HarnessError(
        'OPERATION_UNKNOWN',
        `${formatPlace(at)}: "${wrong}" is not a service of ${standard.id}${near ? `; did you mean "${near}"?` : ''}`,
        { place: at },
      );
    }
    const { nl, en, request, swallow, reply, unnoticed, ...rest } = of;
    return {
      id,
      title: { nl, en },
      request: request ?? [],
      swallow: swallow ?? false,
      reply: reply ?? [],
      unnoticed: unnoticed ?? {},
      ...rest,
    } as Misbehaviour;
  });
}
