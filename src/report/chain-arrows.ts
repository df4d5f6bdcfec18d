/**
 * What the diagram of a scenario in a chain shows: every message on every hop, in the order in which it was seen, and which
 * of them was found wrong there.
 */
import type { Verdict } from '../model/finding.js';
import type { ReportRule, ReportScenario } from '../model/report.js';
import type { Keten } from '../model/report-chain.js';
import type { ManifestExchange } from './manifest.js';
import { anchorOf } from './step-names.js';

/** One message from one actor to its neighbour. */
export interface ChainArrow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** On this hop, whatever happened to it elsewhere. */
  readonly verdict: Verdict;
  readonly kind: 'vraag' | 'antwoord' | 'gemist';
  /** Since its exchange began, in milliseconds. */
  readonly millis?: number;
  /** Fragment of the step. */
  readonly anchor: string;
}

/** A message that nobody saw stands where it was waited for. */
export function chainArrowsOf(
  keten: Keten,
  scenario: ReportScenario,
  exchanges: readonly ManifestExchange[],
): readonly ChainArrow[] {
  const asked = scenario.stappen.filter((step) => step.richting === 'naar_product');
  return asked.flatMap((step) => {
    const answer = scenario.stappen.find(({ nr, richting }) => richting === 'van_product' && nr === step.nr + 1);
    const anchor = anchorOf(`${scenario.id}/${step.nr}`);
    const rules = [...step.regels, ...(answer?.regels ?? [])];
    const seen = exchanges.filter(({ id, hop }) => hop !== undefined && step.bewijs.includes(id));
    const verdictOf = (id: string, side: string) => verdictIn(rules, `${id}/${side}`);
    const there = seen.map(({ id, hop = '' }) => arrow(hop, step.berichttype, 'vraag', verdictOf(id, 'vraag'), anchor));
    const missed = missedHop(keten, rules, seen);
    const back = seen.toReversed().flatMap(({ id, hop = '', antwoord, storing, tijden }) => {
      const label = antwoord ? (answer?.berichttype ?? '') : `${storing?.kind ?? 'geen antwoord'}`;
      const verdict = antwoord ? verdictOf(id, 'antwoord') : 'niet_beslist';
      const millis = tijden?.replyInMillis;
      const [from, to] = hop.split('-');
      return [
        {
          ...arrow(`${to}-${from}`, label, antwoord ? 'antwoord' : 'gemist', verdict, anchor),
          ...(millis !== undefined && { millis }),
        } as const,
      ];
    });
    return [...there, ...(missed ? [arrow(missed, step.berichttype, 'gemist', 'voldoet_niet', anchor)] : []), ...back];
  });
}

function arrow(hop: string, label: string, kind: ChainArrow['kind'], verdict: Verdict, anchor: string): ChainArrow {
  const [from = '', to = ''] = hop.split('-');
  return { from, to, label, kind, verdict, anchor };
}

function verdictIn(rules: readonly ReportRule[], bericht: string): Verdict {
  const own = rules.filter((rule) => rule.bericht === bericht);
  if (own.some(({ verdict, ernst }) => verdict === 'voldoet_niet' && ernst === 'fout')) return 'voldoet_niet';
  return own.some(({ verdict, verplicht }) => verdict === 'niet_beslist' && verplicht) ? 'niet_beslist' : 'voldoet';
}

/** A hop that a finding names, and on which nothing passed. */
function missedHop({ koppelingen }: Keten, rules: readonly ReportRule[], seen: readonly ManifestExchange[]): string | undefined {
  if (koppelingen.length === 0) return undefined;
  const passed = new Set(seen.map(({ hop }) => hop));
  return rules.find(
    ({ hop, verdict, bericht }) => verdict === 'voldoet_niet' && hop !== undefined && bericht === undefined && !passed.has(hop),
  )?.hop;
}
