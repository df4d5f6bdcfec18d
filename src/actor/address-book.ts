/**
 * Knows what a suite waits for, and marks each message of the product with the step that it is for when it arrives.
 */
import { decoded } from '../message/content-coding.js';
import { isMultipart } from '../message/multipart.js';
import { readXml } from '../message/xml-reader.js';
import { headerOf } from '../model/body.js';
import type { Exchange, Purpose, SentRequest } from '../model/exchange.js';
import { HarnessError } from '../model/harness-error.js';
import type { ServiceDefinition, StandardDefinition } from '../model/standard-definition.js';
import type { Stray } from '../model/stray.js';
import { addresseeOf, type Expected, type Incoming, isStray } from '../standard/correlation.js';
import type { Family, MessageFacts } from '../standard/family.js';

/** A step for which the product has to send something. */
export interface ExpectedStep {
  readonly path: string;
  readonly service: ServiceDefinition;
  /** What it is about, when a message of the same service may be about something else. */
  readonly subject?: NonNullable<Expected['subject']>;
  /** Path of the step whose message has to come once more here. */
  readonly again?: string;
  /** After so many messages for that step; one when absent. */
  readonly after?: number;
}

export interface AddressBookOptions {
  readonly standard: StandardDefinition;
  readonly family: Family;
  /** In the order of the suite. */
  readonly expected: readonly ExpectedStep[];
}

export interface AddressBook {
  /** What a message is for, by what it says itself and by what came before. */
  purposeOf(request: SentRequest): Promise<Purpose>;
  /** A message that came before the run was cut off, and why nobody waited for it then. */
  recall(exchange: Exchange, stray?: Stray): Promise<void>;
  /** Somebody meant to say this, and turned away before a word of it. */
  turnedAway(path: string): Purpose;
  /** From now on this step is waited for. */
  awaits(path: string): void;
  /** Nothing came for this step in time, or it was taken: it is waited for no more. */
  passes(path: string): void;
  /** Why nobody waits for a message; undefined when somebody does. */
  strayOf(exchange: Exchange): Stray | undefined;
}

/** What a message is for when nobody waits for it. */
const NOBODY = { scenario: '', step: 0, kind: 'step', service: '', attempt: 1 } as const;

/** An empty book: everything is still to come. */
export function createAddressBook({ standard, family, expected }: AddressBookOptions): AddressBook {
  const states = new Map<string, Expected['state']>();
  const counts = new Map<string, number>();
  const references = new Map<string, string>();
  const strays = new WeakMap<Purpose, Stray>();
  let awaited: string | undefined;

  /** What has to come once more does not come before the message itself did, as often as it is offered in vain. */
  const isDue = ({ again, after }: ExpectedStep) =>
    again === undefined || after === undefined || (counts.get(again) ?? 0) >= after || states.get(again) === 'passed';
  const book = (): readonly Expected[] =>
    expected.filter(isDue).map((each) => ({
      ...each,
      state: states.get(each.path) ?? 'open',
      isAwaited: each.path === awaited && !states.has(each.path),
    }));

  const purposeFor = ({ path, service }: Pick<ExpectedStep, 'path' | 'service'>): Purpose => {
    const slash = path.lastIndexOf('/');
    const attempt = (counts.get(path) ?? 0) + 1;
    counts.set(path, attempt);
    if ((states.get(path) ?? 'open') === 'open') states.set(path, 'served');
    return { scenario: path.slice(0, slash), step: Number(path.slice(slash + 1)), kind: 'step', service: service.id, attempt };
  };
  const purposeOf = async (request: SentRequest): Promise<Purpose> => {
    const { facts, unfit } = await readingOf(request, family);
    const key = facts && identityOf(facts);
    const repeats = key === undefined ? undefined : references.get(key);
    const incoming = incomingOf(request, { facts, unfit, repeats });
    const addressee = addresseeOf(incoming, book(), standard);
    if (isStray(addressee)) {
      const purpose = { ...NOBODY, service: serviceOf(incoming, standard)?.id ?? '' };
      strays.set(purpose, addressee);
      return purpose;
    }
    if (key !== undefined) references.set(key, addressee.path);
    return purposeFor(addressee);
  };
  return {
    purposeOf,
    turnedAway(path) {
      const known = expected.find((each) => each.path === path);
      if (!known) throw new HarnessError('INTERNAL', `nobody waits for ${path} here`);
      return purposeFor(known);
    },
    async recall({ request, purpose }, stray) {
      if (purpose.scenario === '') {
        strays.set(purpose, stray ?? {});
        return;
      }
      const path = `${purpose.scenario}/${purpose.step}`;
      const { facts } = await readingOf(request, family);
      const key = facts && identityOf(facts);
      states.set(path, 'served');
      counts.set(path, Math.max(counts.get(path) ?? 0, purpose.attempt));
      if (key !== undefined) references.set(key, path);
    },
    awaits(path) {
      awaited = path;
    },
    passes(path) {
      awaited = undefined;
      if (!states.has(path)) states.set(path, 'passed');
    },
    strayOf: ({ purpose }) => strays.get(purpose),
  };
}

/** What somebody sent: what it says of itself, or what keeps it from being a message. */
interface Reading {
  readonly facts?: MessageFacts | undefined;
  readonly unfit?: NonNullable<Stray['differs']> | undefined;
}

async function readingOf(request: SentRequest, family: Family): Promise<Reading> {
  const { method, body, headers } = request;
  if (method !== 'POST') return { unfit: { what: 'methode', expected: 'POST', found: method } };
  if (body.size === 0) return { unfit: { what: 'inhoud', expected: 'XML', found: '0 bytes' } };
  const bytes = await decoded(body, headers).catch(() => undefined);
  const { root, problem } = bytes ? readXml(bytes) : {};
  if (root) {
    const facts = family.read(root);
    const isSoap = root.name === 'Envelope' && facts.message !== undefined;
    return isSoap ? { facts } : { facts, unfit: { what: 'inhoud', expected: 'soap:Envelope, soap:Body', found: root.name } };
  }
  const type = headerOf(headers, 'Content-Type') ?? '';
  if (type !== '' && !/xml/i.test(type) && !isMultipart(type))
    return { unfit: { what: 'Content-Type', expected: 'text/xml', found: type } };
  return { unfit: { what: 'inhoud', expected: 'XML', found: problem?.detail ?? headerOf(headers, 'Content-Encoding') ?? '' } };
}

function incomingOf(
  request: SentRequest,
  { facts, unfit, repeats }: Reading & { readonly repeats: string | undefined },
): Incoming {
  const soapAction = headerOf(request.headers, 'SOAPAction')?.trim().replaceAll(/^"|"$/g, '');
  return {
    ...(facts && { facts }),
    ...(unfit && { unfit }),
    ...(soapAction !== undefined && { soapAction }),
    ...(repeats !== undefined && { repeats }),
  };
}

/** Sender and reference: what names a message. */
function identityOf({ zender, referentienummer }: MessageFacts): string | undefined {
  return referentienummer === undefined ? undefined : JSON.stringify([zender, referentienummer]);
}

function serviceOf({ soapAction }: Incoming, { services }: StandardDefinition): ServiceDefinition | undefined {
  return services.find((service) => service.soapAction === soapAction);
}
