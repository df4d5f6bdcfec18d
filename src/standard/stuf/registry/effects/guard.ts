/**
 * `guard`: refuses a message unless something holds. The conditions are in guard-conditions.ts.
 */
import { type FaultCode, isFaultCode, refuse } from '../refusal.js';
import { type EffectKind, textOption } from '../turn.js';
import { CONDITIONS } from './guard-conditions.js';

export const guard: EffectKind = {
  does: 'guard',
  options: {
    known: 'path?',
    unknown: 'path?',
    filled: 'paths?',
    equal: 'paths?',
    same: 'elements?',
    absent: 'elements?',
    unlocked: 'path?',
    related: 'name?',
    matches: 'path?',
    unique: 'elements?',
    of: 'path?',
    type: 'type?',
    with: 'map?',
    to: 'path?',
    pattern: 'text?',
    when: 'setting?',
    fault: 'fault?',
  },
  oneOf: CONDITIONS.map((each) => each.name),
  run(turn, options) {
    if (turn.lenient) return undefined;
    if (options.when !== undefined && turn.knowledge.settings.values[textOption(options, 'when')] !== true) return undefined;
    const condition = CONDITIONS.find((each) => options[each.name] !== undefined);
    const problem = condition?.problem(turn, options);
    if (!condition || problem === undefined) return undefined;
    const code = textOption(options, 'fault');
    return refuse(isFaultCode(code) ? code : (condition.fault satisfies FaultCode), problem);
  },
};
