/** A secret by reference: never on a command line, where every user of the machine can read it, or in a settings file. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import type { Shell } from '../shell.js';
import { type Given, one, refuse } from './option-values.js';

/** `env:NAME` or `file:PATH`, as it was given. @throws {HarnessError} `USAGE` or `CONFIG_INVALID`, without what was given */
export function secretReference(given: Given): string {
  const text = one(given);
  if (/^(env:\w+|file:.+)$/s.test(text)) return text;
  throw refuse(
    { ...given, texts: ['…'] },
    {
      nl: 'env:NAAM of file:PAD, waar het wachtwoord staat',
      en: 'env:NAME or file:PATH, where the passphrase is',
    },
  );
}

/** @param reference - `env:NAME` or `file:PATH` @throws {HarnessError} `CONFIG_INVALID` when there is nothing there */
export function readSecret({ cwd, env }: Pick<Shell, 'cwd' | 'env'>, reference: string): string {
  const at = reference.indexOf(':');
  const name = reference.slice(at + 1);
  const secret = reference.startsWith('env:') ? env[name] : readLine(cwd, name);
  if (secret !== undefined && secret !== '') return secret;
  throw new HarnessError(
    'CONFIG_INVALID',
    { nl: `${reference} bevat niets`, en: `${reference} holds nothing` },
    {
      hint: {
        nl: 'Zet het geheim in die omgevingsvariabele of in dat bestand, op één regel.',
        en: 'Put the secret into that environment variable or into that file, on one line.',
      },
    },
  );
}

function readLine(cwd: string, file: string): string | undefined {
  try {
    return readFileSync(resolve(cwd, file), 'utf8').replace(/\r?\n$/, '');
  } catch {
    return undefined;
  }
}
