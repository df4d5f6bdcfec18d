/**
 * What the counterpart of a suite holds: the fixtures of the standard, and those of the role with the values of this run.
 */
import { fillText } from '../message/template.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import type { LoadedSuite } from './load-suite.js';

/** The standard as the counterpart of this suite plays it. */
export function withFixtures(
  { standard, suite }: Pick<LoadedSuite, 'standard' | 'suite'>,
  values: Readonly<Record<string, string>>,
): StandardDefinition {
  if (!suite.fixtures) return standard;
  const { fixtures } = standard.simulator;
  const own = suite.fixtures.map((fixture) => filled(fixture, values));
  return { ...standard, simulator: { ...standard.simulator, fixtures: [...(Array.isArray(fixtures) ? fixtures : []), ...own] } };
}

function filled(value: unknown, values: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return fillText(value, values);
  if (Array.isArray(value)) return value.map((each) => filled(each, values));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filled(each, values)]));
}
