/** What a chain must be before it can run: actors that can do what they are for, ways that can be told apart, steps that fit. */
import { type Chain, type ChainLink, does, type Hop, hopsOf } from '../model/chain.js';
import { complaintAbout, type Disturb } from '../model/disturbance.js';
import { formatPlace, HarnessError, type Place } from '../model/harness-error.js';
import { nearest } from '../model/nearest.js';
import type { ChainFile } from './yaml-shapes.js';

export type PlaceOf = (path: readonly PropertyKey[]) => Place;

/** Who speaks, answers or passes on must be able to. */
export function checkChain({ actors, links }: Chain, place: PlaceOf): void {
  const ids = actors.map(({ id }) => id);
  // Two systems behind one address could not be told apart.
  const both = actors.find((actor) => does(actor, 'aanbieder') && does(actor, 'tussenstation'));
  if (both) throw invalid(place(['actors', both.id, 'also']), `"${both.id}" cannot answer and pass on too`);
  for (const link of links) {
    const named = [
      ['from', link.from, 'vrager'],
      ['to', link.to, 'aanbieder'],
      ...link.via.map((id) => ['via', id, 'tussenstation'] as const),
    ] as const;
    for (const [key, id, plays] of named) {
      const at = place(['links', link.id, key]);
      const actor = actors.find((each) => each.id === id);
      if (!actor) throw invalid(at, `"${id}" is not an actor of this chain`, nearest(id, ids));
      if (!does(actor, plays)) throw invalid(at, `"${id}" plays ${actor.plays}; this place is for a ${plays}`);
    }
    const ways = hopsOf(link).map((hop) => hop.id);
    if (new Set(ways).size < ways.length) throw invalid(place(['links', link.id, 'via']), 'a message takes no hop twice');
  }
}

/** Who passes on has to know where a message goes: by who sent it, else by its service, else by who it is for. */
export function checkWays({ scenarios }: ChainFile, { actors, links }: Chain, place: PlaceOf): void {
  const steps = scenarios.flatMap((scenario) => scenario.steps);
  const carries = (link: ChainLink) => new Set(steps.filter((step) => step.link === link.id).map(({ service }) => service));
  const nameOf = (link: ChainLink) => actors.find(({ id }) => id === link.to)?.applicatie;
  for (const [index, link] of links.entries())
    for (const other of links.slice(0, index)) {
      const parting = hopsOf(link).findIndex((hop, at) => at > 0 && partsAt(hop, hopsOf(link)[at - 1], hopsOf(other)));
      const shared = [...carries(link)].find((service) => carries(other).has(service));
      if (parting === -1 || shared === undefined) continue;
      if (nameOf(link) !== undefined && nameOf(other) !== undefined && nameOf(link) !== nameOf(other)) continue;
      const bus = hopsOf(link)[parting]?.from;
      const text = `"${bus}" cannot tell where ${shared} goes, to "${link.to}" or to "${other.to}"; give each an applicatie of its own`;
      throw invalid(place(['links', link.id, 'to']), text);
    }
}

/** Whether another way comes over the same hop before, and goes on over another. */
function partsAt(hop: Hop, before: Hop | undefined, others: readonly Hop[]): boolean {
  const at = others.findIndex(({ id }) => id === before?.id);
  const next = at === -1 ? undefined : others[at + 1];
  return next !== undefined && next.id !== hop.id;
}

/** Every step goes over a link, and what belongs together goes over the same one. */
export function checkSteps({ scenarios }: ChainFile, { links }: Chain, place: PlaceOf): void {
  const ids = links.map(({ id }) => id);
  scenarios.forEach(({ steps }, scenario) =>
    steps.forEach((step, index) => {
      const at = (...path: readonly PropertyKey[]) => place(['scenarios', scenario, 'steps', index, ...path]);
      if (step.link === undefined) throw invalid(at(), `step ${step.nr} must say over which \`link\` its message goes`);
      if (!ids.includes(step.link)) throw invalid(at('link'), `"${step.link}" is not a link`, nearest(step.link, ids));
      if (step.receive) throw invalid(at('receive'), 'a chain says what is sent, with `send` and an `instruction` for a person');
      if (step.ask && step.expect) throw invalid(at('expect'), 'what a step that only asks expects stands in its `ask`');
      const disturbing = step.disturb && disturbanceIn(step, links);
      if (disturbing) throw invalid(at('disturb'), disturbing);
      const first = steps.find(({ nr }) => nr === step.again);
      if (step.again !== undefined && !(first?.disturb && first.nr < step.nr && first.link === step.link))
        throw invalid(at('again'), `step ${step.again} must be an earlier one over the same link, with \`disturb\``);
      const asked = steps.find(({ nr }) => nr === step.answers);
      if (asked && asked.link !== step.link) throw invalid(at('link'), 'a reply goes back over the link of its request');
    }),
  );
}

function disturbanceIn(step: ChainFile['scenarios'][number]['steps'][number], links: Chain['links']): string | undefined {
  const link = links.find(({ id }) => id === step.link);
  if (step.answers !== undefined) return 'the step that is answered says what is disturbed, its answer too';
  return (
    link &&
    complaintAbout(
      step.disturb as Disturb,
      hopsOf(link).map(({ id }) => id),
    )
  );
}

function invalid(at: Place, text: string, near?: string): HarnessError {
  return new HarnessError('SUITE_INVALID', `${formatPlace(at)}: ${text}${near ? `; did you mean "${near}"?` : ''}`, {
    place: at,
  });
}
