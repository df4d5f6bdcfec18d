/** `ketentest explain`: a rule, a finding or an error code in plain words, with its source and examples. */
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import { type KnownRule, loadAllRules } from '../all-rules.js';
import { loadAllTolerances } from '../all-tolerances.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { packageFacts } from '../package-root.js';
import { type Language, say } from '../settings/language.js';
import { settingsOnLine } from '../settings/settings.js';
import { ERROR_TEXTS } from './explain-texts.js';
import { FINDING_EXPLANATIONS } from './finding-explanations.js';
import { findingTexts } from './finding-texts.js';
import { WORD_MEANINGS } from './word-meanings.js';

export async function explainCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const { language } = settingsOnLine(shell, options);
  shell.out(await explained(operands[0] ?? '', language));
  return EXIT.ok;
}

/** @throws {HarnessError} `USAGE` with the nearest code for one that is not there */
async function explained(code: string, language: Language): Promise<string> {
  const wanted = code.toLowerCase();
  const known = await codeTexts();
  const name = [...known.keys()].find((each) => each.toLowerCase() === wanted);
  const texts = name === undefined ? undefined : known.get(name);
  // A rule tells more than the check that decides it.
  const rules = await loadAllRules();
  const rule = [...rules.values()].find((each) => each.rule.id.toLowerCase() === wanted);
  if (rule) {
    const [{ examplesOf }, { ruleText }] = await Promise.all([import('./rule-examples.js'), import('./rule-text.js')]);
    return ruleText(rule, examplesOf(rule.rule, rule.standards, packageFacts().root), language, await scenariosFor(rule));
  }
  const tolerances = await loadAllTolerances();
  const tolerance = [...tolerances.values()].find((each) => each.tolerance.id.toLowerCase() === wanted);
  if (tolerance) return (await import('./tolerance-text.js')).toleranceText(tolerance, language);
  if (name === undefined || texts === undefined)
    throw unknownCode(code, [...known.keys(), ...rules.keys(), ...tolerances.keys()]);
  return [name, ...texts.map((text) => say(text, language))].join('\n\n');
}

/** The scenarios that decide a rule, as `<suite>  <id>: <title>`. */
async function scenariosFor({ rule, standards }: KnownRule): Promise<readonly string[]> {
  if (rule.check.kind !== 'elsewhere' || rule.check.by !== 'scenario') return [];
  const ids = standards.flatMap((standard) =>
    standard.roles.filter(({ kind }) => kind === 'provider').map((role) => `${standard.id}/${role.id}`),
  );
  const { openSuite } = await import('../suite-loading.js');
  const suites = await Promise.all(ids.map(openSuite));
  return suites.flatMap(({ suite }) =>
    suite.scenarios.filter((each) => each.decides?.includes(rule.id)).map((each) => `${suite.id}  ${each.id}: ${each.title}`),
  );
}

/** Errors, findings, and the words of a report. */
async function codeTexts(): Promise<ReadonlyMap<string, readonly Tekst[]>> {
  const single = (texts: Readonly<Record<string, Tekst>>) => Object.entries(texts).map(([name, text]) => [name, [text]] as const);
  return new Map<string, readonly Tekst[]>([
    ...single(ERROR_TEXTS),
    ...single(FINDING_EXPLANATIONS),
    ...(await findingTexts()),
    ...single(WORD_MEANINGS),
    ...single((await import('../../report/seal/verify-reasons.js')).REASONS),
    ...(await dossierTexts()),
  ]);
}

/** What stands beside an indication, and what can be wrong with a dossier; `…` is filled in there. */
async function dossierTexts(): Promise<readonly (readonly [string, readonly Tekst[]])[]> {
  const [{ INDICATION_REASONS }, { INDICATIE_WORDS }, { BREAK_TEXTS }] = await Promise.all([
    import('../../dossier/indication/reasons.js'),
    import('../../dossier/indication/words.js'),
    import('../../dossier/acceptance/break-texts.js'),
  ]);
  const whole = (text: string) => text.replaceAll(/\{\d\}/g, '…');
  const told = (texts: Readonly<Record<string, Tekst>>, where: Tekst) =>
    Object.entries(texts).map(([code, { nl, en }]) => [code, [{ nl: whole(nl), en: whole(en) }, where]] as const);
  return [
    ...told(
      { ...INDICATIE_WORDS, ...INDICATION_REASONS },
      { nl: 'Bij een indicatie: docs/indication.md.', en: 'Of an indication: docs/indication.md.' },
    ),
    ...told(BREAK_TEXTS, { nl: 'Bij een acceptatiedossier: docs/dossier.md.', en: 'Of an acceptance dossier: docs/dossier.md.' }),
  ];
}

function unknownCode(code: string, known: readonly string[]): HarnessError {
  const near = nearest(code.toUpperCase(), known);
  return new HarnessError(
    'USAGE',
    { nl: `er is geen code "${code}"${didYouMean(near).nl}`, en: `there is no code "${code}"${didYouMean(near).en}` },
    {
      hint: {
        nl: 'Codes staan in een rapport bij elke bevinding, en vooraan in een foutmelding. "ketentest list rules" noemt de regels.',
        en: 'Codes stand in a report beside each finding, and at the beginning of an error. "ketentest list rules" tells the rules.',
      },
    },
  );
}
