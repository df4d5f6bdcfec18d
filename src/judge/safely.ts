/**
 * A judge that breaks decides nothing: that is our own fault, told as a finding. The run goes on, and nothing is green.
 */
import type { Exchange } from '../model/exchange.js';
import type { Finding } from '../model/finding.js';
import { type Rule, undecided } from '../model/judged.js';
import type { Expectation } from '../model/scenario.js';
import { JUDGES } from './index.js';
import type { Case } from './judge.js';

const JUDGED: Rule = {
  id: 'OORDEEL',
  ernst: 'fout',
  verplicht: true,
  melding: { nl: 'Ketentest kon dit beoordelen', en: 'Ketentest was able to judge this' },
  advies: {
    nl: 'Meld dit bij Ketentest, met de map van dit rapport: het product treft geen blaam.',
    en: 'Report this to Ketentest, with the folder of this report: the product is not to blame.',
  },
};

/** What the judge finds, or one finding that it broke, and how. */
export async function safely(exchange: Exchange, judge: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  try {
    return await judge();
  } catch (error) {
    return [notJudged(error instanceof Error ? `${error.name}: ${error.message}` : String(error), exchange)];
  }
}

/** Judges one expectation of a step; one of a kind that nobody knows stays undecided. */
export function judgeExpectation(expectation: Expectation, on: Case): Promise<readonly Finding[]> {
  return safely(on.exchange, async () => {
    const judge = JUDGES.get(expectation.kind);
    if (!judge) return [notJudged(`"${expectation.kind}"`, on.exchange)];
    const { isHidden } = on.tools;
    const found = await judge.judge(expectation, on);
    return isHidden ? found.map((each) => (each.verdict === 'voldoet_niet' && isHidden(each) ? leftOpen(each) : each)) : found;
  });
}

/** Neither for nor against: what comes after it is judged all the same. */
function leftOpen(finding: Finding): Finding {
  return { ...finding, verdict: 'niet_beslist', oorzaak: 'harnas', verplicht: false };
}

/** Undecided, and by our own doing. */
export function notJudged(gevonden: string, exchange?: Exchange): Finding {
  return undecided(JUDGED, 'harnas', { gevonden, ...(exchange && { bericht: `${exchange.id}/antwoord` }) });
}
