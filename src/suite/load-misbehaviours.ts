/**
 * Loads the ways in which the counterpart of a standard can be wrong: `selftest/misbehaviours.yaml`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatPlace, HarnessError, type Place } from '../model/harness-error.js';
import type { Misbehaviour } from '../model/misbehaviour.js';
import { nearest } from '../model/nearest.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import { familyOf } from '../standard/index.js';
import type { FileSet } from './file-set.js';
import { readEffect } from './load-standard.js';
import { readYaml } from './yaml-reader.js';

/**
 * @returns in order of the file; empty for a standard that has none
 * @throws {HarnessError} `SUITE_INVALID` with file:line:column, `OPERATION_UNKNOWN` with the nearest service
 */
export async function loadMisbehaviours(files: FileSet, standard: StandardDefinition): Promise<readonly Misbehaviour[]> {
  const path = `${standard.id}/selftest/misbehaviours.yaml`;
  if (!existsSync(join(files.root, ...path.split('/')))) return [];
  const { value, place } = await readYaml(await files.read(path), files.nameOf(path), 'misbehaviours');
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
    const { nl, en, request, effects, lenient, forgetful, swallow, reply, ...rest } = of;
    const made = {
      ...{ id, title: { nl, en }, request: request ?? [], reply: reply ?? [] },
      ...{ lenient: lenient ?? false, forgetful: forgetful ?? false, swallow: swallow ?? false },
      ...(effects && { effects: effects.map(readEffect) }),
      ...rest,
    } as Misbehaviour;
    refuseEffects(made, standard, () => place(['misbehaviours', id, 'effects']));
    return made;
  });
}

/** Effects that the family does not know, or not so, would be silently left out. */
function refuseEffects({ services, effects }: Misbehaviour, standard: StandardDefinition, place: () => Place): void {
  if (!effects) return;
  const changed = standard.services.map((each) => (services.includes(each.id) ? { ...each, effects } : each));
  const complaint = familyOf(standard.family).complaints({ ...standard, services: changed })[0];
  if (complaint) throw new HarnessError('SUITE_INVALID', `${formatPlace(place())}: ${complaint}`, { place: place() });
}
