/**
 * Issuers of certificates that somebody trusts: whoever such an issuer vouches for may seal, under the name in the certificate.
 * Two forms: PEM texts of certificates, or JSON that tells for whom it counts and who that is.
 */
import { X509Certificate } from 'node:crypto';
import { hasExactly, isRecord } from '../exact-json.js';
import { invalidTrust, isTrustJson, KEY_KINDS, PARTIES, TRUST_TEXTS, type TrustedKey } from './trust-root.js';

export interface TrustedAuthority {
  readonly certificate: X509Certificate;
  /** Only who has this number in the certificate; absent when the trust root does not say. */
  readonly oin?: string;
  readonly soort?: TrustedKey['soort'];
  readonly wie?: TrustedKey['wie'];
}

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/** @param file - its name, for messages @returns none when the text holds no certificate @throws {HarnessError} `CONFIG_INVALID` */
export function readAuthorities(text: string, file: string): readonly TrustedAuthority[] {
  if (!isTrustJson(text)) return (text.match(BLOCK) ?? []).map((pem) => ({ certificate: certificateIn(pem, file) }));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalidTrust(file, TRUST_TEXTS.json);
  }
  const list = isRecord(value) && value.uitgevers !== undefined ? value.uitgevers : [];
  if (!Array.isArray(list)) throw invalidTrust(file, TRUST_TEXTS.json);
  return list.map((each) => entryIn(each, file));
}

function entryIn(value: unknown, file: string): TrustedAuthority {
  if (!hasExactly(value, 'certificaat', 'oin?', 'soort?', 'wie?') || typeof value.certificaat !== 'string') {
    throw invalidTrust(file, TRUST_TEXTS.json);
  }
  const soort = KEY_KINDS.find((each) => each === value.soort);
  const wie = PARTIES.find((each) => each === value.wie);
  const isKnown = (value.soort === undefined || soort) && (value.wie === undefined || wie);
  if (!isKnown || (value.oin !== undefined && !/^\d{20}$/.test(String(value.oin)))) throw invalidTrust(file, TRUST_TEXTS.json);
  return {
    certificate: certificateIn(value.certificaat, file),
    ...(value.oin !== undefined && { oin: String(value.oin) }),
    ...(soort && { soort }),
    ...(wie && { wie }),
  };
}

function certificateIn(pem: string, file: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw invalidTrust(file, TRUST_TEXTS.certificate);
  }
}
