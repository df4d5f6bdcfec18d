/** Writes down that somebody connected on a hop, and turned away from what it saw: an exchange in which nothing was said. */
import type { Disturb } from '../model/disturbance.js';
import type { Exchange, Purpose } from '../model/exchange.js';
import type { TurnedAway } from './disguise.js';
import { isoTime } from './iso-time.js';
import type { RelayOptions } from './relay.js';

export interface AtHop extends Pick<RelayOptions, 'recorder' | 'bodyStore' | 'clock' | 'exchangeIds'> {
  readonly hop: string;
  /** Where we stand. */
  readonly url: string;
}

export async function recordTurnedAway(
  { recorder, bodyStore, clock, exchangeIds, hop, url }: AtHop,
  { how, side }: Disturb,
  purpose: Purpose,
  { said, tls, since }: TurnedAway & { readonly since: number },
): Promise<Exchange> {
  const id = exchangeIds.next();
  const [startedAt, at] = [isoTime(since), isoTime(clock.now())];
  const request = { method: '', url, headers: [], body: await bodyStore.fromBytes(new Uint8Array()) };
  const outcome = {
    failure: { kind: 'tls', detail: `TURNED_AWAY: ${said ?? 'closed without a word'}`, at: 'vraag' },
    tls,
    disturbed: { how, side, passed: { what: 'niets', bytes: 0 } },
  } as const;
  await recorder.record({ type: 'request', exchange: id, part: 'relay', hop, purpose, at: startedAt, request });
  await recorder.record({ type: 'reply', exchange: id, at, ...outcome });
  return { id, part: 'relay', hop, request, ...outcome, startedAt, endedAt: at, purpose };
}
