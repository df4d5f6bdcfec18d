/** Which answers that were given beforehand are for the steps of a suite; a name that asks nothing is refused. */
import { formatPlace, HarnessError } from '../../model/harness-error.js';
import type { HumanAnswer } from '../../model/human-check.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import { stepPath } from '../../model/plan.js';
import type { Suite } from '../../model/scenario.js';
import type { Settings } from '../settings/settings.js';
import { openSuite } from '../suite-loading.js';
import type { GivenAnswer } from './answers-file.js';

/**
 * Answers by `<scenario>/<nr>`.
 * @param others - suites that are run beside this one: an answer may be for a step of theirs
 * @throws {HarnessError} `CONFIG_INVALID` with file:line:column for a step that is not there or asks nothing, and for two
 *   answers to one question that differ
 */
export function answersOf(
  suite: Suite,
  given: readonly GivenAnswer[],
  others: readonly Suite[] = [],
): ReadonlyMap<string, HumanAnswer> {
  const elsewhere = new Set(others.flatMap(namesIn));
  const own = questionsOf(suite);
  const found = new Map<string, GivenAnswer>();
  for (const each of given) {
    const step = each.name.startsWith(`${suite.id}/`) ? each.name.slice(suite.id.length + 1) : each.name;
    if (!own.includes(step)) {
      if (elsewhere.has(each.name)) continue;
      throw unknown(each, suite, own);
    }
    const before = found.get(step);
    if (before && before.answer.answer !== each.answer.answer) throw twice(step, before, each);
    found.set(step, before ?? each);
  }
  return new Map([...found].map(([step, { answer }]) => [step, answer]));
}

/** What `--answers` says about a suite; nothing without it. */
export async function answersGiven(
  cwd: string,
  { answers }: Pick<Settings, 'answers'>,
  suite: Suite,
  others: readonly string[] = [],
): Promise<ReadonlyMap<string, HumanAnswer>> {
  if (answers === undefined) return new Map();
  const { readAnswersFile } = await import('./answers-file.js');
  const beside = await Promise.all(others.filter((id) => id !== suite.id).map((id) => openSuite(id)));
  return answersOf(
    suite,
    readAnswersFile(cwd, answers),
    beside.map((each) => each.suite),
  );
}

/** Paths of the steps that ask a person something. */
export function questionsOf({ scenarios }: Pick<Suite, 'scenarios'>): readonly string[] {
  return scenarios.flatMap((scenario) => scenario.steps.filter(({ confirm }) => confirm).map((step) => stepPath(scenario, step)));
}

function namesIn(suite: Suite): readonly string[] {
  return questionsOf(suite).flatMap((step) => [step, `${suite.id}/${step}`]);
}

function unknown({ name, place }: GivenAnswer, suite: Suite, questions: readonly string[]): HarnessError {
  const isStep = suite.scenarios.some((scenario) => scenario.steps.some((step) => stepPath(scenario, step) === name));
  const meant = didYouMean(isStep ? undefined : nearest(name, questions));
  const where = formatPlace(place);
  const all = questions.join(', ');
  return new HarnessError(
    'CONFIG_INVALID',
    isStep
      ? { nl: `${where}: stap "${name}" vraagt een persoon niets`, en: `${where}: step "${name}" asks a person nothing` }
      : {
          nl: `${where}: er is geen stap "${name}" in ${suite.id}${meant.nl}`,
          en: `${where}: there is no step "${name}" in ${suite.id}${meant.en}`,
        },
    {
      place,
      hint:
        questions.length === 0
          ? { nl: `${suite.id} heeft geen vragen aan een persoon.`, en: `${suite.id} has no questions to a person.` }
          : { nl: `Stappen met een vraag: ${all}.`, en: `Steps with a question: ${all}.` },
    },
  );
}

function twice(step: string, first: GivenAnswer, second: GivenAnswer): HarnessError {
  const where = formatPlace(second.place);
  const there = formatPlace(first.place);
  return new HarnessError(
    'CONFIG_INVALID',
    {
      nl: `${where}: ${step} krijgt hier "${second.answer.answer}" en op ${there} "${first.answer.answer}"`,
      en: `${where}: ${step} gets "${second.answer.answer}" here and "${first.answer.answer}" at ${there}`,
    },
    { place: second.place, hint: { nl: 'Laat één van beide weg.', en: 'Leave one of them out.' } },
  );
}
