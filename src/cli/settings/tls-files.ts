/**
 * The certificates and keys that a user names: read, and looked at before anything is sent. What makes a file of no use
 * is refused; what the other side may refuse is told.
 */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';

/** Options that belong together, and what the certificate is for. */
export interface TlsFileNames {
  /** Names of the options, for what we say. */
  readonly certOption: string;
  readonly keyOption: string;
  readonly cert: string | undefined;
  readonly key: string | undefined;
}

/** A certificate with its key; PEM texts, and the first certificate opened. */
export interface OwnCertificate {
  readonly cert: string;
  readonly key: string;
  readonly leaf: X509Certificate;
}

/**
 * Reads a certificate and its key, which come together or not at all.
 * @throws {HarnessError} `CONFIG_INVALID`: one without the other, unreadable, no certificate, no key, or no pair
 */
export function readOwnCertificate(cwd: string, names: TlsFileNames): OwnCertificate | undefined {
  const { certOption, keyOption, cert: certFile, key: keyFile } = names;
  if (certFile === undefined && keyFile === undefined) return undefined;
  if (certFile === undefined || keyFile === undefined) {
    const [given, lacking] = certFile === undefined ? [keyOption, certOption] : [certOption, keyOption];
    throw invalid(
      { nl: `--${given} is opgegeven zonder --${lacking}`, en: `--${given} was given without --${lacking}` },
      { nl: `Geef ook --${lacking} op.`, en: `Give --${lacking} as well.` },
    );
  }
  const cert = readPem(cwd, certOption, certFile);
  const leaf = certificatesIn(cert, certOption, certFile)[0] as X509Certificate;
  const key = readPem(cwd, keyOption, keyFile);
  if (!leaf.checkPrivateKey(keyIn(key, keyOption, keyFile))) {
    throw invalid(
      {
        nl: `--${keyOption}: ${keyFile} is niet de sleutel van het certificaat in ${certFile}`,
        en: `--${keyOption}: ${keyFile} is not the key of the certificate in ${certFile}`,
      },
      {
        nl: 'Noem de sleutel waarmee dit certificaat is aangevraagd; het eerste certificaat in het bestand telt.',
        en: 'Name the key with which this certificate was requested; the first certificate in the file counts.',
      },
      keyFile,
    );
  }
  return { cert, key, leaf };
}

/**
 * Reads certificates that are to be trusted.
 * @throws {HarnessError} `CONFIG_INVALID` when the file cannot be read or holds no certificate
 */
export function readAuthorities(
  cwd: string,
  option: string,
  file: string,
): { readonly pem: string; readonly all: readonly X509Certificate[] } {
  const pem = readPem(cwd, option, file);
  return { pem, all: certificatesIn(pem, option, file) };
}

function readPem(cwd: string, option: string, file: string): string {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), 'utf8');
  } catch (cause) {
    throw new HarnessError(
      'CONFIG_INVALID',
      { nl: `--${option}: ${file} is niet te lezen`, en: `--${option}: ${file} cannot be read` },
      {
        cause,
        place: { file },
        hint: { nl: 'Controleer het pad en de rechten op het bestand.', en: 'Check the path and the permissions of the file.' },
      },
    );
  }
  if (text.includes('-----BEGIN ')) return text;
  throw invalid(
    { nl: `--${option}: ${file} bevat geen PEM-tekst`, en: `--${option}: ${file} holds no PEM text` },
    {
      nl: 'Een PEM-bestand bevat regels als "-----BEGIN CERTIFICATE-----"; een .pfx of .der zet u om met openssl.',
      en: 'A PEM file holds lines such as "-----BEGIN CERTIFICATE-----"; a .pfx or .der is converted with openssl.',
    },
    file,
  );
}

function certificatesIn(pem: string, option: string, file: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  try {
    if (blocks.length > 0) return blocks.map((block) => new X509Certificate(block));
  } catch {
    // Told below: it is no certificate.
  }
  throw invalid(
    { nl: `--${option}: ${file} bevat geen leesbaar certificaat`, en: `--${option}: ${file} holds no readable certificate` },
    {
      nl: 'Noem het bestand met het certificaat, niet de sleutel of de aanvraag.',
      en: 'Name the file of the certificate, not its key or its request.',
    },
    file,
  );
}

function keyIn(pem: string, option: string, file: string): KeyObject {
  if (/ENCRYPTED/.test(pem)) {
    throw invalid(
      {
        nl: `--${option}: de sleutel in ${file} is met een wachtwoord versleuteld`,
        en: `--${option}: the key in ${file} is encrypted with a password`,
      },
      {
        nl: 'Maak een kopie zonder wachtwoord (openssl pkey -in … -out …) die alleen u kunt lezen.',
        en: 'Make a copy without the password (openssl pkey -in … -out …) that only you can read.',
      },
      file,
    );
  }
  try {
    return createPrivateKey(pem);
  } catch {
    throw invalid(
      { nl: `--${option}: ${file} bevat geen leesbare sleutel`, en: `--${option}: ${file} holds no readable key` },
      { nl: 'Noem het bestand met "BEGIN PRIVATE KEY".', en: 'Name the file that holds "BEGIN PRIVATE KEY".' },
      file,
    );
  }
}

function invalid(text: Tekst, hint: Tekst, file?: string): HarnessError {
  return new HarnessError('CONFIG_INVALID', text, { hint, ...(file !== undefined && { place: { file } }) });
}
