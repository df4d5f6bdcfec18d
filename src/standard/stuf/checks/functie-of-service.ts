/**
 * functie is the one that the description of the service gives this message.
 *
 * @see StUF 03.01 §4.1.3
 */
import { childOf, descend } from '../../../model/xml-element.js';
import type { MessageCheck, MessageCheckInput } from '../../family.js';
import { breachAt } from './place.js';

/** Says nothing about a message that no service describes, or that is described without a functie. */
export const functieOfService: MessageCheck = (input) => {
  const wanted = functiesOf(input);
  if (wanted.length === 0) return undefined;
  const functie = descend(input.message, 'stuurgegevens', 'functie');
  if (functie && wanted.includes(functie.text.trim())) return [];
  const place = functie ?? childOf(input.message, 'stuurgegevens') ?? input.message;
  return [breachAt(input, place, { expected: wanted.join(' / '), found: functie?.text.trim() ?? 'afwezig' })];
};

function functiesOf({ message, standard }: MessageCheckInput): readonly string[] {
  const described = standard.services.flatMap(({ request, replies }) => [request, ...replies]);
  return described.flatMap(({ element, functie }) => {
    const [prefix = '', name] = element.split(':');
    const same = name === message.name && standard.namespaces[prefix] === message.namespace;
    return same && functie !== undefined ? [functie] : [];
  });
}
