/**
 * Checks what only the whole suite can tell: names that must exist elsewhere, and the order of things.
 */

import type { Template } from '../message/template.js';
import { parsePath } from '../model/element-path.js';
import { type ErrorCode, formatPlace, HarnessError, type Place } from '../model/harness-error.js';
import { namesIn } from '../model/names-in.js';
import { nearest } from '../model/nearest.js';
import { stepPath } from '../model/plan.js';
import type { Expectation, ExpectationKind, MessageSource, Receive, Step, VariableDefinition } from '../model/scenario.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import type { PlacedScenario } from './load-suite.js';

export interface SuiteToCheck {
  readonly scenarios: readonly PlacedScenario[];
  readonly variables: readonly VariableDefinition[];
  readonly standard: StandardDefinition;
  readonly templates: ReadonlyMap<string, Template>;
  readonly kinds: ReadonlyMap<string, ExpectationKind>;
  /** For messages about what role.yaml must declare. */
  readonly roleFile: string;
}

/** Constants that every suite of messages needs: who sends, and to whom. */
const ADDRESSES = ['zender.applicatie', 'ontvanger.applicatie'];

/** @throws {HarnessError} for the first thing that is wrong, with its place and the nearest name */
export function checkScenarios(suite: SuiteToCheck): void {
  const declared = new Set(suite.variables.map((variable) => variable.name));
  for (const name of ADDRESSES) {
    if (!declared.has(name))
      refuse('VARIABLE_UNKNOWN', () => ({ file: suite.roleFile }), `the variable "${name}" must be declared`);
  }
  const passed = new Set<string>();
  const captured = new Set<string>();
  for (const { scenario, place } of suite.scenarios) {
    (scenario.decides ?? []).forEach((rule, index) => checkDecided(suite, rule, () => place(['decides', index])));
    scenario.steps.forEach((step, index) => {
      const at: At =
        (...path) =>
        () =>
          place(['steps', index, ...path]);
      checkStep(suite, step, at);
      checkOrder(scenario.steps, step, passed, at);
      checkNames(suite, step, declared, captured, at);
      passed.add(stepPath(scenario, step));
      for (const { variable } of step.capture) captured.add(variable);
    });
  }
}

/** A place is only looked up when something is wrong there. */
type Where = () => Place;
type At = (...path: readonly PropertyKey[]) => Where;

function checkStep({ standard, kinds }: SuiteToCheck, step: Step, at: At): void {
  checkService(standard, step.service, at('service'));
  if (step.readBack) checkService(standard, step.readBack.service, at('readBack', 'service'));
  if (step.from === 'STP' && !step.send && step.answers === undefined && !step.isEndState)
    refuse('SUITE_INVALID', at(), `step ${step.nr} comes from STP and must say what to \`send\`, or which step it \`answers\``);
  if (step.from === 'TTA' && !step.receive && step.answers === undefined)
    refuse(
      'SUITE_INVALID',
      at(),
      `step ${step.nr} comes from TTA and must say which step it \`answers\`, or how to \`receive\` it`,
    );
  if (step.misbehave !== undefined && (step.from !== 'STP' || step.send))
    refuse('SUITE_INVALID', at('misbehave'), 'only our answer to a message of the product can be wrong on purpose');
  if (step.isEndState && (step.link === undefined || step.from !== 'STP' || step.send || step.answers !== undefined))
    refuse('SUITE_INVALID', at('ask'), 'a step that only asks is of a chain and from STP, and has no `send` or `answers`');
  if (step.receive && step.from !== 'TTA') refuse('SUITE_INVALID', at('receive'), 'only a step from TTA is received');
  step.expect.forEach((expectation, index) => checkExpectation(kinds, expectation, at('expect', index)));
  step.readBack?.expect.forEach((expectation, index) => checkExpectation(kinds, expectation, at('readBack', 'expect', index)));
}

/** A rule that says itself that a scenario decides it: then neither promises what the other does not know of. */
function checkDecided({ standard }: SuiteToCheck, id: string, where: Where): void {
  const known = standard.rules
    .filter(({ check }) => check.kind === 'elsewhere' && check.by === 'scenario')
    .map((rule) => rule.id);
  if (!known.includes(id)) refuse('SUITE_INVALID', where, `"${id}" is not a rule that a scenario decides`, nearest(id, known));
}

function checkService(standard: StandardDefinition, id: string, place: Where): void {
  const known = standard.services.map((service) => service.id);
  if (!known.includes(id)) refuse('OPERATION_UNKNOWN', place, `"${id}" is not a service of ${standard.id}`, nearest(id, known));
}

function checkExpectation(kinds: ReadonlyMap<string, ExpectationKind>, { kind, options }: Expectation, place: Where): void {
  const known = kinds.get(kind);
  if (!known) {
    refuse('EXPECTATION_UNKNOWN', place, `"${kind}" is not a kind of expectation`, nearest(kind, [...kinds.keys()]));
  }
  const complaint = known.complaints(options)[0];
  if (complaint) refuse('SUITE_INVALID', place, `${kind}: ${complaint}`);
}

function checkOrder(steps: readonly Step[], step: Step, passed: ReadonlySet<string>, at: At): void {
  step.requires.forEach((path, index) => {
    if (!passed.has(path))
      refuse('SUITE_INVALID', at('requires', index), `"${path}" is not an earlier step`, nearest(path, [...passed]));
  });
  const same = step.send?.sameReferenceAs;
  if (same !== undefined && !passed.has(same)) {
    refuse('SUITE_INVALID', at('send', 'sameReferenceAs'), `"${same}" is not an earlier step`, nearest(same, [...passed]));
  }
  const first = step.receive?.again;
  if (
    first !== undefined &&
    !steps.some((each) => each.nr === first && each.nr < step.nr && each.receive && each.service === step.service)
  )
    refuse('SUITE_INVALID', at('receive', 'again'), `step ${first} is not an earlier step that receives ${step.service}`);
  if (step.fault && step.from !== 'TTA') refuse('SUITE_INVALID', at('fault'), 'a fault is due on a reply, a step from TTA');
  if (step.answers === undefined) return;
  const asked = steps.find((each) => each.nr === step.answers);
  if (!(asked?.send ?? asked?.receive) || asked.nr >= step.nr || asked.from === step.from)
    refuse('SUITE_INVALID', at('answers'), `step ${step.answers} is not an earlier step that the other side sends`);
}

function checkNames(suite: SuiteToCheck, step: Step, declared: ReadonlySet<string>, captured: ReadonlySet<string>, at: At): void {
  const own = new Set(step.capture.map((capture) => capture.variable));
  const use = (name: string, place: Where) => {
    const variable = suite.variables.find((each) => each.name === name);
    if (!variable)
      refuse('VARIABLE_UNKNOWN', place, `the variable "${name}" is not declared in role.yaml`, nearest(name, [...declared]));
    if (variable.type === 'captured' && !captured.has(name) && !own.has(name)) {
      refuse('VARIABLE_UNSET', place, `no earlier step captures "${name}"`);
    }
  };
  step.capture.forEach(({ variable }, index) => {
    const known = suite.variables.find((each) => each.name === variable);
    if (known?.type !== 'captured')
      refuse(
        'VARIABLE_UNKNOWN',
        at('capture', index),
        `"${variable}" is not declared as captured`,
        nearest(variable, [...declared]),
      );
  });
  if (step.send) checkSource(suite, step.send, (path) => at('send', ...path), use);
  if (step.receive) checkReceive(suite, step.receive, at, use);
  for (const text of Object.values(step.confirm ?? {}))
    for (const name of namesIn(`${text.nl} ${text.en}`)) use(name, at('confirm'));
  const asks = step.isEndState ? 'ask' : 'readBack';
  if (step.readBack) checkSource(suite, step.readBack, (path) => at(asks, ...path), use);
  const expectations = [
    ...step.expect.map((each, index) => [each, at('expect', index)] as const),
    ...(step.readBack?.expect ?? []).map((each, index) => [each, at(asks, 'expect', index)] as const),
  ];
  for (const [{ options }, place] of expectations) for (const name of namesIn(JSON.stringify(options))) use(name, place);
}

function checkReceive(suite: SuiteToCheck, { instruction, subject, example }: Receive, at: At, use: Use): void {
  for (const [path, value] of Object.entries(subject ?? {})) {
    const unknown = parsePath(path, suite.standard.namespaces).find(({ namespace }) => namespace === '');
    if (unknown) refuse('PATH_INVALID', at('receive', 'subject', path), `"${unknown.text}" has no prefix that is declared`);
    for (const name of namesIn(value)) {
      use(name, at('receive', 'subject', path));
      if (suite.variables.find((each) => each.name === name)?.type !== 'constant')
        refuse('SUITE_INVALID', at('receive', 'subject', path), `"${name}" must be known before anything comes: a constant`);
    }
  }
  for (const name of namesIn(`${instruction.nl} ${instruction.en}`)) use(name, at('receive', 'instruction'));
  checkSource(suite, example, (path) => at('receive', 'example', ...path), use);
}

type Use = (name: string, place: Where) => void;

function checkSource(suite: SuiteToCheck, source: MessageSource, at: (path: readonly PropertyKey[]) => Where, use: Use): void {
  for (const [key, value] of Object.entries(source.with)) for (const name of namesIn(value)) use(name, at(['with', key]));
  for (const [key, value] of Object.entries(source.stuurgegevens ?? {}))
    for (const name of namesIn(value)) use(name, at(['stuurgegevens', key]));
  const template = suite.templates.get(source.template);
  for (const name of template?.names ?? []) if (!Object.hasOwn(source.with, name)) use(name, at(['template']));
}

function refuse(code: ErrorCode, where: Where, text: string, near?: string): never {
  const place = where();
  throw new HarnessError(code, `${formatPlace(place)}: ${text}${near ? `; did you mean "${near}"?` : ''}`, { place });
}
