/** A chain, ready to run: every actor is somewhere, and we stand on every hop between them. */
import type { ExpectedStep } from '../../actor/address-book.js';
import type { BodyStore } from '../../actor/body-store.js';
import type { ExchangeIds } from '../../actor/exchange-ids.js';
import { hopPath, openHops } from '../../actor/hops.js';
import type { Recorder } from '../../actor/recorder.js';
import { openSite } from '../../actor/site.js';
import { allHops, type Chain, hopsOf } from '../../model/chain.js';
import type { Purpose } from '../../model/exchange.js';
import { type Plan, stepPath } from '../../model/plan.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import type { Asked } from '../../run-listening.js';
import type { Watching } from '../../run-watching.js';
import { familyOf } from '../../standard/index.js';
import { say } from '../language.js';
import { connectionOptions, listeningTls } from '../probe-options.js';
import type { Settings } from '../settings.js';
import type { Shell } from '../shell.js';
import { failureText } from '../tell-error.js';
import { promptOf } from '../trigger.js';
import { placesOf } from './places.js';
import { nextHop, type Playing, playActors } from './played-actors.js';

export interface ChainOpening extends Playing {
  readonly chain: Chain;
  readonly real: ReadonlyMap<string, string>;
  readonly recorder: Recorder;
  /** That of the whole run: bodies are known by their name. */
  readonly bodyStore: BodyStore;
  readonly exchangeIds: ExchangeIds;
}

export interface OpenedChain extends AsyncDisposable {
  readonly watching: Watching;
  /** Where a message of ours goes: for a step to its first hop, and to ask what became of it to the system itself. */
  route(purpose: Purpose): string;
  /** Where a message for a hop is sent to. */
  urlOf(hop: string): string;
}

/**
 * Starts to play, and to watch.
 * @throws {HarnessError} `LISTEN_FAILED` when the address is taken or not ours
 */
export async function openChain(opening: ChainOpening): Promise<OpenedChain> {
  const { shell, settings, loaded, plan, clock, chain, real, recorder, bodyStore, exchangeIds } = opening;
  const hops = allHops(chain);
  const failed = (error: unknown) => shell.talk(`${failureText(error, settings.language)}\n`);
  const site = await openSite({ ...settings.listen, ...listeningTls(shell, settings), failed });
  const hopUrl = (hop: string | undefined) => `${site.url}${hopPath(hop ?? '')}`;
  const played = await playActors(opening, chain, real, (actor) => hopUrl(nextHop(hops, actor)?.id));
  const urlOf = (actor: string) => real.get(actor) ?? played.urls.get(actor) ?? '';
  const expected = expectedOf(plan, loaded.standard);
  const opened = openHops({
    ...connectionOptions(shell, settings),
    ...{ chain, site, bodyStore, recorder, clock, exchangeIds },
    standard: loaded.standard,
    family: familyOf(loaded.standard.family),
    timeoutMillis: settings.timeoutMillis,
    maxBodyBytes: settings.maxBodyBytes,
    expectedOn: (link) => expected.get(link) ?? [],
    targetOf: ({ to }) => urlOf(to),
  });
  const places = placesOf(chain, new Set(real.keys()));
  const linkOf = ({ scenario, step }: Pick<Purpose, 'scenario' | 'step'>) => {
    const known = plan.scenarios.find((each) => each.scenario.id === scenario)?.scenario;
    return places.linkOf(known?.steps.find(({ nr }) => nr === step)?.link ?? '');
  };
  return {
    watching: {
      ...opened,
      ...places,
      waitMillis: settings.waitMillis,
      passMillis: settings.pollMillis,
      prompt: promptOfChain(shell, settings, (asked) => hopUrl(hopsOf(linkOf(asked))[0]?.id)),
    },
    route({ kind, ...asked }) {
      const link = linkOf(asked);
      return kind === 'step' ? hopUrl(hopsOf(link)[0]?.id) : urlOf(link.to);
    },
    urlOf: hopUrl,
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

/** What has to be configured in real systems before anything can come. */
export function tellChain(
  { talk }: Shell,
  { language, endpoints }: Settings,
  chain: Chain,
  { watching, urlOf }: OpenedChain,
): void {
  const rows = allHops(chain).map(({ id, from, to }) => {
    const who = (actor: string) => `${actor} (${say(watching.isReal(actor) ? TEXTS.real : TEXTS.played, language)})`;
    return `  ${who(from)} → ${who(to)}: ${urlOf(id)}`;
  });
  talk(`${say(TEXTS.hops, language)}\n${rows.join('\n')}\n`);
  if (Object.keys(endpoints).length > 0) talk(`${say(TEXTS.noEndpoint, language)}\n`);
}

function expectedOf({ scenarios }: Plan, { services }: StandardDefinition): ReadonlyMap<string, readonly ExpectedStep[]> {
  const found = new Map<string, ExpectedStep[]>();
  for (const { scenario, skipped } of scenarios) {
    for (const step of skipped ? [] : scenario.steps) {
      const service = step.answers === undefined && !step.isEndState && services.find(({ id }) => id === step.service);
      if (!service || step.link === undefined) continue;
      found.set(step.link, [...(found.get(step.link) ?? []), { path: stepPath(scenario, step), service }]);
    }
  }
  return found;
}

const TEXTS = {
  hops: {
    nl: 'Wij staan tussen deze partijen; stel in een echt systeem het adres van zijn hop in:',
    en: 'We stand between these actors; configure in a real system the address of its hop:',
  },
  noEndpoint: {
    nl: 'Let op: "endpoint" telt niet in een keten; met --actors NAAM=URL zegt u welke partij een echt systeem is.',
    en: 'Note: "endpoint" does not count in a chain; --actors NAME=URL says which actor is a real system.',
  },
  real: { nl: 'echt', en: 'real' },
  played: { nl: 'gesimuleerd', en: 'simulated' },
} as const;
