/** A document of a hundred megabytes: how long it takes and how much memory, beside what only the parser takes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withDocumentOf } from './messages.js';
import { ranMeasured, ranOurs } from './processes.js';

const MB = 1024 * 1024;

/** @param idleMb - what judging a small message takes */
export async function largeDocumentRows(folder: string, size: number, idleMb: number): Promise<readonly string[][]> {
  const file = join(folder, 'large.xml');
  writeFileSync(file, withDocumentOf(size));
  const large = await ranOurs(['validate', file]);
  const script = fileURLToPath(new URL('./library-alone.js', import.meta.url));
  const [idle, library] = [await ranMeasured(script, []), await ranMeasured(script, [file])];
  const taking = (most: number | undefined, before: number | undefined) => {
    const extra = (most ?? 0) - (before ?? 0);
    return [`${extra} MB`, `${((extra * MB) / size).toFixed(1)}× its size`];
  };
  return [
    [`a document of ${size / MB} MB, in a thread that ends`, `${large.millis.toFixed(0)} ms`, '', '2,000 ms'],
    ['  memory it takes at most, above one.xml', ...taking(large.peakMb, idleMb), '4×'],
    ['  read and parsed and nothing else (library)', `${library.millis.toFixed(0)} ms`, '', ''],
    ['  memory that takes at most', ...taking(library.peakMb, idle.peakMb), ''],
  ];
}
