/**
 * What happened on a site: which reports came and went, and which indications changed. It is kept beside the pages, so that a report
 * that was taken away still has a page that says so, and that readers can follow what changed.
 */
import type { Indicatie, Indications, Tupel } from '../indication/indication.js';

/** Something that changed, as seen when the site was published. */
export type Change =
  | {
      readonly soort: 'rapport_toegevoegd' | 'rapport_verwijderd';
      readonly op: string;
      readonly rapport: KnownReport;
      readonly reden?: string;
    }
  | {
      readonly soort: 'indicatie_gewijzigd';
      readonly op: string;
      readonly over: Tupel;
      /** Absent of what was not there before. */
      readonly van?: Indicatie;
      /** Absent of what is there no more. */
      readonly naar?: Indicatie;
    };

/** What stays known of a report that was taken away. */
export interface KnownReport {
  readonly digest: string;
  readonly nummer: string;
  readonly product: Tupel['product'];
  readonly leverancier: Tupel['leverancier'];
  readonly standaard: Tupel['standaard'];
  readonly rol: string;
}

export interface Standing {
  readonly over: Tupel;
  readonly indicatie: Indicatie;
}

export interface History {
  /** Language of the pages at the root: addresses depend on it. */
  readonly taal?: 'nl' | 'en';
  /** Where the site stands; absent when nobody said so. */
  readonly basisUrl?: string;
  /** Reports on the site, by digest. */
  readonly rapporten: readonly KnownReport[];
  /** Indications on the site. */
  readonly indicaties: readonly Standing[];
  /** Oldest first; nothing is ever taken away. */
  readonly wijzigingen: readonly Change[];
}

export const NO_HISTORY: History = { rapporten: [], indicaties: [], wijzigingen: [] };

/** What is on the site from now on. @param reasons - why a report was taken away, by digest */
export function nextHistory(
  before: History,
  { peildatum: op, indicaties }: Pick<Indications, 'peildatum' | 'indicaties'>,
  reports: readonly KnownReport[],
  reasons: ReadonlyMap<string, string> = new Map(),
): History {
  const standing = indicaties.map((each): Standing => ({ over: tupelOf(each), indicatie: each.indicatie }));
  const had = new Map(before.indicaties.map((each) => [keyOf(each.over), each]));
  const has = new Map(standing.map((each) => [keyOf(each.over), each]));
  const known = new Set(before.rapporten.map(({ digest }) => digest));
  const stays = new Set(reports.map(({ digest }) => digest));
  const changes: readonly Change[] = [
    ...before.rapporten
      .filter(({ digest }) => !stays.has(digest))
      .map((rapport): Change => {
        const reden = reasons.get(rapport.digest);
        return { soort: 'rapport_verwijderd', op, rapport, ...(reden !== undefined && { reden }) };
      }),
    ...reports
      .filter(({ digest }) => !known.has(digest))
      .map((rapport): Change => ({ soort: 'rapport_toegevoegd', op, rapport })),
    ...before.indicaties
      .filter(({ over }) => !has.has(keyOf(over)))
      .map(({ over, indicatie }): Change => ({ soort: 'indicatie_gewijzigd', op, over, van: indicatie })),
    ...standing.flatMap(({ over, indicatie }): readonly Change[] => {
      const van = had.get(keyOf(over))?.indicatie;
      return van === indicatie ? [] : [{ soort: 'indicatie_gewijzigd', op, over, ...(van && { van }), naar: indicatie }];
    }),
  ];
  const rapporten = reports.toSorted((one, other) => (one.digest < other.digest ? -1 : 1));
  return { ...before, rapporten, indicaties: standing, wijzigingen: [...before.wijzigingen, ...changes] };
}

/** Reports that stood on the site once, and do no more; each with when it was taken away. */
export function removedReports({ rapporten, wijzigingen }: History): readonly (Change & { readonly rapport: KnownReport })[] {
  const present = new Set(rapporten.map(({ digest }) => digest));
  const last = new Map(
    wijzigingen.flatMap((each) => (each.soort === 'rapport_verwijderd' ? [[each.rapport.digest, each] as const] : [])),
  );
  return [...last.values()].filter(({ rapport }) => !present.has(rapport.digest));
}

export function tupelOf({ product, leverancier, standaard, rol }: Tupel): Tupel {
  const { pakketnaam, versie } = product;
  return {
    product: { pakketnaam, versie },
    leverancier: { naam: leverancier.naam },
    standaard: { naam: standaard.naam, versie: standaard.versie },
    rol,
  };
}

export function keyOf({ product, leverancier, standaard, rol }: Tupel): string {
  return JSON.stringify([leverancier.naam, product.pakketnaam, product.versie, standaard.naam, standaard.versie, rol]);
}
