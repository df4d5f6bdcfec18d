/**
 * The key that an answering system gives is its own key of that object: one object has one key, and no two objects share it,
 * over all answers of this run.
 *
 * @see StUF 03.01 §3.2.1, §6.4.2
 */
import { remembered } from '../../../message/tree/remembered.js';
import type { StandardDefinition } from '../../../model/standard-definition.js';
import { attributeOf, type XmlElement } from '../../../model/xml-element.js';
import type { Breach, ExchangeCheck, MessageFacts } from '../../family.js';
import { keyOf } from '../entity-key.js';
import { STUF } from '../namespaces.js';
import { breachAt } from './place.js';
import { repliesOf, senderKey } from './said-before.js';

/** An object as two systems know it. */
interface Keyed {
  readonly element: XmlElement;
  readonly type: string;
  /** sleutelVerzendend */
  readonly own: string;
  /** What identifies it for everybody. */
  readonly common: string;
}

export const ownKeys: ExchangeCheck = ({ reply, before, standard }) => {
  const message = reply?.message;
  const sender = senderKey(reply?.zender);
  const shown = message && !reply?.fout ? keyedIn(message, standard) : [];
  if (!message || sender === undefined || shown.length === 0) return undefined;
  const known = [...repliesOf(sender, before).all.flatMap((each) => keyedOf(each, standard)), ...shown];
  return shown.flatMap((one): readonly Breach[] => {
    const other = known.find((each) => each.type === one.type && (each.own === one.own) !== (each.common === one.common));
    if (!other) return [];
    const expected = other.own === one.own ? `een andere sleutel dan die van ${other.common}` : other.own;
    return [breachAt({ message, standard }, one.element, { expected, found: one.own })];
  });
};

function keyedOf({ message, fout }: MessageFacts, standard: StandardDefinition): readonly Keyed[] {
  return message && !fout ? keyedIn(message, standard) : [];
}

/** Every later answer looks back at all before it. */
const found = remembered(() => new Map<StandardDefinition, readonly Keyed[]>());

function keyedIn(message: XmlElement, standard: StandardDefinition): readonly Keyed[] {
  const known = found(message);
  const keyed = known.get(standard) ?? walk(message, standard);
  known.set(standard, keyed);
  return keyed;
}

function walk(element: XmlElement, standard: StandardDefinition): readonly Keyed[] {
  const [type, own] = [attributeOf(element, STUF, 'entiteittype'), attributeOf(element, STUF, 'sleutelVerzendend')];
  const common = type !== undefined && own ? keyOf(standard, element) : undefined;
  const here = type !== undefined && own && common !== undefined ? [{ element, type, own, common }] : [];
  return [...here, ...element.children.flatMap((each) => walk(each, standard))];
}
