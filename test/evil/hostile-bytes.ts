/**
 * Hostile bytes for every path into the judge: small ones are kept in `fixtures/evil/`, large ones are made when they are
 * needed. Each says which symptom it must be told by.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.js';

export interface Hostile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** Ids of which one must be told; empty for bytes that look bad and are not. */
  readonly told: readonly string[];
}

const FOLDER = join(packageRoot, 'fixtures', 'evil');
const utf8 = (text: string) => new TextEncoder().encode(text);

/** `fixtures/evil/<symptom>--<what>.xml`; `GOED` for what has to be taken as it is. */
export function keptHostiles(): readonly Hostile[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => {
      const [symptom = ''] = name.split('--');
      return { name, bytes: () => readFileSync(join(FOLDER, name)), told: symptom === 'GOED' ? [] : [symptom] };
    });
}

/** Too large, or too odd, to keep as files. */
export const MADE: readonly Hostile[] = [
  made('100,000 nested tags', 'BODY-TOO-DEEP', () => '<a>'.repeat(100_000)),
  made('100,000 nested tags that are closed', 'BODY-TOO-DEEP', () => '<a>'.repeat(100_000) + '</a>'.repeat(100_000)),
  made(
    '10,000 attributes',
    'STANDAARD-ONBEKEND',
    () => `<a ${Array.from({ length: 10_000 }, (_, i) => `b${i}="x"`).join(' ')}/>`,
  ),
  made(
    '10,000 attributes, one twice',
    'BODY-MALFORMED',
    () => `<a ${Array.from({ length: 10_000 }, (_, i) => `b${i}="x"`).join(' ')} b1="y"/>`,
  ),
  made('a billion laughs', 'BODY-DOCTYPE', () => {
    const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    return `<!DOCTYPE a [<!ENTITY l0 "ha">${entities}]><a>&l9;</a>`;
  }),
  made(
    'a quadratic blow-up',
    'BODY-DOCTYPE',
    () => `<!DOCTYPE a [<!ENTITY x "${'x'.repeat(50_000)}">]><a>${'&x;'.repeat(20_000)}</a>`,
  ),
  made('a name of 12 MB', 'BODY-MALFORMED', () => `<${'a'.repeat(12_000_000)}/>`),
  made('100,000 siblings', 'STANDAARD-ONBEKEND', () => `<a>${'<b/>'.repeat(100_000)}</a>`),
  made('100,000 comments', 'STANDAARD-ONBEKEND', () => `<a>${'<!---->'.repeat(100_000)}</a>`),
  made(
    '20,000 namespaces',
    'STANDAARD-ONBEKEND',
    () => `<a ${Array.from({ length: 20_000 }, (_, i) => `xmlns:n${i}="urn:${i}"`).join(' ')}/>`,
  ),
  made('an attribute of 11 MB', 'STANDAARD-ONBEKEND', () => `<a b="${'x'.repeat(11_000_000)}"/>`),
  { name: 'NUL bytes only', told: ['BODY-TEXT', 'BODY-EMPTY', 'BODY-MALFORMED'], bytes: () => new Uint8Array(4096) },
  { name: 'every byte there is', told: ['BODY-TEXT'], bytes: () => Uint8Array.from({ length: 65_536 }, (_, i) => i % 256) },
];

function made(name: string, told: string, text: () => string): Hostile {
  return { name, told: [told], bytes: () => utf8(text()) };
}
