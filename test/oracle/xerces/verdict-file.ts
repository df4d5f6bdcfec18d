/**
 * The stored verdicts of Xerces: a line for each group of mutants, a bit for each mutant. Text, so that a change of it can
 * be read; without a trace of the schemas or the messages themselves.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../package-root.js';
import type { Effort } from './mutant-groups.js';

export interface StoredVerdicts extends Effort {
  readonly standard: string;
  /** As Xerces names itself. */
  readonly oracle: string;
  /** sha256 over the schema set, as reports name it. */
  readonly schemas: string;
  readonly groups: readonly StoredGroup[];
}

export interface StoredGroup {
  readonly type: string;
  readonly sample: number;
  /** Of the bytes of the mutants. */
  readonly digest: string;
  /** In the order of the mutants: whether Xerces finds each valid. */
  readonly valid: readonly boolean[];
}

export function readVerdicts(standard: string): StoredVerdicts | undefined {
  const file = fileOf(standard);
  if (!existsSync(file)) return undefined;
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return { ...(JSON.parse(head) as Omit<StoredVerdicts, 'groups'>), groups: lines.map(readGroup) };
}

export function writeVerdicts({ groups, ...head }: StoredVerdicts): void {
  const lines = groups.map(({ type, sample, digest, valid }) => [type, sample, digest, valid.length, pack(valid)].join(' '));
  writeFileSync(fileOf(head.standard), `${[JSON.stringify(head), ...lines].join('\n')}\n`);
}

/** Beside the sources, which are not compiled away. */
function fileOf(standard: string): string {
  return join(packageRoot, 'test', 'oracle', 'xerces', `verdicts-${standard}.txt`);
}

function readGroup(line: string): StoredGroup {
  const [type = '', sample = '', digest = '', count = '', bits = ''] = line.split(' ');
  const bytes = Buffer.from(bits, 'base64');
  const valid = Array.from({ length: Number(count) }, (_, index) => (((bytes[index >> 3] ?? 0) >> (index & 7)) & 1) === 1);
  return { type, sample: Number(sample), digest, valid };
}

function pack(valid: readonly boolean[]): string {
  const bytes = Buffer.alloc(Math.ceil(valid.length / 8));
  for (const [index, each] of valid.entries()) if (each) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (1 << (index & 7));
  return bytes.toString('base64');
}
