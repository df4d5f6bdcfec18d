/** Who of a chain is a real system, where it is and what it is, as `actors` was given in ketentest.yaml or on the command line. */

import { type ActorFacts, factIn } from './actor-text.js';
import { type Given, httpUrl, pairs } from './option-values.js';

/** A real system is somewhere, or speaks first and needs no address: then the word `real`. */
export function actorPlaces(given: Given): Readonly<Record<string, string>> {
  const named = Object.entries(pairs(given)).filter(([name]) => !factIn(name));
  const places = named.map(([actor, where]) => [actor, /^(?:real|echt)$/.test(where) ? 'real' : where] as const);
  for (const [, where] of places) if (where !== 'real') httpUrl(given, where);
  return Object.fromEntries(places);
}

/** What was told of each. */
export function actorFactsIn(given: Given): Readonly<Record<string, ActorFacts>> {
  const told: Record<string, ActorFacts> = {};
  for (const [name, value] of Object.entries(pairs(given))) {
    const said = factIn(name);
    if (said) told[said.actor] = { ...told[said.actor], [said.fact]: value };
  }
  return told;
}
