/** What we say of schema sets: what they are, where they stand, what deviates. */
import type { Tekst } from '../../model/finding.js';
import { type Language, say } from '../settings/language.js';
import type { AddedStandard } from './add-standard.js';
import type { Comparison } from './compare-set.js';
import type { SetState } from './official-basis.js';

export interface SetFacts {
  readonly set: string;
  readonly naam: string;
  /** '' when the publication does not say. */
  readonly patch: string;
  readonly staat: SetState;
  readonly map: string;
  readonly files: number;
  /** Against the published set, when there is one. */
  readonly afwijking?: Comparison;
}

/** One row of a list. */
export function setRow({ set, naam, staat }: SetFacts, language: Language): readonly string[] {
  return [set, say(STATES[staat], language), naam];
}

/** Everything about one set, or how to get one. */
export function setText(facts: SetFacts | undefined, language: Language): string {
  if (facts === undefined) return say(NONE, language);
  const head = [
    `${facts.set}  ${facts.naam}`,
    say(STATES[facts.staat], language),
    ...(facts.patch === '' ? [] : [facts.patch]),
    facts.map,
  ];
  return [...head, ...deviations(facts.afwijking, language)].join('\n');
}

/** What installing came to. */
export function addedText(
  { set, folder, state, fileCount, known, comparison, unusable, wasThere }: AddedStandard,
  language: Language,
): string {
  const done = say(wasThere ? THERE : INSTALLED, language);
  const broken = unusable.map(({ entries, reason }) => `  ✘ ${entries.join(', ')}: ${reason}`);
  return [
    `${set}: ${say(STATES[state], language)}`,
    ...(known ? [known.naam] : []),
    `${done} ${folder} (${fileCount})`,
    ...deviations(comparison, language),
    ...(broken.length > 0 ? [say(UNUSABLE, language), ...broken] : []),
  ].join('\n');
}

function deviations(comparison: Comparison | undefined, language: Language): readonly string[] {
  if (comparison === undefined) return [];
  const lines = (what: Tekst, names: readonly string[]) => names.map((name) => `  ${say(what, language)} ${name}`);
  return [...lines(CHANGED, comparison.changed), ...lines(MISSING, comparison.missing), ...lines(EXTRA, comparison.extra)];
}

const STATES: Readonly<Record<SetState, Tekst>> = {
  officieel: { nl: 'officieel, ongewijzigd', en: 'official, unchanged' },
  afwijkend: {
    nl: 'wijkt af van de officiële set; telt niet als officieel',
    en: 'deviates from the official set; does not count as official',
  },
  voorstel: { nl: 'een voorstel, niet vastgesteld', en: 'a proposal, not adopted' },
  samengesteld: { nl: 'officiële bestanden, door anderen samengevoegd', en: 'official files, put together by others' },
  onbekend: { nl: 'onbekende set; telt niet als officieel', en: 'unknown set; does not count as official' },
};

const NONE: Tekst = {
  nl: 'Er zijn geen officiële schema’s geïnstalleerd. Voeg ze toe met "ketentest standards add <zip of map>"; zonder toetst Ketentest met zijn ingebouwde schema’s.',
  en: 'No official schemas are installed. Add them with "ketentest standards add <zip or folder>"; without them Ketentest checks with its built-in schemas.',
};
const INSTALLED: Tekst = { nl: 'geïnstalleerd in', en: 'installed in' };
const THERE: Tekst = { nl: 'stond al in', en: 'was already in' };
const UNUSABLE: Tekst = { nl: 'niet te gebruiken:', en: 'cannot be used:' };
const CHANGED: Tekst = { nl: 'anders:', en: 'changed:' };
const MISSING: Tekst = { nl: 'ontbreekt:', en: 'missing:' };
const EXTRA: Tekst = { nl: 'extra:', en: 'extra:' };
