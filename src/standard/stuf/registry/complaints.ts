/**
 * What is wrong with what a koppelvlak declares: words of the vocabulary that do not exist, options that are missing,
 * paths and types that mean nothing.
 *
 * @see docs/effects.md
 */
import { nearest } from '../../../model/nearest.js';
import type { Effect, StandardDefinition } from '../../../model/standard-definition.js';
import { EFFECTS } from './effects.js';
import { stepsOf } from './paths.js';
import { isFaultCode } from './refusal.js';
import { SETTING_NAMES } from './settings.js';
import type { EffectKind, OptionKind } from './turn.js';

/** Complaints in words, each naming the service and the effect; empty when all is right. */
export function registryComplaints(standard: StandardDefinition): readonly string[] {
  const settings = Object.keys(standard.simulator)
    .filter((name) => !(SETTING_NAMES as readonly string[]).includes(name))
    .map((name) => `simulator: there is no setting "${name}"${meant(name, SETTING_NAMES)}`);
  const effects = standard.services.flatMap((service) =>
    service.effects.flatMap((effect) =>
      effectComplaints(standard, effect).map((each) => `service ${service.id}, effect ${effect.does}: ${each}`),
    ),
  );
  return [...settings, ...fixtureComplaints(standard), ...laterComplaints(standard), ...effects];
}

function effectComplaints(standard: StandardDefinition, effect: Effect): readonly string[] {
  const kind = EFFECTS.get(effect.does);
  if (!kind) return [`there is no such effect${meant(effect.does, [...EFFECTS.keys()])}`];
  const unknown = Object.keys(effect.with).filter((name) => !Object.hasOwn(kind.options, name));
  return [
    ...unknown.map((name) => `there is no option "${name}"${meant(name, Object.keys(kind.options))}`),
    ...oneOfComplaints(kind, effect),
    ...Object.entries(kind.options).flatMap(([name, of]) => optionComplaints(standard, name, of, effect.with[name])),
  ];
}

function oneOfComplaints({ oneOf }: EffectKind, effect: Effect): readonly string[] {
  if (!oneOf) return [];
  const given = oneOf.filter((name) => effect.with[name] !== undefined);
  return given.length === 1
    ? []
    : [`exactly one of ${oneOf.join(', ')} is needed, ${given.length === 0 ? 'none' : given.join(', ')} given`];
}

function optionComplaints(
  standard: StandardDefinition,
  name: string,
  of: OptionKind | `${OptionKind}?`,
  value: unknown,
): readonly string[] {
  if (value === undefined) return of.endsWith('?') ? [] : [`option "${name}" is needed`];
  const kind = of.replace('?', '') as OptionKind;
  const problem = PROBLEMS[kind](standard, value);
  return problem === undefined ? [] : [`option "${name}": ${problem}`];
}

type Problem = (standard: StandardDefinition, value: unknown) => string | undefined;

const PROBLEMS: Readonly<Record<OptionKind, Problem>> = {
  path: pathProblem,
  place: pathProblem,
  paths: (standard, value) =>
    (Array.isArray(value) ? value : [value]).map((each) => pathProblem(standard, each)).find((each) => each),
  elements: (_, value) =>
    isText(value) && /^[\w.-]+(?:\/[\w.-]+)*$/.test(value)
      ? undefined
      : 'expected local names such as ligtIn/gerelateerde/nummer',
  name: (_, value) => (isText(value) && /^[\w.-]+$/.test(value) ? undefined : 'expected one local name'),
  type: (standard, value) => typeProblem(standard, value),
  text: (_, value) => (isText(value) || typeof value === 'number' ? undefined : 'expected a text'),
  number: (_, value) => (Number.isInteger(value) && Number(value) > 0 ? undefined : 'expected a positive whole number'),
  flag: (_, value) => (typeof value === 'boolean' ? undefined : 'expected true or false'),
  words: (_, value) => ((Array.isArray(value) ? value : [value]).every(isText) ? undefined : 'expected a list of texts'),
  setting: (standard, value) => settingProblem(standard, value),
  fault: (_, value) => (isText(value) && isFaultCode(value) ? undefined : `there is no fault code "${String(value)}"`),
  map: (_, value) =>
    typeof value === 'object' && value !== null && Object.values(value).every(isText) ? undefined : 'expected names and paths',
};

function pathProblem(standard: StandardDefinition, value: unknown): string | undefined {
  if (isText(value) && stepsOf(value, standard.namespaces)) return undefined;
  return `"${String(value)}" is no path of prefixed names; declared prefixes: ${Object.keys(standard.namespaces).join(', ')}`;
}

function typeProblem(standard: StandardDefinition, value: unknown): string | undefined {
  const types = standard.entities.map((each) => each.type);
  if (isText(value) && types.includes(value)) return undefined;
  return `there is no entity type "${String(value)}" in entities${meant(String(value), types)}`;
}

function settingProblem(standard: StandardDefinition, value: unknown): string | undefined {
  const names = Object.keys((standard.simulator.values as object | undefined) ?? {});
  return isText(value) && names.includes(value)
    ? undefined
    : `there is no "${String(value)}" in simulator.values${meant(String(value), names)}`;
}

function fixtureComplaints(standard: StandardDefinition): readonly string[] {
  const fixtures = standard.simulator.fixtures;
  if (fixtures === undefined) return [];
  if (!Array.isArray(fixtures)) return ['simulator.fixtures: expected a list'];
  return fixtures.flatMap((each: { readonly type?: unknown; readonly elements?: unknown }, index) => {
    const problem = typeProblem(standard, each?.type) ?? (typeof each?.elements === 'object' ? undefined : 'expected elements');
    return problem === undefined ? [] : [`simulator.fixtures, number ${index + 1}: ${problem}`];
  });
}

/** What follows later is a service that is there, or one of StUF's own two. */
function laterComplaints({ services, simulator }: StandardDefinition): readonly string[] {
  const ids = services.map(({ id }) => id);
  const dangling = services.filter(({ later }) => later !== undefined && !ids.includes(later));
  const codes = Array.isArray(simulator.later) ? simulator.later : [];
  return [
    ...dangling.map(({ id, later = '' }) => `service ${id}: later names "${later}", which is no service${meant(later, ids)}`),
    ...codes
      .filter((code) => !['Bv01', 'Fo01'].includes(code))
      .map((code) => `simulator.later: ${String(code)} is not Bv01 or Fo01`),
  ];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function meant(wrong: string, known: readonly string[]): string {
  const near = nearest(wrong, known);
  return near === undefined ? '' : `; did you mean "${near}"?`;
}
