/** `ketentest list`: what there is. */
import { HarnessError } from '../model/harness-error.js';
import { didYouMean, nearest } from '../model/nearest.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import { howChecked, loadAllRules } from './all-rules.js';
import { loadAllTolerances } from './all-tolerances.js';
import { columns } from './columns.js';
import type { Call } from './command.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { packageFacts } from './package-root.js';
import { type Language, say } from './settings/language.js';
import { settingsOnLine } from './settings/settings.js';
import { listFaults } from './simulate/list-faults.js';

type Row = Readonly<Record<string, string>>;

type Lister = (standard: StandardDefinition, chains: readonly string[]) => readonly Row[];

const LISTS: Readonly<Record<string, Lister>> = {
  standards: (standard) => [{ id: standard.id, naam: standard.naam, versie: standard.versie }],
  suites: (standard, chains) => [
    ...standard.roles.map((role) => ({
      id: `${standard.id}/${role.id}`,
      naam: `${standard.naam} ${standard.versie} - ${role.naam}`,
      kind: role.kind,
    })),
    ...chains.map((chain) => ({
      id: `${standard.id}/chains/${chain}`,
      naam: `${standard.naam} ${standard.versie} - keten ${chain}`,
      kind: 'chain',
    })),
  ],
  services: (standard) =>
    standard.services.map(({ id, naam, operation, portType }) => ({ id: `${standard.id}/${id}`, naam, operation, portType })),
  roles: (standard) => standard.roles.map((role) => ({ id: `${standard.id}/${role.id}`, naam: role.naam, kind: role.kind })),
};

/** Prints one kind of thing, `suites` unless told otherwise. */
export async function listCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const what = operands[0] ?? 'suites';
  if (what === 'tolerances')
    return listTolerances(shell, options.json === true, settingsOnLine(shell, { lang: options.lang }).language);
  if (what === 'rules') return listRules(shell, options.json === true, settingsOnLine(shell, { lang: options.lang }).language);
  if (what === 'faults') return listFaults(shell, options.json === true, settingsOnLine(shell, { lang: options.lang }).language);
  const list = LISTS[what] ?? refuseUnknown(what);
  const { openFileSet } = await import('../suite/file-set.js');
  const { listStandards, loadStandard } = await import('../suite/load-standard.js');
  const { chainsOf } = await import('../suite/load-chain.js');
  const files = openFileSet(packageFacts().suites);
  const rows: Row[] = [];
  for (const id of await listStandards(files.root)) rows.push(...list(await loadStandard(files, id), await chainsOf(files, id)));
  shell.out(options.json ? JSON.stringify(rows, undefined, 2) : columns(rows.map((row) => Object.values(row))));
  return EXIT.ok;
}

/** Every rule with how it is checked; the text ends with how many there are of each. */
async function listRules(shell: Call['shell'], asJson: boolean, language: Language): Promise<ExitCode> {
  const rules = [...(await loadAllRules()).values()];
  if (asJson) {
    const rows = rules.map(({ rule: { id, ernst, scope, check, melding, praktijk }, standards }) => ({
      ...{ id, ernst, scope, check: howChecked(check), checked: check.kind !== 'none' },
      ...(check.kind === 'none' && { reason: check.reason, why: check.why }),
      ...{ melding, standards: standards.map((each) => each.id) },
      ...(praktijk && { tolerance: praktijk.id }),
    }));
    shell.out(JSON.stringify(rows, undefined, 2));
    return EXIT.ok;
  }
  const table = rules.map(({ rule }) => [
    rule.id,
    rule.ernst,
    rule.scope,
    howChecked(rule.check),
    rule.praktijk ? 'praktijk' : '',
  ]);
  const counts = new Map<string, number>();
  for (const { rule } of rules) {
    const how = howChecked(rule.check).replace(/:.*$/, '');
    counts.set(how, (counts.get(how) ?? 0) + 1);
  }
  const listed = [...counts].sort(([one], [other]) => (one < other ? 1 : -1)).map(([how, count]) => `${count} ${how}`);
  const word = language === 'nl' ? 'regels' : 'rules';
  shell.out(`${columns(table)}\n\n${rules.length} ${word}: ${listed.join(', ')}`);
  return EXIT.ok;
}

/** What the profile praktijk makes a point of attention, and why. */
async function listTolerances(shell: Call['shell'], asJson: boolean, language: Language): Promise<ExitCode> {
  const all = [...(await loadAllTolerances()).values()];
  const rows = all.map(({ tolerance, about: { id, ernst } }) => ({ ...tolerance, about: id, strict: ernst }));
  const table = rows.map(({ id, strict, reden }) => [id, strict, say(reden, language)]);
  shell.out(asJson ? JSON.stringify(rows, undefined, 2) : columns(table));
  return EXIT.ok;
}

function refuseUnknown(what: string): never {
  const known = [...Object.keys(LISTS), 'rules', 'tolerances', 'faults'];
  const near = nearest(what, known);
  throw new HarnessError(
    'USAGE',
    { nl: `er is geen lijst van "${what}"${didYouMean(near).nl}`, en: `there is no list of "${what}"${didYouMean(near).en}` },
    {
      hint: { nl: `Lijsten: ${known.join(', ')}.`, en: `Lists: ${known.join(', ')}.` },
    },
  );
}
