/**
 * Lays an answer beside the scope of its question: what was asked and is not there, what is there and was not asked.
 * Where the scope asks by a kind (`StUF:scope`), or is empty, nothing is compared.
 *
 * @see StUF 03.01 §6.3.3, §6.4.2
 */
import type { StandardDefinition } from '../../../model/standard-definition.js';
import { attributeOf, childrenOf, type XmlElement } from '../../../model/xml-element.js';
import { STUF } from '../namespaces.js';
import { isNil, isRelation } from '../registry/elements.js';
import { ofLatest } from './of-latest.js';
import { answerIn, objectsIn, scopeIn } from './question-parts.js';
import { type Cursor, cursorAt, follow, type Step, stepDown } from './shape-cursor.js';

export interface Compared {
  /** Where in the answer. */
  readonly parent: XmlElement;
  /** Of the scope; absent for what nobody asked. */
  readonly asked?: XmlElement;
  /** Of the answer; absent for what is not there. */
  readonly shown?: XmlElement;
  /** What the schema of the answer says of it. */
  readonly step: Step | undefined;
}

/** @returns undefined when the question has no scope that names elements, or nothing was found */
export function compareWithScope(
  standard: StandardDefinition,
  question: XmlElement,
  reply: XmlElement,
): readonly Compared[] | undefined {
  return askedIn(question, standard)(reply);
}

/** Of the latest question, and of the latest reply to it: several checks lay the same two beside each other. */
const askedIn = ofLatest((question: XmlElement, standard: StandardDefinition) => {
  const compared = ofLatest((reply: XmlElement, _: undefined) => comparedWith(standard, question, reply));
  return (reply: XmlElement) => compared(reply, undefined);
});

function comparedWith(standard: StandardDefinition, question: XmlElement, reply: XmlElement): readonly Compared[] | undefined {
  const scope = scopeIn(question);
  const objects = objectsIn(reply);
  if (!scope || !namesElements(scope) || objects.length === 0) return undefined;
  const answer = answerIn(reply);
  return objects.flatMap((object) => {
    const holder = answer.children.find((each) => each.children.includes(object));
    const way = [...(answer === reply ? [] : [answer]), ...(holder ? [holder] : []), object];
    return compare(scope, object, follow(cursorAt(standard, reply), way));
  });
}

function compare(asked: XmlElement, shown: XmlElement, at: Cursor | undefined): readonly Compared[] {
  if (!namesElements(asked) || isNil(shown)) return [];
  const missing = asked.children.flatMap((each) =>
    childrenOf(shown, each.name, each.namespace).length === 0 ? [{ parent: shown, asked: each, step: stepDown(at, each) }] : [],
  );
  const others = shown.children.flatMap((each) => {
    const step = stepDown(at, each);
    const [wanted] = childrenOf(asked, each.name, each.namespace);
    return wanted ? compare(wanted, each, step?.at) : [{ parent: shown, shown: each, step }];
  });
  return [...missing, ...others];
}

function namesElements(asked: XmlElement): boolean {
  return attributeOf(asked, STUF, 'scope') === undefined && asked.children.length > 0;
}

/** Must be shown, empty if need be: the schema lets it be empty, and it is no relation and none of several. */
export function mustBeShown({ asked, step }: Compared): boolean {
  return asked !== undefined && !isRelation(asked) && step?.particle.nillable === true && !step.isAlternative;
}
