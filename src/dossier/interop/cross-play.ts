/**
 * Evidence cross-play: what one product was recorded to ask is laid beside what another was recorded to answer. They never met, so
 * this proves nothing; it predicts, or shows where they cannot agree, or what nobody tried.
 */
import { type Bewijs, type Grond, type Uitkomst, worst } from './cell.js';
import { crossService } from './cross-service.js';
import { COVERED, TEXTS } from './cross-texts.js';
import { newestDeciding } from './newest.js';
import type { Gesprek, Getuigenis } from './usage.js';

/** An exchange, and the report that it stands in. */
export interface Gezien extends Gesprek {
  readonly uit: Getuigenis;
}

/**
 * @param asking - every report about who asks, in one version of a standard
 * @param answering - every report about who answers, in the same
 */
export function crossPlay(asking: readonly Getuigenis[], answering: readonly Getuigenis[]): Uitkomst {
  const asked = newestSaid(asking, 'vraagt');
  const answered = newestSaid(answering, 'antwoordt');
  const missing = [
    ...(asked.length === 0 ? [TEXTS.nothingAsked()] : []),
    ...(answered.length === 0 ? [TEXTS.nothingAnswered()] : []),
  ];
  if (missing.length > 0) return { stand: 'onbekend', gronden: missing, opmerkingen: [] };
  const services = [...new Set(asked.map(({ dienst }) => dienst))].sort();
  const each = services.map((dienst) => crossService(dienst, of(asked, dienst), of(answered, dienst)));
  const stand = worst(
    each.map((one) => one.stand),
    'onbekend',
  );
  const gronden = each.flatMap((one) => one.gronden);
  return {
    stand,
    // That other services go well is no reason for what is not well with this one.
    gronden: stand === 'voorspeld' ? gronden : gronden.filter(({ code }) => code !== COVERED),
    opmerkingen: [...each.flatMap((one) => one.opmerkingen), ...partly(asked), ...ownReference([...asked, ...answered])],
  };
}

/** Of each test the newest report that shows something, in the order in which it was said there. */
function newestSaid(reports: readonly Getuigenis[], kant: Gesprek['kant']): readonly Gezien[] {
  const saying = reports.filter(({ gesprekken }) => gesprekken.some((each) => each.kant === kant));
  const services = new Set(saying.flatMap(({ gesprekken }) => gesprekken.map(({ dienst }) => dienst)));
  return [...services].flatMap((dienst) => {
    const is = (each: Gesprek) => each.kant === kant && each.dienst === dienst;
    const about = saying.filter(({ gesprekken }) => gesprekken.some(is));
    const newest = newestDeciding(
      about,
      ({ feiten }) => `${feiten.testset.id}\u0000${feiten.standaard.rol}`,
      ({ gesprekken }) => gesprekken.some((each) => is(each) && each.verdict !== 'niet_beslist'),
    );
    return newest.flatMap((uit) => uit.gesprekken.filter(is).map((each) => ({ ...each, uit })));
  });
}

function of(said: readonly Gezien[], dienst: string): readonly Gezien[] {
  return said.filter((each) => each.dienst === dienst);
}

function partly(asked: readonly Gezien[]): readonly Grond[] {
  const reports = [...new Set(asked.map(({ uit }) => uit))].filter(({ feiten }) => feiten.testset.omvang === 'deels');
  return reports.length === 0 ? [] : [TEXTS.askedInPart(reports.map(reportOf))];
}

function ownReference(said: readonly Gezien[]): readonly Grond[] {
  const reports = [...new Set(said.map(({ uit }) => uit))].filter(({ feiten }) => feiten.product.eigenReferentie);
  return reports.length === 0 ? [] : [TEXTS.ownReference(reports.map(reportOf))];
}

function reportOf({ feiten, naam }: Getuigenis): Bewijs {
  return { rapport: feiten.digest, naam };
}
