/**
 * The messages of a step as the page's templates want them: which of them, and what is marked in each.
 */
import type { Tekst } from '../../model/finding.js';
import type { ReportRule } from '../../model/report.js';
import { turnedAwayText } from '../chain/disturbed.js';
import type { Evidence } from '../evidence.js';
import type { ManifestExchange, Side } from '../manifest.js';
import { isNotable, type PlacedStep } from '../step-names.js';
import { type Listing, listingOf } from './html-listing.js';

export interface ExchangeView {
  readonly id: string;
  readonly dienst: string;
  readonly isReadBack: boolean;
  readonly poging: number;
  readonly storing: string | undefined;
  readonly tls: string | undefined;
  /** Why nothing was said at all. */
  readonly ontweken: Tekst | undefined;
  readonly vraag: Listing | undefined;
  readonly antwoord: Listing | undefined;
  readonly isPair: boolean;
}

/** Request and reply side by side, for the exchanges that the bad checks speak of; without any, for all. */
export function pairsOf(evidence: Evidence, placed: PlacedStep): readonly ExchangeView[] {
  const bad = placed.step.regels.filter(isNotable);
  const named = placed.step.bewijs.filter((id) => bad.some((rule) => rule.bericht?.startsWith(`${id}/`)));
  const ids = named.length > 0 ? named : placed.step.bewijs.slice(0, 2);
  return exchangesOf(evidence, ids).map((exchange) => exchangeView(evidence, exchange, placed, ['vraag', 'antwoord']));
}

/** Of the step's own exchange the message that the step is; of what was read back both. */
export function ownMessagesOf(evidence: Evidence, placed: PlacedStep): readonly ExchangeView[] {
  return exchangesOf(evidence, placed.step.bewijs).flatMap((exchange) => {
    const isForeign = exchange.soort === 'read-back' && exchange.stap !== placed.step.nr;
    if (isForeign) return [];
    const own: Side = (exchange.deel === 'driver') === (placed.step.richting === 'van_product') ? 'antwoord' : 'vraag';
    return [exchangeView(evidence, exchange, placed, exchange.soort === 'step' ? [own] : ['vraag', 'antwoord'])];
  });
}

/** Both messages of an exchange that is no step's. */
export function strangeExchange(evidence: Evidence, id: string): ExchangeView | undefined {
  const exchange = evidence.exchanges.find((each) => each.id === id);
  return exchange && plainView(evidence, exchange, ['vraag', 'antwoord'], () => []);
}

function exchangesOf(evidence: Evidence, ids: readonly string[]): readonly ManifestExchange[] {
  return evidence.exchanges.filter((each) => ids.includes(each.id));
}

function exchangeView(evidence: Evidence, exchange: ManifestExchange, placed: PlacedStep, sides: readonly Side[]): ExchangeView {
  const rules = (side: Side) => placed.step.regels.filter(isNotable).filter((rule) => isAbout(rule, placed, exchange, side));
  return plainView(evidence, exchange, sides, rules);
}

function plainView(
  evidence: Evidence,
  exchange: ManifestExchange,
  sides: readonly Side[],
  rules: (side: Side) => readonly ReportRule[],
): ExchangeView {
  const ontweken = turnedAwayText(exchange);
  const listing = (side: Side) => (sides.includes(side) ? listingOf(evidence, exchange.id, side, rules(side)) : undefined);
  return {
    id: exchange.id,
    dienst: exchange.dienst,
    isReadBack: exchange.soort === 'read-back',
    poging: exchange.poging,
    storing: exchange.storing === undefined ? undefined : `${exchange.storing.kind}: ${exchange.storing.detail}`,
    tls:
      exchange.tls === undefined || exchange.tls.protocol === 'unknown'
        ? undefined
        : `${exchange.tls.protocol} ${exchange.tls.cipher}`,
    ontweken,
    vraag: ontweken ? undefined : listing('vraag'),
    antwoord: listing('antwoord'),
    isPair: sides.length === 2,
  };
}

/** A check that names no message speaks of the one that the step is. */
function isAbout(rule: ReportRule, { step }: PlacedStep, exchange: ManifestExchange, side: Side): boolean {
  if (rule.bericht !== undefined) return rule.bericht === `${exchange.id}/${side}`;
  return exchange.soort === 'step' && (side === 'antwoord') === (step.richting === 'van_product');
}
