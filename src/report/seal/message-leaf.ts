/**
 * What stands for one message in the tree of its run: a digest over a salt and everything that the manifest says of it. The
 * salt is kept apart from the one under `zoutDigest`: who is shown a masked copy must not be able to try out what was masked.
 */
import { createHash } from 'node:crypto';
import { HarnessError } from '../../model/harness-error.js';
import { canonicalJson } from '../canonical-json.js';
import { isRecord } from '../exact-json.js';
import type { Manifest, ManifestExchange, ManifestMessage, Side } from '../manifest.js';
import { rootOf } from './merkle.js';

/** Everything that the manifest says of one message. */
export interface MessageFacts {
  readonly uitwisseling: Omit<ManifestExchange, 'vraag' | 'antwoord'>;
  readonly kant: Side;
  /** Without its own leaf. */
  readonly bericht: Omit<ManifestMessage, 'blad'>;
}

/** What a seal says of the messages of its report. */
export interface MessageRoot {
  /** How many there are. */
  readonly berichten: number;
  /** The root of the tree over their leaves, in hexadecimal. */
  readonly wortel: string;
}

/** @param salt - in hexadecimal @returns SHA-256 in hexadecimal */
export function leafOf(salt: string, facts: MessageFacts): string {
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(canonicalJson(facts)).digest('hex');
}

/** In the order of the tree: that of the exchanges, what was asked before what was answered. */
export function messagesIn({ uitwisselingen }: Pick<Manifest, 'uitwisselingen'>): readonly MessageFacts[] {
  return uitwisselingen.flatMap(({ vraag, antwoord, ...uitwisseling }) => [
    { uitwisseling, kant: 'vraag' as const, bericht: withoutLeaf(vraag) },
    ...(antwoord ? [{ uitwisseling, kant: 'antwoord' as const, bericht: withoutLeaf(antwoord) }] : []),
  ]);
}

/** `<exchange id>/vraag` or `<exchange id>/antwoord` */
export function messageName({ uitwisseling, kant }: Pick<MessageFacts, 'uitwisseling' | 'kant'>): string {
  return `${uitwisseling.id}/${kant}`;
}

/**
 * Gives every message its leaf, and the manifest the root over all of them; neither when nothing is salted.
 * @param salts - in hexadecimal, by message
 */
export function withLeaves(manifest: Manifest, salts: ReadonlyMap<string, string>): Manifest {
  if (salts.size === 0) return manifest;
  const leaves = new Map(messagesIn(manifest).map((facts) => [messageName(facts), leafIn(facts, salts)]));
  const leaved = (id: string, side: Side, of: ManifestMessage) => ({ ...of, blad: leaves.get(`${id}/${side}`) ?? '' });
  const uitwisselingen = manifest.uitwisselingen.map((each) => ({
    ...each,
    vraag: leaved(each.id, 'vraag', each.vraag),
    ...(each.antwoord && { antwoord: leaved(each.id, 'antwoord', each.antwoord) }),
  }));
  const root = rootIn({ uitwisselingen });
  return { ...manifest, ...(root && { wortel: root.wortel }), uitwisselingen };
}

function leafIn(facts: MessageFacts, salts: ReadonlyMap<string, string>): string {
  const salt = salts.get(messageName(facts));
  if (salt === undefined) throw new HarnessError('INTERNAL', `message ${messageName(facts)} has no salt, and others have`);
  return leafOf(salt, facts);
}

/** @param leaves - in hexadecimal @returns undefined when one of them is none */
export function rootOfLeaves(leaves: readonly unknown[]): MessageRoot | undefined {
  if (!leaves.every((leaf): leaf is string => typeof leaf === 'string' && /^[0-9a-f]{64}$/.test(leaf))) return undefined;
  const wortel = rootOf(leaves.map((leaf) => Buffer.from(leaf, 'hex'))).toString('hex');
  return { berichten: leaves.length, wortel };
}

/** The root over a manifest of which nothing is believed yet. @returns undefined when a message has no leaf */
export function rootIn(manifest: unknown): MessageRoot | undefined {
  const exchanges = isRecord(manifest) && Array.isArray(manifest.uitwisselingen) ? manifest.uitwisselingen : [];
  const messages = exchanges.flatMap((each) => (isRecord(each) ? [each.vraag, each.antwoord].filter(isRecord) : []));
  return rootOfLeaves(messages.map(({ blad }) => blad));
}

function withoutLeaf({ blad: _, ...bericht }: ManifestMessage): MessageFacts['bericht'] {
  return bericht;
}
