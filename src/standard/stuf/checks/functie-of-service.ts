/**
 * functie is the one that the description of the service gives this message.
 *
 * @see StUF 03.01 §4.1.3
 */
import type { StandardDefinition } from '../../../model/standard-definition.js';
import { childOf, clarkName, descend } from '../../../model/xml-element.js';
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
  const known = DESCRIBED.get(standard) ?? describedIn(standard);
  DESCRIBED.set(standard, known);
  return known.get(clarkName(message)) ?? [];
}

/** By message element; a standard does not change. */
const DESCRIBED = new WeakMap<StandardDefinition, ReadonlyMap<string, readonly string[]>>();

function describedIn({ services, namespaces }: StandardDefinition): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { element, functie } of services.flatMap(({ request, replies }) => [request, ...replies])) {
    const [prefix = '', name = ''] = element.split(':');
    const namespace = namespaces[prefix];
    if (functie === undefined || namespace === undefined) continue;
    const key = clarkName({ namespace, name });
    found.set(key, [...(found.get(key) ?? []), functie]);
  }
  return found;
}
