/**
 * What must stand in a message for an expression to be true of it: names, that the message is asked for before anything is
 * evaluated. Most rules are about something that most messages do not hold.
 */
import { interned } from '../../model/interned.js';
import type { NamesIn } from './names-in.js';
import type { Comparison, Expression, Step } from './syntax.js';

/** One of these must be there; an attribute is written `@name`. */
export type Need = ReadonlySet<string>;

/** All of these must be there. None where nothing is known. */
export type Needs = readonly Need[];

/** @returns whether a message lacks what the expression needs: then it is not true of it */
export function lacking(of: Expression): (names: NamesIn) => boolean {
  const needs = needsOf(of, true).map((need) => [...need].map(present));
  return (names) => {
    for (const need of needs) if (!need.some((isThere) => isThere(names))) return true;
    return false;
  };
}

function present(token: string): (names: NamesIn) => boolean {
  if (token.startsWith('@')) {
    const name = interned(token.slice(1));
    return ({ attributesNamed }) => attributesNamed.has(name);
  }
  return ({ elementsNamed }) => elementsNamed.has(token);
}

/** @param isInside - whether the expression is looked at from the message element or something in it */
export function needsOf(of: Expression, isInside: boolean): Needs {
  switch (of.kind) {
    case 'and':
      return of.of.flatMap((each) => needsOf(each, isInside));
    case 'or':
    case 'union':
      return oneOf(of.of.map((each) => needsOf(each, isInside)));
    case 'compare':
      return ofComparison(of, isInside);
    case 'call':
      return of.name === 'boolean' || TEXT_OF_NODES.includes(of.name) ? ofNodes(of.of[0], isInside) : [];
    case 'path':
      return ofPath(of, isInside).needs;
    default:
      return [];
  }
}

/** Without nodes they are empty text, which is not true. */
const TEXT_OF_NODES = ['string', 'normalize-space'];

function ofNodes(of: Expression | undefined, isInside: boolean): Needs {
  return of?.kind === 'path' || of?.kind === 'union' ? needsOf(of, isInside) : [];
}

/** Nodes are compared one by one: without any, no comparison holds. Truth is compared as such. */
function ofComparison({ by, left, right }: Extract<Expression, { kind: 'compare' }>, isInside: boolean): Needs {
  if ([left, right].some(isTruth)) return [];
  const counted = left.kind === 'call' && left.name === 'count' && isAtLeastOne(by, right) ? ofNodes(left.of[0], isInside) : [];
  return [...counted, ...ofNodes(left, isInside), ...ofNodes(right, isInside)];
}

function isTruth(of: Expression): boolean {
  return ['and', 'or', 'compare'].includes(of.kind) || (of.kind === 'call' && TRUTHS.includes(of.name));
}

const TRUTHS = ['not', 'boolean', 'contains', 'starts-with', 'true', 'false'];

function isAtLeastOne(by: Comparison, than: Expression): boolean {
  if (than.kind !== 'number') return false;
  return by === '>' ? than.value >= 0 : by === '>=' && than.value > 0;
}

interface Walked {
  readonly needs: Needs;
  readonly isInside: boolean;
}

function ofPath({ from, predicates, steps }: Extract<Expression, { kind: 'path' }>, isInside: boolean): Walked {
  const start = from ? ofStart(from, isInside) : { needs: [], isInside };
  const needs = [...start.needs, ...predicates.flatMap((each) => needsOf(each, start.isInside))];
  return steps.reduce(after, { needs, isInside: start.isInside });
}

function ofStart(from: Expression, isInside: boolean): Walked {
  if (from.kind === 'path') return ofPath(from, isInside);
  const parts = from.kind === 'union' ? from.of.map((each) => ofStart(each, isInside)) : [];
  return { needs: oneOf(parts.map(({ needs }) => needs)), isInside: parts.length > 0 && parts.every((each) => each.isInside) };
}

/** Down the message nothing leaves it; up from it, the names of an envelope are none of the message. */
function after({ needs, isInside }: Walked, { axis, test, predicates }: Step): Walked {
  const isDown = DOWN.includes(axis);
  const sign = axis.endsWith('attribute') ? '@' : '';
  const named =
    isInside && isDown && axis !== 'self' && test.names ? [new Set([...test.names].map((name) => `${sign}${name}`))] : [];
  const stays = isInside && isDown;
  return { needs: [...needs, ...named, ...predicates.flatMap((each) => needsOf(each, stays))], isInside: stays };
}

const DOWN: readonly string[] = ['self', 'child', 'descendant', 'attribute', 'descendant-attribute'];

/** So many needs of alternatives are told apart; of more, some are left out. */
const MOST = 24;

/** One of these alternatives holds: of each choice of a need from each, one is there. */
function oneOf(parts: readonly Needs[]): Needs {
  if (parts.some((each) => each.length === 0)) return [];
  return parts.reduce<Needs>(
    (all, part, index) =>
      index === 0 ? part : all.flatMap((one) => part.map((other) => new Set([...one, ...other]))).slice(0, MOST),
    [],
  );
}
