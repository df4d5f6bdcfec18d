/** What of a simulated counterpart can be set: `--set NAME=VALUE`, the values that its standard declares. */
import { HarnessError } from '../../model/harness-error.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import type { StandardDefinition } from '../../model/standard-definition.js';

/** @throws {HarnessError} `USAGE` for a name that the standard does not declare, and for a switch that is not true or false */
export function withValues(standard: StandardDefinition, given: Readonly<Record<string, string>>): StandardDefinition {
  const { values = {} } = standard.simulator as { readonly values?: Readonly<Record<string, string | boolean>> };
  const set = Object.entries(given).map(([name, text]) => [name, chosen(name, text, values)] as const);
  return { ...standard, simulator: { ...standard.simulator, values: { ...values, ...Object.fromEntries(set) } } };
}

function chosen(name: string, text: string, known: Readonly<Record<string, string | boolean>>): string | boolean {
  const names = Object.keys(known);
  if (!Object.hasOwn(known, name)) {
    const near = didYouMean(nearest(name, names));
    throw new HarnessError(
      'USAGE',
      { nl: `--set: er is geen waarde "${name}"${near.nl}`, en: `--set: there is no value "${name}"${near.en}` },
      { hint: { nl: `Er zijn: ${names.join(', ')}.`, en: `There are: ${names.join(', ')}.` } },
    );
  }
  if (typeof known[name] === 'string') return text;
  if (text === 'true' || text === 'false') return text === 'true';
  throw new HarnessError('USAGE', { nl: `--set: ${name} is true of false`, en: `--set: ${name} is true or false` });
}
