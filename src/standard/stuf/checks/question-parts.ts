/**
 * Where the question and the answer stand: the message itself, or a part of a free message.
 *
 * @see StUF 03.01 §6
 */
import { childOf, childrenOf, type XmlElement } from '../../../model/xml-element.js';
import { elementsAt } from '../registry/elements.js';

const ASKS = ['gelijk', 'vanaf', 'totEnMet', 'scope', 'start'];

/** The element that holds selection and scope; undefined when nothing is asked. */
export function questionIn(message: XmlElement): XmlElement | undefined {
  return [message, ...message.children].find((each) => ASKS.some((name) => childOf(each, name)));
}

/** The element that holds `antwoord`; the message itself when there is none. */
export function answerIn(message: XmlElement): XmlElement {
  return [message, ...message.children].find((each) => childOf(each, 'antwoord')) ?? message;
}

/** The objects that an answer shows. */
export function objectsIn(message: XmlElement): readonly XmlElement[] {
  return elementsAt(answerIn(message), 'antwoord/object');
}

/** The scope of a question, as the object that it describes. */
export function scopeIn(message: XmlElement): XmlElement | undefined {
  const question = questionIn(message);
  return question && elementsAt(question, 'scope/object')[0];
}

/** The value of an element of `parameters`. */
export function parameterOf(message: XmlElement, name: string): string | undefined {
  const parameters = childOf(message, 'parameters');
  const text = parameters && childOf(parameters, name)?.text.trim();
  return text === '' ? undefined : text;
}

/** An xs:boolean of `parameters`; undefined when it is not there. */
export function flagOf(message: XmlElement, name: string): boolean | undefined {
  const text = parameterOf(message, name);
  return text === undefined ? undefined : text === 'true' || text === '1';
}

/** Whether the answer says this standard melding, such as `StUF0002`. */
export function says(message: XmlElement, melding: string): boolean {
  return childrenOf(answerIn(message), 'melding').some((each) => each.text.trim().startsWith(melding));
}
