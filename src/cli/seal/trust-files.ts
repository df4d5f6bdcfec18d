/** What a user trusts: a file with keys or certificates, or a folder of such files. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import { readAuthorities } from '../../report/seal/trust-authorities.js';
import { readTrust } from '../../report/seal/trust-root.js';
import type { Trust } from '../../report/seal/verify-signer.js';

/** @param shown - `--trust`, as it was given @throws {HarnessError} `CONFIG_INVALID` when it cannot be read, or holds neither */
export function readTrustFiles(cwd: string, shown: string): Required<Trust> {
  const path = resolve(cwd, shown);
  const files = told(shown, () =>
    statSync(path).isDirectory()
      ? readdirSync(path)
          .filter((name) => /\.(pem|pub|crt|cer|json)$/i.test(name))
          .sort()
          .map((name) => join(shown, name))
      : [shown],
  );
  const texts = files.map((file) => ({ file, text: told(file, () => readFileSync(resolve(cwd, file), 'utf8')) }));
  const trust = texts.flatMap(({ text, file }) => readTrust(text, file));
  const authorities = texts.flatMap(({ text, file }) => readAuthorities(text, file));
  if (trust.length + authorities.length > 0) return { trust, authorities };
  throw new HarnessError(
    'CONFIG_INVALID',
    { nl: `--trust: in ${shown} staat geen sleutel`, en: `--trust: ${shown} holds no key` },
    {
      place: { file: shown },
      hint: { nl: 'Zet er een public.pem in, of een lijst in JSON.', en: 'Put a public.pem into it, or a list in JSON.' },
    },
  );
}

function told<T>(shown: string, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    throw new HarnessError(
      'CONFIG_INVALID',
      { nl: `--trust: ${shown} is niet te lezen`, en: `--trust: ${shown} cannot be read` },
      {
        cause,
        place: { file: shown },
        hint: { nl: 'Controleer het pad en de rechten op het bestand.', en: 'Check the path and the permissions of the file.' },
      },
    );
  }
}
