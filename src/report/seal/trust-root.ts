/**
 * Keys that somebody trusts, read from what they got by another way than the report. A key brings its own algorithm.
 * Two forms: PEM texts of public keys, or JSON that tells whose a key is, what it may do, and when.
 */
import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import { hasExactly } from '../exact-json.js';
import { algorithmOf, keyIdOf } from './seal-key.js';

/** Who may seal a report, or only sign along, or only issue tickets. */
export const KEY_KINDS = ['uitvoerder', 'medeondertekenaar', 'ticketuitgever'] as const;

/** Who somebody is, to whoever verifies. */
export const PARTIES = ['leverancier', 'onafhankelijk', 'gemeente'] as const;

export interface TrustedKey {
  readonly id: string;
  /** Whose it is, as the trust root says. */
  readonly naam: string;
  /** Absent when the trust root does not say: it may seal and sign along. */
  readonly soort?: (typeof KEY_KINDS)[number];
  /** Absent when the trust root does not say: then nobody counts as independent of the supplier. */
  readonly wie?: (typeof PARTIES)[number];
  readonly key: KeyObject;
  /** Milliseconds since 1970, both included. */
  readonly van?: number;
  readonly tot?: number;
  /** Whatever it signed counts no more. */
  readonly ingetrokken: boolean;
}

/** Reads the keys of a trust root of either form. @param file - its name, for messages @throws {HarnessError} `CONFIG_INVALID` */
export function readTrust(text: string, file: string): readonly TrustedKey[] {
  return isTrustJson(text) ? readTrustJson(text, file) : readTrustPem(text, file);
}

export function isTrustJson(text: string): boolean {
  return /^\s*\{/.test(text);
}

/** A PEM text does not tell whose its keys are: they are called after the file. */
export function readTrustPem(text: string, file: string): readonly TrustedKey[] {
  if (/PRIVATE KEY-----/.test(text)) throw invalidTrust(file, TRUST_TEXTS.private);
  const blocks = text.match(/-----BEGIN PUBLIC KEY-----[\s\S]*?-----END PUBLIC KEY-----/g) ?? [];
  if (blocks.length === 0 && !/-----BEGIN CERTIFICATE-----/.test(text)) throw invalidTrust(file, TRUST_TEXTS.none);
  return blocks.map((block) => ({ ...keyIn(block, file), naam: file, ingetrokken: false }));
}

function readTrustJson(text: string, file: string): readonly TrustedKey[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalidTrust(file, TRUST_TEXTS.json);
  }
  const { sleutels, uitgevers } = hasExactly(value, 'sleutels?', 'uitgevers?') ? value : {};
  const lists = [sleutels, uitgevers].filter((each) => each !== undefined);
  if (lists.length === 0 || !lists.every((each) => Array.isArray(each) && each.length > 0)) {
    throw invalidTrust(file, TRUST_TEXTS.json);
  }
  return (Array.isArray(sleutels) ? sleutels : []).map((each) => entryIn(each, file));
}

function entryIn(value: unknown, file: string): TrustedKey {
  if (!hasExactly(value, 'naam', 'publicKey', 'soort?', 'wie?', 'van?', 'tot?', 'ingetrokken?'))
    throw invalidTrust(file, TRUST_TEXTS.json);
  const { naam, publicKey, soort, wie, van, tot, ingetrokken = false } = value;
  const kind = KEY_KINDS.find((each) => each === soort);
  const party = PARTIES.find((each) => each === wie);
  if (wie !== undefined && party === undefined) throw invalidTrust(file, TRUST_TEXTS.json);
  const times = [van, tot].filter((each) => each !== undefined);
  if (typeof naam !== 'string' || typeof publicKey !== 'string' || (soort !== undefined && kind === undefined)) {
    throw invalidTrust(file, TRUST_TEXTS.json);
  }
  if (typeof ingetrokken !== 'boolean' || !times.every(isTime)) throw invalidTrust(file, TRUST_TEXTS.json);
  return {
    ...keyIn(publicKey, file),
    naam,
    ...(kind && { soort: kind }),
    ...(party && { wie: party }),
    ...(van !== undefined && { van: Date.parse(String(van)) }),
    ...(tot !== undefined && { tot: Date.parse(String(tot)) }),
    ingetrokken,
  };
}

function keyIn(pem: string, file: string): Pick<TrustedKey, 'id' | 'key'> {
  if (!/^\s*-----BEGIN PUBLIC KEY-----/.test(pem)) throw invalidTrust(file, TRUST_TEXTS.none);
  const key = publicKeyIn(pem);
  if (key === undefined) throw invalidTrust(file, TRUST_TEXTS.kind);
  return { id: keyIdOf(key), key };
}

/** @returns undefined when it is no public key, or none of a kind that seals */
export function publicKeyIn(pem: string): KeyObject | undefined {
  try {
    const key = createPublicKey(pem);
    return algorithmOf(key) && key;
  } catch {
    return undefined;
  }
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(Date.parse(value));
}

export function invalidTrust(file: string, text: Tekst): HarnessError {
  return new HarnessError(
    'CONFIG_INVALID',
    { nl: `${file}: ${text.nl}`, en: `${file}: ${text.en}` },
    {
      place: { file },
      hint: {
        nl: 'Zie docs/verifying-a-report.md: een public.pem, of JSON met sleutels.',
        en: 'See docs/verifying-a-report.md: a public.pem, or JSON with keys.',
      },
    },
  );
}

export const TRUST_TEXTS = {
  private: {
    nl: 'dit is een geheime sleutel; vertrouwd wordt de openbare, public.pem',
    en: 'this is a private key; what is trusted is the public one, public.pem',
  },
  none: {
    nl: 'hier staat geen openbare sleutel of certificaat in PEM',
    en: 'this holds no public key and no certificate in PEM',
  },
  kind: {
    nl: 'deze sleutel kan niet verzegelen; alleen ECDSA P-256 en Ed25519',
    en: 'this key cannot seal; only ECDSA P-256 and Ed25519',
  },
  certificate: { nl: 'dit certificaat is niet te lezen', en: 'this certificate cannot be read' },
  json: {
    nl: 'dit is geen lijst met sleutels: {"sleutels": [{"naam", "publicKey", "soort"?, "wie"?, "van"?, "tot"?, "ingetrokken"?}], "uitgevers": [{"certificaat", "oin"?, "soort"?, "wie"?}]}',
    en: 'this is no list of keys: {"sleutels": [{"naam", "publicKey", "soort"?, "wie"?, "van"?, "tot"?, "ingetrokken"?}], "uitgevers": [{"certificaat", "oin"?, "soort"?, "wie"?}]}',
  },
} as const;
