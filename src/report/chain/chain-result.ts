/** What came out of a chain as a whole, in sentences: whether it passes and why, and for what that does not hold. */
import type { Tekst, Verdict } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { listed, participantsOf } from './chain-participants.js';

export interface ChainResult {
  readonly verdict: Verdict;
  readonly tekst: Tekst;
  /** What keeps it from saying more; empty when every system was real and known. */
  readonly caveats: readonly Tekst[];
}

/** @returns undefined when it was no chain, or a report of before chains had an outcome */
export function chainResult(report: Report): ChainResult | undefined {
  const { keten } = report;
  if (!keten?.verdict) return undefined;
  const mandatory = keten.koppelingen.filter(({ verplicht }) => verplicht);
  const open = mandatory.filter(({ verdict }) => verdict !== 'voldoet');
  const names = listed(open.map(({ id }) => ({ nl: id, en: id })));
  return {
    verdict: keten.verdict,
    tekst: {
      voldoet: {
        nl: 'De keten voldoet: elke verplichte koppeling voldoet, in één sessie en op de versies die hieronder staan.',
        en: 'The chain passes: every mandatory link holds, in one session and on the versions that stand below.',
      },
      voldoet_niet: {
        nl: `De keten voldoet niet: op ${names.nl} deed een product iets verkeerd.`,
        en: `The chain does not pass: on ${names.en} a product did something wrong.`,
      },
      open:
        mandatory.length === 0
          ? {
              nl: 'Van de keten is niets vastgesteld: geen koppeling is verplicht.',
              en: 'Nothing was established of the chain: no link is mandatory.',
            }
          : {
              nl: `Van de keten is niets vastgesteld: ${names.nl} ${open.length === 1 ? 'is' : 'zijn'} niet bewezen, zonder dat een product iets verkeerd deed.`,
              en: `Nothing was established of the chain: ${names.en} ${open.length === 1 ? 'is' : 'are'} not proven, and no product did anything wrong.`,
            },
    }[keten.verdict === 'voldoet' || keten.verdict === 'voldoet_niet' ? keten.verdict : 'open'],
    caveats: caveatsOf(report),
  };
}

function caveatsOf(report: Report): readonly Tekst[] {
  const all = participantsOf(report);
  const played = listed(all.filter(({ isReal }) => !isReal).map(({ naam }) => naam));
  const unknown = listed(all.filter(({ isUnknown }) => isUnknown).map(({ naam }) => naam));
  const optional = (report.keten?.koppelingen ?? []).filter(({ verplicht, verdict }) => !verplicht && verdict !== 'voldoet');
  const links = listed(optional.map(({ id }) => ({ nl: id, en: id })));
  return [
    ...when(unknown, {
      nl: `Van ${unknown.nl} is niet verteld welk product op welke versie het is. Zonder dat geldt de uitkomst voor geen enkele versie; noem ze in ketentest.yaml onder actors.`,
      en: `Of ${unknown.en} nobody told which product on which version it is. Without that the outcome holds for no version; name them in ketentest.yaml under actors.`,
    }),
    ...when(played, {
      nl: `${played.nl} speelden wij zelf; daarover bewijst dit niets.`,
      en: `We played ${played.en} ourselves; of that this proves nothing.`,
    }),
    ...when(links, {
      nl: `Optioneel, en niet voldaan: ${links.nl}. Dat laat de keten niet zakken.`,
      en: `Optional, and not held: ${links.en}. That does not make the chain fail.`,
    }),
  ];
}

function when({ nl }: Tekst, tekst: Tekst): readonly Tekst[] {
  return nl === '' ? [] : [tekst];
}
