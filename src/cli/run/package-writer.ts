/** Writes a report package to its folder. */
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { HarnessError } from '../../model/harness-error.js';
import type { Plan } from '../../model/plan.js';
import type { Report } from '../../model/report.js';
import type { RunEvent } from '../../model/run-event.js';
import { canonicalJson } from '../../report/canonical-json.js';
import { type PackageFile, packageFiles } from '../../report/package.js';
import { publicPart } from '../privacy/privacy.js';
import { clearedBefore, lookForNumbers, writeCheck } from '../privacy/privacy-gate.js';
import { freshMaskingKey, maskingRecordOf, writeMaskingRecord } from '../privacy/privacy-key.js';
import { publishTicket } from '../seal/run-ticket.js';
import { DEVIATIONS } from './deviations-given.js';
import { RUN_BEGIN, type RunBegin } from './run-begin.js';

export interface PackageParts {
  readonly folder: string;
  readonly report: Report;
  readonly events: readonly RunEvent[];
  readonly plan: Plan;
  readonly begin: RunBegin;
  /** The files the suite was read from, by path below `suites/`. */
  readonly files: ReadonlyMap<string, string>;
  /** The file of known deviations, as it was read. */
  readonly deviations?: string | undefined;
}

/**
 * @returns the report as it was written: with what may be about persons masked
 * @throws {HarnessError} `OUTPUT_FAILED` when a file cannot be written
 */
export async function writePackage(parts: PackageParts): Promise<Report> {
  const { folder, report, events, plan, begin, files, deviations } = parts;
  const exchanges = events.filter((event) => event.type === 'exchanged').map(({ exchange }) => exchange);
  const open = await publicPart(exchanges, { report, plan }, maskingRecordOf(folder)?.key ?? freshMaskingKey());
  await writeMaskingRecord(folder, open.record);
  const testset = [
    { name: 'plan.json', bytes: utf8(canonicalJson(open.plan)) },
    { name: RUN_BEGIN, bytes: utf8(canonicalJson(begin)) },
    ...(deviations === undefined ? [] : [{ name: DEVIATIONS, bytes: utf8(deviations) }]),
    ...[...files].map(([path, text]) => ({ name: `suites/${path}`, bytes: utf8(text) })),
  ];
  const made = await packageFiles({ report: open.report, exchanges, testset, mask: open.mask });
  const cleared = await clearedBefore(folder);
  await writeFiles(folder, made);
  await publishTicket(folder);
  await dropOthers(folder, new Set(made.map(({ name }) => name)));
  await writeCheck(folder, await lookForNumbers(folder, cleared));
  return open.report;
}

/** Copies of messages that an earlier report of this run had, and that were taken anew since. */
async function dropOthers(folder: string, names: ReadonlySet<string>): Promise<void> {
  const there = await readdir(join(folder, 'bewijs')).catch(() => []);
  for (const name of there) if (!names.has(`bewijs/${name}`)) await rm(join(folder, 'bewijs', name), { force: true });
}

/** @param folder - as a whole path @throws {HarnessError} `OUTPUT_FAILED` when one cannot be written */
export async function writeFiles(folder: string, files: readonly PackageFile[]): Promise<void> {
  for (const file of files) await put(folder, file);
}

async function put(folder: string, { name, open }: PackageFile): Promise<void> {
  const path = join(folder, ...name.split('/'));
  try {
    await mkdir(dirname(path), { recursive: true });
    await pipeline(open(), createWriteStream(path));
  } catch (cause) {
    throw new HarnessError(
      'OUTPUT_FAILED',
      { nl: `${path} is niet te schrijven`, en: `cannot write ${path}` },
      {
        cause,
        place: { file: path },
        hint: {
          nl: 'Maak ruimte op de schijf, of kies met --out een andere map.',
          en: 'Make room on the disk, or choose another folder with --out.',
        },
      },
    );
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
