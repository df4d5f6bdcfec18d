/**
 * Who holds a lock, and whether the other side minds it: worked out from what was said and confirmed before, by the
 * effects `lock` and `release` of the services. Option `about`: `second` (locking what is locked), `without` (releasing
 * or changing what is locked without its token), `wrong` (with another token), `right` (with the right one, or where
 * there is nothing to release).
 */
import { follow, parsePath, valuesAt } from '../../../model/element-path.js';
import type { Effect, StandardDefinition } from '../../../model/standard-definition.js';
import type { Breach, Conversation, ExchangeCheck } from '../../family.js';
import { isFilled } from '../registry/elements.js';
import { overAllSaid } from './over-all-said.js';

/** What is locked → its token. */
type Locks = ReadonlyMap<string, string>;

export const lockKept: ExchangeCheck = ({ before, options, standard, ...current }) => {
  const { reply } = current;
  if (!reply) return undefined;
  const held = locksIn(standard)(before);
  const due = dueOutcome(String(options.about), current, held, standard);
  if (due === undefined) return undefined;
  const isRefused = wasRefused(current);
  if (isRefused === (due === 'refused')) return [];
  const breach: Breach = {
    path: '.',
    line: reply.message?.line ?? 0,
    expected: due === 'refused' ? 'foutbericht' : 'bevestiging',
    found: reply.fout?.code ?? reply.berichtcode ?? '',
  };
  return [breach];
};

function dueOutcome(
  about: string,
  current: Conversation,
  held: Locks,
  standard: StandardDefinition,
): 'refused' | 'done' | undefined {
  const lock = effectOf(current, 'lock');
  const release = effectOf(current, 'release');
  const token = held.get(keyOf(current, lock ?? release, standard) ?? '');
  if (about === 'second') return lock && token !== undefined ? 'refused' : undefined;
  if (!release) return undefined;
  const given = textOf(current.request.message, release.with.token, standard);
  switch (about) {
    case 'without':
      return token !== undefined && given === undefined ? 'refused' : undefined;
    case 'wrong':
      return token !== undefined && given !== undefined && given !== token ? 'refused' : undefined;
    case 'right':
      if (release.with.required !== true) return undefined;
      return token !== undefined && given === token ? 'done' : 'refused';
    default:
      return undefined;
  }
}

const known = new WeakMap<StandardDefinition, (before: readonly Conversation[]) => Locks>();

function locksIn(standard: StandardDefinition): (before: readonly Conversation[]) => Locks {
  const made =
    known.get(standard) ??
    overAllSaid<Locks>(
      () => new Map(),
      (locks, said) => after(locks, said, standard),
    );
  known.set(standard, made);
  return made;
}

function after(locks: Locks, said: Conversation, standard: StandardDefinition): Locks {
  if (!said.reply || wasRefused(said)) return locks;
  const lock = effectOf(said, 'lock');
  const release = effectOf(said, 'release');
  const key = keyOf(said, lock ?? release, standard);
  if (key === undefined) return locks;
  const next = new Map(locks);
  const token = lock && textOf(said.reply.message, lock.with.token, standard);
  if (token !== undefined) next.set(key, token);
  if (release) next.delete(key);
  return next;
}

function wasRefused({ reply }: Conversation): boolean {
  return reply?.fout !== undefined || reply?.soapFault !== undefined;
}

function effectOf({ service }: Conversation, does: string): Effect | undefined {
  return service.effects.find((each) => each.does === does);
}

/** Type and key of what the effect is about, as the request names it. */
function keyOf(
  { request }: Conversation,
  effect: Effect | undefined,
  { namespaces, entities }: StandardDefinition,
): string | undefined {
  if (!effect || !request.message) return undefined;
  const [of] = follow(request.message, parsePath(String(effect.with.of), namespaces));
  const type = of?.attributes.find((each) => each.name === 'entiteittype')?.value;
  const names = entities.find((each) => each.type === type)?.keys[0] ?? [];
  const values = names.map((name) => of?.children.find((each) => each.name === name && isFilled(each))?.text.trim());
  return values.length > 0 && values.every((value) => value !== undefined) ? [type, ...values].join('|') : undefined;
}

function textOf(
  message: Conversation['request']['message'],
  path: unknown,
  { namespaces }: StandardDefinition,
): string | undefined {
  const value = message && valuesAt(message, parsePath(String(path), namespaces))[0]?.value;
  return value === '' ? undefined : value;
}
