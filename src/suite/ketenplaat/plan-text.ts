/** Writes a candidate chain as a plan: the form of a chain, with everything that a person still has to confirm. */
import type { Tekst } from '../../model/finding.js';
import type { Assumption } from './assumption.js';
import { assumptionsOf } from './assumptions.js';
import type { Candidate } from './candidates.js';
import type { Ketenplaat, PlateElement, PlateView } from './ketenplaat.js';
import { actorNames } from './plan-names.js';

export interface PlanContext {
  readonly plate: Ketenplaat;
  /** Name of the file that it was read from. */
  readonly file: string;
  readonly view?: PlateView;
  readonly language: keyof Tekst;
}

export function planText(candidate: Candidate, context: PlanContext): string {
  const { plate, file, view, language } = context;
  const { held, from, to, tie } = candidate;
  const say = (nl: string, en: string) => ({ nl, en })[language];
  const names = actorNames([from, to, ...(tie.via ? [tie.via] : [])]);
  const named = (element: PlateElement) => names.get(element) ?? '';
  const link = `${named(from)}-${named(to)}`;
  const through = tie.via ? ` ${say('over', 'through')} ${tie.via.name}` : '';
  const actor = (element: PlateElement, plays: string) =>
    `  ${named(element)}: # ${oneLine(element.id)}, ${say('regel', 'line')} ${element.line}
    naam: { nl: ${quoted(element.name)}, en: ${quoted(element.name)} }
    component: ${quoted(element.name)}
    plays: ${plays}`;
  const lines = [
    ...comment(HEAD[language]),
    'plan: 1',
    `standard: ${held.id}`,
    `title: ${quoted(`${from.name} ${say('en', 'and')} ${to.name}${through}`)}`,
    'uit:',
    `  bestand: ${quoted(file)}`,
    `  sha256: ${plate.sha256}`,
    `  model: ${quoted(plate.id)}`,
    ...(view ? [`  view: ${quoted(`${view.name} (${view.id})`)}`] : []),
    '',
    ...comment(say(ASSUMED.nl, ASSUMED.en)),
    'aannamen:',
    ...assumptionsOf(candidate, plate).flatMap((each) => assumption(each, language)),
    '',
    'actors:',
    actor(from, 'vrager'),
    ...(tie.via ? [actor(tie.via, 'tussenstation')] : []),
    actor(to, 'aanbieder'),
    'links:',
    `  ${link}:`,
    `    from: ${named(from)}`,
    `    to: ${named(to)}`,
    ...(tie.via ? [`    via: [${named(tie.via)}]`, `    rewrites: [${held.rewrites.join(', ')}]`] : []),
    '    verplicht: true',
    '',
    ...comment(say(CHOOSE.nl, CHOOSE.en)),
    'bouwstenen:',
    ...held.blocks.map(({ id, title, needs }) => {
      const before = needs.map((each) => each.slice(each.indexOf('/') + 1)).join(', ');
      const told = before === '' ? '' : `; ${say('kies dan ook', 'then choose too')} ${before}`;
      return `  - { bouwsteen: ${id}, kies: nee } # ${oneLine(title)}${told}`;
    }),
    '',
    ...comment(say(VALUES.nl, VALUES.en)),
    'variables: {}',
  ];
  return `${lines.join('\n')}\n`;
}

function assumption({ name, zegt, waarom, feiten }: Assumption, language: keyof Tekst): readonly string[] {
  return [
    `  ${name}:`,
    '    bevestigd: nee',
    "    door: ''",
    `    zegt: ${quoted(zegt[language])}`,
    `    waarom: ${quoted(waarom[language])}`,
    feiten.length > 0 ? '    feiten:' : '    feiten: []',
    ...feiten.map(({ id, line, what }) => `      - { id: ${quoted(id)}, regel: ${line}, wat: ${quoted(what)} }`),
  ];
}

/** Safe in YAML whatever the model says: what is no plain sign is gone. */
function quoted(text: string): string {
  return `'${oneLine(text).replaceAll("'", "''")}'`;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]+/gu, ' ').trim();
}

function comment(text: string): readonly string[] {
  return text.split('\n').map((line) => `# ${line}`.trimEnd());
}

const HEAD = {
  nl: `Voorstel voor een ketentest, gelezen uit een architectuurmodel. Het model zegt niet welke standaard over een stroom gaat:
wat hier staat is een voorstel, en "ketentest run" weigert het tot een mens het heeft bevestigd.

1. Lees de aannamen. Klopt er een: bevestigd: ja, en bij door: uw naam of rol. Klopt er een niet: verander het plan, of gooi het weg.
2. Kies de bouwstenen: kies: ja.
3. ketentest chain check <dit bestand> zegt wat er nog moet; daarna ketentest run <dit bestand>.`,
  en: `A proposal for a chain test, read from an architecture model. The model does not say which standaard a flow speaks:
what stands here is a proposal, and "ketentest run" refuses it until a person has confirmed it.

1. Read the assumptions. When one is right: bevestigd: ja, and your name or role at door. When one is wrong: change the plan, or throw it away.
2. Choose the building blocks: kies: ja.
3. ketentest chain check <this file> tells what is still to do; then ketentest run <this file>.`,
} as const;

const ASSUMED = {
  nl: 'Feiten staan in het model onder dit id, op deze regel van het bestand.',
  en: 'Facts stand in the model under this id, at this line of the file.',
} as const;

const CHOOSE = {
  nl: 'Scenario’s van onze ketens. Zij lopen in de volgorde waarin zij daar staan.',
  en: 'Scenarios of our chains. They go in the order in which they stand there.',
} as const;

const VALUES = {
  nl: 'Waarden van constanten van de bouwstenen, als zij anders moeten zijn: naam: waarde. Ook met --set en in ketentest.yaml.',
  en: 'Values of constants of the building blocks, where they must be others: name: value. With --set and in ketentest.yaml too.',
} as const;
