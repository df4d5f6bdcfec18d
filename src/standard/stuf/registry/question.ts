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
  const sorted = inOrder(world, selected(world, question, type), question, type);
  if ('code' in sorted) return sorted;
  const rest = sorted.slice(startAt(world, sorted, question, type));
  const maximum = Number(parameter(question, 'maximumAantal') ?? MAXIMUM_AANTAL);
  const wanted = childOf(question, 'scope') ? wantedBy(descend(question, 'scope', 'object') ?? question) : ALLES;
  const filter = relationsSelectedBy(childOf(question, 'gelijk'));
  return {
    objects: rest.slice(0, maximum).map((each) => entitySource(world, each, wanted, filter)),
    vervolg: rest.length > maximum,
    ...(parameter(question, 'indicatorAantal') === 'true' && { aantal: sorted.length }),
  };
}

/** A parameter of a question, e.g. `sortering`. */
export function parameter(question: XmlElement, name: string): string | undefined {
  const text = descend(question, 'parameters', name)?.text.trim();
  return text === '' ? undefined : text;
}

function selected(world: World, question: XmlElement, type: string): readonly Occurrence[] {
  const criteria = [
    { of: childOf(question, 'gelijk'), comparison: gelijk },
    { of: childOf(question, 'vanaf'), comparison: vanaf },
    { of: childOf(question, 'totEnMet'), comparison: totEnMet },
  ];
  const ownKey = criteria[0]?.of && attributeOf(criteria[0].of, STUF, 'sleutelOntvangend');
  return candidates(world, criteria[0]?.of, type).filter((each) => {
    if (ownKey !== undefined) return String(each.number) === ownKey;
    const source = entitySource(world, each, { kind: 'none' });
    return criteria.every(({ of, comparison }) => !of || meets(source, of, comparison));
  });
}

/** A question by key needs no look at everybody else. */
function candidates(world: World, equal: XmlElement | undefined, type: string): readonly Occurrence[] {
  const told = equal?.children.filter((each) => isFilled(each) && attributeOf(each, STUF, 'exact') !== 'false') ?? [];
  const hasKey = world.knowledge.isDeclared(type) && world.knowledge.keysOf(type, { children: told }).length > 0;
  return hasKey ? world.store.lookup(type, { children: told }) : world.store.all(type);
}

function inOrder(
  world: World,
  found: readonly Occurrence[],
  question: XmlElement,
  type: string,
): readonly Occurrence[] | Refusal {
  const number = parameter(question, 'sortering') ?? '0';
  if (Number(number) === 0) return found;
  const names = world.knowledge.settings.sortering[type]?.[number];
  if (!names) return refuse('StUF133', `sortering ${number}`);
  const text = (of: Occurrence) => names.map((name) => textsAt(asElement(of), name)[0] ?? '').join('\u0000');
  return [...found].sort((one, other) =>
    text(one) < text(other) ? -1 : text(one) > text(other) ? 1 : one.number - other.number,
  );
}

/** Where a follow-up goes on: after the last object of the answer before. */
function startAt(world: World, sorted: readonly Occurrence[], question: XmlElement, type: string): number {
  const [last] = elementsAt(question, 'start/object');
  if (!last) return 0;
  const known = world.store.lookup(type, last).map((each) => each.number);
  const own = Number(attributeOf(last, STUF, 'sleutelOntvangend'));
  return sorted.findIndex((each) => known.includes(each.number) || each.number === own) + 1;
}

function asElement(of: Occurrence): XmlElement {
  return { namespace: '', name: '', attributes: [], children: of.content, text: '', line: 0 };
}
