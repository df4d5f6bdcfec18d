/** Who plays whom in a run: in a chain some actors are real systems and we play the others; otherwise there is one product. */
import { createExchangeIds, type ExchangeIds } from '../../actor/exchange-ids.js';
import { type Chain, does, onlySpeaks } from '../../model/chain.js';
import type { Purpose } from '../../model/exchange.js';
import { HarnessError } from '../../model/harness-error.js';
import type { Plan } from '../../model/plan.js';
import type { LoadedSuite } from '../../suite/load-suite.js';
import type { Settings } from '../settings/settings.js';
import { actorIn, addressesOf } from './actor-addresses.js';
import { type ChainOpening, type OpenedChain, openChain } from './open-chain.js';
import { realActors, withRealSpeakers } from './real-actors.js';
import { tellChain } from './tell-chain.js';

export interface Cast {
  /** The plan with what real systems say for themselves. */
  planned(plan: Plan): Plan;
  /** Addresses of the systems under test; absent when those of the settings are meant. */
  readonly endpoints?: readonly string[];
  /** Those of them that only pass on what others say: what is behind them answers, not they. */
  readonly passOn: ReadonlySet<string>;
  /** Whether we play everybody. */
  readonly isAllOurs: boolean;
  /** Whether a real system speaks first: no address can tell who that is, and it is no reference of ours. */
  readonly hasRealSpeaker: boolean;
  /** Actor → where it is, or `real`; absent outside a chain. */
  readonly real?: ReadonlyMap<string, string>;
  /**
   * What a run of a chain needs before and while it runs.
   * @param firstExchange - number of its first exchange, when it goes on
   */
  stage(firstExchange?: number): Stage | undefined;
}

/** Where messages go is known once the chain is open; until then nothing is sent. */
export interface Stage {
  readonly exchangeIds: ExchangeIds;
  route(purpose: Purpose): string;
  /** How long who speaks first waits for the answer to this message, when we play him. */
  patienceOf(purpose: Purpose): number | undefined;
  open(opening: Omit<ChainOpening, 'chain' | 'real' | 'addresses' | 'exchangeIds'>): Promise<OpenedChain>;
}

/** @throws {HarnessError} `CONFIG_INVALID` for an actor that is not in the chain, or for actors without a chain */
export function castOf(loaded: LoadedSuite, settings: Settings): Cast {
  const { suite } = loaded;
  const { chain } = suite;
  if (!chain) {
    if (Object.keys(settings.actors).length > 0) throw noChain(suite.id);
    return { planned: (plan) => plan, passOn: new Set(), isAllOurs: false, hasRealSpeaker: false, stage: () => undefined };
  }
  const real = realActors(chain, settings);
  const addresses = addressesOf(loaded, chain, settings);
  return {
    planned: (plan) => withRealSpeakers(plan, chain, real),
    endpoints: [...new Set([...real.values(), ...addresses.values()])].filter((where) => where !== 'real'),
    passOn: new Set([...real, ...addresses].flatMap(([name, where]) => (isPassing(chain, actorIn(name).actor) ? [where] : []))),
    isAllOurs: real.size === 0,
    hasRealSpeaker: chain.actors.some((actor) => onlySpeaks(actor) && real.has(actor.id)),
    real,
    stage(firstExchange) {
      const exchangeIds = createExchangeIds(firstExchange);
      const speaker = chain.actors.find(({ plays }) => plays === 'vrager');
      let opened: OpenedChain | undefined;
      return {
        exchangeIds,
        patienceOf: ({ kind }) => (kind === 'step' ? speaker?.patience : undefined),
        route: (purpose) => opened?.route(purpose) ?? '',
        async open(opening) {
          opened = await openChain({ ...opening, chain, real, addresses, exchangeIds });
          tellChain(opening.shell, opening.settings, chain, opened);
          return opened;
        },
      };
    },
  };
}

function noChain(suite: string): HarnessError {
  return new HarnessError(
    'CONFIG_INVALID',
    { nl: `actors: ${suite} is geen keten`, en: `actors: ${suite} is no chain` },
    { hint: { nl: 'Noem het adres van het product met endpoint.', en: 'Name the address of the product with endpoint.' } },
  );
}

function isPassing({ actors }: Chain, actor: string): boolean {
  return actors.some((each) => each.id === actor && does(each, 'tussenstation'));
}
