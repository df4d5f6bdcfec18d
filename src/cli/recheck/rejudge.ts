/** Goes through a recorded run again with the same judges, and makes its report anew. */
import { createMessenger } from '../../actor/messenger.js';
import type { JudgeTools } from '../../judge/judge.js';
import { createMessageReader } from '../../message/message-reader.js';
import type { Plan } from '../../model/plan.js';
import type { SchemaBasis } from '../../model/record.js';
import type { Report } from '../../model/report.js';
import type { Keten } from '../../model/report-chain.js';
import type { RunEvent } from '../../model/run-event.js';
import type { Suite } from '../../model/scenario.js';
import { canonicalJson } from '../../report/canonical-json.js';
import { fold, type RunFacts } from '../../report/fold/fold.js';
import { isMaskedPath } from '../../report/privacy/masked-paths.js';
import { run } from '../../run.js';
import { familyOf } from '../../standard/index.js';
import { evaluateFunctions, freshValues } from '../../suite/functions.js';
import type { LoadedSuite } from '../../suite/load-suite.js';
import { planSuite } from '../../suite/plan.js';
import { withRealSpeakers } from '../chain/real-actors.js';
import { tokenOf } from '../run/run-crew.js';
import type { OpenedPackage } from './opened-package.js';
import { recordedRun } from './recorded-run.js';
import { atTheirTimes } from './said-in-report.js';
import type { Bench, Planned } from './workshop.js';

export interface Rejudged {
  readonly report: Report;
  readonly plan: Plan;
  /** The plan that follows from the test set, as it is written in a package. */
  readonly planText: string;
}

/** @param bases - the first decides, as in the run */
export async function rejudge(of: OpenedPackage, bench: Bench, bases: readonly SchemaBasis[]): Promise<Rejudged> {
  const { report, begin, exchanges } = of;
  const { loaded, rules } = bench;
  const { standard, suite, templates } = loaded;
  const { seed, profiel: profile, modus: mode } = report.uitvoering;
  const token = tokenOf({ seed, suite: suite.id, startMillis: begin.startMillis });
  const speaking = planned(bench, selectionOf(of, loaded));
  const { chain } = suite;
  const plan = chain ? withRealSpeakers(speaking.plan, chain, realIn(report)) : speaking.plan;
  const planText = plan === speaking.plan ? speaking.text : canonicalJson(plan);
  const family = familyOf(standard.family);
  const { clock, sender, incoming, watching, asking, signal } = recordedRun(
    exchanges,
    report,
    begin,
    longestLook(plan, begin.pollMillis),
    chain,
  );
  const events: RunEvent[] = [];
  for await (const event of run(plan, {
    messenger: createMessenger({
      ...{ standard, family, templates, sender, clock, token, offersOnce: chain !== undefined },
      fresh: (now) => freshValues(suite.variables, { now, token }),
    }),
    tools: { standard, family, reader: createMessageReader(), bases, profile, rules, ...hiddenIn(of) },
    ...{ clock, mode, seed, token, signal, incoming, asking },
    ...(watching && { watching }),
    poll: { deadlineMillis: begin.pollMillis, pauseMillis: 1 },
    functions: evaluateFunctions(suite.variables, { now: begin.startMillis, token }),
  })) {
    events.push(event);
  }
  return {
    plan,
    planText,
    report: fold({
      plan,
      run: { ...factsOf(report, loaded), ...(await knownBeforehand(of, suite)) },
      events: atTheirTimes(events, report),
    }),
  };
}

/**
 * Of public copies: a check of a masked value is open, and must not keep what comes after it from being judged. One that did
 * not hold in the run did keep it.
 */
function hiddenIn({ isOriginal, paths, report }: OpenedPackage): Pick<JudgeTools, 'isHidden'> {
  if (isOriginal) return {};
  const regels = report.scenarios.flatMap(({ stappen }) => stappen.flatMap((stap) => stap.regels));
  const failed = new Set(regels.flatMap(({ id, bericht, verdict }) => (verdict === 'voldoet_niet' ? [`${bericht} ${id}`] : [])));
  return {
    isHidden: ({ id, bericht = '', pad }) =>
      pad !== undefined && isMaskedPath(paths.get(bericht) ?? [], pad) && !failed.has(`${bericht} ${id}`),
  };
}

/** How long something was looked for at most, as the settings or the plan say. */
function longestLook({ scenarios }: Plan, pollMillis: number): number {
  const steps = scenarios.flatMap(({ scenario }) => scenario.steps);
  return Math.max(pollMillis, ...steps.map(({ readBack }) => readBack?.withinMillis ?? 0));
}

function planned({ loaded, plans }: Bench, selection: Parameters<typeof planSuite>[1]): Planned {
  const key = JSON.stringify(selection);
  const known = plans.get(key);
  if (known) return known;
  const plan = planSuite(loaded, selection);
  const made = { plan, text: canonicalJson(plan) };
  plans.set(key, made);
  return made;
}

/** What was chosen, of the scenarios that there are. */
function selectionOf({ plan }: OpenedPackage, { suite }: LoadedSuite): Parameters<typeof planSuite>[1] {
  const there = new Set(suite.scenarios.map(({ id }) => id));
  const constants = new Set(suite.variables.map(({ name }) => name));
  const known = plan.scenarios.filter(({ scenario }) => there.has(scenario.id));
  const isChosenBy = known.some(({ skipped }) => skipped === 'only');
  return {
    only: isChosenBy ? known.filter(({ skipped }) => skipped !== 'only').map(({ scenario }) => scenario.id) : [],
    without: known.filter(({ skipped }) => skipped === 'without').map(({ scenario }) => scenario.id),
    set: Object.fromEntries(plan.overrides.filter(({ name }) => constants.has(name)).map(({ name, value }) => [name, value])),
  };
}

/** Which actors of a chain were real systems. */
function realIn({ keten }: Report): ReadonlyMap<string, string> {
  return new Map(keten?.partijen.flatMap(({ id, echt }) => (echt ? [[id, 'real'] as const] : [])));
}

/** What was told of them. */
export function toldIn({ partijen }: Keten): NonNullable<RunFacts['partijen']> {
  return Object.fromEntries(
    partijen.map(({ id, product, leverancier }) => [id, { ...(product && { product }), ...(leverancier && { leverancier }) }]),
  );
}

/** Who, what and when are no verdicts: they are taken as the report names them. */
function factsOf(report: Report, { standard }: LoadedSuite): RunFacts {
  const { rapport, product, leverancier, harnas, schemabasis, omgeving, uitvoerder, uitvoering, testset } = report;
  return {
    ...{ nummer: rapport.nummer, taal: rapport.taal, poging: uitvoering.poging, standaard: standard, rol: report.standaard.rol },
    ...{ product, leverancier, harnas, schemabasis, omgeving, uitvoerder },
    ...{ profiel: uitvoering.profiel, modus: uitvoering.modus },
    ...(testset.zelftoets && { zelftoets: testset.zelftoets }),
    ...(report.keten && { echt: [...realIn(report).keys()], partijen: toldIn(report.keten) }),
  };
}

async function knownBeforehand({ deviations }: OpenedPackage, suite: Suite): Promise<Pick<RunFacts, 'afwijkingen'>> {
  if (!deviations) return {};
  const { deviationsOf, readDeviations } = await import('../../suite/deviations.js');
  return { afwijkingen: deviationsOf(suite, readDeviations(deviations.text, deviations.file)) };
}
