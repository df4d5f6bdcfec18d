/**
 * Options whose values may open doors, given by reference: `env:NAME` or `file:PATH` instead of the value. What was given
 * is kept and shown; the value is neither.
 */

import type { Shell } from '../shell.js';
import type { GivenOptions } from './config-file.js';
import type { Given } from './option-values.js';
import { readSecret } from './passphrase.js';

/** Options that may open doors. */
export const DOORS = ['endpoint', 'actors', 'header', 'basic', 'proxy', 'trigger'] as const;

/** By option, what was given by reference, as it was given: `env:NAME`, `NAME=file:PATH`. */
export type References = Readonly<Partial<Record<(typeof DOORS)[number], readonly string[]>>>;

/** A reference, alone or behind the name that it is the value of. */
const REFERENCE = /^(|[^=]*=)((?:env:\w+|file:.+))$/s;

/** @throws {HarnessError} `CONFIG_INVALID` when there is nothing where a reference points */
export function opened(given: GivenOptions, world: Pick<Shell, 'cwd' | 'env'>): GivenOptions {
  const known = new Map(given);
  for (const name of DOORS) {
    const of = given.get(name);
    if (of?.texts.some((text) => REFERENCE.test(text))) known.set(name, openedTexts(of, world));
  }
  return known;
}

export function referencesIn(given: GivenOptions): References {
  return Object.fromEntries(
    DOORS.flatMap((name) => {
      const texts = given.get(name)?.texts.filter((text) => REFERENCE.test(text)) ?? [];
      return texts.length === 0 ? [] : [[name, texts]];
    }),
  );
}

/** References of a run that goes on, as if they were given again. */
export function asGiven(references: References): GivenOptions {
  return new Map(DOORS.flatMap((name) => (references[name] ? [[name, { name, texts: references[name] }] as const] : [])));
}

function openedTexts(given: Given, world: Pick<Shell, 'cwd' | 'env'>): Given {
  const texts = given.texts.map((text) => {
    const [, before = '', reference] = REFERENCE.exec(text) ?? [];
    return reference === undefined ? text : before + readSecret(world, reference);
  });
  return { ...given, texts, shown: given.texts };
}
