/**
 * What an actor of a chain can do wrongly when the network fails, as data: the scenario in which we make it fail, and whom a
 * report has to name, on which hop and for what.
 */
import type { OutgoingMessage } from '../../src/model/plan.js';
import type { Meddle } from '../support/meddler.js';
import type { Offering } from '../support/offering.js';

export interface WrongRecovery {
  readonly id: string;
  readonly title: string;
  readonly by: 'vakapp' | 'bus' | 'zaaksysteem';
  readonly scenario: string;
  /** Another scenario that it needs beside it. */
  readonly beside?: string;
  readonly meddle?: Meddle;
  /** Only of who speaks first; once, unchanged, when absent. */
  readonly offers?: Offering;
  readonly blamed: readonly [hop: string, partij: string, regel: string];
}

const CREATE = 'creeerZaak';
const RESET = 'vzf.6.antwoordVerbroken';
const HALF = 'vzf.8.vraagAfgekapt';
const FIRST = 'vakapp-bus';
const SECOND = 'bus-zaaksysteem';

const written = (change: (text: string) => string) => (message: OutgoingMessage) => ({
  ...message,
  body: Buffer.from(change(Buffer.from(message.body).toString())),
});
const anew = (text: string) => text.replace(/(referentienummer>)/, '$1N');

/** A message made whole, by who should have thrown its beginning away, after one that came before. */
const completed = (text: string, before: string): string => {
  const of = (name: string) => new RegExp(`<(?:\\w+:)?${name}>([^<]*)<`).exec(text)?.[1] ?? '';
  return before
    .replace(/(<ZKN:identificatie>)[^<]*/, `$1${of('identificatie')}`)
    .replace(/(referentienummer>)[^<]*/, `$1H${of('referentienummer')}`);
};

export const WRONG_RECOVERIES: readonly WrongRecovery[] = [
  {
    ...{ id: 'never-again', title: 'never offers again what was not confirmed', by: 'vakapp', scenario: RESET },
    ...{ offers: { times: 0 }, blamed: [FIRST, 'vakapp', 'KETEN-HERSTEL'] },
  },
  {
    ...{ id: 'as-new', title: 'offers it again as a new message', by: 'vakapp', scenario: RESET },
    ...{ offers: { times: 1, changed: written(anew) }, blamed: [FIRST, 'vakapp', 'HERHAALD'] },
  },
  {
    ...{ id: 'second-zaak', title: 'makes a second zaak of it', by: 'vakapp', scenario: RESET },
    offers: { times: 1, changed: written((text) => anew(text).replace(/(ZKN:identificatie>9999)/, '$1X')) },
    blamed: [FIRST, 'vakapp', 'HERHAALD'],
  },
  {
    ...{ id: 'other-time', title: 'gives it another time', by: 'vakapp', scenario: RESET },
    offers: { times: 1, changed: written((text) => text.replace(/(tijdstipBericht>\d{8})\d\d/, '$123')) },
    blamed: [FIRST, 'vakapp', 'HERHAALD'],
  },
  {
    ...{ id: 'other-content', title: 'offers something else under its reference', by: 'vakapp', scenario: RESET },
    offers: { times: 1, changed: written((text) => text.replace(/999990019/, '999990020')) },
    blamed: [FIRST, 'vakapp', 'HERHAALD'],
  },
  {
    ...{
      id: 'impatient',
      title: 'offers it again while the answer is on its way',
      by: 'vakapp',
      scenario: 'vzf.4.antwoordLater',
    },
    ...{ offers: { times: 1, isImpatient: true }, blamed: [FIRST, 'vakapp', 'KETEN-EENMAAL'] },
  },
  {
    ...{
      id: 'never-satisfied',
      title: 'offers it again when it was confirmed',
      by: 'vakapp',
      scenario: RESET,
      beside: 'vzf.7.vraagVerbroken',
    },
    ...{ offers: { times: 2, always: true }, blamed: [FIRST, 'vakapp', 'KETEN-EENMAAL'] },
  },
  {
    ...{ id: 'bus-hides', title: 'confirms what went wrong behind it', by: 'bus', scenario: HALF },
    ...{ meddle: { on: CREATE, onFailure: 'elsewhere' }, blamed: [FIRST, 'bus', 'KETEN-VERZWEGEN'] },
  },
  {
    ...{ id: 'bus-renames', title: 'gives what comes again another reference', by: 'bus', scenario: RESET },
    ...{ meddle: { on: CREATE, nth: 2, reference: 'anew' }, blamed: [SECOND, 'bus', 'HERHAALD'] },
  },
  {
    ...{ id: 'bus-keeps', title: 'confirms what comes again, and does not pass it on', by: 'bus', scenario: HALF },
    ...{ meddle: { on: CREATE, nth: 2, onward: 'elsewhere' }, blamed: [SECOND, 'bus', 'KETEN-AANGEKOMEN'] },
  },
  {
    ...{ id: 'bus-twice', title: 'passes what comes again on twice', by: 'bus', scenario: RESET },
    ...{ meddle: { on: CREATE, nth: 2, onward: 'twice' }, blamed: [SECOND, 'bus', 'KETEN-EENMAAL'] },
  },
  {
    ...{ id: 'provider-refuses', title: 'refuses what it had confirmed before', by: 'zaaksysteem', scenario: RESET },
    meddle: { on: CREATE, nth: 2, reply: () => '<html>bestaat al</html>', status: 500 },
    blamed: [SECOND, 'zaaksysteem', 'BODY-HTML'],
  },
  {
    ...{ id: 'provider-two', title: 'has two zaken of one message', by: 'zaaksysteem', scenario: 'vzf.5.dubbel' },
    meddle: { on: 'geefZaakdetails', reply: (text) => text.replace(/(<([\w:]*object)[ >][\s\S]*<\/\2>)/, '$1$1') },
    blamed: [SECOND, 'zaaksysteem', 'STUF-0301-ANTWOORD-02'],
  },
  {
    ...{ id: 'provider-refuses-copy', title: 'refuses what came twice', by: 'zaaksysteem', scenario: 'vzf.5.dubbel' },
    meddle: { on: CREATE, nth: 2, reply: () => '<html>bestaat al</html>', status: 500 },
    blamed: [SECOND, 'zaaksysteem', 'BODY-HTML'],
  },
  {
    ...{ id: 'provider-half', title: 'stores a zaak of half a message', by: 'zaaksysteem', scenario: HALF, beside: RESET },
    ...{ meddle: { on: CREATE, ofBeginning: completed }, blamed: [SECOND, 'zaaksysteem', 'KETEN-GEEN-HALVE-ZAAK'] },
  },
  {
    ...{ id: 'provider-forgets', title: 'confirms what comes again, and stores nothing', by: 'zaaksysteem', scenario: HALF },
    ...{ meddle: { on: CREATE, onward: 'elsewhere' }, blamed: [SECOND, 'zaaksysteem', 'WEERGAVE'] },
  },
];
