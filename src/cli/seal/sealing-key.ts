/** What seals, as a user says it: a key in a file, or a command that signs with a key that somebody else keeps; with certificates. */
import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import { algorithmOf, keyIdOf, type SealingKey, sealingKey } from '../../report/seal/seal-key.js';
import { chainComplaint, isValidAt } from '../../report/seal/verify-certificate.js';
import { REASONS } from '../../report/seal/verify-reasons.js';
import { one } from '../settings/option-values.js';
import { secretReference } from '../settings/passphrase.js';
import type { ParsedOptions } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { signWithCommand } from './sign-command.js';
import { readSigningKey } from './signing-key.js';

/** @throws {HarnessError} `USAGE` for what goes together, `CONFIG_INVALID` for a key or certificate */
export function sealingKeyFrom(shell: Shell, options: ParsedOptions): SealingKey {
  const word = (name: string, value: unknown) => (value === undefined ? undefined : one({ name, texts: [String(value)] }));
  const file = word('key', options.key);
  const command = word('sign-command', options.signCommand);
  const publicFile = word('public-key', options.publicKey);
  const certFile = word('key-cert', options.keyCert);
  if (file === undefined && command === undefined) throw new HarnessError('USAGE', TEXTS.noKey, { hint: TEXTS.make });
  if (file !== undefined && command !== undefined) throw new HarnessError('USAGE', TEXTS.both, { hint: TEXTS.make });
  const certificates = certFile === undefined ? [] : readCertificates(shell, certFile);
  if (command !== undefined) {
    const named = publicFile === undefined ? undefined : readPublicKey(shell.cwd, publicFile);
    const publicKey = named ?? certificates[0]?.publicKey;
    if (publicKey === undefined) throw new HarnessError('USAGE', TEXTS.noPublic, { hint: TEXTS.namePublic });
    refuseOther(certificates, publicKey, certFile);
    return { publicKey, certificates, sign: (bytes) => signWithCommand(shell, command, publicKey, bytes) };
  }
  const secret = word('key-passphrase', options.keyPassphrase);
  const reference = secret === undefined ? undefined : secretReference({ name: 'key-passphrase', texts: [secret] });
  const key = sealingKey(readSigningKey(shell, file ?? '', reference), certificates);
  refuseOther(certificates, key.publicKey, certFile);
  return key;
}

function readCertificates({ cwd, clock }: Shell, file: string): readonly X509Certificate[] {
  const blocks = readText(cwd, 'key-cert', file).match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  let certificates: readonly X509Certificate[];
  try {
    certificates = blocks.map((pem) => new X509Certificate(pem));
  } catch {
    throw invalid('key-cert', file, TEXTS.unreadableCertificate);
  }
  if (certificates.length === 0) throw invalid('key-cert', file, TEXTS.noCertificate);
  const isValid = certificates.every((each) => isValidAt(each, clock.now()));
  const complaint = chainComplaint(certificates) ?? (isValid ? undefined : 'CERT_OUT_OF_TIME');
  if (complaint) throw invalid('key-cert', file, REASONS[complaint], TEXTS.order);
  return certificates;
}

function readPublicKey(cwd: string, file: string): KeyObject {
  const pem = readText(cwd, 'public-key', file);
  if (/PRIVATE KEY/.test(pem)) throw invalid('public-key', file, TEXTS.private);
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch {
    throw invalid('public-key', file, TEXTS.noPublicKey);
  }
  if (algorithmOf(key) === undefined) throw invalid('public-key', file, TEXTS.kind);
  return key;
}

function refuseOther([leaf]: readonly X509Certificate[], key: KeyObject, file: string | undefined): void {
  if (leaf === undefined || keyIdOf(leaf.publicKey) === keyIdOf(key)) return;
  throw invalid('key-cert', file ?? '', TEXTS.otherKey, TEXTS.order);
}

function readText(cwd: string, option: string, file: string): string {
  try {
    return readFileSync(resolve(cwd, file), 'utf8');
  } catch {
    throw invalid(option, file, TEXTS.unreadable);
  }
}

function invalid(option: string, file: string, { nl, en }: Tekst, hint: Tekst = TEXTS.namePublic): HarnessError {
  const text = { nl: `--${option}: ${file}: ${nl}`, en: `--${option}: ${file}: ${en}` };
  return new HarnessError('CONFIG_INVALID', text, { place: { file }, hint });
}

const TEXTS = {
  noKey: {
    nl: 'er is geen sleutel genoemd: --key FILE (bij seal ook --sign-command)',
    en: 'no key was named: --key FILE (with seal also --sign-command)',
  },
  both: { nl: '--key en --sign-command gaan niet samen', en: '--key and --sign-command do not go together' },
  make: {
    nl: '"ketentest keys create --out MAP" maakt een sleutel.',
    en: '"ketentest keys create --out DIR" makes a key.',
  },
  noPublic: {
    nl: '--sign-command heeft --public-key FILE of --key-cert FILE nodig: daarmee wordt de handtekening gecontroleerd',
    en: '--sign-command needs --public-key FILE or --key-cert FILE: the signature is checked with it',
  },
  namePublic: {
    nl: 'Noem een PEM-bestand: met --public-key de openbare sleutel, met --key-cert het certificaat.',
    en: 'Name a PEM file: by --public-key the public key, by --key-cert the certificate.',
  },
  order: {
    nl: 'Zet het certificaat van de sleutel voorop, en daarachter telkens dat van de uitgever.',
    en: 'Put the certificate of the key first, and behind each one that of its issuer.',
  },
  unreadable: { nl: 'is niet te lezen', en: 'cannot be read' },
  unreadableCertificate: { nl: 'dit certificaat is niet te lezen', en: 'this certificate cannot be read' },
  noCertificate: { nl: 'hier staat geen certificaat in', en: 'this holds no certificate' },
  noPublicKey: { nl: 'hier staat geen openbare sleutel in', en: 'this holds no public key' },
  private: { nl: 'dit is een geheime sleutel', en: 'this is a private key' },
  kind: { nl: 'dit is geen sleutel van ECDSA P-256 of Ed25519', en: 'this is no key of ECDSA P-256 or Ed25519' },
  otherKey: { nl: 'dit certificaat is van een andere sleutel', en: 'this certificate is of another key' },
} as const;
