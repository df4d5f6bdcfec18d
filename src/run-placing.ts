/**
 * The plan of traffic that nobody planned: a scenario for each case, a step for each message and one for its answer, and
 * the koppelingen over which they went.
 */
import type { ObservedCase } from './judge/observed-cases.js';
import type { ObservedMessage } from './judge/observed-paths.js';
import type { ChainLink } from './model/chain.js';
import type { Exchange } from './model/exchange.js';
import type { Plan, PlannedScenario } from './model/plan.js';
import type { Scenario, Step } from './model/scenario.js';
import type { WatchedHop, WatchSetup } from './model/watched.js';
import type { Observing } from './run-observing.js';

export interface ObservedPlan {
  readonly plan: Plan;
  readonly cases: readonly ObservedCase[];
  /** The exchange with the step that it is for. */
  placed(exchange: Exchange): Exchange;
  /** Steps of a message: `[scenario, number of its request]`. */
  placeOf(message: ObservedMessage): readonly [scenario: string, nr: number];
}

/** Something passed that is not in the record; of a watch that was killed nobody knows that nothing did. */
export function hasGap({ lost, end }: Pick<Observing, 'lost' | 'end'>): boolean {
  return lost > 0 || end === 'cancelled';
}

export function planOf(cases: readonly ObservedCase[], observing: Observing): ObservedPlan {
  const { setup, suite } = observing;
  const places = new Map<ObservedMessage, readonly [string, number]>();
  const ofExchange = new Map<string, readonly [scenario: string, nr: number, attempt: number]>();
  const links = new Map<string, ChainLink>(silentLinks(cases, setup));
  const numbers = { case: 0, loose: 0, unknown: 0 };
  const scenarios = cases.map((of): Scenario => {
    const id = `${PREFIX[of.kind]}.${String(++numbers[of.kind]).padStart(4, '0')}`;
    const steps = of.messages.flatMap((message, index) => {
      const nr = 2 * index + 1;
      places.set(message, [id, nr]);
      [...message.path, ...message.again].forEach(({ exchange }) => {
        const before = message.again.filter((each) => each.exchange.hop === exchange.hop && each.exchange.id <= exchange.id);
        ofExchange.set(exchange.id, [id, nr, before.length + 1]);
      });
      const link = linkOf(message, setup);
      links.set(link.id, link);
      return stepsOf(message, nr, link.id);
    });
    return { id, title: titleOf(of), verplicht: true, steps };
  });
  const gap = hasGap(observing) ? [GAP] : [];
  return {
    cases,
    plan: {
      suite: { ...suite, variables: [], scenarios: [], chain: { actors: setup.actors, links: [...links.values()] } },
      scenarios: [...scenarios, ...gap].map((scenario): PlannedScenario => ({ scenario })),
      ...{ constants: {}, overrides: [], variables: [], omvang: 'deels', watched: setup },
    },
    placed(exchange) {
      const [scenario = '', step = 0, attempt = 1] = ofExchange.get(exchange.id) ?? [];
      return { ...exchange, purpose: { ...exchange.purpose, scenario, step, attempt } };
    },
    placeOf: (message) => places.get(message) ?? ['', 0],
  };
}

/** What passed and is not in the record. */
export const GAP: Scenario = {
  id: 'niet-vastgelegd',
  title: 'Wat passeerde en niet is vastgelegd',
  verplicht: true,
  steps: [step({ nr: 1, message: '–', code: '', service: '', from: 'STP', to: 'TTA' })],
};

const PREFIX = { case: 'geval', loose: 'overig', unknown: 'onherkend' } as const;

function titleOf({ kind, subject }: ObservedCase): string {
  if (kind === 'unknown') return 'Niet herkend';
  return subject ? `${subject.type} ${subject.key}` : 'Overige berichten';
}

function stepsOf({ path: [first] }: ObservedMessage, nr: number, link: string): readonly Step[] {
  const { service, element = '' } = first ?? {};
  const [prefix = '', name] = service?.request.element.split(':') ?? [];
  const asked = {
    message: element || (name ?? prefix) || '–',
    code: service?.request.code ?? '',
    service: service?.id ?? '',
    link,
  };
  const [reply] = service?.replies ?? [];
  const answer = { ...asked, message: reply?.element.split(':').at(-1) ?? '–', code: reply?.code ?? '', answers: nr };
  return [
    step({ nr, ...asked, from: 'STP', to: 'TTA' }),
    ...(service ? [step({ nr: nr + 1, ...answer, from: 'TTA', to: 'STP' })] : []),
  ];
}

function step(of: Omit<Step, 'requires' | 'capture' | 'expect'>): Step {
  return { ...of, requires: [], capture: [], expect: [] };
}

/** The way that a message took: from who sent it first to where it was seen last. */
function linkOf({ path }: ObservedMessage, { hops }: WatchSetup): ChainLink {
  const way = path.flatMap(({ exchange }) => hops.find(({ id }) => id === exchange.hop) ?? []);
  return linkOver(way);
}

function linkOver(way: readonly WatchedHop[]): ChainLink {
  const via = way.slice(0, -1).map(({ to }) => to);
  const [from, to] = [way[0]?.from ?? '', way.at(-1)?.to ?? ''];
  return { id: [from, ...via, to].join('-'), from, to, via, rewrites: [], verplicht: true };
}

/** Where nothing passed, somebody stands all the same. */
function silentLinks(cases: readonly ObservedCase[], { hops }: WatchSetup): readonly (readonly [string, ChainLink])[] {
  const seen = new Set(cases.flatMap(({ messages }) => messages.flatMap(({ path }) => path.map(({ exchange }) => exchange.hop))));
  const silent = hops.filter(({ id }) => !seen.has(id)).map((hop) => linkOver([hop]));
  return silent.map((link) => [link.id, link] as const);
}
