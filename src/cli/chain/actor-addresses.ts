/** A real system of a chain that has an address for each portType: which those are, and whether none is missing. */
import type { Chain } from '../../model/chain.js';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import type { LoadedSuite } from '../../suite/load-suite.js';
import type { Settings } from '../settings/settings.js';

/** `<actor>/<portType>`, split; the portType is absent for the actor alone. */
export function actorIn(name: string): { readonly actor: string; readonly portType?: string } {
  const [actor = '', portType] = name.split('/', 2);
  return { actor, ...(portType !== undefined && { portType }) };
}

/**
 * @returns `<actor>/<portType>` → address
 * @throws {HarnessError} `CONFIG_INVALID` for a portType that no service has, and for one that has to be there and is not
 */
export function addressesOf(
  { suite, standard }: Pick<LoadedSuite, 'suite' | 'standard'>,
  chain: Chain,
  { actors }: Pick<Settings, 'actors'>,
): ReadonlyMap<string, string> {
  const given = Object.entries(actors).filter(([name]) => actorIn(name).portType !== undefined);
  const portTypes = [...new Set(standard.services.map(({ portType }) => portType))];
  for (const [name] of given) {
    const { portType = '' } = actorIn(name);
    if (!portTypes.includes(portType)) throw unknown(name, portType, portTypes);
  }
  for (const actor of new Set(given.map(([name]) => actorIn(name).actor))) {
    const missing = neededBy(actor, suite, chain, standard).find((each) => actors[`${actor}/${each}`] === undefined);
    if (missing !== undefined && actors[actor] === undefined) throw lacking(actor, missing);
  }
  return new Map(given);
}

/** PortTypes of the messages that reach an actor. */
function neededBy(actor: string, suite: LoadedSuite['suite'], { links }: Chain, { services }: LoadedSuite['standard']) {
  const reaching = new Set(links.filter(({ via, to }) => [...via, to].includes(actor)).map(({ id }) => id));
  const steps = suite.scenarios.flatMap((scenario) => scenario.steps).filter(({ link }) => reaching.has(link ?? ''));
  const asked = new Set(steps.flatMap(({ service, readBack }) => [service, ...(readBack ? [readBack.service] : [])]));
  return [...new Set(services.filter(({ id }) => asked.has(id)).map(({ portType }) => portType))];
}

function unknown(name: string, portType: string, known: readonly string[]): HarnessError {
  const meant = didYouMean(nearest(portType, known));
  return invalid(
    { nl: `actors.${name}: geen portType "${portType}"${meant.nl}`, en: `actors.${name}: no portType "${portType}"${meant.en}` },
    { nl: `PortTypes: ${known.join(', ')}.`, en: `PortTypes: ${known.join(', ')}.` },
  );
}

function lacking(actor: string, portType: string): HarnessError {
  return invalid(
    { nl: `actors: "${actor}" heeft geen adres voor ${portType}`, en: `actors: "${actor}" has no address for ${portType}` },
    {
      nl: `Schrijf ${actor}/${portType}=http://…, of ${actor}=http://… voor alle andere.`,
      en: `Write ${actor}/${portType}=http://…, or ${actor}=http://… for all others.`,
    },
  );
}

function invalid(text: Tekst, hint: Tekst): HarnessError {
  return new HarnessError('CONFIG_INVALID', text, { hint });
}
