/**
 * Judges the messages of real traffic in the order in which they began. What was said before counts as far back as judges
 * can look without remembering a whole day.
 */
import type { Case } from './judge/judge.js';
import { ANY_FAULT, judgeGap, judgeObserved, judgeUnknown, type ObservedWay } from './judge/observed.js';
import type { ObservedMessage } from './judge/observed-paths.js';
import type { Exchange } from './model/exchange.js';
import type { Finding } from './model/finding.js';
import { type Outcome, stepOutcome } from './model/outcome.js';
import type { RunRecord } from './model/record.js';
import type { RunEvent } from './model/run-event.js';
import type { WatchedHop } from './model/watched.js';
import type { Observing } from './run-observing.js';
import { GAP, hasGap, type ObservedPlan } from './run-placing.js';

/** How far judges look back: so many exchanges, and so many bytes of their bodies. */
const LOOK_BACK = { exchanges: 400, bytes: 64 * 1024 * 1024 } as const;

export async function judgeCases(
  planned: ObservedPlan,
  messages: readonly ObservedMessage[],
  observing: Observing,
): Promise<readonly RunEvent[]> {
  const { setup, begin, lost, end } = observing;
  const events = new Map<string, RunEvent[]>();
  const record = lookBack();
  const hopOf = (id: string | undefined) => setup.hops.find((hop) => hop.id === id);
  const onward = onwardFrom(messages, setup.hops);
  for (const message of messages.toSorted(byBegin)) {
    const [scenario, nr] = planned.placeOf(message);
    const { path, again } = message;
    const all = [...path, ...again].map(({ exchange }) => planned.placed(exchange));
    for (const exchange of all) record.add(exchange);
    const tell = (step: number, findings: readonly Finding[], outcome: Outcome & { readonly gevolgVan?: string }) => {
      const { oorzaak, gevolgVan, verdict } = outcome;
      const told: RunEvent = {
        ...{ type: 'step-judged', at: begin.endedAt, scenario, step, findings, verdict },
        ...(oorzaak && { oorzaak }),
        ...(gevolgVan !== undefined && { gevolgVan }),
        exchanges: all.map(({ id }) => id),
      };
      events.set(scenario, [...(events.get(scenario) ?? []), told]);
    };
    const [first] = path;
    const hop = hopOf(first?.exchange.hop);
    if (!first || !hop) continue;
    if (!first.service) {
      const findings = judgeUnknown(first, hop);
      tell(nr, findings, stepOutcome(findings));
      continue;
    }
    const way = wayOf(message, all, observing, record.all(), onward);
    const { asked, answered } = await judgeObserved(message, way);
    tell(nr, asked, stepOutcome(asked));
    if (answered) tell(nr + 1, answered, stepOutcome(answered));
    else tell(nr + 1, [], { verdict: 'niet_beslist', gevolgVan: `${scenario}/${nr}` });
  }
  if (hasGap(observing)) {
    const findings = judgeGap(lost, end === 'done');
    const told = { ...stepOutcome(findings), findings, exchanges: [] };
    events.set(GAP.id, [{ type: 'step-judged', at: begin.endedAt, scenario: GAP.id, step: 1, ...told }]);
  }
  return planned.plan.scenarios.flatMap(({ scenario: { id } }) => events.get(id) ?? []);
}

function wayOf(
  { path }: ObservedMessage,
  all: readonly Exchange[],
  { setup, toolsOf }: Observing,
  record: RunRecord,
  onward: ReturnType<typeof onwardFrom>,
): ObservedWay {
  const hops = path.flatMap(({ exchange }) => setup.hops.find(({ id }) => id === exchange.hop) ?? []);
  const services = new Map(path.map(({ exchange, service }) => [exchange.id, service]));
  const caseOf = (exchange: Exchange): Case => {
    const hop = setup.hops.find(({ id }) => id === exchange.hop) ?? hops[0];
    const service = services.get(exchange.id) ?? path[0]?.service;
    if (!hop || !service) throw new Error(`nobody knows exchange ${exchange.id}`);
    return { record, exchange, service, values: {}, tools: toolsOf(hop), due: ANY_FAULT };
  };
  return {
    hops,
    passed: all.slice(0, path.length),
    caseOf,
    heardBy: (actor) => new Set(setup.hops.filter(({ to }) => to === actor).map(({ id }) => id)),
    rewrites: setup.rewrites,
    onward: onward(path.at(-1)?.service?.id, hops.at(-1)),
  };
}

/** Where who gets such a message was seen to pass others of its kind on. One that it does not pass on is lost. */
function onwardFrom(messages: readonly ObservedMessage[], hops: readonly WatchedHop[]) {
  const seen = new Map<string, WatchedHop>();
  for (const { path } of messages)
    path.slice(1).forEach(({ exchange, service }) => {
      const hop = hops.find(({ id }) => id === exchange.hop);
      if (hop && service) seen.set(JSON.stringify([service.id, hop.from]), hop);
    });
  return (service: string | undefined, last: WatchedHop | undefined): readonly WatchedHop[] => {
    const next = seen.get(JSON.stringify([service, last?.to]));
    return next ? [next] : [];
  };
}

/** The latest exchanges, as the judges want them: in the order in which they began. */
function lookBack() {
  let kept: Exchange[] = [];
  let bytes = 0;
  const sizeOf = ({ request, reply }: Exchange) => request.body.size + (reply?.body.size ?? 0);
  return {
    add(exchange: Exchange): void {
      kept.push(exchange);
      bytes += sizeOf(exchange);
      while (kept.length > 1 && (kept.length > LOOK_BACK.exchanges || bytes > LOOK_BACK.bytes)) {
        const [oldest] = kept.splice(0, 1);
        bytes -= oldest ? sizeOf(oldest) : 0;
      }
    },
    all(): RunRecord {
      kept = kept.toSorted((one, other) => (one.id < other.id ? -1 : 1));
      return { exchanges: [...kept], established: NONE, disproved: NONE };
    },
  };
}

const NONE: ReadonlySet<string> = new Set();

function byBegin({ path: [one] }: ObservedMessage, { path: [other] }: ObservedMessage): number {
  return (one?.exchange.id ?? '') < (other?.exchange.id ?? '') ? -1 : 1;
}
