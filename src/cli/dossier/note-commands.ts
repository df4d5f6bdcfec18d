/** Commands that lay down what persons did or agreed: a test round, a remark, a third party, a link of the chain, reuse of a test. */

import { reuseStates } from '../../dossier/acceptance/reuse.js';
import type { Derde, Hergebruik, KetenNotitie, Ronde } from '../../dossier/acceptance/state.js';
import { ATTRIBUTIONS, SIDE_WORDS, SIDES } from '../../dossier/acceptance/words.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { say } from '../settings/language.js';
import { appendChange } from './dossier-append.js';
import { day, dossierCall, given, lookedAt, number, text, texts, usage, word, yesNo } from './dossier-call.js';
import { openDossier } from './dossier-folder.js';

/** A new round, or one that is known with what is said of it now. */
export async function dossierRoundCommand(whole: Call): Promise<ExitCode> {
  const call = dossierCall(whole);
  const { shell, shown, who, at, language } = call;
  const testers = texts(call, 'tester');
  const nr = number(call, 'round');
  let made = 0;
  appendChange(shell, shown, who, ({ rondes }) => {
    made = nr ?? (rondes.at(-1)?.nr ?? 0) + 1;
    const before: Partial<Ronde> = rondes.find((each) => each.nr === made) ?? {};
    const { uitslagen: _kept, ...known } = before;
    const said = given<Omit<Ronde, 'nr' | 'uitslagen' | 'datum'>>({
      omvang: text(call, 'scope'),
      omgeving: text(call, 'environment'),
      testers: testers.length === 0 ? undefined : testers,
    });
    return { soort: 'ronde', ronde: { ...known, nr: made, datum: day(call, 'date') ?? before.datum ?? at, ...said } };
  });
  shell.out(say({ nl: `Ronde ${made}`, en: `Round ${made}` }, language));
  return EXIT.ok;
}

/** What one of the parties has to say to the testverslag of a round. */
export async function dossierRemarkCommand(whole: Call): Promise<ExitCode> {
  const call = dossierCall(whole);
  const { shell, shown, who, at, language, operands } = call;
  const partij = word(call, 'party', SIDES);
  const tekst = operands.slice(1).join(' ').trim();
  if (partij === undefined || tekst === '')
    throw usage(
      'een opmerking heeft een tekst en --party opdrachtgever of leverancier',
      'a remark has a text and --party opdrachtgever or leverancier',
    );
  appendChange(shell, shown, who, ({ rondes }) => {
    const ronde = number(call, 'round') ?? rondes.at(-1)?.nr;
    if (ronde === undefined || !rondes.some(({ nr }) => nr === ronde))
      throw usage('er is nog geen ronde waar de opmerking bij hoort', 'there is no round yet to which the remark belongs');
    return { soort: 'opmerking', opmerking: { ronde, partij, tekst, op: at } };
  });
  shell.out(`${say(SIDE_WORDS[partij], language)}: ${tekst}`);
  return EXIT.ok;
}

/** A third party and what was agreed about it. */
export async function dossierThirdPartyCommand(whole: Call): Promise<ExitCode> {
  const call = dossierCall(whole);
  const { shell, shown, who, operands } = call;
  const naam = operands.slice(1).join(' ').trim();
  if (naam === '') throw usage('noem de derde', 'name the third party');
  const said = given<Omit<Derde, 'naam'>>({
    rol: text(call, 'role'),
    afspraak: text(call, 'agreement'),
    datum: day(call, 'date'),
  });
  appendChange(shell, shown, who, () => ({ soort: 'derde', derde: { naam, ...said } }));
  shell.out(naam);
  return EXIT.ok;
}

/** What a person adds to a row of the chain-test matrix. */
export async function dossierChainCommand(whole: Call): Promise<ExitCode> {
  const call = dossierCall(whole);
  const { shell, shown, who, at, operands } = call;
  const koppeling = operands[1] ?? '';
  const view = await lookedAt(openDossier(shell.cwd, shown), call);
  const known = [...new Set(view.keten.map(({ rij }) => rij.koppeling))];
  if (!known.includes(koppeling)) {
    throw usage(
      `geen ketentest in dit dossier heeft een koppeling "${koppeling}"`,
      `no chain test in this dossier has a link "${koppeling}"`,
      {
        nl: known.length === 0 ? 'Voeg eerst het rapport van een ketentest toe.' : `Koppelingen: ${known.join(', ')}.`,
        en: known.length === 0 ? 'Add the report of a chain test first.' : `Links: ${known.join(', ')}.`,
      },
    );
  }
  const said = given<Omit<KetenNotitie, 'koppeling' | 'door' | 'op'>>({
    scenario: text(call, 'scenario'),
    bron: text(call, 'source'),
    bevestigdDoor: text(call, 'confirmed-by'),
    effect: text(call, 'effect'),
    gebrek: text(call, 'finding')?.toUpperCase(),
    toerekenbaarAan: word(call, 'attributable', ATTRIBUTIONS),
  });
  appendChange(shell, shown, who, ({ gebreken }) => {
    if (said.gebrek !== undefined && !gebreken.some(({ id }) => id === said.gebrek))
      throw usage(`er is geen gebrek ${said.gebrek}`, `there is no gebrek ${said.gebrek}`);
    return { soort: 'keten', notitie: { koppeling, ...said, door: who, op: at } };
  });
  shell.out(`${koppeling}: ${Object.values(said).join(', ')}`);
  return EXIT.ok;
}

/** Claims that a test need not be done again; whether that is shown is computed, but for what only a person can say. */
export async function dossierReuseCommand(whole: Call): Promise<ExitCode> {
  const call = dossierCall(whole);
  const { shell, shown, who, operands, language } = call;
  const rapport = (operands[1] ?? '').toUpperCase();
  const vergelijkbaar = yesNo(call, 'comparable');
  const uitleg = text(call, 'reason');
  if (vergelijkbaar === undefined || uitleg === undefined) throw usage(ASKED.nl, ASKED.en);
  const said = given<Pick<Hergebruik, 'norm' | 'testset'>>({ norm: text(call, 'norm'), testset: text(call, 'testset') });
  const dossier = appendChange(shell, shown, who, ({ rapporten }) => {
    const ids = rapporten.map(({ id }) => id).join(', ');
    if (!rapporten.some(({ id }) => id === rapport))
      throw usage(`er is geen rapport "${rapport}"`, `there is no report "${rapport}"`, {
        nl: `Rapporten: ${ids || '–'}.`,
        en: `Reports: ${ids || '–'}.`,
      });
    return { soort: 'hergebruik', hergebruik: { rapport, ...said, vergelijkbaar, uitleg, door: who } };
  });
  const view = await lookedAt(dossier, call);
  const state = reuseStates(view.stand, view.evidence).find(({ claim }) => claim.rapport === rapport);
  for (const { wat, uitkomst, toen, nu } of state?.vergelijkingen ?? [])
    shell.out(`  ${wat}: ${uitkomst} (${toen}${nu === '' ? '' : ` / ${nu}`})`);
  shell.out(say(state?.houdt ? { nl: 'Aangetoond.', en: 'Shown.' } : { nl: 'Niet aangetoond.', en: 'Not shown.' }, language));
  return EXIT.ok;
}

const ASKED = {
  nl: 'of de omstandigheden vergelijkbaar zijn, zegt een mens: --comparable ja|nee --reason "waarom"',
  en: 'whether the conditions are comparable a person says: --comparable ja|nee --reason "why"',
} as const;
