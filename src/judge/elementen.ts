/**
 * The element tables of the specification: what must be present must also be filled; nil does not count,
 * also where the schema allows it. What may occur once occurs no more than once.
 */
import { follow, type PathStep, parsePath, pathUntil } from '../model/element-path.js';
import type { Finding } from '../model/finding.js';
import { judged, type Rule } from '../model/judged.js';
import type { ElementRow, ServiceDefinition } from '../model/standard-definition.js';
import type { XmlElement } from '../model/xml-element.js';
import type { JudgeTools } from './judge.js';

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

const FILLED: Rule = {
  id: 'ELEMENT-VERPLICHT',
  ernst: 'fout',
  verplicht: true,
  melding: {
    nl: 'Elk verplicht element van de service is aanwezig en gevuld',
    en: 'Every mandatory element of the service is present and filled',
  },
};

const ONCE: Rule = {
  id: 'ELEMENT-EENMAAL',
  ernst: 'fout',
  verplicht: true,
  melding: {
    nl: 'Elk element komt niet vaker voor dan de service toestaat',
    en: 'No element occurs more often than the service allows',
  },
};

/** Whose table it is, and how its paths are read. */
export interface TableCase {
  readonly service: Pick<ServiceDefinition, 'bron'>;
  readonly tools: Pick<JudgeTools, 'standard' | 'family'>;
}

/** More findings than this about one message are counted, not listed. */
const LISTED = 50;

/**
 * Finds the mandatory elements that a reply leaves out or leaves empty, and those that come too often.
 * @param rows - the reply's rows in the service's table
 * @param question - the request's message element; a row marked `whenAsked` counts only when it was asked for
 */
export function judgeElements(
  rows: readonly ElementRow[],
  reply: XmlElement,
  question: XmlElement,
  on: TableCase,
): readonly Finding[] {
  const { standard, family } = on.tools;
  const table = readTable(rows);
  const rule: Rule = { ...FILLED, bron: on.service.bron };
  const missed: Finding[] = [];
  let places = 0;
  for (const row of table.mandatory) {
    if (row.whenAsked && !family.askedFor(standard, question, row.path)) continue;
    for (const seen of walk(reply, parsePath(row.path, standard.namespaces), 0, table)) {
      places += 1;
      if (seen.state !== 'filled') missed.push(lacking(row, seen, rule));
    }
  }
  const wrong = [...missed, ...table.once.flatMap((row) => judgeOnce(row, reply, on))];
  if (wrong.length > LISTED) {
    return [...wrong.slice(0, LISTED), judged(rule, false, { gevonden: `en nog ${wrong.length - LISTED} keer` })];
  }
  return wrong.length > 0 || places === 0 ? wrong : [judged(rule, true, { gevonden: `${places} van ${places}` })];
}

/** What the rows of a table say of each other. */
interface Table {
  readonly mandatory: readonly ElementRow[];
  /** Rows of what may come once. */
  readonly once: readonly ElementRow[];
  readonly optional: ReadonlySet<string>;
  /** Elements that occur twice: what was, and what is. */
  readonly pairs: ReadonlySet<string>;
}

/** A service's rows do not change, and every message is held against them. */
const TABLES = new WeakMap<readonly ElementRow[], Table>();

function readTable(rows: readonly ElementRow[]): Table {
  const known = TABLES.get(rows);
  if (known) return known;
  const pathsOf = (of: readonly ElementRow[]) => new Set(of.map(({ path }) => path));
  const table = {
    mandatory: rows.filter(isMandatory),
    once: rows.filter((row) => row.use.endsWith('..1')),
    optional: pathsOf(rows.filter((row) => !isMandatory(row))),
    pairs: pathsOf(rows.filter((row) => row.use === '2..2')),
  };
  TABLES.set(rows, table);
  return table;
}

function lacking({ path, bron }: ElementRow, { element, state }: Seen, rule: Rule): Finding {
  const look = { pad: path, verwacht: 'aanwezig en gevuld', gevonden: STATES[state], regelnummer: element.line };
  return judged(bron ? { ...rule, bron } : rule, false, look);
}

function judgeOnce(row: ElementRow, reply: XmlElement, on: TableCase): readonly Finding[] {
  const steps = parsePath(row.path, on.tools.standard.namespaces);
  const last = steps.at(-1);
  if (!last || last.attribute) return [];
  return follow(reply, steps, steps.length - 1).flatMap((parent) => {
    const found = childrenAt(parent, last);
    const second = found[1];
    if (!second) return [];
    const rule = { ...ONCE, bron: row.bron ?? on.service.bron };
    return [
      judged(rule, false, { pad: row.path, verwacht: row.use, gevonden: `${found.length} keer`, regelnummer: second.line }),
    ];
  });
}

function isMandatory(row: ElementRow): boolean {
  return row.use === 'v' || /^[1-9]/.test(row.use);
}

const STATES = { filled: 'gevuld', empty: 'leeg', nil: 'nil (telt niet als gevuld)', absent: 'afwezig' } as const;

interface Seen {
  readonly element: XmlElement;
  readonly state: keyof typeof STATES;
}

/**
 * Follows the steps through every occurrence. Nothing is asked below a first step that is absent (an empty answer), or an
 * optional element that is absent or nil.
 * @param isOld - inside the first of a pair: what had no value is nil there
 */
function walk(at: XmlElement, steps: readonly PathStep[], depth: number, known: Table, isOld = false): readonly Seen[] {
  const step = steps[depth];
  if (!step) return isOld && stateOf(at) === 'nil' ? [] : [{ element: at, state: stateOf(at) }];
  if (step.attribute) {
    const value = at.attributes.find((each) => each.name === step.name && each.namespace === step.namespace)?.value;
    return [{ element: at, state: value === undefined ? 'absent' : value.trim() === '' ? 'empty' : 'filled' }];
  }
  const next = childrenAt(at, step);
  const path = pathUntil(steps, depth);
  const mayBeAbsent = depth < steps.length - 1 && known.optional.has(path);
  const isEmptyAnswer = depth === 0 && steps.length > 1;
  if (next.length === 0) return isEmptyAnswer || mayBeAbsent ? [] : [{ element: at, state: 'absent' }];
  const isPair = known.pairs.has(path) && next.length === 2;
  const held = mayBeAbsent || isOld ? next.filter((child) => stateOf(child) !== 'nil') : next;
  return held.flatMap((child) => walk(child, steps, depth + 1, known, isOld || (isPair && child === next[0])));
}

function childrenAt({ children }: XmlElement, { name, namespace }: PathStep): readonly XmlElement[] {
  return children.filter((child) => child.name === name && child.namespace === namespace);
}

function stateOf(element: XmlElement): Seen['state'] {
  for (const { name, namespace, value } of element.attributes) {
    if (name === 'noValue' || (name === 'nil' && namespace === XSI && /^(true|1)$/.test(value.trim()))) return 'nil';
  }
  return element.children.length > 0 || element.text.trim() !== '' ? 'filled' : 'empty';
}
