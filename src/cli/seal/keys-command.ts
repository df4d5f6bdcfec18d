/** `ketentest keys create`: a pair of keys to seal reports with, or to receive private parts with. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { join, resolve } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import { keyIdOf, publicPemOf } from '../../report/seal/seal-key.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { writeNewFiles } from '../new-files.js';
import { languageOf, say } from '../settings/language.js';
import { choice, type Given, one } from '../settings/option-values.js';
import { readSecret, secretReference } from '../settings/passphrase.js';

/** File names of a pair. */
export const KEY_FILES = { private: 'private.pem', public: 'public.pem' } as const;

/** @throws {HarnessError} `USAGE` or `CONFIG_INVALID` for what was asked, `OUTPUT_FAILED` when a file is there already */
export async function keysCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  if (operands[0] !== 'create') throw usage(`er is geen "keys ${operands[0] ?? ''}"`, `there is no "keys ${operands[0] ?? ''}"`);
  const given = (name: string, value: unknown): Given | undefined =>
    value === undefined ? undefined : { name, texts: [value].flat().map(String) };
  const out = given('out', options.out);
  if (out === undefined) throw usage('keys create heeft --out DIR nodig', 'keys create needs --out DIR');
  const algorithm = choice(given('algorithm', options.algorithm) ?? { name: 'algorithm', texts: ['ecdsa'] }, [
    'ecdsa',
    'ed25519',
    'x25519',
  ]);
  const secret = given('key-passphrase', options.keyPassphrase);
  const passphrase = secret && readSecret(shell, secretReference(secret));
  const { privateKey, publicKey } = pairOf(algorithm);
  const shown = one(out);
  await writeNewFiles(resolve(shell.cwd, shown), shown, [
    { name: KEY_FILES.private, text: privatePemOf(privateKey, passphrase), isSecret: true },
    { name: KEY_FILES.public, text: publicPemOf(publicKey), isSecret: false },
  ]);
  const language = languageOf(options.lang === undefined ? [] : ['--lang', String(options.lang)], shell.env);
  const told = algorithm === 'x25519' ? madeToReceive : made;
  shell.out(say(told(join(shown, KEY_FILES.private), join(shown, KEY_FILES.public), keyIdOf(publicKey)), language));
  return EXIT.ok;
}

function pairOf(algorithm: 'ecdsa' | 'ed25519' | 'x25519') {
  if (algorithm === 'ecdsa') return generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return algorithm === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519');
}

function privatePemOf(key: KeyObject, passphrase: string | undefined): string {
  const encryption = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  return key.export({ type: 'pkcs8', format: 'pem', ...encryption }).toString();
}

function usage(nl: string, en: string): HarnessError {
  return new HarnessError(
    'USAGE',
    { nl, en },
    { hint: { nl: 'Gebruik "keys create --out MAP".', en: 'Use "keys create --out DIR".' } },
  );
}

function made(privateFile: string, publicFile: string, id: string) {
  return {
    nl: `Gemaakt:
  ${privateFile}  de sleutel waarmee u verzegelt: geheim, zet hem niet in versiebeheer
  ${publicFile}  geef deze aan wie uw rapporten controleert, langs een andere weg dan het rapport
Sleutel-id (sha256): ${id}

Een rapport verzegelen:
  ketentest run <suite> --key ${privateFile}     of later: ketentest seal <map> --key ${privateFile}
Een rapport controleren:
  ketentest verify <map> --trust ${publicFile}`,
    en: `Made:
  ${privateFile}  the key to seal with: secret, keep it out of version control
  ${publicFile}  give this to whoever verifies your reports, by another way than the report
Key id (sha256): ${id}

To seal a report:
  ketentest run <suite> --key ${privateFile}     or later: ketentest seal <dir> --key ${privateFile}
To verify a report:
  ketentest verify <dir> --trust ${publicFile}`,
  };
}

function madeToReceive(privateFile: string, publicFile: string, id: string) {
  return {
    nl: `Gemaakt:
  ${privateFile}  de sleutel waarmee u opent: geheim, zet hem niet in versiebeheer
  ${publicFile}  geef deze aan wie u het private deel van een rapport stuurt
Sleutel-id (sha256): ${id}

De afzender:  ketentest handover <map> --to ${publicFile} --out <bestand>
U:            ketentest receive <bestand> --key ${privateFile} --out <map>`,
    en: `Made:
  ${privateFile}  the key that you open with: secret, keep it out of version control
  ${publicFile}  give this to whoever sends you the private part of a report
Key id (sha256): ${id}

The sender:  ketentest handover <dir> --to ${publicFile} --out <file>
You:         ketentest receive <file> --key ${privateFile} --out <dir>`,
  };
}
