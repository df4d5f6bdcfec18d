/**
 * What a product must hold before a run: each such constant is set or accepted first, so that a gap in the set-up
 * never looks like a fault of the product.
 */
import { HarnessError } from '../../model/harness-error.js';
import type { Suite, VariableDefinition } from '../../model/scenario.js';
import { type Language, say } from '../settings/language.js';

export interface ConstantState {
  readonly variable: VariableDefinition;
  readonly state: 'set' | 'accepted' | 'open';
  readonly value: string;
}

/** Every constant that the product must hold, and whether somebody vouched for its value. */
export function constantStates(
  suite: Suite,
  given: { readonly set: Readonly<Record<string, string>>; readonly acceptDefaults: boolean },
): readonly ConstantState[] {
  return suite.variables
    .filter((variable) => variable.moetBestaan)
    .map((variable) => {
      const set = given.set[variable.name];
      const value = set ?? variable.value ?? '';
      if (set !== undefined) return { variable, value, state: 'set' };
      return { variable, value, state: given.acceptDefaults && variable.value !== undefined ? 'accepted' : 'open' };
    });
}

/** @throws {HarnessError} `CONSTANT_UNSET`, listing each open constant with what it is */
export function refuseOpenConstants(states: readonly ConstantState[], language: Language): void {
  const open = states.filter(({ state }) => state === 'open');
  if (open.length === 0) return;
  const lines = open.map(
    ({ variable: { name, description }, value }) => `  ${name} = ${value}${description ? `  (${description})` : ''}`,
  );
  throw new HarnessError('CONSTANT_UNSET', `${say(TEXTS.open, language)}\n${lines.join('\n')}`, {
    hint: say(TEXTS.hint, language),
  });
}

const TEXTS = {
  open: {
    nl: 'het product moet dit vooraf kennen, en nog niemand heeft gezegd dat het zo is:',
    en: 'the product must hold this beforehand, and nobody has said yet that it does:',
  },
  hint: {
    nl: 'Zet elke waarde met --set NAAM=WAARDE (of onder "set:" in ketentest.yaml), of neem ze zoals ze zijn met --accept-defaults.',
    en: 'Set each value with --set NAME=VALUE (or under "set:" in ketentest.yaml), or take them as they are with --accept-defaults.',
  },
} as const;
