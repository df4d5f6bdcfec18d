/** Makes the renditions again from `rapport.json` and the evidence, and compares bytes. */

import { createHash } from 'node:crypto';
import { HarnessError } from '../../model/harness-error.js';
import type { Report } from '../../model/report.js';
import { loadEvidence } from '../evidence.js';
import type { Manifest } from '../manifest.js';
import { renditions } from '../package.js';
import type { PackageSource } from '../package-source.js';
import { showsMessages } from './disclosure.js';
import type { SealFinding } from './verify-reasons.js';

/**
 * @param manifest - absent when not every message is shown: then nothing that shows messages is made again
 * @param digests - SHA-256 of every file that was sealed, which the package has; nothing else is opened
 */
export async function otherwiseRendered(
  source: PackageSource,
  report: Report,
  manifest: Manifest | undefined,
  digests: ReadonlyMap<string, string>,
): Promise<readonly SealFinding[]> {
  const evidence = await loadEvidence(manifest ?? NOTHING, (name) => {
    if (!digests.has(name)) throw new HarnessError('REPORT_INVALID', `the manifest names ${name}, which is not there`);
    return source.open(name);
  });
  const findings: SealFinding[] = [];
  for (const { name, open } of renditions(report, evidence)) {
    if (manifest === undefined && showsMessages(name)) continue;
    const hash = createHash('sha256');
    for await (const chunk of open()) hash.update(chunk);
    const expected = hash.digest('hex');
    const seen = digests.get(name);
    if (seen === expected) continue;
    findings.push({ code: 'RENDITION_DIFFERS', bestand: name, verwacht: expected, ...(seen !== undefined && { gezien: seen }) });
  }
  return findings;
}

const NOTHING: Manifest = { gemaskeerd: true, uitwisselingen: [] };
