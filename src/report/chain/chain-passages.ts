/**
 * Every message on every hop of a scenario in a chain: as the chain says that they should pass, and as they were seen.
 */
import type { ReportScenario, ReportStep } from '../../model/report.js';
import type { Keten } from '../../model/report-chain.js';
import type { ManifestExchange, Side } from '../manifest.js';
import { everyHop, hopsIn, type ReportHop } from './chain-hops.js';

/** One message from one actor to its neighbour. */
export interface Passage {
  /** Number of the step whose message it is; 0 for one that nobody planned. */
  readonly nr: number;
  readonly side: Side;
  /** As requests take it. */
  readonly hop: ReportHop;
  readonly from: string;
  readonly to: string;
  readonly berichttype: string;
}

export interface SeenPassage extends Passage {
  readonly exchange: ManifestExchange;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The same message on the same hop. */
export function keyOf({ nr, side, hop }: Passage): string {
  return `${nr} ${side} ${hop.id}`;
}

export function plannedPassages({ koppelingen }: Keten, { stappen }: ReportScenario): readonly Passage[] {
  return stappen.flatMap((step) => {
    const link = koppelingen.find(({ id }) => id === step.koppeling);
    // What a system showed at the end is no message of anybody.
    if (!link || step.eindtoestand) return [];
    const isAnswer = step.richting === 'van_product';
    return (isAnswer ? hopsIn(link).toReversed() : hopsIn(link)).map((hop) =>
      passage(step, isAnswer ? 'antwoord' : 'vraag', hop),
    );
  });
}

/** @param exchanges - of this scenario */
export function seenPassages(
  keten: Keten,
  { stappen }: ReportScenario,
  exchanges: readonly ManifestExchange[],
): readonly SeenPassage[] {
  const hops = everyHop(keten);
  return exchanges.flatMap((exchange) => {
    const hop = hops.get(exchange.hop ?? '');
    if (!hop) return [];
    const [asked, answer] = stepsOf(stappen, exchange.id);
    const began = Date.parse(exchange.gestartOp);
    const said = { ...planned(asked, 'vraag', hop, exchange), exchange, at: began };
    if (!exchange.antwoord) return [said];
    const back = { ...planned(answer, 'antwoord', hop, exchange), exchange, at: began + (exchange.tijden?.replyInMillis ?? 0) };
    return [said, back];
  });
}

/** What passed while a scenario went on: what is evidence of its steps, and of the rest what came before the next began. */
export function exchangesIn(
  scenarios: readonly ReportScenario[],
  scenario: ReportScenario,
  exchanges: readonly ManifestExchange[],
): readonly ManifestExchange[] {
  const owners = new Map(
    scenarios.flatMap(({ id, stappen }) => stappen.flatMap(({ bewijs }) => bewijs.map((each) => [each, id]))),
  );
  let current: string | undefined;
  return exchanges.filter(({ id, hop }) => {
    const owner = owners.get(id);
    current = owner ?? current;
    return hop !== undefined && (owner ?? current ?? scenarios[0]?.id) === scenario.id;
  });
}

/** The step whose request it is, and the one whose answer. */
function stepsOf(steps: readonly ReportStep[], id: string): readonly [ReportStep | undefined, ReportStep | undefined] {
  const own = steps.filter(({ bewijs }) => bewijs.includes(id));
  const asked = own.find(({ richting }) => richting === 'naar_product');
  const next = steps.find(({ nr, richting }) => richting === 'van_product' && nr === (asked?.nr ?? -1) + 1);
  return [asked, own.find(({ richting }) => richting === 'van_product') ?? next];
}

function planned(step: ReportStep | undefined, side: Side, hop: ReportHop, { dienst }: ManifestExchange): Passage {
  return step ? passage(step, side, hop) : passage({ nr: 0, berichttype: dienst }, side, hop);
}

function passage({ nr, berichttype }: Pick<ReportStep, 'nr' | 'berichttype'>, side: Side, hop: ReportHop): Passage {
  const [from, to] = side === 'vraag' ? [hop.from, hop.to] : [hop.to, hop.from];
  return { nr, side, hop, from, to, berichttype };
}
