/**
 * Makes a simulated counterpart begin: `POST /send/<service>` sends a message of the standard to the product, with the
 * values of a JSON object. A page of somebody else cannot ask for it: browsers do not send that type without asking us.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Courier } from '../../actor/courier.js';
import type { OutgoingReply } from '../../actor/listener.js';
import { compileTemplate, type Template } from '../../message/template.js';
import { headerOf } from '../../model/body.js';
import type { Exchange, SentRequest } from '../../model/exchange.js';
import type { ServiceDefinition, StandardDefinition } from '../../model/standard-definition.js';
import type { Family, Party, Registry, RegistryStore } from '../../standard/family.js';
import { packageFacts } from '../package-root.js';

export interface SendingOptions {
  readonly standard: StandardDefinition;
  readonly family: Family;
  readonly registry: Registry;
  readonly store: RegistryStore;
  /** Absent when nobody said where to send to. */
  readonly courier: Courier | undefined;
  readonly now: () => number;
}

/** Below our address, for each message that we can begin; none when nobody said where to send to. */
export function sendPaths({ standard, courier }: Pick<SendingOptions, 'standard' | 'courier'>): readonly string[] {
  if (!courier) return [];
  return standard.services.filter(({ id }) => existsSync(fileOf(standard, id))).map(({ id }) => `send/${id}`);
}

/** Undefined for a request that asks for something else. */
export function sendOnRequest(options: SendingOptions): (request: SentRequest) => Promise<OutgoingReply | undefined> {
  return async (request) => {
    if (!request.url.includes('/send/')) return undefined;
    const [, id] = /^\/send\/([\w.-]+)$/.exec(URL.canParse(request.url) ? new URL(request.url).pathname : '') ?? [];
    if (id === undefined || request.method !== 'POST') return undefined;
    const service = options.standard.services.find((each) => each.id === id);
    const template = service && templateOf(options.standard, id);
    if (!service || !template) return said(404, { error: `there is no message "${id}" to send` });
    if (!options.courier) return said(409, { error: 'nobody said where to: start with --reply-to URL' });
    if (!/^application\/json\b/i.test(headerOf(request.headers, 'Content-Type') ?? ''))
      return said(415, { error: 'give the values as a JSON object, with Content-Type: application/json' });
    const values = valuesIn(new TextDecoder().decode(await request.body.bytes()));
    const missing = values && template.names.filter((name) => !Object.hasOwn(values, name));
    if (!values || missing === undefined) return said(400, { error: 'the body is no JSON object of texts' });
    if (missing.length > 0) return said(400, { error: `these values are missing: ${missing.join(', ')}` });
    return send(options, options.courier, service, template, values);
  };
}

async function send(
  { standard, family, registry, store, now }: SendingOptions,
  courier: Courier,
  service: ServiceDefinition,
  template: Template,
  values: Readonly<Record<string, string>>,
): Promise<OutgoingReply> {
  const { referentienummer, zender } = registry.begin(store, now());
  const outgoing = family.compose({
    ...{ standard, service, template, values },
    identity: {
      ...{ referentienummer, sentAt: now() },
      zender: partyOf('zender', values) ?? zender,
      ontvanger: partyOf('ontvanger', values) ?? { applicatie: 'PRODUCT' },
    },
  });
  const name = service.request.element.replace(/^.*:/, '');
  const { reply, failure, request }: Exchange = await courier.send({ outgoing, service, name });
  const came = { sent: name, to: request.url, referentienummer, status: reply?.status, failure: failure?.detail };
  return said(failure || reply?.status !== 200 ? 502 : 200, came);
}

function fileOf({ id }: StandardDefinition, service: string): string {
  return join(packageFacts().suites, id, 'messages', `${service}.xml.hbs`);
}

function templateOf(standard: StandardDefinition, service: string): Template | undefined {
  const file = fileOf(standard, service);
  return existsSync(file) ? compileTemplate(readFileSync(file, 'utf8'), file) : undefined;
}

function valuesIn(text: string): Readonly<Record<string, string>> | undefined {
  try {
    const given: unknown = JSON.parse(text);
    const isObject = typeof given === 'object' && given !== null && !Array.isArray(given);
    return isObject && Object.values(given).every((each) => typeof each === 'string')
      ? (given as Record<string, string>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** `zender.applicatie` and so on, as in a suite. */
function partyOf(side: 'zender' | 'ontvanger', values: Readonly<Record<string, string>>): Party | undefined {
  const applicatie = values[`${side}.applicatie`];
  if (!applicatie) return undefined;
  const more = ['organisatie', 'administratie', 'gebruiker'].flatMap((part) => {
    const text = values[`${side}.${part}`];
    return text ? [[part, text] as const] : [];
  });
  return { applicatie, ...Object.fromEntries(more) };
}

function said(status: number, what: object): OutgoingReply {
  const headers = [['Content-Type', 'application/json']] as const;
  return { status, headers, body: new TextEncoder().encode(`${JSON.stringify(what)}\n`) };
}
