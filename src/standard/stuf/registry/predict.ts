/**
 * What an honest product must at least answer, given what we sent and it confirmed. Nothing is refused here, and what
 * only the product can know (values that it issues or sets itself, empty elements) is left out.
 */
import type { XmlElement } from '../../../model/xml-element.js';
import type { SentMessage } from '../../family.js';
import { stuurgegevensOf } from '../facts.js';
import { Draft } from './draft.js';
import { runEffects } from './effects.js';
import type { World } from './entity-source.js';
import type { Knowledge } from './knowledge.js';
import { messageOf } from './reply-writer.js';
import type { Turn } from './turn.js';
import { freshWorld, worldAfter } from './world-after.js';

/** @param sent - what was confirmed, or is to be proven by the question */
export function predict(knowledge: Knowledge, sent: readonly SentMessage[], question: SentMessage): XmlElement | undefined {
  const left = sent.filter(leavesSomething);
  const world = leavesSomething(question)
    ? left.reduce(takenOver, freshWorld(knowledge))
    : worldAfter(knowledge, left, takenOver);
  const draft = new Draft();
  const [reply] = question.service.replies;
  if (!reply || runEffects(turnOf(world, question, draft)) || draft.isEmpty) return undefined;
  const laid = messageOf(world.knowledge, reply, draft, true);
  return 'value' in laid ? laid.value : undefined;
}

function takenOver(world: World, each: SentMessage): World {
  runEffects(turnOf(world, each, new Draft()));
  return world;
}

/** In a prediction, of which a question, a lock and a number that was given out change nothing. */
const WITHOUT_TRACE = new Set(['select', 'guard', 'lock', 'release', 'issue']);

function leavesSomething({ service }: SentMessage): boolean {
  return service.effects.some((each) => !WITHOUT_TRACE.has(each.does));
}

function turnOf(world: World, { service, message }: SentMessage, draft: Draft): Turn {
  return { ...world, service, message, facts: stuurgegevensOf(message), at: 0, lenient: true, draft, touched: new Map() };
}
