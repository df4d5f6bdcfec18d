/**
 * Writes stuurgegevens, in the order of the schema.
 *
 * @see StUF 03.01 §4.1.3; the base schema's order
 */
import { escapeXml } from '../../message/escape-xml.js';
import type { Party } from '../family.js';

export interface Stuurgegevens {
  readonly berichtcode: string;
  readonly zender?: Party;
  readonly ontvanger?: Party;
  readonly referentienummer?: string;
  readonly tijdstipBericht?: string;
  readonly crossRefnummer?: string;
  readonly entiteittype?: string;
  readonly functie?: string;
}

/** The content of a `stuurgegevens` element, with the prefix `StUF` declared by whoever surrounds it. */
export function writeStuurgegevens(of: Stuurgegevens): string {
  return [
    leaf('berichtcode', of.berichtcode),
    party('zender', of.zender),
    party('ontvanger', of.ontvanger),
    leaf('referentienummer', of.referentienummer),
    leaf('tijdstipBericht', of.tijdstipBericht),
    leaf('crossRefnummer', of.crossRefnummer),
    leaf('entiteittype', of.entiteittype),
    leaf('functie', of.functie),
  ].join('');
}

/**
 * A moment as StUF writes it: EEJJMMDDhhmmssddd in Dutch local time, without a zone.
 * @param millis - milliseconds since 1970
 * @see StUF 03.01 §4.3.2
 */
export function tijdstip(millis: number): string {
  const start = Math.floor(millis / MINUTE) * MINUTE;
  if (start !== minute.start) minute = { start, text: toTheMinute(start) };
  return minute.text + String(Math.floor(millis) - start).padStart(5, '0');
}

const MINUTE = 60_000;

/** The minute that was written last: finding out Dutch time costs more than the rest of a message. */
let minute = { start: Number.NaN, text: '' };

function toTheMinute(millis: number): string {
  const parts = Object.fromEntries(DUTCH.formatToParts(millis).map((part) => [part.type, part.value]));
  return `${parts.year}${parts.month}${parts.day}${parts.hour}${parts.minute}`;
}

const DUTCH = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function party(name: string, of: Party | undefined): string {
  if (!of) return '';
  const inside =
    leaf('organisatie', of.organisatie) +
    leaf('applicatie', of.applicatie) +
    leaf('administratie', of.administratie) +
    leaf('gebruiker', of.gebruiker);
  return `<StUF:${name}>${inside}</StUF:${name}>`;
}

function leaf(name: string, value: string | undefined): string {
  return value === undefined || value === '' ? '' : `<StUF:${name}>${escapeXml(value)}</StUF:${name}>`;
}
