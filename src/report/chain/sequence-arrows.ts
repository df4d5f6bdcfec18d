/**
 * What a scenario's diagram shows: one arrow for each step and each read-back, in the order in which they went.
 */
import type { Verdict } from '../../model/finding.js';
import type { ReportScenario, ReportStep } from '../../model/report.js';
import type { ManifestExchange } from '../manifest.js';
import { anchorOf } from '../step-names.js';

export interface Arrow {
  readonly label: string;
  readonly direction: 'naar_product' | 'van_product' | 'beide';
  readonly verdict: Verdict;
  /** `read-back` is ours, to prove a step; `absent` was never seen on the wire. */
  readonly kind: 'step' | 'read-back' | 'absent';
  /** Times that it was offered. */
  readonly times: number;
  /** Fragment of the step. */
  readonly anchor: string;
}

/** Lists the arrows of a scenario; the read-backs of a step stand after its reply. */
export function arrowsOf(scenario: ReportScenario, exchanges: readonly ManifestExchange[]): readonly Arrow[] {
  const arrows: Arrow[] = [];
  let waiting: Arrow[] = [];
  for (const step of scenario.stappen) {
    if (step.richting === 'naar_product') arrows.push(...waiting.splice(0));
    const own = exchanges.filter((each) => step.bewijs.includes(each.id));
    arrows.push(stepArrow(scenario, step, own));
    waiting = [...waiting, ...readBackArrows(scenario, step, own)];
    if (step.richting === 'van_product') arrows.push(...waiting.splice(0));
  }
  return [...arrows, ...waiting];
}

function stepArrow(scenario: ReportScenario, step: ReportStep, own: readonly ManifestExchange[]): Arrow {
  const said = own.filter((each) => each.soort === 'step');
  const side = (each: ManifestExchange) => (isAnswer(each, step) ? each.antwoord : each.vraag);
  return {
    label: `${step.nr}  ${step.berichttype}`,
    direction: step.richting,
    verdict: step.verdict,
    kind: said.some((each) => side(each) !== undefined) ? 'step' : 'absent',
    times: Math.max(1, said.length),
    anchor: anchorOf(`${scenario.id}/${step.nr}`),
  };
}

/** Who asks, asks; the other answers: what comes from the product is the reply when we asked. */
function isAnswer(exchange: ManifestExchange, step: ReportStep): boolean {
  return (exchange.deel === 'driver') === (step.richting === 'van_product');
}

function readBackArrows(scenario: ReportScenario, step: ReportStep, own: readonly ManifestExchange[]): readonly Arrow[] {
  const asked = own.filter((each) => each.soort === 'read-back' && each.scenario === scenario.id && each.stap === step.nr);
  return [...new Set(asked.map((each) => each.dienst))].map((dienst) => {
    const same = asked.filter((each) => each.dienst === dienst);
    const isFailing = step.regels.some(
      (rule) =>
        rule.verdict === 'voldoet_niet' && rule.ernst === 'fout' && same.some((each) => rule.bericht?.startsWith(`${each.id}/`)),
    );
    return {
      label: dienst,
      direction: 'beide',
      verdict: isFailing ? 'voldoet_niet' : 'voldoet',
      kind: 'read-back',
      times: same.length,
      anchor: anchorOf(`${scenario.id}/${step.nr}`),
    };
  });
}
