/**
 * Makes of real traffic what a run is made of: a plan of what passed, and what each message came to. Pure: the same record
 * gives the same report, at once and in ten years.
 */

import type { JudgeTools } from './judge/judge.js';
import { casesIn, type ObservedCase } from './judge/observed-cases.js';
import { type Sight, sightOf } from './judge/observed-message.js';
import { messagesIn } from './judge/observed-paths.js';
import type { Exchange } from './model/exchange.js';
import type { Plan } from './model/plan.js';
import type { RunEvent } from './model/run-event.js';
import type { Suite } from './model/scenario.js';
import type { Waarneming, WatchedHop, WatchSetup } from './model/watched.js';
import { planOf } from './run-placing.js';
import { judgeCases } from './run-weighing.js';

export interface Observing {
  readonly setup: WatchSetup;
  /** Id and digest of what is judged by; the scenarios are what passed. */
  readonly suite: Pick<Suite, 'id' | 'standard' | 'role' | 'title' | 'testset'>;
  /** Tools of a hop; of the same standard the same. */
  readonly toolsOf: (hop: WatchedHop) => JudgeTools;
  readonly begin: { readonly startedAt: string; readonly endedAt: string; readonly seed: number; readonly token: string };
  readonly end: 'done' | 'cancelled';
  /** Exchanges that passed and could not be written down. */
  readonly lost: number;
}

export interface Observed {
  readonly plan: Plan;
  readonly events: readonly RunEvent[];
  readonly waarneming: Waarneming;
}

/** @param recorded - in any order */
export async function observe(recorded: readonly Exchange[], observing: Observing): Promise<Observed> {
  const { setup, begin, lost } = observing;
  const sights = await seen(recorded, observing);
  const messages = messagesIn(
    sights.filter(({ isLook }) => !isLook),
    setup.hops,
  );
  const planned = planOf(casesIn(messages), observing);
  const judgedCases = await judgeCases(planned, messages, observing);
  const { startedAt: at, seed, token } = begin;
  return {
    plan: planned.plan,
    events: [
      { type: 'run-started', at, suite: observing.suite.id, seed, token },
      ...sights.map(
        ({ exchange }): RunEvent => ({ type: 'exchanged', at: exchange.endedAt, exchange: planned.placed(exchange) }),
      ),
      ...judgedCases,
      { type: 'run-finished', at: begin.endedAt, reason: observing.end },
    ],
    waarneming: waarnemingOf(sights, planned.cases, observing, lost),
  };
}

async function seen(recorded: readonly Exchange[], { setup, toolsOf }: Observing): Promise<readonly Sight[]> {
  const hops = new Map(setup.hops.map((hop) => [hop.id, hop]));
  const found: Sight[] = [];
  for (const exchange of recorded.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const hop = hops.get(exchange.hop ?? '');
    if (hop) found.push(await sightOf(exchange, { ...toolsOf(hop), rewrites: setup.rewrites }));
  }
  return found;
}

function waarnemingOf(
  sights: readonly Sight[],
  cases: readonly ObservedCase[],
  { setup, toolsOf }: Observing,
  nietVastgelegd: number,
): Waarneming {
  const messages = cases.flatMap((each) => each.messages);
  const real = sights.filter(({ isLook }) => !isLook);
  const isChanged = ({ path }: (typeof messages)[number]) =>
    path.some(({ printWithout }, at) => at > 0 && printWithout !== path[at - 1]?.printWithout);
  return {
    uitwisselingen: sights.length,
    hops: setup.hops.map((hop) => {
      const { standard, bases } = toolsOf(hop);
      const here = real.filter(({ exchange }) => exchange.hop === hop.id);
      const [basis] = bases;
      return {
        ...{ hop: hop.id, standaard: standard.id, uitwisselingen: here.length },
        schemabasis: basis
          ? { soort: basis.soort, naam: basis.naam, digest: basis.digest }
          : { soort: 'ingebouwd', naam: 'geen', digest: '' },
        diensten: standard.services.map(({ id }) => ({
          dienst: id,
          keer: here.filter(({ service }) => service?.id === id).length,
        })),
      };
    }),
    onbeantwoord: real.filter(({ exchange }) => exchange.reply === undefined).length,
    dubbel: messages.reduce((sum, { again }) => sum + again.length, 0),
    gewijzigd: messages.filter(isChanged).length,
    nietHerkend: real.filter(({ service }) => service === undefined).length,
    geenBericht: sights.length - real.length,
    nietVastgelegd,
  };
}
