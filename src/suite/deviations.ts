/**
 * Reads a file of known deviations, and refuses one that speaks about no step of the plan: what matches nothing explains
 * nothing, and somebody believes that it does.
 */
import { z } from 'zod';
import { concernsStep, type KnownDeviation } from '../model/deviation.js';
import { mayBeReal } from '../model/elfproef.js';
import type { Tekst } from '../model/finding.js';
import { formatPlace, HarnessError, type Place } from '../model/harness-error.js';
import { didYouMean, nearest } from '../model/nearest.js';
import { matchesPattern } from '../model/pattern.js';
import { stepPath } from '../model/plan.js';
import type { Suite } from '../model/scenario.js';
import { openPlaces, type Places } from './yaml-places.js';

/** With where its patterns stand in the file. */
export interface GivenDeviation {
  readonly deviation: KnownDeviation;
  readonly place: { readonly stap: Place; readonly regel: Place };
}

/** More stars than anybody needs make a pattern that takes years to hold against a long name. */
const MOST_STARS = 4;

const text = z.string().trim().min(1).max(2000);
const pattern = text.refine((of) => (of.match(/\*+/g) ?? []).length <= MOST_STARS);
const deviation = z.strictObject({
  stap: pattern,
  regel: pattern,
  reden: z.union([text, z.strictObject({ nl: text, en: text })]),
  tot: z.iso.date(),
  ticket: z.union([text, z.number().transform(String)]).optional(),
});
const deviationsFile = z.strictObject({ afwijkingen: z.array(deviation).min(1) });

/** @throws {HarnessError} `CONFIG_INVALID` with file:line:column for the first thing that is not as it should be */
export function readDeviations(content: string, file: string): readonly GivenDeviation[] {
  const places = openPlaces(content, file, 'CONFIG_INVALID');
  const value = places.plain();
  const result = deviationsFile.safeParse(value);
  const [issue] = result.error?.issues ?? [];
  if (issue) throw refuse(issue, value, places);
  return (result.data?.afwijkingen ?? []).map(({ reden, ticket, ...of }, index) => {
    const at = (key: string) => places.place(['afwijkingen', index, key]);
    const texts = typeof reden === 'string' ? { nl: reden, en: reden } : reden;
    for (const [key, said] of [['reden', `${texts.nl} ${texts.en}`] as const, ['ticket', ticket ?? ''] as const])
      if ((said.match(/(?<!\d)\d{9}(?!\d)/g) ?? []).some(mayBeReal)) throw invalid(at(key), PERSONAL);
    const known = { ...of, reden: texts, ...(ticket !== undefined && { ticket }) };
    return { deviation: known, place: { stap: at('stap'), regel: at('regel') } };
  });
}

/**
 * @param suites - those of the run
 * @param codes - ids of the checks that there are
 * @throws {HarnessError} `CONFIG_INVALID` with file:line:column and the nearest name for what matches none of them
 */
export function refuseUnplanned(given: readonly GivenDeviation[], suites: readonly Suite[], codes: readonly string[]): void {
  const names = suites.map((suite) => ({ suite, steps: stepsOf(suite) }));
  for (const { deviation: known, place } of given) {
    if (!names.some(({ suite, steps }) => steps.some((step) => concernsStep(known, suite, step))))
      throw unmatched(
        place.stap,
        known.stap,
        { nl: 'geen stap van', en: 'no step of' },
        suites,
        names.flatMap(({ steps }) => steps),
      );
    if (!codes.some((code) => matchesPattern(known.regel, code)))
      throw unmatched(place.regel, known.regel, { nl: 'geen controle van', en: 'no check of' }, suites, codes);
  }
}

/** Those that speak about a suite, in the order of the file. */
export function deviationsOf(suite: Suite, given: readonly GivenDeviation[]): readonly KnownDeviation[] {
  const steps = stepsOf(suite);
  return given.flatMap(({ deviation: known }) => (steps.some((step) => concernsStep(known, suite, step)) ? [known] : []));
}

function stepsOf({ scenarios }: Suite): readonly string[] {
  return scenarios.flatMap((scenario) => scenario.steps.map((step) => stepPath(scenario, step)));
}

function unmatched(place: Place, pattern: string, what: Tekst, suites: readonly Suite[], known: readonly string[]): HarnessError {
  const meant = didYouMean(nearest(pattern, known));
  const of = suites.map(({ id }) => id).join(', ');
  return invalid(
    place,
    {
      nl: `"${pattern}" past op ${what.nl} ${of}${meant.nl}`,
      en: `"${pattern}" matches ${what.en} ${of}${meant.en}`,
    },
    {
      nl: 'Wat nergens op past verklaart niets: verbeter het, of haal het weg.',
      en: 'What matches nothing explains nothing: mend it, or take it away.',
    },
  );
}

function refuse(issue: z.core.$ZodIssue, value: unknown, { place }: Places): HarnessError {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const known = issue.path.length === 0 ? 'afwijkingen' : Object.keys(EXPECTED).slice(1).join(', ');
    const told = { nl: `onbekende naam "${key}"; bekend zijn ${known}`, en: `unknown name "${key}"; known are ${known}` };
    return invalid(place([...issue.path, key]), told);
  }
  const key = issue.path.findLast((step) => typeof step === 'string' && Object.hasOwn(EXPECTED, step)) ?? 'afwijkingen';
  const isEntry = typeof issue.path.at(-1) === 'number';
  const what = isEntry ? ENTRY : EXPECTED[String(key)];
  const seen = JSON.stringify(issue.path.reduce<unknown>((at, step) => (at as never)?.[step], value));
  return invalid(place(issue.path), {
    nl: `verwacht: ${what?.nl}; er staat ${seen ?? 'niets'}`,
    en: `expected ${what?.en}; found ${seen ?? 'nothing'}`,
  });
}

const ENTRY: Tekst = { nl: 'stap, regel, reden en tot', en: 'stap, regel, reden and tot' };

const EXPECTED: Readonly<Record<string, Tekst>> = {
  afwijkingen: { nl: 'afwijkingen, met een lijst', en: 'afwijkingen, with a list' },
  stap: {
    nl: `stap, een patroon zoals zs.1.*/2 met hoogstens ${MOST_STARS} sterretjes`,
    en: `stap, a pattern such as zs.1.*/2 with at most ${MOST_STARS} asterisks`,
  },
  regel: {
    nl: `regel, de code van een controle of een patroon met hoogstens ${MOST_STARS} sterretjes`,
    en: `regel, the code of a check or a pattern with at most ${MOST_STARS} asterisks`,
  },
  reden: { nl: 'reden, een tekst of nl en en', en: 'reden, a text or nl and en' },
  tot: { nl: 'tot, een datum zoals 2027-03-31', en: 'tot, a date such as 2027-03-31' },
  ticket: { nl: 'ticket, een tekst of een nummer', en: 'ticket, a text or a number' },
};

const PERSONAL: Tekst = {
  nl: 'hier staat een getal dat een burgerservicenummer kan zijn, en dit wordt gepubliceerd',
  en: 'here stands a number that may be a citizen service number, and this is published',
};

function invalid(at: Place, what: Tekst, hint?: Tekst): HarnessError {
  const where = formatPlace(at);
  const told = { nl: `${where}: ${what.nl}`, en: `${where}: ${what.en}` };
  return new HarnessError('CONFIG_INVALID', told, { place: at, ...(hint && { hint }) });
}
