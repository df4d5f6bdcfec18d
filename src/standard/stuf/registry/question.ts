/**
 * Answers a question: which entities, in which order, how many, and what of them.
 *
 * @see StUF 03.01 §6.3, §6.4
 */
import { attributeOf, childOf, descend, type XmlElement } from '../../../model/xml-element.js';
import { STUF } from '../namespaces.js';
import { elementsAt, isFilled, textsAt } from './elements.js';
import { entitySource, type World } from './entity-source.js';
import type { Occurrence } from './occurrence.js';
import { questionProblem } from './question-problem.js';
import { type Refusal, refuse } from './refusal.js';
import { ALLES, wantedBy } from './scope.js';
import { gelijk, meets, relationsSelectedBy, totEnMet, vanaf } from './selection.js';
import type { Source } from './source.js';

/** The default of the published schema; the text of the standard names another (VR-03). */
const MAXIMUM_AANTAL = 15;

export interface Answer {
  readonly objects: readonly Source[];
  /** There is more. */
  readonly vervolg: boolean;
  /** How many there are, when that was asked. */
  readonly aantal?: number;
}

/**
 * @param question - the element that holds parameters, gelijk, vanaf, totEnMet, scope and start
 * @param type - entity type of what is asked for
 */
export function answer(world: World, question: XmlElement, type: string): Answer | Refusal {
  const problem = questionProblem(question);
  if (problem) return problem;
  const sorted = inOrder(world, question, type);
  if ('code' in sorted) return sorted;
  const rest = sorted.slice(startAt(world, sorted, question, type));
  const maximum = Number(parameter(question, 'maximumAantal') ?? MAXIMUM_AANTAL);
  const wanted = childOf(question, 'scope') ? wantedBy(descend(question, 'scope', 'object') ?? question) : ALLES;
  const filter = relationsSelectedBy(childOf(question, 'gelijk'));
  return {
    objects: rest.slice(0, maximum).flatMap(({ number }) => {
      const occurrence = world.store.get(number);
      return occurrence ? [entitySource(world, occurrence, wanted, filter)] : [];
    }),
    vervolg: rest.length > maximum,
    ...(parameter(question, 'indicatorAantal') === 'true' && { aantal: sorted.length }),
  };
}

/** A parameter of a question, e.g. `sortering`. */
export function parameter(question: XmlElement, name: string): string | undefined {
  const text = descend(question, 'parameters', name)?.text.trim();
  return text === '' ? undefined : text;
}

/** Something that was selected: not the thing itself, for there may be very many. */
interface Hit {
  readonly number: number;
  /** By which it is put in order. */
  readonly text: string;
}

function* selected(world: World, question: XmlElement, type: string): Iterable<Occurrence> {
  const criteria = [
    { of: childOf(question, 'gelijk'), comparison: gelijk },
    { of: childOf(question, 'vanaf'), comparison: vanaf },
    { of: childOf(question, 'totEnMet'), comparison: totEnMet },
  ];
  const ownKey = criteria[0]?.of && attributeOf(criteria[0].of, STUF, 'sleutelOntvangend');
  for (const each of candidates(world, criteria[0]?.of, type)) {
    if (ownKey !== undefined) {
      if (String(each.number) === ownKey) yield each;
      continue;
    }
    const source = entitySource(world, each, { kind: 'none' });
    if (criteria.every(({ of, comparison }) => !of || meets(source, of, comparison))) yield each;
  }
}

/** A question by key needs no look at everybody else. */
function candidates(world: World, equal: XmlElement | undefined, type: string): Iterable<Occurrence> {
  const told = equal?.children.filter((each) => isFilled(each) && attributeOf(each, STUF, 'exact') !== 'false') ?? [];
  const hasKey = world.knowledge.isDeclared(type) && world.knowledge.keysOf(type, { children: told }).length > 0;
  return hasKey ? world.store.lookup(type, { children: told }) : world.store.all(type);
}

function inOrder(world: World, question: XmlElement, type: string): readonly Hit[] | Refusal {
  const number = parameter(question, 'sortering') ?? '0';
  const names = Number(number) === 0 ? [] : world.knowledge.settings.sortering[type]?.[number];
  if (!names) return refuse('StUF133', `sortering ${number}`);
  const text = (of: Occurrence) => names.map((name) => textsAt(asElement(of), name)[0] ?? '').join('\u0000');
  const hits: Hit[] = [];
  for (const each of selected(world, question, type)) hits.push({ number: each.number, text: text(each) });
  if (names.length === 0) return hits;
  return hits.sort((one, other) => (one.text < other.text ? -1 : one.text > other.text ? 1 : one.number - other.number));
}

/** Where a follow-up goes on: after the last object of the answer before. */
function startAt(world: World, sorted: readonly Hit[], question: XmlElement, type: string): number {
  const [last] = elementsAt(question, 'start/object');
  if (!last) return 0;
  const known = world.store.lookup(type, last).map((each) => each.number);
  const own = Number(attributeOf(last, STUF, 'sleutelOntvangend'));
  return sorted.findIndex((each) => known.includes(each.number) || each.number === own) + 1;
}

function asElement(of: Occurrence): XmlElement {
  return { namespace: '', name: '', attributes: [], children: of.content, text: '', line: 0 };
}
