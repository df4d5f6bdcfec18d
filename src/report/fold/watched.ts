/** What is said of traffic that was watched: how much passed, what of the standard was seen, and what never. */
import type { Tekst } from '../../model/finding.js';
import type { Report } from '../../model/report.js';

export interface WatchedView {
  readonly counts: readonly { readonly name: Tekst; readonly count: number }[];
  readonly hops: readonly HopView[];
}

export interface HopView {
  /** `<from> → <to>` */
  readonly hop: string;
  readonly standaard: string;
  readonly uitwisselingen: number;
  /** Services that were seen, with how often. */
  readonly seen: string;
  readonly never: string;
}

/** @returns undefined for a run that was planned */
export function watchedView({ waarneming }: Report): WatchedView | undefined {
  if (!waarneming) return undefined;
  const { hops, onbeantwoord, dubbel, gewijzigd, nietHerkend, geenBericht, nietVastgelegd, uitwisselingen } = waarneming;
  return {
    counts: [
      { name: t('Vastgelegde uitwisselingen', 'Recorded exchanges'), count: uitwisselingen },
      { name: t('Zonder antwoord', 'Without an answer'), count: onbeantwoord },
      { name: t('Nog eens gestuurd', 'Sent once more'), count: dubbel },
      { name: t('Onderweg gewijzigd, meer dan mag', 'Changed underway, more than may be'), count: gewijzigd },
      { name: t('Niet herkend', 'Not recognised'), count: nietHerkend },
      {
        name: t('Geen bericht, maar een blik op een pagina of WSDL', 'No message, but a look at a page or a WSDL'),
        count: geenBericht,
      },
      { name: t('Gepasseerd en niet vastgelegd', 'Passed and not recorded'), count: nietVastgelegd },
    ],
    hops: hops.map(({ hop, standaard, uitwisselingen: passed, diensten }) => ({
      ...{ hop: hop.replace('-', ' → '), standaard, uitwisselingen: passed },
      seen: diensten.flatMap(({ dienst, keer }) => (keer > 0 ? [`${dienst} ${keer}×`] : [])).join(', ') || '–',
      never: diensten.flatMap(({ dienst, keer }) => (keer === 0 ? [dienst] : [])).join(', ') || '–',
    })),
  };
}

/** What traffic does not prove: only what passed was judged. */
export function watchedLimits({ waarneming }: Report): readonly Tekst[] {
  if (!waarneming) return [];
  const all = new Map<string, boolean>();
  for (const { standaard, diensten } of waarneming.hops)
    for (const { dienst, keer } of diensten) {
      const key = `${standaard} ${dienst}`;
      all.set(key, (all.get(key) ?? false) || keer > 0);
    }
  const seen = [...all.values()].filter(Boolean).length;
  return [
    t(
      `Dit is verkeer dat voorbijkwam, geen testset: ${seen} van de ${all.size} diensten van de standaard zijn gezien. Wat niet voorbijkwam, is niet beoordeeld.`,
      `This is traffic that came by, no test set: ${seen} of the ${all.size} services of the standard were seen. What did not come by was not judged.`,
    ),
  ];
}

function t(nl: string, en: string): Tekst {
  return { nl, en };
}
