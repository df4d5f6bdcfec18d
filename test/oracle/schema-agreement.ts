/**
 * Holds our compact schemas against the official ones and lists where they differ, by message type and mutation.
 *
 *   npm run schema-agreement -- [standard …] [--seed N] [--samples N] [--mutants N] [--show N]
 *
 * Ends with 1 below 99 %, or when a good message, our own or a collected one, is refused; with 2 without official schemas.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listStandards } from '../../src/suite/load-standard.js';
import { packageRoot } from '../package-root.js';
import { agreeOn, type Outcome } from './agree-on-standard.js';
import { standardsRoot } from './sources.js';

const ENOUGH = 0.99;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    samples: { type: 'string', default: '8' },
    mutants: { type: 'string', default: '60' },
    show: { type: 'string', default: '3' },
  },
});

process.exitCode = await main();

async function main(): Promise<number> {
  const standards = standardsRoot();
  if (standards === undefined) {
    console.error('No official schemas: set KETENTEST_STANDARDS to the folder that holds the sets.');
    return 2;
  }
  const effort = { seed: Number(values.seed), samples: Number(values.samples), mutants: Number(values.mutants) };
  const ids = positionals.length > 0 ? positionals : await listStandards(join(packageRoot, 'suites'));
  let worst = 0;
  for (const id of ids) {
    const outcome = await agreeOn(id, standards, effort);
    if (outcome) tell(id, outcome);
    else console.log(`${id}: no compact schema, or no official one to hold it against`);
    if (outcome && (outcome.share < ENOUGH || outcome.refused.length > 0)) worst = 1;
  }
  return worst;
}

function tell(id: string, { tallies, share, refused }: Outcome): void {
  const checked = tallies.reduce((sum, each) => sum + each.checked, 0);
  console.log(`\n${id}: ${(100 * share).toFixed(2)} % of ${checked} verdicts agree`);
  const columns = ['message type'.padEnd(38), 'mutation'.padEnd(16), ' checked', 'false VALID', 'false INVALID'];
  console.log(columns.join('  '));
  for (const { type, kind, checked: all, falseValid, falseInvalid } of tallies) {
    if (falseValid.length + falseInvalid.length === 0) continue;
    const counts = [String(all).padStart(8), String(falseValid.length).padStart(11), String(falseInvalid.length).padStart(13)];
    console.log([type.padEnd(38), kind.padEnd(16), ...counts].join('  '));
    for (const each of falseValid.slice(0, Number(values.show))) console.log(`    VALID    ${each}`);
    for (const each of falseInvalid.slice(0, Number(values.show))) console.log(`    INVALID  ${each}`);
  }
  for (const each of refused) console.log(`  good message refused: ${each}`);
}
