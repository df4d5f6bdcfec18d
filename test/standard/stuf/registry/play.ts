/**
 * Plays the scenarios of a suite against the registry in this process: every message as a run would send it.
 */
import { fillText, type Template } from '../../../../src/message/template.js';
import { readXml } from '../../../../src/message/xml-reader.js';
import { parsePath, valuesAt } from '../../../../src/model/element-path.js';
import type { MessageSource } from '../../../../src/model/scenario.js';
import type { ServiceDefinition, StandardDefinition } from '../../../../src/model/standard-definition.js';
import type { XmlElement } from '../../../../src/model/xml-element.js';
import type { Incoming, Registry, RegistryStore, Reply, SentMessage } from '../../../../src/standard/family.js';
import { compose } from '../../../../src/standard/stuf/compose.js';
import { readFacts } from '../../../../src/standard/stuf/facts.js';
import { createRegistry } from '../../../../src/standard/stuf/registry/registry.js';
import { evaluateFunctions } from '../../../../src/suite/functions.js';
import type { LoadedSuite } from '../../../../src/suite/load-suite.js';

export const NOON = Date.parse('2026-03-02T11:00:00Z');

/** One message and what came back. */
export interface Played {
  readonly step: string;
  readonly service: ServiceDefinition;
  readonly request: Uint8Array;
  readonly reply: Reply;
  readonly message: XmlElement;
  readonly answer: XmlElement | undefined;
  /** For a read-back: what the answer must hold at least. */
  readonly predicted?: XmlElement;
  readonly isReadBack: boolean;
}

export interface Counterpart {
  readonly registry: Registry;
  readonly store: RegistryStore;
  readonly standard: StandardDefinition;
  now: number;
}

export function counterpart(standard: StandardDefinition, saved?: unknown): Counterpart {
  const registry = createRegistry(standard);
  return { registry, store: registry.createStore(saved), standard, now: NOON };
}

/** Offers bytes to the registry, as the simulator would. */
export function offer(to: Counterpart, body: Uint8Array, soapAction: string, more: Partial<Incoming> = {}): Reply {
  const { root } = readXml(body);
  to.now += 1000;
  return to.registry.handle(to.store, {
    soapAction,
    contentType: 'text/xml',
    receivedAt: to.now,
    ...(root && { root }),
    ...more,
  });
}

export function messageOf(body: Uint8Array): XmlElement | undefined {
  const { root } = readXml(body);
  return root && readFacts(root).message;
}

/** All scenarios of a suite, in order, with their read-backs. */
export function playSuite(loaded: LoadedSuite): readonly Played[] {
  const to = counterpart(loaded.standard);
  const values: Record<string, string> = {
    ...Object.fromEntries(loaded.suite.variables.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]))),
    ...evaluateFunctions(loaded.suite.variables, { now: NOON, token: 'proef1' }),
  };
  const played: Played[] = [];
  let count = 0;
  const send = (name: string, source: MessageSource, service: string, isReadBack: boolean): Played => {
    const sent = composed(loaded, source, service, values, `proef-${++count}`, to.now + 500);
    const reply = offer(to, sent.body, sent.soapAction);
    const [message, answer] = [messageOf(sent.body), messageOf(reply.body)];
    if (!message) throw new Error(`${name}: the message cannot be read`);
    const before = played
      .filter((each) => !each.isReadBack)
      .map((each): SentMessage => ({ service: each.service, message: each.message }));
    const predicted = isReadBack ? to.registry.predict(before, { service: sent.service, message }) : undefined;
    return {
      step: name,
      service: sent.service,
      request: sent.body,
      reply,
      message,
      answer,
      isReadBack,
      ...(predicted && { predicted }),
    };
  };
  for (const { id, steps } of loaded.suite.scenarios) {
    for (const step of steps) {
      const name = `${id}/${step.nr}`;
      if (step.send) played.push(send(name, step.send, step.service, false));
      const answer = played.findLast((each) => each.step === `${id}/${step.answers}`)?.answer;
      for (const { variable, path } of step.capture) {
        const [found] = answer ? valuesAt(answer, parsePath(path, loaded.standard.namespaces)) : [];
        if (found) values[variable] = found.value;
      }
      if (step.readBack) played.push(send(`${name} read back`, step.readBack, step.readBack.service, true));
    }
  }
  return played;
}

function composed(
  { standard, templates }: LoadedSuite,
  source: MessageSource,
  serviceId: string,
  values: Readonly<Record<string, string>>,
  referentienummer: string,
  sentAt: number,
) {
  const service = standard.services.find((each) => each.id === serviceId);
  const template: Template | undefined = templates.get(source.template);
  if (!service || !template) throw new Error(`no service ${serviceId} or template ${source.template}`);
  const own = Object.fromEntries(Object.entries(source.with).map(([name, text]) => [name, fillText(text, values)]));
  const identity = {
    referentienummer,
    sentAt,
    zender: { organisatie: '9999', applicatie: 'KETENTEST', gebruiker: 'ketentest' },
    ontvanger: { organisatie: '9999', applicatie: 'REGISTER' },
  };
  const { body } = compose({ standard, service, template, values: { ...values, ...own }, identity });
  return { service, body, soapAction: `"${service.soapAction}"` };
}
