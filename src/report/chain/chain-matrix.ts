/**
 * The chain-test matrix: for each koppeling in each scenario, what was expected, what was seen at both ends, and whether it
 * came over as it was said. Everything in it follows from the steps and their findings, and from where each message passed.
 */
import type { Chain, ChainLink } from '../../model/chain.js';
import { hopsOf } from '../../model/chain.js';
import { linkOutcome } from '../../model/chain-outcome.js';
import type { Side } from '../../model/disturbance.js';
import type { ReportRule, ReportScenario, ReportStep } from '../../model/report.js';
import type { MatrixBericht, MatrixRij, Overkomst } from '../../model/report-chain.js';

/** Id of an exchange → the hop that it passed, whether there was an answer, and which of its messages we disturbed on purpose, or that who connected turned away. */
export type SeenOnHops = ReadonlyMap<
  string,
  { readonly hop: string; readonly isAnswered: boolean; readonly disturbed?: Side; readonly isUnsaid?: true }
>;

/** In the order of the scenarios, and of the links in each. */
export function chainMatrix({ links }: Chain, scenarios: readonly ReportScenario[], seen: SeenOnHops): readonly MatrixRij[] {
  return scenarios.flatMap((scenario) =>
    links.flatMap((link) => {
      const steps = scenario.stappen.filter(({ koppeling }) => koppeling === link.id);
      return steps.length === 0 ? [] : [rowOf(link, scenario, steps, seen)];
    }),
  );
}

function rowOf(link: ChainLink, scenario: ReportScenario, steps: readonly ReportStep[], seen: SeenOnHops): MatrixRij {
  const bad = steps.filter(({ verdict }) => verdict !== 'voldoet');
  const [root] = bad.flatMap(({ gevolgVan }) => gevolgVan ?? []);
  const isConsequence = root !== undefined && bad.every(({ gevolgVan }) => gevolgVan !== undefined);
  return {
    ...{ koppeling: link.id, scenario: scenario.id, verplicht: scenario.verplicht },
    ...linkOutcome(steps),
    ...(isConsequence && { gevolgVan: root }),
    berichten: steps.filter(({ eindtoestand }) => !eindtoestand).map((step) => messageOf(link, step, seen)),
  };
}

function messageOf(link: ChainLink, step: ReportStep, seen: SeenOnHops): MatrixBericht {
  const hops = hopsOf(link);
  const isAnswer = step.richting === 'van_product';
  const on = (hop: string | undefined) =>
    step.bewijs.filter((id) => {
      const each = seen.get(id);
      return each?.hop === hop && !each?.isUnsaid && (!isAnswer || each?.isAnswered === true);
    });
  const [bijA, bijB] = [on(hops[0]?.id), on(hops.at(-1)?.id)];
  const [said, heard] = isAnswer ? [bijB, bijA] : [bijA, bijB];
  const compared = step.regels.filter(
    ({ id, bericht }) => id === COMPARED && bericht?.endsWith(isAnswer ? '/antwoord' : '/vraag'),
  );
  const came = cameOver(said, heard, compared, hops.length);
  const disturbed = new Set(step.bewijs.map((id) => seen.get(id)?.disturbed));
  // What could not come as planned because we disturbed what it answers is our doing too, unless somebody else did wrong in it.
  const isFromOurs = isAnswer && disturbed.has('vraag') && step.verdict === 'voldoet' && UNSEEN.has(came);
  const overkomst = disturbed.has(isAnswer ? 'antwoord' : 'vraag') || isFromOurs ? 'verstoord' : came;
  const omgezet = [...new Set(compared.flatMap((each) => each.omgezet ?? []))];
  return {
    ...{ stap: step.nr, berichttype: step.berichttype, bijA, bijB, overkomst },
    ...(overkomst === 'omgezet' && { omgezet }),
  };
}

function cameOver(said: readonly string[], heard: readonly string[], compared: readonly ReportRule[], hops: number): Overkomst {
  if (said.length === 0) return heard.length === 0 ? 'niet_gezien' : 'onleesbaar';
  if (heard.length === 0) return 'niet_doorgegeven';
  if (compared.some(({ verdict }) => verdict === 'voldoet_niet')) return 'anders';
  if (said.length > 1 || heard.length > 1) return 'meermaals';
  if (hops > 1 && compared.length < hops - 1) return 'onleesbaar';
  const anew = compared.flatMap(({ omgezet }) => (omgezet ? [omgezet] : []));
  if (anew.length === 0) return 'gelijk';
  return anew.some((names) => names.length > 0) ? 'omgezet' : 'zelfde_inhoud';
}

/** Of these nobody saw both ends. */
const UNSEEN: ReadonlySet<Overkomst> = new Set<Overkomst>(['niet_gezien', 'niet_doorgegeven', 'onleesbaar']);

/** Id of the check that lays a message beside itself on the hop before. */
const COMPARED = 'KETEN-DOORGEGEVEN';
