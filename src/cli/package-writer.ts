/** Writes a report package: the report, its renditions, the evidence and what recheck needs. */
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Body } from '../model/body.js';
import type { Exchange } from '../model/exchange.js';
import { HarnessError } from '../model/harness-error.js';
import type { Plan } from '../model/plan.js';
import type { Report } from '../model/report.js';
import type { RunEvent } from '../model/run-event.js';
import { canonicalJson } from '../report/canonical-json.js';
import { loadEvidence } from '../report/evidence.js';
import { describe, type Manifest, type ManifestExchange } from '../report/manifest.js';
import { writeReport } from '../report/rapport-json.js';
import { renderHtml } from '../report/render-html.js';
import { renderJunit } from '../report/render-junit.js';

export interface PackageInput {
  readonly folder: string;
  readonly report: Report;
  readonly events: readonly RunEvent[];
  readonly plan: Plan;
  /** The files the suite was read from, by path below `suites/`. */
  readonly files: ReadonlyMap<string, string>;
}

/** @throws {HarnessError} `OUTPUT_FAILED` when a file cannot be written */
export async function writePackage({ folder, report, events, plan, files }: PackageInput): Promise<void> {
  const bodies = new Map<string, Body>();
  const exchanges = events.filter((event) => event.type === 'exchanged').map(({ exchange }) => published(exchange, bodies));
  const manifest: Manifest = { gemaskeerd: false, uitwisselingen: exchanges };
  const evidence = await loadEvidence(manifest, (name) => bodies.get(name)?.open() ?? nothing());
  const texts: readonly (readonly [name: string, text: string])[] = [
    ['rapport.json', writeReport(report)],
    ['rapport.html', renderHtml(report, evidence)],
    ['junit.xml', renderJunit(report)],
    ['bewijs/manifest.json', canonicalJson(manifest)],
    ['testset/plan.json', canonicalJson(plan)],
    ...[...files].map(([path, text]) => [`testset/suites/${path}`, text] as const),
  ];
  for (const [name, body] of bodies) await put(folder, name, (path) => pipeline(body.open(), createWriteStream(path)));
  for (const [name, text] of texts) await put(folder, name, (path) => writeFile(path, text));
}

/** Describes an exchange and remembers which body goes into which file. */
function published(exchange: Exchange, bodies: Map<string, Body>): ManifestExchange {
  const { request, reply } = exchange;
  const described = describe(exchange, { vraag: request.body, ...(reply && { antwoord: reply.body }) });
  bodies.set(described.vraag.bestand, request.body);
  if (described.antwoord && reply) bodies.set(described.antwoord.bestand, reply.body);
  return described;
}

async function* nothing(): AsyncIterable<Uint8Array> {}

async function put(folder: string, name: string, write: (path: string) => Promise<void>): Promise<void> {
  const path = join(folder, ...name.split('/'));
  try {
    await mkdir(dirname(path), { recursive: true });
    await write(path);
  } catch (cause) {
    throw new HarnessError('OUTPUT_FAILED', `cannot write ${path}`, {
      cause,
      place: { file: path },
      hint: 'Make room on the disk, or choose another folder with --out.',
    });
  }
}
