/**
 * What stays in a counterpart after messages that it took: entities that were added and not removed, and identifications
 * that were handed out. An entity that was only changed was there before, and is not ours.
 */
import type { Remnant, SentMessage } from '../../family.js';
import { stuurgegevensOf } from '../facts.js';
import { Draft } from './draft.js';
import { mutatiesoortOf } from './effects/kennisgeving-effect.js';
import { runEffects } from './effects.js';
import type { World } from './entity-source.js';
import type { Knowledge } from './knowledge.js';
import type { Occurrence } from './occurrence.js';
import { find } from './paths.js';
import { type Turn, textOption } from './turn.js';

/** @param world - with an empty store */
export function remains(world: World, sent: readonly SentMessage[]): readonly Remnant[] {
  const madeBy = new Map<number, number>();
  const known = new Set<number>();
  sent.forEach((each, message) => {
    const turn = turnOf(world, each);
    runEffects(turn);
    for (const { number } of world.store.everything()) {
      if (known.has(number)) continue;
      known.add(number);
      // What a change is about was there before, even though an empty store had to be told.
      if (!turn.touched.has(number) || adds(turn)) madeBy.set(number, message);
    }
  });
  const created = world.store.everything().flatMap((occurrence) => {
    const message = madeBy.get(occurrence.number);
    return message === undefined ? [] : [remnantOf(world.knowledge, occurrence, message)];
  });
  const issued = sent.flatMap((each, message) => issuedBy(world, each, message));
  const isCreated = (of: Remnant) =>
    created.some(({ soort, identificatie }) => soort === of.soort && identificatie === of.identificatie);
  return [...created, ...issued.filter((each) => !isCreated(each))].sort((one, other) => one.message - other.message);
}

/** Whether one of the effects of the service takes its object over as new. */
function adds(turn: Turn): boolean {
  return turn.service.effects.some(
    ({ does, with: options }) => does === 'create' || (does === 'change' && mutatiesoortOf(turn, options) === 'T'),
  );
}

/** An identification that was handed out is gone for others, also when nothing was made with it. */
function issuedBy(world: World, { service, reply }: SentMessage, message: number): readonly Remnant[] {
  if (!reply) return [];
  return service.effects
    .filter(({ does }) => does === 'issue')
    .flatMap(({ with: options }) => {
      const [value] = find(reply, textOption(options, 'into'), world.knowledge.standard.namespaces);
      const identificatie = value?.text.trim() ?? '';
      return identificatie === '' ? [] : [{ message, soort: textOption(options, 'of'), identificatie }];
    });
}

function remnantOf(knowledge: Knowledge, { type, content }: Occurrence, message: number): Remnant {
  const [key = ''] = knowledge.keysOf(type, { children: content });
  const said = key.slice(type.length + 1);
  const identificatie = knowledge.isDeclared(type) ? said.slice(said.indexOf('=') + 1).replaceAll('|', ' ') : said;
  return { message, soort: type, identificatie: identificatie || '–' };
}

function turnOf(world: World, { service, message }: SentMessage): Turn {
  return {
    ...world,
    ...{ service, message, facts: stuurgegevensOf(message), at: 0, lenient: true },
    ...{ draft: new Draft(), touched: new Map() },
  };
}
