/**
 * What a service hands out, it hands out once: over all replies of this run.
 * Where it stands tells the effect `issue` of the service.
 */
import { parsePath, valuesAt } from '../../../model/element-path.js';
import type { ServiceDefinition, StandardDefinition } from '../../../model/standard-definition.js';
import type { Conversation, ExchangeCheck } from '../../family.js';
import { breachAt } from './place.js';

export const issuedOnce: ExchangeCheck = (input) => {
  const { service, reply, before, standard } = input;
  const path = pathOf(service);
  if (path === undefined || !reply?.message || reply.fout) return undefined;
  const earlier = new Set(
    before.filter((each) => each.service.id === service.id).flatMap((each) => issued(each, path, standard)),
  );
  const message = reply.message;
  return valuesAt(message, parsePath(path, standard.namespaces))
    .filter(({ value }) => value !== '' && earlier.has(value))
    .map(({ element, value }) => breachAt({ message, standard }, element, { expected: 'niet eerder uitgegeven', found: value }));
};

function pathOf({ effects }: ServiceDefinition): string | undefined {
  const issue = effects.find(({ does }) => does === 'issue');
  return issue && String(issue.with.into);
}

function issued({ reply }: Conversation, path: string, { namespaces }: StandardDefinition): readonly string[] {
  return reply?.message && !reply.fout ? valuesAt(reply.message, parsePath(path, namespaces)).map(({ value }) => value) : [];
}
