/**
 * The check that the tables of a kennisgeving are written for: each row says of which entities it speaks (`when`), what
 * must hold of them (`want`), and which values must agree (`compare`). Which words a row may use: entity-facts.ts.
 *
 * @see StUF 03.01 §5.2, tables 5.3 to 5.7
 */
import { HarnessError } from '../../../model/harness-error.js';
import type { Breach, MessageCheck, MessageCheckInput } from '../../family.js';
import { settingsOf } from '../registry/settings.js';
import {
  FACT_NAMES,
  FACTS_OF_KIND,
  FIELD_NAMES,
  factNumber,
  factOf,
  fieldOf,
  fieldValue,
  type Kerngegevens,
} from './entity-facts.js';
import { UNNUMBERED } from './entity-kinds.js';
import { type Entity, kennisgevingenIn } from './kennisgevingen.js';
import { breachAt } from './place.js';
import { COMPARISONS, type Comparison, compareValues } from './value-order.js';

/** Word → what it may be, or with `not` what it may not be. */
type Description = readonly Clause[];

interface Clause {
  readonly word: string;
  /** Number of the word. */
  readonly fact: number;
  readonly values: readonly string[];
  readonly not: boolean;
}

interface Comparing {
  readonly field: string;
  readonly is: Comparison;
  readonly to: string;
  /** Whose: its own, or that of the same entity in the other object. */
  readonly of: 'self' | 'counterpart';
}

interface Row {
  readonly when: Description;
  readonly want: Description;
  readonly compare: readonly Comparing[];
}

export const entityRows: MessageCheck = (input) => {
  const table = tableOf(input.options);
  const { kerngegevens } = settingsOf(input.standard);
  let spoke = false;
  const breaches: Breach[] = [];
  for (const { entities } of kennisgevingenIn(input.message)) {
    for (const entity of entities) {
      const rows = table.byKind[entity.kind] ?? rowsFor(entity, table, kerngegevens);
      for (const row of rows) {
        if (!fits(entity, row.when, kerngegevens)) continue;
        spoke = true;
        if (isBroken(entity, row, kerngegevens)) breaches.push(...breachesOf(entity, row, kerngegevens, input));
      }
    }
  }
  return spoke ? breaches : undefined;
};

/** The rows that can speak of an entity of this kind, without what its kind says already. */
function rowsFor(entity: Entity, { rows, byKind }: Table, kerngegevens: Kerngegevens): readonly Row[] {
  const ofKind = ({ word }: Clause) => FACTS_OF_KIND.includes(word);
  const found = rows
    .filter(({ when }) => fits(entity, when.filter(ofKind), kerngegevens))
    .map((each) => ({ ...each, when: each.when.filter((clause) => !ofKind(clause)) }));
  if (entity.kind !== UNNUMBERED) byKind[entity.kind] = found.length === 0 ? NONE : found;
  return found;
}

const NONE: readonly Row[] = [];

function fits(entity: Entity, when: Description, kerngegevens: Kerngegevens): boolean {
  for (const { fact, values, not } of when) if (values.includes(factOf(entity, fact, kerngegevens)) === not) return false;
  return true;
}

/** Most rows hold: then there is nothing to tell. */
function isBroken(entity: Entity, { want, compare }: Row, kerngegevens: Kerngegevens): boolean {
  return !fits(entity, want, kerngegevens) || compare.some((comparing) => breaks(entity, comparing));
}

function breaks(entity: Entity, { field, is, to, of }: Comparing): boolean {
  const other = of === 'self' ? entity : entity.counterpart;
  const [value, against] = [fieldValue(entity, field), other ? fieldValue(other, to) : ''];
  return value !== '' && against !== '' && !compareValues(value, is, against);
}

function breachesOf(entity: Entity, row: Row, kerngegevens: Kerngegevens, input: MessageCheckInput): readonly Breach[] {
  const wanted = row.want.flatMap(({ word, fact, values, not }) => {
    const found = factOf(entity, fact, kerngegevens);
    if (values.includes(found) !== not) return [];
    const look = { expected: `${word}: ${not ? '≠ ' : ''}${values.join(' | ')}`, found: `${word}: ${found}` };
    return [breachAt(input, fieldOf(entity, word) ?? entity.element, look)];
  });
  const compared = row.compare.flatMap((comparing) => {
    if (!breaks(entity, comparing)) return [];
    const { field, is, to, of } = comparing;
    const other = of === 'self' ? entity : entity.counterpart;
    const against = other ? fieldValue(other, to) : '';
    const look = { expected: `${field} ${is} ${to} (${against})`, found: fieldValue(entity, field) };
    return [breachAt(input, fieldOf(entity, field) ?? entity.element, look)];
  });
  return [...wanted, ...compared];
}

interface Table {
  readonly rows: readonly Row[];
  /** By the number of a kind. */
  readonly byKind: (readonly Row[] | undefined)[];
}

/** Options do not change; a wrong word is our own fault and is told at once. */
const READ = new WeakMap<object, Table>();

function tableOf(options: Readonly<Record<string, unknown>>): Table {
  const known = READ.get(options);
  if (known) return known;
  const { rows: given, ...rest } = options;
  if (!Array.isArray(given) || Object.keys(rest).length > 0) return refuse('rows', options);
  const table = { rows: given.map(row), byKind: [] };
  READ.set(options, table);
  return table;
}

function row(of: unknown): Row {
  const { when, want = {}, compare = [], ...rest } = of as Readonly<Record<string, unknown>>;
  if (Object.keys(rest).length > 0 || !Array.isArray(compare)) return refuse('when, want, compare', of);
  const read = { when: description(when), want: description(want), compare: compare.map(comparing) };
  return read.want.length + read.compare.length > 0 ? read : refuse('want or compare', of);
}

function description(of: unknown): Description {
  return Object.entries((of ?? {}) as Readonly<Record<string, unknown>>).map(([word, value]) => {
    if (!FACT_NAMES.includes(word)) return refuse(`one of ${FACT_NAMES.join(', ')}`, word);
    const { not, ...rest } = isObject(value) ? value : { not: undefined };
    if (Object.keys(rest).length > 0) return refuse('a word, a list of words, or { not: … }', value);
    return { word, fact: factNumber(word), values: [not ?? value].flat().map(String), not: not !== undefined };
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function comparing(of: unknown): Comparing {
  const { field, is, to = field, of: whose = 'self', ...rest } = of as Readonly<Record<string, unknown>>;
  const sound = [field, to].every((each) => FIELD_NAMES.includes(String(each))) && COMPARISONS.includes(is as Comparison);
  const owned = whose === 'self' || whose === 'counterpart';
  if (!sound || !owned || Object.keys(rest).length > 0) return refuse('field, is, to, of', of);
  return { field: String(field), is: is as Comparison, to: String(to), of: whose };
}

function refuse(expected: string, found: unknown): never {
  throw new HarnessError('SUITE_INVALID', `a rule with entity-rows: expected ${expected}, found ${JSON.stringify(found)}`);
}
