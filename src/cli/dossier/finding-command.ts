/**
 * `ketentest dossier finding`: gebreken. From a report (`--from`), by hand, or changed; and what a later report says of those that
 * are there (`--retest`).
 */
import { findingsIn, nextFinding, retested } from '../../dossier/acceptance/findings.js';
import { isOpen } from '../../dossier/acceptance/requirements.js';
import type { Gebrek, Stand } from '../../dossier/acceptance/state.js';
import { ATTRIBUTIONS, FINDING_STATES, FINDING_WORDS } from '../../dossier/acceptance/words.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { say } from '../settings/language.js';
import { appendChange } from './dossier-append.js';
import { type DossierCall, day, dossierCall, given, number, text, usage, word, yesNo } from './dossier-call.js';
import { openDossier } from './dossier-folder.js';
import { checkReferences, findingCalled, reportCalled } from './finding-references.js';

/** @throws {HarnessError} `USAGE`, `REPORT_INVALID` for a report that does not hold, `DOSSIER_INVALID` */
export async function dossierFindingCommand(whole: Call): Promise<ExitCode> {
  const call = dossierCall(whole);
  const [from, again] = [text(call, 'from'), text(call, 'retest')];
  if (from !== undefined && again !== undefined)
    throw usage('--from en --retest gaan niet samen', '--from and --retest do not go together');
  if (again !== undefined) return retest(call, again);
  if (from !== undefined) return takeFrom(call, from);
  const subject = call.operands.slice(1).join(' ').trim();
  if (subject === '') throw usage('zeg welk gebrek, of wat er mis is', 'say which gebrek, or what is wrong', TEXTS.how);
  return /^G\d+$/i.test(subject) ? change(call, subject.toUpperCase()) : make(call, subject);
}

/** What is said of a gebrek on the command line. */
function saidOf(call: DossierCall): Partial<Omit<Gebrek, 'id'>> {
  return given<Omit<Gebrek, 'id'>>({
    omschrijving: undefined,
    herkomst: undefined,
    hertest: undefined,
    eis: text(call, 'requirement'),
    blokkeertProductie: yesNo(call, 'blocks'),
    toerekenbaarAan: word(call, 'attributable', ATTRIBUTIONS),
    status: word(call, 'status', FINDING_STATES),
    ronde: number(call, 'round'),
    zichtbaarInRonde1: yesNo(call, 'visible-in-round-1'),
    herstelAfgesproken: day(call, 'repair-by'),
    afspraak: text(call, 'note'),
  });
}

function make(call: DossierCall, omschrijving: string): ExitCode {
  const { shell, shown, who } = call;
  const said = saidOf(call);
  let id = '';
  appendChange(shell, shown, who, (stand) => {
    checkReferences(stand, said);
    id = `G${nextFinding(stand)}`;
    const ronde = said.ronde ?? stand.rondes.at(-1)?.nr;
    const gebrek: Gebrek = {
      id,
      omschrijving,
      toerekenbaarAan: 'onbekend',
      status: 'open',
      ...said,
      ...(ronde !== undefined && { ronde }),
    };
    return { soort: 'gebreken', gebreken: [gebrek] };
  });
  shell.out(`${id}: ${omschrijving}`);
  return EXIT.ok;
}

function change(call: DossierCall, id: string): ExitCode {
  const { shell, shown, who, at, language } = call;
  const said = saidOf(call);
  if (Object.keys(said).length === 0) throw usage(`zeg wat er verandert aan ${id}`, `say what changes of ${id}`, TEXTS.how);
  const isRetest = said.status === 'hertest_geslaagd' || said.status === 'hertest_gefaald';
  const { stand } = appendChange(shell, shown, who, (now) => {
    checkReferences(now, said);
    return { soort: 'gebreken', gebreken: [{ ...findingCalled(now, id), ...said, ...(isRetest && { hertest: { op: at } }) }] };
  });
  const { status, omschrijving } = findingCalled(stand, id);
  shell.out(`${id}: ${say(FINDING_WORDS[status], language)}; ${omschrijving}`);
  return EXIT.ok;
}

/** Of a report in the dossier, or of a package that is added now. */
async function takeFrom(call: DossierCall, from: string): Promise<ExitCode> {
  const { shell, shown, who, language } = call;
  const { id, report } = await reportCalled(call, from);
  const said = { ...saidOf(call), language };
  let made: readonly Gebrek[] = [];
  const { stand } = openDossier(shell.cwd, shown);
  if (findingsIn(report, id, stand, said).length === 0) {
    shell.out(say(TEXTS.none(id), language));
    return EXIT.ok;
  }
  appendChange(shell, shown, who, (now) => {
    checkReferences(now, said);
    const ronde = said.ronde ?? now.rondes.at(-1)?.nr;
    made = findingsIn(report, id, now, { ...said, ...(ronde !== undefined && { ronde }) });
    return { soort: 'gebreken', gebreken: made };
  });
  for (const { id: name, omschrijving, herkomst } of made) shell.out(`${name}: ${herkomst?.regel}: ${omschrijving}`);
  return EXIT.ok;
}

async function retest(call: DossierCall, again: string): Promise<ExitCode> {
  const { shell, shown, who, at, language } = call;
  const { id, report } = await reportCalled(call, again);
  const decided = ({ gebreken }: Stand) =>
    gebreken
      .filter(({ status, herkomst }) => isOpen(status) && herkomst !== undefined && herkomst.rapport !== id)
      .flatMap((each): readonly Gebrek[] => {
        const status = retested(each, report);
        return status ? [{ ...each, status, hertest: { op: at, rapport: id } }] : [];
      });
  const open = openDossier(shell.cwd, shown).stand;
  if (decided(open).length === 0) {
    shell.out(say(TEXTS.undecided(id), language));
    return EXIT.ok;
  }
  const { stand } = appendChange(shell, shown, who, (now) => ({ soort: 'gebreken', gebreken: decided(now) }));
  for (const each of decided(open)) shell.out(`${each.id}: ${say(FINDING_WORDS[each.status], language)} (${id})`);
  const left = stand.gebreken.filter(({ status }) => isOpen(status)).length;
  shell.out(say(TEXTS.left(left), language));
  return EXIT.ok;
}

const TEXTS = {
  how: {
    nl: 'Bijvoorbeeld: ketentest dossier finding MAP --from R1, of: finding MAP "zoeken geeft niets terug" --blocks ja, of: finding MAP G1 --status hersteld_gemeld',
    en: 'For example: ketentest dossier finding DIR --from R1, or: finding DIR "search returns nothing" --blocks ja, or: finding DIR G1 --status hersteld_gemeld',
  },
  none: (id: string) => ({
    nl: `${id}: geen fouten van een product die hier nog niet staan`,
    en: `${id}: no faults of a product that are not here already`,
  }),
  undecided: (id: string) => ({
    nl: `${id} beslist over geen van de open gebreken`,
    en: `${id} decides none of the open gebreken`,
  }),
  left: (count: number) => ({ nl: `nog open: ${count}`, en: `still open: ${count}` }),
} as const;
