/** What is told of a ketenplaat that was read, and of the chains that it suggests. */
import type { Candidate, Candidates } from '../../suite/ketenplaat/candidates.js';
import type { Ketenplaat, PlateComplaint } from '../../suite/ketenplaat/ketenplaat.js';
import { columns } from '../columns.js';
import type { Language } from '../settings/language.js';

/** Kinds of things that are counted one by one; the rest together. */
const TOLD_KINDS = 12;

/** What was seen, what was left aside, and what is wrong in the file. */
export function readText(
  { name, elements, relations, views, counts, complaints, complained }: Ketenplaat,
  language: Language,
): string {
  const say = (nl: string, en: string) => ({ nl, en })[language];
  const aside = [...counts]
    .map(([kind, { seen, kept }]) => ({ kind, count: seen - kept }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  const rest = aside.slice(TOLD_KINDS).reduce((sum, { count }) => sum + count, 0);
  const listed = aside.slice(0, TOLD_KINDS).map(({ kind, count }) => `${count} ${kind || '?'}`);
  const told = [...listed, ...(rest > 0 ? [`${rest} ${say('andere', 'others')}`] : [])].join(', ') || '–';
  const kept = say(
    `${name || '–'}: ${elements.size} elementen, ${relations.length} relaties en ${views.length} views bekeken.`,
    `${name || '–'}: looked at ${elements.size} elements, ${relations.length} relations and ${views.length} views.`,
  );
  const wrong = complaints.map((each) => `  ${complaintText(each, language)}`);
  const more = complained - complaints.length;
  if (more > 0) wrong.push(say(`  en nog ${more}.`, `  and ${more} more.`));
  const heading = say('Wat in het bestand niet klopt (en niet meetelt):', 'What is wrong in the file (and does not count):');
  return [
    kept,
    `${say('Geteld en niet bekeken', 'Counted and not looked at')}: ${told}.`,
    ...(wrong.length > 0 ? [heading, ...wrong] : []),
    '',
  ].join('\n');
}

function complaintText({ kind, id, in: tag, line }: PlateComplaint, language: Language): string {
  const texts = {
    twice: { nl: `"${id}" staat er tweemaal; de eerste telt`, en: `"${id}" is there twice; the first one counts` },
    dangling: { nl: `"${id}" is er niet`, en: `"${id}" is not there` },
    nameless:
      id === ''
        ? { nl: 'zonder identifier', en: 'without identifier' }
        : { nl: `"${id}" zonder naam`, en: `"${id}" without a name` },
  };
  return { nl: `regel ${line}, <${tag}>: ${texts[kind].nl}`, en: `line ${line}, <${tag}>: ${texts[kind].en}` }[language];
}

interface Telling {
  readonly fileOf: ReadonlyMap<Candidate, string>;
  /** Where the plans were written, if they were. */
  readonly out: string | undefined;
  readonly language: Language;
}

/** The candidates in order, why each is one, and what comes next. */
export function proposalText({ found, pairs, sharing, notHeld }: Candidates, { fileOf, out, language }: Telling): string {
  const say = (nl: string, en: string) => ({ nl, en })[language];
  const rows = found.map((each, index) => [
    String(index + 1),
    fileOf.get(each) ?? '–',
    `${each.from.name} → ${each.tie.via ? `${each.tie.via.name} → ` : ''}${each.to.name}`,
    each.held.id,
    groundText(each, language),
  ]);
  const without = found.filter((each) => !fileOf.has(each)).length;
  const next =
    out === undefined
      ? say('Met --out MAP komt van elk een plan om te bevestigen.', 'With --out DIR a plan of each is written, to be confirmed.')
      : say(
          `Plannen in ${out}. Lees en bevestig er een, en kies bouwstenen; dan: ketentest chain check ${out}/<plan>.yaml`,
          `Plans in ${out}. Read and confirm one, and choose building blocks; then: ketentest chain check ${out}/<plan>.yaml`,
        );
  return [
    say(
      `Paren van componenten die met elkaar te maken hebben: ${pairs}; met een gedeelde standaard: ${sharing}; voorstellen met een standaard die wij hebben: ${found.length}.`,
      `Pairs of components that have to do with each other: ${pairs}; with a shared standaard: ${sharing}; proposals with a standaard that we hold: ${found.length}.`,
    ),
    ...(notHeld.length > 0 ? [`${say('Gedeeld, en niet bij ons', 'Shared, and not held by us')}: ${notHeld.join(', ')}.`] : []),
    ...(rows.length > 0 ? [columns(rows)] : []),
    ...(without > 0
      ? [
          say(
            `Zonder bestand (–): ${without}; er zijn geen bouwstenen voor, of het zijn er te veel ineens.`,
            `Without a file (–): ${without}; there are no building blocks, or they are too many at once.`,
          ),
        ]
      : []),
    ...(fileOf.size > 0
      ? [
          say(
            'Geen stroom zegt welke standaard erover gaat: elk voorstel is een vermoeden.',
            'No flow says which standaard it speaks: every proposal is a guess.',
          ),
          next,
        ]
      : []),
  ].join('\n');
}

function groundText({ supports: { from, to }, direction, tie: { evidence } }: Candidate, language: Language): string {
  const say = (nl: string, en: string) => ({ nl, en })[language];
  const strength = ({ strength, inherited }: Candidate['supports']['from']) =>
    (strength || '?') + (inherited ? ` ${say('via', 'by way of')} ${inherited.of.name}` : '');
  const way = {
    plays: say('rol bekend uit onze keten', 'part known from our chain'),
    asks: say('richting uit Serving', 'direction from Serving'),
    flow: say('richting geraden', 'direction guessed'),
  }[direction.kind];
  const relations = evidence.length === 1 ? say('relatie', 'relation') : say('relaties', 'relations');
  return `${strength(from)} / ${strength(to)}; ${evidence.length} ${relations}; ${way}`;
}
