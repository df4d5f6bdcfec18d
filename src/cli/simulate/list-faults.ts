/** `ketentest list faults`: what a simulated counterpart can do wrongly on purpose, and which real systems do it too. */
import { familyOf } from '../../standard/index.js';
import { openFileSet } from '../../suite/file-set.js';
import { listStandards, loadStandard } from '../../suite/load-standard.js';
import { columns } from '../columns.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { packageFacts } from '../package-root.js';
import { type Language, say } from '../settings/language.js';
import type { Shell } from '../shell.js';
import { faultsOf } from './simulate-faults.js';

export async function listFaults(shell: Pick<Shell, 'out'>, asJson: boolean, language: Language): Promise<ExitCode> {
  const files = openFileSet(packageFacts().suites);
  const standards = await Promise.all((await listStandards(files.root)).map((id) => loadStandard(files, id)));
  const families = [...new Set(standards.map(({ family }) => family))].map((family) => familyOf(family));
  const faults = new Map(families.flatMap(faultsOf).map((fault) => [fault.name, fault]));
  const rows = [...faults.values()].map(({ name, text, bron }) => ({ name, text, ...(bron && { bron }) }));
  const table = rows.map(({ name, text, bron }) => [name, say(text, language), bron ? `${bron.waar}, ${bron.gezien}` : '']);
  shell.out(asJson ? JSON.stringify(rows, undefined, 2) : columns(table));
  return EXIT.ok;
}
