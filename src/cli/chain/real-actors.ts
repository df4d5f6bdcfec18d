/** Which actors of a chain are real systems, as the settings say. */
import { type Chain, type ChainActor, onlySpeaks } from '../../model/chain.js';
import { HarnessError } from '../../model/harness-error.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import type { Plan } from '../../model/plan.js';
import type { Settings } from '../settings/settings.js';
import { actorIn } from './actor-addresses.js';

/**
 * Actor → its address, or `real` for one that speaks by itself, and one of them when it has several; actors that we play are not in it.
 * @throws {HarnessError} `CONFIG_INVALID` for an actor that is not in the chain, and for one without the address that it needs
 */
export function realActors({ actors }: Chain, settings: Pick<Settings, 'actors' | 'actorFacts'>): ReadonlyMap<string, string> {
  const real = new Map<string, string>();
  for (const [name, where] of Object.entries(settings.actors)) {
    const { actor: id, portType } = actorIn(name);
    const actor = actors.find((each) => each.id === id);
    if (!actor) throw unknown(id, actors);
    if ((!onlySpeaks(actor) || portType !== undefined) && where === 'real') throw withoutAddress(actor);
    if (portType === undefined || !real.has(id)) real.set(id, where);
  }
  // What we play is ours, whatever is told of it.
  for (const id of Object.keys(settings.actorFacts)) if (!real.has(id)) throw unknownOrPlayed(id, actors);
  return real;
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

function unknownOrPlayed(id: string, actors: readonly ChainActor[]): HarnessError {
  const actor = actors.find((each) => each.id === id);
  if (!actor) return unknown(id, actors);
  return new HarnessError(
    'CONFIG_INVALID',
    {
      nl: `actors: van "${id}" is verteld wat het is, en niet dat het een echt systeem is`,
      en: `actors: of "${id}" it was told what it is, and not that it is a real system`,
    },
    { hint: { nl: `Schrijf ook ${formOf(actor)}.`, en: `Write ${formOf(actor)} too.` } },
  );
}

function formOf(actor: ChainActor): string {
  return onlySpeaks(actor) ? `${actor.id}=real` : `${actor.id}=http://…`;
}

function withoutAddress({ id, plays }: ChainActor): HarnessError {
  return new HarnessError(
    'CONFIG_INVALID',
    { nl: `actors: "${id}" is ${plays} en heeft een adres nodig`, en: `actors: "${id}" is a ${plays} and needs an address` },
    { hint: { nl: `Schrijf ${id}=http://…`, en: `Write ${id}=http://…` } },
  );
}
