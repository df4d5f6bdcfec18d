/**
 * Our own number and moment, for whatever we say: a number that nobody had, a moment later than any before.
 *
 * @see StUF 03.01 §4.3.1, §4.3.2
 */
import { tijdstip } from '../stuurgegevens.js';
import type { World } from './entity-source.js';

export interface OwnReference {
  readonly referentienummer: string;
  readonly tijdstipBericht: string;
}

/** Kind of number, among those that were issued: of messages of ours that somebody will react to. */
export const SENT = 'verzonden';

export function ownReference({ store }: World, at: number): OwnReference {
  const tijdstipBericht = tijdstip(store.raise('moment', at));
  return { referentienummer: `${tijdstipBericht}-${String(store.count('reply')).padStart(6, '0')}`, tijdstipBericht };
}
