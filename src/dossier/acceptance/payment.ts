/** The payment that waits for acceptance: how much, whether it may go, and why. */
import type { Tekst } from '../../model/finding.js';
import type { Melding } from './advice/notice.js';
import type { Besluit, Stand } from './state.js';

export interface Payment {
  /** Per cent of the one-off fee. */
  readonly ingehouden: number;
  /** Whole cents; absent when nobody said how much the fee is. */
  readonly bedragCenten?: number;
  /** `beoordelen`: the dossier does not answer it; the parties have to. */
  readonly vrij: 'ja' | 'nee' | 'beoordelen';
  readonly waarom: readonly Tekst[];
  /** Day from which periodic fees are due; absent when there is none yet. */
  readonly periodiekVanaf?: string;
}

/** Retained by the terms, when the parties agreed nothing else. */
export const RETAINED = 30;

/** @param meldingen - a decision that they contradict releases nothing */
export function paymentOf({ betaling, besluiten }: Stand, meldingen: readonly Melding[]): Payment {
  const ingehouden = betaling.ingehouden ?? RETAINED;
  const last = besluiten.at(-1);
  const fee = betaling.eenmalig === undefined ? undefined : Math.round(Number(betaling.eenmalig) * 100);
  const periodiek = betaling.periodiekVanaf ?? (isAcceptance(last) ? last?.datum : undefined);
  return {
    ingehouden,
    ...(fee !== undefined && { bedragCenten: Math.round((fee * ingehouden) / 100) }),
    ...gate(last, meldingen),
    ...(periodiek !== undefined && { periodiekVanaf: periodiek }),
  };
}

function gate(last: Besluit | undefined, meldingen: readonly Melding[]): Pick<Payment, 'vrij' | 'waarom'> {
  if (last === undefined) return { vrij: 'nee', waarom: [TEXTS.noDecision] };
  if (last.uitkomst === 'voorwaardelijk_geaccepteerd') return { vrij: 'beoordelen', waarom: [TEXTS.conditional] };
  if (!isAcceptance(last)) return { vrij: 'nee', waarom: [TEXTS.refused] };
  if (last.omvang === 'deel') return { vrij: 'nee', waarom: [TEXTS.part] };
  const against = meldingen.filter(({ ernst }) => ernst === 'strijdig');
  if (against.length > 0) return { vrij: 'beoordelen', waarom: [TEXTS.contradicted, ...against.map(({ tekst }) => tekst)] };
  return { vrij: 'ja', waarom: [last.uitkomst === 'geaccepteerd' ? TEXTS.accepted : TEXTS.deemed] };
}

/** Whether something is accepted, whole and without conditions or not. */
function isAcceptance(last: Besluit | undefined): boolean {
  return last?.uitkomst === 'geaccepteerd' || last?.uitkomst === 'geacht_geaccepteerd';
}

/** `36.000,00`, as amounts are written here. */
export function amount(cents: number): string {
  const [whole = '', part = ''] = (cents / 100).toFixed(2).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${part}`;
}

const TEXTS = {
  noDecision: { nl: 'er is nog geen besluit over de acceptatie', en: 'there is no decision about acceptance yet' },
  conditional: {
    nl: 'de acceptatie is voorwaardelijk: spreek af of het deel vrijkomt voordat aan de voorwaarden is voldaan',
    en: 'the acceptance is conditional: agree whether the part is released before the conditions are met',
  },
  refused: { nl: 'er is niet geaccepteerd', en: 'there is no acceptance' },
  part: {
    nl: 'alleen een deel is geaccepteerd; het laatste deel wacht op de integrale acceptatie',
    en: 'a part was accepted only; the last part waits for the integral acceptance',
  },
  contradicted: {
    nl: 'er is geaccepteerd, maar het besluit strookt niet met wat in dit dossier staat',
    en: 'it was accepted, but the decision does not agree with what this dossier holds',
  },
  accepted: { nl: 'alles samen is geaccepteerd', en: 'all together was accepted' },
  deemed: { nl: 'het geldt als geaccepteerd', en: 'it counts as accepted' },
} as const;
