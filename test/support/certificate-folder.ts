/** A folder with what `certs create` writes, with keys that are made in no time. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificateSet } from '../../src/cli/certs/certificate-set.js';

export interface CertificateFolder extends AsyncDisposable {
  readonly path: string;
  /** Text of a file in it. */
  text(name: string): string;
}

const DAY_MILLIS = 86_400_000;

/** The folder is removed when it is disposed of. */
export async function certificateFolder(): Promise<CertificateFolder> {
  const [validFrom, validTo] = [-1, 1].map((days) => new Date(Date.now() + days * DAY_MILLIS)) as [Date, Date];
  const files = makeCertificateSet({ oin: '00000099000000001000', names: [], validFrom, validTo, keyType: 'ec' });
  const path = await mkdtemp(join(tmpdir(), 'ketentest-certs-'));
  for (const { name, text } of files) await writeFile(join(path, name), text, { mode: 0o600 });
  return {
    path,
    text: (name) => files.find((each) => each.name === name)?.text ?? '',
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}
