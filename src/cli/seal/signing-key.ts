/** The key with which a user seals: read and looked at before anything else is done. */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import { algorithmOf, type SealingKey, sealingKey } from '../../report/seal/seal-key.js';
import { readSecret } from '../settings/passphrase.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';

/**
 * @param passphrase - where it is: `env:NAME` or `file:PATH`
 * @throws {HarnessError} `CONFIG_INVALID` when there is no key, it cannot be opened, or it is of a kind that does not seal
 */
export function readSigningKey(shell: Pick<Shell, 'cwd' | 'env'>, file: string, passphrase: string | undefined): KeyObject {
  const pem = readText(shell.cwd, file);
  const isEncrypted = /ENCRYPTED/.test(pem);
  if (isEncrypted && passphrase === undefined) throw invalid(file, TEXTS.encrypted, TEXTS.sayWhere);
  const secret = isEncrypted && passphrase !== undefined ? readSecret(shell, passphrase) : undefined;
  let key: KeyObject;
  try {
    key = createPrivateKey(secret === undefined ? pem : { key: pem, passphrase: secret });
  } catch {
    throw isEncrypted ? invalid(file, TEXTS.wrong, TEXTS.sayWhere) : invalid(file, TEXTS.none, TEXTS.make);
  }
  if (algorithmOf(key) === undefined) throw invalid(file, TEXTS.kind, TEXTS.make);
  return key;
}

/** The key that a run seals with, when it does. @throws {HarnessError} as {@link readSigningKey} */
export function signingKeyOf(
  shell: Pick<Shell, 'cwd' | 'env'>,
  { key, keyPassphrase }: Pick<Settings, 'key' | 'keyPassphrase'>,
): SealingKey | undefined {
  return key === undefined ? undefined : sealingKey(readSigningKey(shell, key, keyPassphrase));
}

function readText(cwd: string, file: string): string {
  try {
    return readFileSync(resolve(cwd, file), 'utf8');
  } catch {
    throw invalid(file, TEXTS.unreadable, TEXTS.make);
  }
}

function invalid(file: string, text: Tekst, hint: Tekst): HarnessError {
  return new HarnessError(
    'CONFIG_INVALID',
    { nl: `--key: ${file} ${text.nl}`, en: `--key: ${file} ${text.en}` },
    { hint, place: { file } },
  );
}

const TEXTS = {
  unreadable: { nl: 'is niet te lezen', en: 'cannot be read' },
  none: { nl: 'bevat geen leesbare geheime sleutel', en: 'holds no readable private key' },
  kind: { nl: 'is geen sleutel van ECDSA P-256 of Ed25519', en: 'is no key of ECDSA P-256 or Ed25519' },
  encrypted: { nl: 'is met een wachtwoord versleuteld', en: 'is encrypted with a passphrase' },
  wrong: { nl: 'gaat met dit wachtwoord niet open', en: 'does not open with this passphrase' },
  make: {
    nl: 'Noem private.pem; "ketentest keys create --out MAP" maakt er een.',
    en: 'Name private.pem; "ketentest keys create --out DIR" makes one.',
  },
  sayWhere: {
    nl: 'Zeg met --key-passphrase env:NAAM of file:PAD waar het wachtwoord staat.',
    en: 'Say with --key-passphrase env:NAME or file:PATH where the passphrase is.',
  },
} as const;
