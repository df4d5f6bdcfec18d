/** A chain, ready to run: every actor is somewhere, and we stand on every hop between them. */
import type { ExpectedStep } from '../../actor/address-book.js';
import type { BodyStore } from '../../actor/body-store.js';
import type { ExchangeIds } from '../../actor/exchange-ids.js';
import { hopPath, openHops } from '../../actor/hops.js';
import type { Recorder } from '../../actor/recorder.js';
import { openSite } from '../../actor/site.js';
import { type Chain, type ChainLink, does, type Hop, hopsOf } from '../../model/chain.js';
import { timesOf } from '../../model/disturbance.js';
import type { Purpose } from '../../model/exchange.js';
import { type Plan, stepPath } from '../../model/plan.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import type { Asked } from '../../run-listening.js';
import type { Watching } from '../../run-watching.js';
import { familyOf } from '../../standard/index.js';
import { connectionOptions, listeningTls } from '../settings/probe-options.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { failureText } from '../tell-error.js';
import { promptOf } from '../trigger.js';
import { disturbedIn, heldIn } from './disturbed-steps.js';
import { placesOf } from './places.js';
import { nextHop, type Playing, playActors } from './played-actors.js';
import { receiverIn, serviceOf } from './read-message.js';
import { waysOf } from './ways.js';
import { wrongCertificates } from './wrong-certificates.js';

export interface ChainOpening extends Playing {
  readonly chain: Chain;
  readonly real: ReadonlyMap<string, string>;
  /** `<actor>/<portType>` → the address of a real system for those messages, when it has several. */
  readonly addresses?: ReadonlyMap<string, string>;
  readonly recorder: Recorder;
  /** That of the whole run: bodies are known by their name. */
  readonly bodyStore: BodyStore;
  readonly exchangeIds: ExchangeIds;
}

export interface OpenedChain extends AsyncDisposable {
  readonly watching: Watching;
  /** Where a message of ours goes: for a step to its first hop, and to ask what became of it to the system itself. */
  route(purpose: Purpose): string;
  /** Where messages for a hop are sent to: one address, or one for each of several portTypes. */
  urlsOf(hop: Hop): readonly string[];
}

/**
 * Starts to play, and to watch.
 * @throws {HarnessError} `LISTEN_FAILED` when the address is taken or not ours; `CONFIG_INVALID` when a certificate is to be shown
 *   that cannot be made
 */
export async function openChain(opening: ChainOpening): Promise<OpenedChain> {
  const { shell, settings, loaded, plan, clock, chain, real, recorder, bodyStore, exchangeIds } = opening;
  const failed = (error: unknown) => shell.talk(`${failureText(error, settings.language)}\n`);
  const disturbed = disturbedIn(plan);
  const certificates = wrongCertificates(shell, settings, disturbed);
  const site = await openSite({ ...settings.listen, ...listeningTls(shell, settings), failed });
  const { addresses = new Map<string, string>(), cutOff } = opening;
  const ways = waysOf(chain, plan, addresses);
  const { services } = loaded.standard;
  const family = familyOf(loaded.standard.family);
  const played = await playActors(opening, chain, real, (actor) => ({
    target: `${site.url}${hopPath(nextHop(chain, actor)?.id ?? '')}`,
    route: (request, bytes) => {
      const from = new URL(request.url).pathname.split('/')[1] ?? '';
      const receiver = () => receiverIn(bytes, family);
      const path = ways.next(actor, { from, service: serviceOf(request, services), receiver });
      return path === undefined ? undefined : { target: `${site.url}${path}`, below: `/${from}` };
    },
  }));
  const urlOf = (actor: string, portType: string) =>
    addresses.get(`${actor}/${portType}`) ?? real.get(actor) ?? played.urls.get(actor) ?? '';
  /** Who passes on for us has to know who it comes from. */
  const targetsOf = (hop: Hop) => {
    const isBus = chain.actors.some((actor) => actor.id === hop.to && does(actor, 'tussenstation')) && !real.has(hop.to);
    const own = [...addresses].filter(([name]) => name.startsWith(`${hop.to}/`)).map(([name]) => name.slice(hop.to.length + 1));
    return new Map([
      [hopPath(hop.id), isBus ? `${played.urls.get(hop.to)}/${hop.from}` : urlOf(hop.to, '')],
      ...own.map((portType) => [ways.pathOf(hop, portType), urlOf(hop.to, portType)] as const),
    ]);
  };
  const expected = expectedOf(plan, loaded.standard);
  const opened = await openHops({
    ...connectionOptions(shell, settings),
    headers: settings.headers,
    ...{ chain, site, bodyStore, recorder, clock, exchangeIds },
    standard: loaded.standard,
    family,
    timeoutMillis: settings.timeoutMillis,
    maxBodyBytes: settings.maxBodyBytes,
    expectedOn: (link) => expected.get(link) ?? [],
    targetsOf,
    recalled: cutOff?.passed ?? [],
    ...{ disturbed, certificates },
    held: heldIn(plan),
  });
  const places = placesOf(chain, new Set(real.keys()));
  const linkOf = ({ scenario, step }: Pick<Purpose, 'scenario' | 'step'>) => {
    const known = plan.scenarios.find((each) => each.scenario.id === scenario)?.scenario;
    return places.linkOf(known?.steps.find(({ nr }) => nr === step)?.link ?? '');
  };
  const portTypeOf = (service: string) => services.find(({ id }) => id === service)?.portType ?? '';
  const firstUrl = (link: ChainLink, service: string) => {
    const [first] = hopsOf(link);
    return first ? `${site.url}${ways.pathOf(first, portTypeOf(service))}` : '';
  };
  return {
    watching: {
      ...opened,
      ...places,
      waitMillis: settings.waitMillis,
      passMillis: settings.pollMillis,
      isOver: (path) => cutOff?.over.has(path) ?? false,
      prompt: promptOfChain(shell, settings, (asked) => firstUrl(linkOf(asked), asked.service)),
    },
    route({ kind, ...asked }) {
      const link = linkOf(asked);
      return kind === 'step' ? firstUrl(link, asked.service) : urlOf(link.to, portTypeOf(asked.service));
    },
    urlsOf: (hop) => [...targetsOf(hop).keys()].map((path) => `${site.url}${path}`),
    async [Symbol.asyncDispose]() {
      await opened[Symbol.asyncDispose]();
      await site.close();
      await played[Symbol.asyncDispose]();
    },
  };
}

/** Makes a real system speak, when the settings declare how; it is told the address of its own hop. */
function promptOfChain(shell: Shell, settings: Settings, addressOf: (asked: Asked) => string): Watching['prompt'] {
  if (Object.keys(settings.trigger).length === 0) return undefined;
  return async (asked) => promptOf(shell, settings, addressOf(asked))?.(asked);
}

function expectedOf({ scenarios }: Plan, { services }: StandardDefinition): ReadonlyMap<string, readonly ExpectedStep[]> {
  const found = new Map<string, ExpectedStep[]>();
  for (const { scenario, skipped } of scenarios) {
    for (const step of skipped ? [] : scenario.steps) {
      const service = step.answers === undefined && !step.isEndState && services.find(({ id }) => id === step.service);
      if (!service || step.link === undefined) continue;
      const first = scenario.steps.find(({ nr }) => nr === step.again);
      const more = first && { again: stepPath(scenario, first), after: timesOf(first.disturb) };
      found.set(step.link, [...(found.get(step.link) ?? []), { path: stepPath(scenario, step), service, ...more }]);
    }
  }
  return found;
}
