/**
 * Holds our compact schemas against the official ones and lists where they differ.
 *
 *   npm run schema-agreement -- [standard] [--seed N] [--samples N] [--mutants N] [--show N]
 *
 * Ends with 1 below 99 % or when a good collected message is refused.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openFileSet } from '../../src/suite/file-set.js';
import { listStandards, loadStandard } from '../../src/suite/load-standard.js';
import { packageRoot } from '../package-root.js';
import { Agreement, type Tally } from './agreement.js';
import { seededDice } from './dice.js';
import { sampleMessage } from './sample-messages.js';
import { collectedMessages, compileCompact, compileOfficial, corpusRoot, standardsRoot } from './sources.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    samples: { type: 'string', default: '12' },
    mutants: { type: 'string', default: '150' },
    show: { type: 'string', default: '3' },
  },
});

const standards = standardsRoot();
if (standards === undefined) {
  console.error('No official schemas: set KETENTEST_STANDARDS to the folder that holds the sets.');
  process.exit(2);
}
const suites = join(packageRoot, 'suites');
let failed = false;
for (const id of positionals.length > 0 ? positionals : await listStandards(suites)) failed = (await agree(id)) || failed;
process.exit(failed ? 1 : 0);

async function agree(id: string): Promise<boolean> {
  const standard = await loadStandard(openFileSet(suites), id);
  const official = standard.schemas[0];
  const { shapes } = standard;
  if (!shapes || !official) {
    console.log(`${id}: no compact schema, or no official one to hold it against`);
    return false;
  }
  const agreement = new Agreement({
    official: compileOfficial(standards ?? '', official),
    compact: compileCompact(shapes),
  });
  const dice = seededDice(Number(values.seed));
  const names = new Map([...shapes.roots.keys()].map((root) => [root.replace(/^\{.*\}/, ''), root]));
  const corpus = corpusRoot();
  for (const { path, type, message } of corpus ? collectedMessages(corpus, new Set(names.keys())) : []) {
    agreement.mutate(type, message, path, Number(values.mutants), dice.below);
  }
  const collected = agreement.tallies().filter((each) => each.kind === 'as it is');
  const refused = collected.flatMap((each) => each.falseInvalid);
  for (const [type, root] of names) {
    for (let count = 0; count < Number(values.samples); count++) {
      const message = sampleMessage(shapes, root, dice, count / Number(values.samples));
      agreement.mutate(type, message, `sample ${count}`, Number(values.mutants), dice.below);
    }
  }
  tell(id, agreement, refused);
  return agreement.share() < 0.99 || refused.length > 0;
}

function tell(id: string, agreement: Agreement, refused: readonly string[]): void {
  console.log(`\n${id}: ${(100 * agreement.share()).toFixed(2)} % of ${count(agreement.tallies())} verdicts agree`);
  console.log('type'.padEnd(40), 'mutation'.padEnd(18), 'checked  false VALID  false INVALID');
  for (const tally of agreement.tallies()) {
    const { falseValid, falseInvalid } = tally;
    if (falseValid.length + falseInvalid.length === 0) continue;
    const numbers = [tally.checked, falseValid.length, falseInvalid.length].map((each) => String(each).padStart(8));
    console.log(tally.type.padEnd(40), tally.kind.padEnd(18), numbers.join('  '));
    for (const each of falseValid.slice(0, Number(values.show))) console.log(`    VALID    ${each}`);
    for (const each of falseInvalid.slice(0, Number(values.show))) console.log(`    INVALID  ${each}`);
  }
  for (const each of refused) console.log(`  good collected message refused: ${each}`);
}

function count(tallies: readonly Tally[]): number {
  return tallies.reduce((sum, each) => sum + each.checked, 0);
}
