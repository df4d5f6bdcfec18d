/**
 * Asks Xerces-J about mutants of good messages, with the official schemas as published. Needs Java and libxerces2-java.
 *
 *   npm run xerces-verdicts                  asks about all of them, and stores what it says
 *   npm run xerces-verdicts -- --check N     asks about N groups a standard, and compares with what is stored
 *
 * Ends with 1 when a stored verdict does not hold; with 2 without Java, Xerces or official schemas.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { standards } from '../shared.js';
import { askXerces, whyNoXerces } from './ask-xerces.js';
import { STALE } from './disagreements.js';
import { digestOfMutants, type MutantGroup, mutantGroups } from './mutant-groups.js';
import { digestOfSet, EFFORT, openStandard, STANDARDS, spread } from './standards.js';
import { readVerdicts, type StoredGroup, writeVerdicts } from './verdict-file.js';

const { values } = parseArgs({ options: { check: { type: 'string' } } });

process.exitCode = await main();

async function main(): Promise<number> {
  const why = standards === undefined ? 'there are no official schemas: set KETENTEST_STANDARDS' : whyNoXerces();
  if (standards === undefined || why !== undefined) {
    console.error(`Xerces cannot be asked: ${why}`);
    return 2;
  }
  let worst = 0;
  for (const id of STANDARDS) worst = Math.max(worst, await ask(id, standards));
  return worst;
}

async function ask(id: string, root: string): Promise<number> {
  const held = await openStandard(id);
  const all = mutantGroups({ shapes: held.shapes, effort: EFFORT });
  const groups = values.check === undefined ? all : spread(all, Number(values.check));
  const entries = held.official.entries.map((entry) => join(root, held.official.set, entry));
  const asked: Omit<StoredGroup, 'valid'>[] = [];
  const counts: number[] = [];
  const { oracle, verdicts } = await askXerces(entries, messagesOf(groups, asked, counts));
  const told = asked.map((group, index) => ({ ...group, valid: validOf(verdicts, counts, index) }));
  const many = counts.reduce((sum, each) => sum + each, 0);
  if (verdicts.length !== many || verdicts.includes('M')) throw new Error(`${id}: Xerces could not read every mutant`);
  if (values.check === undefined) {
    writeVerdicts({ standard: id, oracle, schemas: digestOfSet(root, held), ...EFFORT, groups: told });
    console.log(`${id}: ${many} verdicts of ${oracle} stored`);
    return 0;
  }
  const stored = new Map(readVerdicts(id)?.groups.map((group) => [`${group.type} ${group.sample}`, group]));
  const wrong = told.filter((group) => !isSame(group, stored.get(`${group.type} ${group.sample}`)));
  for (const { type, sample } of wrong) console.error(`${id}: ${type} ${sample}: other verdicts than stored, or ${STALE}`);
  console.log(
    `${id}: ${oracle} was asked about ${many} mutants; ${wrong.length} of ${told.length} groups differ from the stored ones`,
  );
  return wrong.length > 0 ? 1 : 0;
}

function* messagesOf(
  groups: readonly MutantGroup[],
  asked: Omit<StoredGroup, 'valid'>[],
  counts: number[],
): Generator<Uint8Array> {
  for (const { type, sample, make } of groups) {
    const mutants = make();
    asked.push({ type, sample, digest: digestOfMutants(mutants) });
    counts.push(mutants.length);
    for (const { bytes } of mutants) yield bytes;
  }
}

function validOf(verdicts: string, counts: readonly number[], index: number): readonly boolean[] {
  const from = counts.slice(0, index).reduce((sum, each) => sum + each, 0);
  return [...verdicts.slice(from, from + (counts[index] ?? 0))].map((each) => each === 'V');
}

function isSame(group: StoredGroup, stored: StoredGroup | undefined): boolean {
  return group.digest === stored?.digest && group.valid.join() === stored.valid.join();
}
