/**
 * The mutants that our verdicts and those of Xerces are compared on: the same bytes every time, from the compact schemas of
 * a standard and a seed. A group is one good message with some of its mutants, and does not depend on other groups.
 */
import { createHash } from 'node:crypto';
import type { ShapeSet } from '../../../src/model/shape.js';
import type { XmlElement } from '../../../src/model/xml-element.js';
import { type Dice, seededDice } from '../dice.js';
import { everyMutant } from '../mutate.js';
import { allChanges, type DeeperKind } from '../mutate-deeper.js';
import { sampleMessage } from '../sample-messages.js';
import { writeMessage } from '../write-message.js';

export interface MutantGroup {
  /** Local name of the message element. */
  readonly type: string;
  /** From 0; later ones are richer. */
  readonly sample: number;
  /** Made when asked for; the first is the message as it is. */
  make(): readonly Mutant[];
}

export interface Mutant {
  readonly kind: DeeperKind | 'as it is';
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Effort {
  readonly seed: number;
  /** Messages a type. */
  readonly samples: number;
  /** Mutants a message, at most. */
  readonly mutants: number;
}

export function mutantGroups({ shapes, effort }: { shapes: ShapeSet; effort: Effort }): readonly MutantGroup[] {
  return [...shapes.roots.keys()].sort().flatMap((root) => {
    const type = root.replace(/^\{.*\}/, '');
    return Array.from({ length: effort.samples }, (_, sample) => ({
      type,
      sample,
      make: () => {
        const dice = seededDice(seedOf(`${effort.seed} ${root} ${sample}`));
        const message = sampleMessage(shapes, root, dice, sample / effort.samples);
        return [mutant('as it is', root, message), ...chosen(message, effort.mutants, dice)];
      },
    }));
  });
}

/** As many of one kind as of another, as far as there are so many. */
function chosen(message: XmlElement, most: number, dice: Dice): readonly Mutant[] {
  const byKind = new Map<DeeperKind, { readonly path: string; readonly message: XmlElement }[]>();
  for (const { kind, ...each } of everyMutant(message, allChanges(message, dice))) {
    const known = byKind.get(kind);
    if (known) known.push(each);
    else byKind.set(kind, [each]);
  }
  const made: Mutant[] = [];
  while (made.length < most && byKind.size > 0) {
    for (const [kind, left] of byKind) {
      const [each] = left.splice(dice.below(left.length), 1);
      if (left.length === 0) byKind.delete(kind);
      if (each && made.length < most) made.push(mutant(kind, each.path, each.message));
    }
  }
  return made;
}

function mutant(kind: Mutant['kind'], path: string, message: XmlElement): Mutant {
  return { kind, path, bytes: new TextEncoder().encode(writeMessage(message)) };
}

function seedOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0);
}

/** Names the bytes of a group, so that verdicts are never held against other mutants. */
export function digestOfMutants(mutants: readonly Mutant[]): string {
  const hash = createHash('sha256');
  for (const { bytes } of mutants) hash.update(`${bytes.length} `).update(bytes);
  return hash.digest('hex').slice(0, 16);
}
