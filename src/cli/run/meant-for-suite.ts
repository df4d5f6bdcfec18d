/**
 * Of what was said of several suites at once, what is meant for one of them: a scenario to leave out, or a constant, that this
 * suite does not have and another has, is for that one; actors are for chains, and an endpoint for what is none. What none of them
 * has stays, so that it is refused by name.
 */
import { matchesPattern } from '../../model/pattern.js';
import type { LoadedSuite } from '../../suite/load-suite.js';
import type { Settings } from '../settings/settings.js';

type Said = Pick<Settings, 'without' | 'set'> & Partial<Pick<Settings, 'actors' | 'actorFacts' | 'endpoints'>>;
type Named = Pick<LoadedSuite['suite'], 'id' | 'scenarios' | 'variables' | 'chain'>;

/** @param all - every suite that was named, this one too */
export function meantFor<S extends Said>(settings: S, suite: Named, all: readonly Named[]): S {
  const others = all.filter(({ id }) => id !== suite.id);
  const isForAnother = (has: (each: Named) => boolean) => !has(suite) && others.some(has);
  const isOther = others.some(({ chain }) => (chain === undefined) !== (suite.chain === undefined));
  const notOurs = suite.chain ? { endpoints: {} } : { actors: {}, actorFacts: {} };
  return {
    ...settings,
    ...(isOther && notOurs),
    without: settings.without.filter((pattern) => !isForAnother((each) => hasScenario(each, pattern))),
    set: Object.fromEntries(Object.entries(settings.set).filter(([name]) => !isForAnother((each) => hasConstant(each, name)))),
  };
}

function hasScenario({ id, scenarios }: Named, pattern: string): boolean {
  return scenarios.some((each) => matchesPattern(pattern, each.id) || matchesPattern(pattern, `${id}/${each.id}`));
}

function hasConstant({ variables }: Named, name: string): boolean {
  return variables.some((each) => each.type === 'constant' && each.name === name);
}
