/**
 * Sends the messages of a scenario: composes each with a fresh referentienummer and a strictly increasing time, and
 * offers it once more, unchanged, when an endpoint that answered before suddenly does not.
 */

import { fillText, type Template } from '../message/template.js';
import type { Clock } from '../model/clock.js';
import type { Exchange, Purpose } from '../model/exchange.js';
import { HarnessError } from '../model/harness-error.js';
import { namesIn } from '../model/names-in.js';
import type { OutgoingMessage } from '../model/plan.js';
import type { MessageSource } from '../model/scenario.js';
import { isHttp, isSilence } from '../model/silence.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import type { Family, Party } from '../standard/family.js';

/** The part of a driver that a messenger needs. */
export interface Sender {
  send(
    outgoing: OutgoingMessage,
    target: { readonly portType: string },
    purpose: Purpose,
    signal?: AbortSignal,
  ): Promise<Exchange>;
  /**
   * What was said under this purpose already, where somebody goes through a record: then nothing is composed and sent.
   * Absent for who really sends.
   */
  readonly recorded?: (purpose: Purpose) => Exchange | undefined;
}

export interface MessengerParts {
  readonly standard: StandardDefinition;
  readonly family: Family;
  readonly templates: ReadonlyMap<string, Template>;
  readonly sender: Sender;
  readonly clock: Clock;
  /** Sets the references of this run apart from those of others. */
  readonly token: string;
  /** Values that are new for every message; `sentAt` in milliseconds since 1970. */
  readonly fresh: (sentAt: number) => Readonly<Record<string, string>>;
  /** How many references were given to messages that are no part of this run any more; none when absent. */
  readonly skipped?: () => number;
  /** Whether a message that got no answer is not offered once more: in a chain somebody else may have taken it. */
  readonly offersOnce?: boolean;
}

export interface Messenger {
  /** Names of the variables that a message needs, told by the step or used by its template. */
  needs(source: MessageSource): readonly string[];
  /**
   * Sends one message.
   * @returns the exchange, or two when an endpoint that had answered before left the first without an answer, unless it is known to be gone
   * @throws {HarnessError} `VARIABLE_UNSET` when the template needs a value that nobody gave
   */
  send(
    source: MessageSource,
    purpose: Omit<Purpose, 'attempt'>,
    values: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ): Promise<readonly Exchange[]>;
}

/** Makes messages without sending them. */
export interface Composer {
  /**
   * Makes one message, as it would go out.
   * @throws {HarnessError} `VARIABLE_UNSET` when the template needs a value that nobody gave
   */
  compose(source: MessageSource, purpose: Omit<Purpose, 'attempt'>, values: Readonly<Record<string, string>>): OutgoingMessage;
}

export function createMessenger({
  standard,
  family,
  templates,
  sender,
  clock,
  token,
  fresh,
  skipped = () => 0,
  offersOnce = false,
}: MessengerParts): Messenger & Composer {
  const answered = new Set<string>();
  /** Endpoints that a message was offered to twice in vain, and that did not answer since: one try is enough there. */
  const gone = new Set<string>();
  let lastMoment = 0;
  let messages = 0;
  /** By step, for a later one that takes its reference over. */
  const identities = new Map<string, { readonly referentienummer: string; readonly sentAt: number }>();
  const next = () => {
    lastMoment = Math.max(clock.now(), lastMoment + 1);
    messages += 1;
    return { referentienummer: `KT-${token}-${String(messages + skipped()).padStart(4, '0')}`, sentAt: lastMoment };
  };
  const made = (source: MessageSource, purpose: Omit<Purpose, 'attempt'>, values: Readonly<Record<string, string>>) => {
    const service = standard.services.find((each) => each.id === purpose.service);
    const template = templates.get(source.template);
    if (!service || !template)
      throw new HarnessError('INTERNAL', `the plan names ${purpose.service} and ${source.template}, which were not loaded`);
    const own = identities.get(source.sameReferenceAs ?? '') ?? next();
    if (purpose.kind === 'step') identities.set(`${purpose.scenario}/${purpose.step}`, own);
    const outgoing = () => {
      const known = { ...values, ...fresh(own.sentAt) };
      return family.compose({
        standard,
        service,
        template,
        values: { ...known, ...filled(source.with, known) },
        identity: { ...own, zender: partyOf('zender', values), ontvanger: partyOf('ontvanger', values) },
        ...(source.soapAction !== undefined && { soapAction: source.soapAction }),
        ...(source.stuurgegevens && { stuurgegevens: filled(source.stuurgegevens, known) }),
      });
    };
    return { outgoing, service };
  };
  return {
    needs: (source) => [
      ...Object.values(source.with).flatMap(namesIn),
      ...(templates.get(source.template)?.names ?? []).filter((name) => !Object.hasOwn(source.with, name)),
    ],
    compose: (source, purpose, values) => made(source, purpose, values).outgoing(),
    async send(source, purpose, values, signal) {
      const { outgoing, service } = made(source, purpose, values);
      let composed: OutgoingMessage | undefined;
      const attempt = async (nr: number) => {
        const tried = { ...purpose, attempt: nr };
        const said = sender.recorded?.(tried);
        if (said) return said;
        composed ??= outgoing();
        return sender.send(composed, service, tried, signal);
      };
      const first = await attempt(1);
      const { url } = first.request;
      if (!isSilence(first)) {
        gone.delete(url);
        if (isHttp(first.reply)) answered.add(url);
        return [first];
      }
      if (offersOnce || !answered.has(url) || gone.has(url) || signal?.aborted) return [first];
      const second = await attempt(2);
      if (isSilence(second)) gone.add(url);
      return [first, second];
    },
  };
}

function filled(given: Readonly<Record<string, string>>, values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, text]) => [name, fillText(text, values)]));
}

/** `zender.organisatie` and so on, as the suite's constants name them. */
function partyOf(side: 'zender' | 'ontvanger', values: Readonly<Record<string, string>>): Party {
  const part = (name: string) => values[`${side}.${name}`];
  return {
    applicatie: part('applicatie') ?? '',
    ...Object.fromEntries(
      ['organisatie', 'administratie', 'gebruiker'].flatMap((name) => (part(name) ? [[name, part(name)]] : [])),
    ),
  };
}
