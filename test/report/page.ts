/**
 * The page of a sample run, as a package has it.
 */
import { packageFiles } from '../../src/report/package.js';
import type { Sample } from './samples.js';

export async function pageOf({ report, exchanges }: Pick<Sample, 'report' | 'exchanges'>): Promise<string> {
  const files = await packageFiles({ report, exchanges, testset: [] });
  const chunks: Uint8Array[] = [];
  for await (const chunk of files.find(({ name }) => name === 'rapport.html')?.open() ?? []) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
