/** Puts the next seal into the folder of a report. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import { sealPackage } from '../../report/seal/seal.js';
import type { SealingKey } from '../../report/seal/seal-key.js';
import { SEAL } from '../../report/seal/seal-names.js';
import type { DoneAlong } from '../../report/seal/seal-statement.js';
import { openPackageFolder } from '../package-folder.js';
import { refuseWhileBlocked } from '../privacy/privacy-gate.js';
import type { Shell } from '../shell.js';
import { sealFacts } from './harness-digest.js';

/**
 * @param shown - the folder, as the user calls it
 * @param did - what who signs along did beside that
 * @returns the name of the file of the seal
 * @throws {HarnessError} `PRIVACY_BLOCKED` while it may not be published, `REPORT_INVALID` when there is nothing that can be sealed, `OUTPUT_FAILED` when it cannot be written
 */
export async function sealFolder(
  shell: Pick<Shell, 'cwd' | 'clock'>,
  shown: string,
  key: SealingKey,
  did?: DoneAlong,
): Promise<string> {
  const folder = resolve(shell.cwd, shown);
  // Whoever signs along vouches for what was sealed, which nobody can change any more.
  if (!existsSync(join(folder, SEAL)) && existsSync(join(folder, 'rapport.json'))) await refuseWhileBlocked(folder, shown);
  const file = await sealPackage({
    source: openPackageFolder(shell.cwd, shown),
    key,
    facts: sealFacts(),
    ...(did && { did }),
    at: new Date(shell.clock.now()).toISOString(),
  });
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.open()) chunks.push(chunk);
  const path = join(folder, file.name);
  try {
    // Never over another one.
    await writeFile(path, Buffer.concat(chunks), { flag: 'wx' });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new HarnessError(
      'OUTPUT_FAILED',
      { nl: `${file.name} is niet te schrijven: ${why}`, en: `cannot write ${file.name}: ${why}` },
      { cause, place: { file: join(shown, file.name) } },
    );
  }
  return file.name;
}
