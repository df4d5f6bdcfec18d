/**
 * The element tables of the specification: what must be present must also be filled; nil does not count,
 * also where the schema allows it. What may occur once occurs no more than once.
 */
import { follow, type PathStep, parsePath } from '../model/element-path.js';
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
  const known: Known = {
    optional: new Set(rows.filter((row) => !isMandatory(row)).map((row) => row.path)),
    pairs: new Set(rows.filter((row) => row.use === '2..2').map((row) => row.path)),
  };
  const rule: Rule = { ...FILLED, bron: on.service.bron };
  const required = rows.filter((row) => isMandatory(row) && (!row.whenAsked || family.askedFor(standard, question, row.path)));
  const findings = required.flatMap((row) => judgeRow(row, reply, on, rule, known));
  const missed = findings.filter((finding) => finding.verdict !== 'voldoet');
  const tooOften = rows.filter((row) => row.use.endsWith('..1')).flatMap((row) => judgeOnce(row, reply, on));
  const wrong = [...missed, ...tooOften];
  if (wrong.length > LISTED) {
    return [...wrong.slice(0, LISTED), judged(rule, false, { gevonden: `en nog ${wrong.length - LISTED} keer` })];
  }
  return wrong.length > 0 || findings.length === 0
    ? wrong
    : [judged(rule, true, { gevonden: `${findings.length} van ${findings.length}` })];
}

function judgeOnce(row: ElementRow, reply: XmlElement, on: TableCase): readonly Finding[] {
  const steps = parsePath(row.path, on.tools.standard.namespaces);
  const last = steps.at(-1);
  if (!last || last.attribute) return [];
  return follow(reply, steps.slice(0, -1)).flatMap((parent) => {
    const found = parent.children.filter((child) => child.name === last.name && child.namespace === last.namespace);
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

function judgeRow(row: ElementRow, reply: XmlElement, on: TableCase, rule: Rule, known: Known): readonly Finding[] {
  const steps = parsePath(row.path, on.tools.standard.namespaces);
  const seen = { pad: row.path, verwacht: 'aanwezig en gevuld' };
  return walk(reply, steps, 0, known).map(({ element, state }) =>
    judged(row.bron ? { ...rule, bron: row.bron } : rule, state === 'filled', {
      ...seen,
      gevonden: STATES[state],
      regelnummer: element.line,
    }),
  );
}

const STATES = { filled: 'gevuld', empty: 'leeg', nil: 'nil (telt niet als gevuld)', absent: 'afwezig' } as const;

interface Seen {
  readonly element: XmlElement;
  readonly state: keyof typeof STATES;
}

/** What the rows of a table say of each other. */
interface Known {
  readonly optional: ReadonlySet<string>;
  /** Elements that occur twice: what was, and what is. */
  readonly pairs: ReadonlySet<string>;
}

/**
 * Follows the steps through every occurrence. Nothing is asked below a first step that is absent (an empty answer), or an
 * optional element that is absent or nil.
 * @param isOld - inside the first of a pair: what had no value is nil there
 */
function walk(at: XmlElement, steps: readonly PathStep[], depth: number, known: Known, isOld = false): readonly Seen[] {
  const step = steps[depth];
  if (!step) return isOld && stateOf(at) === 'nil' ? [] : [{ element: at, state: stateOf(at) }];
  if (step.attribute) {
    const value = at.attributes.find((each) => each.name === step.name && each.namespace === step.namespace)?.value;
    return [{ element: at, state: value === undefined ? 'absent' : value.trim() === '' ? 'empty' : 'filled' }];
  }
  const next = at.children.filter((child) => child.name === step.name && child.namespace === step.namespace);
  const path = steps
    .slice(0, depth + 1)
    .map((each) => each.text)
    .join('/');
  const mayBeAbsent = depth < steps.length - 1 && known.optional.has(path);
  const isEmptyAnswer = depth === 0 && steps.length > 1;
  if (next.length === 0) return isEmptyAnswer || mayBeAbsent ? [] : [{ element: at, state: 'absent' }];
  const isPair = known.pairs.has(path) && next.length === 2;
  const held = mayBeAbsent || isOld ? next.filter((child) => stateOf(child) !== 'nil') : next;
  return held.flatMap((child) => walk(child, steps, depth + 1, known, isOld || (isPair && child === next[0])));
}

function stateOf(element: XmlElement): Seen['state'] {
  const nil = element.attributes.some(
    (each) => each.name === 'nil' && each.namespace === XSI && /^(true|1)$/.test(each.value.trim()),
  );
  if (nil || element.attributes.some((each) => each.name === 'noValue')) return 'nil';
  return element.text.trim() !== '' || element.children.length > 0 ? 'filled' : 'empty';
}
