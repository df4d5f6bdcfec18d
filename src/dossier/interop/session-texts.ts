/** What a session of a chain test shows, in words. */
import type { Tekst, Verdict } from '../../model/finding.js';
import type { EersteAfwijking } from '../../model/report-chain.js';
import type { SealedFacts } from '../sealed-report.js';
import type { Bewijs, Grond } from './cell.js';
import { labelOf, type Release } from './release.js';

type Of = (koppeling: string, bewijs: readonly Bewijs[]) => Grond;

const chainNot: Of = (koppeling, bewijs) =>
  ground('KETEN_NIET_GEHEEL', bewijs, {
    nl: `koppeling ${koppeling} ging goed, maar de keten als geheel niet; dat bewijst niets`,
    en: `link ${koppeling} went well, but the chain as a whole did not; that proves nothing`,
  });
const notTrusted: Of = (koppeling, bewijs) =>
  ground('ZEGEL_NIET_VERTROUWD', bewijs, {
    nl: `koppeling ${koppeling} ging goed, maar niemand zei dat dit zegel telt (--trust)`,
    en: `link ${koppeling} went well, but nobody said that this seal counts (--trust)`,
  });
const watchedOnly: Of = (koppeling, bewijs) =>
  ground('ALLEEN_MEEGEKEKEN', bewijs, {
    nl: `koppeling ${koppeling} ging goed, voor zover het voorbijkwam; er was geen scenario`,
    en: `link ${koppeling} went well, as far as it passed; there was no scenario`,
  });
const ownReference: Of = (koppeling, bewijs) =>
  ground('EIGEN_REFERENTIE', bewijs, {
    nl: `koppeling ${koppeling} ging goed, maar met onze eigen referentie; dat is geen bewijs`,
    en: `link ${koppeling} went well, but with our own reference; that is no evidence`,
  });

export const TEXTS = {
  chainNot,
  notTrusted,
  watchedOnly,
  ownReference,
  proven: (koppeling: string, { uitvoering, zekerheid, testset }: SealedFacts, bewijs: readonly Bewijs[]): Grond => {
    const day = uitvoering.beeindigdOp.slice(0, 10);
    return ground('KETEN_BEWEZEN', bewijs, {
      nl: `samen in één sessie, ${day}, ${testset.id}, koppeling ${koppeling}, zekerheid ${zekerheid.niveau}`,
      en: `together in one session, ${day}, ${testset.id}, link ${koppeling}, assurance ${zekerheid.niveau}`,
    });
  },
  undecided: (koppeling: string, verdict: Verdict, bewijs: readonly Bewijs[]): Grond =>
    ground('KETEN_NIET_BESLIST', bewijs, {
      nl: `in een ketentest is koppeling ${koppeling} niet vastgesteld (${verdict})`,
      en: `in a chain test link ${koppeling} was not established (${verdict})`,
    }),
  wrong: (koppeling: string, first: EersteAfwijking | undefined, bewijs: readonly Bewijs[]): Grond => {
    const where = first ? ` (${[first.stap, first.regel, first.hop && `hop ${first.hop}`].filter(Boolean).join(', ')})` : '';
    const who = (by: string) => (first?.partij === undefined ? '' : `, ${by} ${first.partij}`);
    return ground('KETEN_FOUT', bewijs, {
      nl: `in een ketentest ging koppeling ${koppeling} fout${where}${who('door')}`,
      en: `in a chain test link ${koppeling} went wrong${where}${who('by')}`,
    });
  },
  overAnotherWay: (via: readonly (Release | undefined)[], bewijs: readonly Bewijs[]): Grond => {
    const played = { nl: 'iets dat wij speelden of dat niemand noemde', en: 'something that we played or nobody named' };
    const way = (word: keyof Tekst) => via.map((each) => (each ? labelOf(each) : played[word])).join(', ');
    return ground('BEWEZEN_OVER_ANDERE_WEG', bewijs, {
      nl: via.length > 0 ? `bewezen over ${way('nl')}, niet over deze weg` : 'bewezen zonder iets ertussen, niet over deze weg',
      en: via.length > 0 ? `proven over ${way('en')}, not over this way` : 'proven with nothing between, not over this way',
    });
  },
  byWhoPassesOn: (bewijs: readonly Bewijs[]): Grond =>
    ground('FOUT_ERTUSSEN', bewijs, {
      nl: 'in een ketentest ging het fout bij wie doorgeeft; van deze twee zegt dat niets',
      en: 'in a chain test it went wrong with who passes on; of these two that says nothing',
    }),
  provenBefore: (was: Release, is: Release, bewijs: readonly Bewijs[]): Grond =>
    ground('BEWEZEN_MET_ANDERE_VERSIE', bewijs, {
      nl: `bewezen met ${labelOf(was)}, niet met ${is.versie}`,
      en: `proven with ${labelOf(was)}, not with ${is.versie}`,
    }),
  wrongBefore: (bewijs: readonly Bewijs[]): Grond =>
    ground('EERDER_ANDERS', bewijs, {
      nl: 'een oudere sessie van deze keten kwam anders uit; de nieuwste telt',
      en: 'an older session of this chain came out otherwise; the newest counts',
    }),
  crossAgainst: (of: Grond): Grond => ({
    ...of,
    tekst: {
      nl: `buiten de ketentest spreekt dit tegen: ${of.tekst.nl}`,
      en: `beside the chain test this speaks against it: ${of.tekst.en}`,
    },
  }),
} as const;

function ground(code: string, bewijs: readonly Bewijs[], tekst: Tekst): Grond {
  return { code, tekst, bewijs };
}
