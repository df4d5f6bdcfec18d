/**
 * What is said to a counterpart under load: new zaken, each with a number of its own, and questions about earlier ones.
 * Every message is made once, with room for digits; saying it costs a copy of a few bytes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFacts } from '../src/cli/package-root.js';

/** The standard and role that are simulated. */
export const SIMULATED = 'zds-1.1/zaaksysteem';

/** Digits of a number in a message. */
const DIGITS = 8;
const REFERENCE = `KTBENCH-${'0'.repeat(DIGITS)}`;
const IDENTIFICATION = `9999KTBENCH${'0'.repeat(DIGITS)}`;
const ACTION = 'http://www.egem.nl/StUF/sector/zkn/0310/';
const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';

/** A request over HTTP, ready to be sent. */
export interface Request {
  readonly bytes: Buffer;
  /** Where the digits of the message number stand. */
  readonly reference: number;
  /** Where the digits of the zaak stand. */
  readonly subject: number;
}

export interface Traffic {
  readonly create: () => Request;
  readonly questions: readonly (() => Request)[];
}

/** @param host - for the Host header */
export function trafficTo(host: string): Traffic {
  const { root } = packageFacts();
  const seed = readFileSync(join(root, 'suites/zds-1.1/seed/01-creeerZaak.xml'), 'utf8');
  const asked = (name: string) => readFileSync(join(root, `fixtures/zds-1.1/good/${name}/vraag.xml`), 'utf8');
  const create = request(host, 'creeerZaak_Lk01', seed);
  const questions = ['geefZaakdetails', 'geefZaakstatus'].map((name) =>
    request(host, `${name}_Lv01`, `<s:Envelope xmlns:s="${ENVELOPE}"><s:Body>${asked(name)}</s:Body></s:Envelope>`),
  );
  return { create: () => copy(create), questions: questions.map((each) => () => copy(each)) };
}

/** Writes a number over the digits at a place. */
export function number(bytes: Buffer, at: number, value: number): void {
  let left = value;
  for (let place = at + DIGITS - 1; place >= at; place--) {
    bytes[place] = 48 + (left % 10);
    left = Math.floor(left / 10);
  }
}

function request(host: string, action: string, message: string): Request {
  const body = message
    .replace(/(:referentienummer>)[^<]*</, `$1${REFERENCE}<`)
    .replace(/(<ZKN:(?:object|gelijk) [^>]*>\s*<ZKN:identificatie>)[^<]*</, `$1${IDENTIFICATION}<`);
  const head = [
    'POST / HTTP/1.1',
    `Host: ${host}`,
    'Content-Type: text/xml; charset=utf-8',
    `SOAPAction: "${ACTION}${action}"`,
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  const bytes = Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
  return { bytes, reference: digitsOf(bytes, REFERENCE), subject: digitsOf(bytes, IDENTIFICATION) };
}

function digitsOf(bytes: Buffer, text: string): number {
  const at = bytes.indexOf(text);
  if (at < 0) throw new Error(`the example has no place for ${text}`);
  return at + text.length - DIGITS;
}

function copy(of: Request): Request {
  return { ...of, bytes: Buffer.from(of.bytes) };
}
