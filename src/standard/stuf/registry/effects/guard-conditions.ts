/**
 * What a guard can demand; each says what is wrong, or nothing.
 */
import type { XmlElement } from '../../../../model/xml-element.js';
import { elementsAt, isFilled, isRelation, make, textsAt } from '../elements.js';
import type { Occurrence } from '../occurrence.js';
import { isSameTarget, typeOf } from '../references.js';
import type { FaultCode } from '../refusal.js';
import { fillIn } from '../settings.js';
import { elementsOf, listOption, type Options, occurrenceOf, type Turn, textOption } from '../turn.js';

interface Condition {
  readonly name: string;
  /** When the guard names no other. */
  readonly fault: FaultCode;
  problem(turn: Turn, options: Options): string | undefined;
}

export const CONDITIONS: readonly Condition[] = [
  {
    name: 'known',
    fault: 'StUF064',
    problem: (turn, options) => each(turn, options, 'known', (it) => !holds(turn, options, it)),
  },
  {
    name: 'unknown',
    fault: 'StUF058',
    problem: (turn, options) => each(turn, options, 'unknown', (it) => holds(turn, options, it)),
  },
  { name: 'filled', fault: 'StUF055', problem: filled },
  { name: 'equal', fault: 'StUF055', problem: equal },
  { name: 'same', fault: 'StUF058', problem: same },
  { name: 'absent', fault: 'StUF058', problem: absent },
  { name: 'unlocked', fault: 'StUF058', problem: unlocked },
  { name: 'related', fault: 'StUF064', problem: related },
  { name: 'matches', fault: 'StUF058', problem: matches },
  { name: 'unique', fault: 'StUF058', problem: unique },
];

/** The path, when one of the elements there is wrong; empty elements are nobody's. */
function each(turn: Turn, options: Options, name: string, isWrong: (element: XmlElement) => boolean): string | undefined {
  const path = textOption(options, name);
  return elementsOf(turn, path).some((element) => isFilled(element) && isWrong(element)) ? path : undefined;
}

/** Whether the store holds it; `with` completes its key from the entity that the message is about. */
function holds(turn: Turn, options: Options, element: XmlElement): boolean {
  const type = textOption(options, 'type') || typeOf(element);
  const about = subject(turn, options);
  const completed = Object.entries((options.with as Readonly<Record<string, string>>) ?? {}).flatMap(([name, path]) => {
    const text = about && textsAt(asElement(about), path)[0];
    return text === undefined ? [] : [make('', name, text)];
  });
  const told = element.children.filter((child) => !completed.some((one) => one.name === child.name));
  return turn.store.lookup(type, { children: [...told, ...completed] }).length > 0;
}

function filled(turn: Turn, options: Options): string | undefined {
  return listOption(options, 'filled').find((path) => !elementsOf(turn, path).some(isFilled));
}

function equal(turn: Turn, options: Options): string | undefined {
  const texts = listOption(options, 'equal').flatMap((path) =>
    elementsOf(turn, path)
      .filter(isFilled)
      .map((one) => one.text.trim()),
  );
  return new Set(texts).size > 1 ? texts.join(' / ') : undefined;
}

/** What the message tells there is what the store holds there. */
function same(turn: Turn, options: Options): string | undefined {
  const path = textOption(options, 'same');
  const about = subject(turn, options);
  const held = about ? textsAt(asElement(about), path) : [];
  const told = elementsOf(turn, textOption(options, 'of')).flatMap((object) => textsAt(object, path));
  const other = held.length > 0 ? told.find((text) => !held.includes(text)) : undefined;
  return other === undefined ? undefined : `${path}: ${other}`;
}

function absent(turn: Turn, options: Options): string | undefined {
  const path = textOption(options, 'absent');
  const about = subject(turn, options);
  return about && textsAt(asElement(about), path).length > 0 ? path : undefined;
}

function unlocked(turn: Turn, options: Options): string | undefined {
  const [element] = elementsOf(turn, textOption(options, 'unlocked'));
  const lock = occurrenceOf(turn, element, textOption(options, 'type'))?.lock;
  return lock && `in bewerking bij ${lock.by}`;
}

/** The store holds this relation between the entity and each of those at `to`. */
function related(turn: Turn, options: Options): string | undefined {
  const name = textOption(options, 'related');
  const held = (subject(turn, options)?.content ?? []).filter((one) => one.name === name);
  const isHeld = (target: XmlElement) => {
    const told = make('', name, [{ ...target, name: 'gerelateerde' }]);
    return held.some((one) => isSameTarget(turn.knowledge, one, told));
  };
  const missing = elementsOf(turn, textOption(options, 'to')).some((target) => isFilled(target) && !isHeld(target));
  return missing ? name : undefined;
}

function matches(turn: Turn, options: Options): string | undefined {
  const pattern = patternOf(fillIn(textOption(options, 'pattern'), turn.knowledge.settings));
  return each(turn, options, 'matches', (element) => !pattern.test(element.text.trim()));
}

const PATTERNS = new Map<string, RegExp>();

/** Patterns come from data, and so there are few. */
function patternOf(text: string): RegExp {
  const known = PATTERNS.get(text) ?? new RegExp(`^(?:${text})$`, 'u');
  PATTERNS.set(text, known);
  return known;
}

/** No relation to another entity has the same value there; the same again is no clash. */
function unique(turn: Turn, options: Options): string | undefined {
  const [relation = '', element = ''] = textOption(options, 'unique').split('/');
  const held = (subject(turn, options)?.content ?? []).filter((one) => one.name === relation);
  const told = elementsOf(turn, textOption(options, 'of'))
    .flatMap((object) => elementsAt(object, relation))
    .filter(isRelation);
  const clashes = (one: XmlElement) =>
    held.some((other) => textsAt(other, element)[0] === textsAt(one, element)[0] && !isSameTarget(turn.knowledge, one, other));
  const clash = told.find((one) => textsAt(one, element).length > 0 && clashes(one));
  return clash && `${relation}/${element}: ${textsAt(clash, element)[0]}`;
}

/** The entity at `of`, as the store holds it. */
function subject(turn: Turn, options: Options): Occurrence | undefined {
  return elementsOf(turn, textOption(options, 'of'))
    .map((element) => occurrenceOf(turn, element))
    .find((found) => found !== undefined);
}

function asElement(of: Occurrence): XmlElement {
  return make('', '', of.content);
}
