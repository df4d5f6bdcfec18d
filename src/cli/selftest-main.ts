/** Entry of `npm run selftest [-- suite…] [--keep]`: every suite against every known misbehaviour. */
import { openFileSet } from '../suite/file-set.js';
import { listStandards, loadStandard } from '../suite/load-standard.js';
import { packageFacts } from './package-root.js';
import { type Caught, keepScore, type Score, scoreSuite } from './selftest.js';
import { tellSurvivors } from './selftest-survivors.js';
import { openSuite } from './suite-loading.js';

const out = (text: string): void => void process.stdout.write(`${text}\n`);
const named = process.argv.slice(2).filter((each) => !each.startsWith('-'));
const scores: Score[] = [];

for (const id of named.length > 0 ? named : await everySuite()) {
  out(`\n${id}`);
  const loaded = await openSuite(id);
  const score = await scoreSuite(loaded, (caught) => out(lineOf(caught)));
  if (process.argv.includes('--keep')) await keepScore(score, loaded.suite.testset.digest);
  scores.push(score);
}
const { lines, noticed, of, unexplained } = tellSurvivors(scores);
for (const line of lines) out(line);
out(`\n${noticed} of ${of} misbehaviours caught`);
process.exitCode = unexplained > 0 ? 1 : 0;

async function everySuite(): Promise<readonly string[]> {
  const root = packageFacts().suites;
  const ids = await listStandards(root);
  const standards = await Promise.all(ids.map((id) => loadStandard(openFileSet(root), id)));
  return standards.flatMap(({ id, roles }) => roles.filter((role) => role.kind === 'provider').map((role) => `${id}/${role.id}`));
}

function lineOf({ misbehaviour, step, rules }: Caught): string {
  return step ? `  ✓ ${misbehaviour.id}  ${step}  ${rules.join(', ')}` : `  ✗ ${misbehaviour.id}  ${misbehaviour.title.en}`;
}
