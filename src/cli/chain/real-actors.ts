/** Which actors of a chain are real systems, as the settings say. */
import type { Chain, ChainActor } from '../../model/chain.js';
import { HarnessError } from '../../model/harness-error.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import type { Plan } from '../../model/plan.js';
import type { Settings } from '../settings.js';

/**
 * Actor → its address, or `real` for one that speaks by itself; actors that we play are not in it.
 * @throws {HarnessError} `CONFIG_INVALID` for an actor that is not in the chain, and for one without the address that it needs
 */
export function realActors({ actors }: Chain, settings: Pick<Settings, 'actors'>): ReadonlyMap<string, string> {
  for (const [id, where] of Object.entries(settings.actors)) {
    const actor = actors.find((each) => each.id === id);
    if (!actor) throw unknown(id, actors);
    if (actor.plays !== 'vrager' && where === 'real') throw withoutAddress(actor);
  }
  return new Map(Object.entries(settings.actors));
}

/** A real system says for itself what we would have sent in its place. */
export function withRealSpeakers(plan: Plan, chain: Chain, real: ReadonlyMap<string, string>): Plan {
  const isSpoken = (link: string | undefined) => real.has(chain.links.find(({ id }) => id === link)?.from ?? '');
  const scenarios = plan.scenarios.map((planned) => {
    const steps = planned.scenario.steps.map(({ send, ...step }) => (!send || isSpoken(step.link) ? step : { ...step, send }));
    return { ...planned, scenario: { ...planned.scenario, steps } };
  });
  return { ...plan, scenarios };
}

function unknown(id: string, actors: readonly ChainActor[]): HarnessError {
  const known = actors.map((each) => each.id);
  const meant = didYouMean(nearest(id, known));
  return new HarnessError(
    'CONFIG_INVALID',
    { nl: `actors: deze keten heeft geen partij "${id}"${meant.nl}`, en: `actors: this chain has no actor "${id}"${meant.en}` },
    { hint: { nl: `Partijen: ${known.join(', ')}.`, en: `Actors: ${known.join(', ')}.` } },
  );
}

function withoutAddress({ id, plays }: ChainActor): HarnessError {
  return new HarnessError(
    'CONFIG_INVALID',
    { nl: `actors: "${id}" is ${plays} en heeft een adres nodig`, en: `actors: "${id}" is a ${plays} and needs an address` },
    { hint: { nl: `Schrijf ${id}=http://…`, en: `Write ${id}=http://…` } },
  );
}
