/**
 * Runs a chain in which one party does one thing wrong: the servicebus and the zaaksysteem are not ours then, and who speaks
 * first is not when it is the one.
 */
import type { Sender } from '../../src/actor/messenger.js';
import { does, onlySpeaks } from '../../src/model/chain.js';
import { type ChainOptions, type ChainOutcome, runChain } from './chain-run.js';
import { type Meddle, startMeddler, type Trust } from './meddler.js';
import type { OpenedChain } from './opened-chain.js';
import { machineClock } from './reference-run.js';
import { startReference } from './reference-server.js';

export interface ChainFault {
  /** Id of the actor. */
  readonly by: string;
  readonly meddle: Meddle;
  /** What it shows to who connects, when it speaks TLS. */
  readonly shows?: { readonly cert: string; readonly key: string } | undefined;
}

export async function withFault(
  { loaded, basis, rules }: OpenedChain,
  { by, meddle, shows }: ChainFault,
  {
    trust,
    ...more
  }: Pick<ChainOptions, 'selection' | 'pollMillis' | 'wrap' | 'passMillis' | 'certs'> & {
    /** How the servicebus looks at certificates. */
    readonly trust?: Trust;
  } = {},
): Promise<ChainOutcome> {
  await using shadow = await startReference(loaded.standard, machineClock);
  const shown = (actor: string) => (by === actor && shows ? { shows } : {});
  const real: Required<ChainOptions>['real'] = {
    bus: (urlOf) =>
      startMeddler({
        ...{ target: urlOf('bus-zaaksysteem'), elsewhere: shadow.url, isBus: true, ...shown('bus') },
        ...(by === 'bus' && { meddle }),
        ...(trust && { trust }),
      }),
    zaaksysteem: async () => {
      const own = await startReference(loaded.standard, machineClock, basis);
      const before = await startMeddler({
        ...{ target: own.url, elsewhere: shadow.url, isBus: false, ...shown('zaaksysteem') },
        ...(by === 'zaaksysteem' && { meddle }),
      });
      return {
        url: before.url,
        async [Symbol.asyncDispose]() {
          await before[Symbol.asyncDispose]();
          await own[Symbol.asyncDispose]();
        },
      };
    },
  };
  const actor = loaded.suite.chain?.actors.find(({ id }) => id === by);
  const speaks = actor !== undefined && does(actor, 'vrager');
  // Who speaks only needs no address; who answers too is a system of its own, and who passes on is there already.
  const speaker: Required<ChainOptions>['real'][string] = async () =>
    actor && onlySpeaks(actor) ? { url: 'real' } : startReference(loaded.standard, machineClock, basis);
  return await runChain(loaded, {
    ...{ bases: [basis], rules, timeoutMillis: meddle.send === 'nothing' ? 2000 : 30_000, passMillis: 1000, ...more },
    real: speaks ? { [by]: speaker, ...real } : real,
    ...(speaks && { waitMillis: 4000, wrap: more.wrap ?? ((sender: Sender) => meddling(sender, meddle)) }),
  });
}

/** A system that speaks first, and does one thing wrong. */
function meddling(sender: Sender, meddle: Meddle): Sender {
  let met = 0;
  return {
    async send(outgoing, target, purpose, signal) {
      const action = outgoing.headers.find(([name]) => name === 'SOAPAction')?.[1] ?? '';
      const isMeant = action.includes(meddle.on ?? '') && (++met === meddle.nth || meddle.nth === undefined);
      if (!isMeant) return sender.send(outgoing, target, purpose, signal);
      const text = Buffer.from(outgoing.body).toString();
      const headers = meddle.headers?.(Object.fromEntries(outgoing.headers)) ?? Object.fromEntries(outgoing.headers);
      const wrong = {
        ...outgoing,
        headers: Object.entries(headers),
        body: Buffer.from(meddle.request?.(text) ?? text),
      };
      if (meddle.onward === 'twice') await sender.send(wrong, target, purpose, signal);
      if (meddle.onward === 'elsewhere') return unsent(purpose, wrong);
      return sender.send(wrong, target, purpose, signal);
    },
  };
}

function unsent(
  purpose: Parameters<Sender['send']>[2],
  { headers, body }: Parameters<Sender['send']>[0],
): ReturnType<Sender['send']> {
  const at = new Date(0).toISOString();
  const stored = { id: 'nooit', size: body.length, digest: '', open: async function* () {}, bytes: async () => body };
  const request = { method: 'POST', url: '', headers, body: stored };
  return Promise.resolve({
    ...{ id: '9999', part: 'driver', request, purpose, startedAt: at, endedAt: at },
    failure: { kind: 'cancelled', detail: 'NOT_SENT' },
  });
}
