/** Holds the compact schema of one standard against the official one, with every kind of message that we have. */
import { join } from 'node:path';
import { openFileSet } from '../../src/suite/file-set.js';
import { loadStandard } from '../../src/suite/load-standard.js';
import { packageRoot } from '../package-root.js';
import { Agreement, type Tally } from './agreement.js';
import { seededDice } from './dice.js';
import { ownMessages } from './own-messages.js';
import { sampleMessage } from './sample-messages.js';
import { collectedMessages, compileCompact, compileOfficial, corpusRoot } from './sources.js';

export interface Effort {
  readonly seed: number;
  /** Messages made from the shapes, a message type; each richer than the one before. */
  readonly samples: number;
  /** Mutants a message at most, taken at random. */
  readonly mutants: number;
}

export interface Outcome {
  readonly tallies: readonly Tally[];
  /** From 0 to 1. */
  readonly share: number;
  /** Good messages, our own and collected ones, that the compact schema refuses. */
  readonly refused: readonly string[];
}

/** @returns undefined for a standard without a compact or an official schema */
export async function agreeOn(id: string, standards: string, effort: Effort): Promise<Outcome | undefined> {
  const suites = join(packageRoot, 'suites');
  const { shapes, schemas } = await loadStandard(openFileSet(suites), id);
  const [official] = schemas;
  if (!shapes || !official) return undefined;
  const judges = { official: compileOfficial(standards, official), compact: compileCompact(shapes) };
  try {
    const agreement = new Agreement(judges);
    const dice = seededDice(effort.seed);
    const roots = new Map([...shapes.roots.keys()].map((root) => [root.replace(/^\{.*\}/, ''), root]));
    const corpus = corpusRoot();
    for (const { path, type, message } of corpus ? collectedMessages(corpus, new Set(roots.keys())) : []) {
      agreement.mutate(type, message, path, effort.mutants, dice.below);
    }
    for (const { name, message } of await ownMessages(suites, id)) {
      agreement.mutate(message.name, message, name, effort.mutants, dice.below);
    }
    const refused = agreement.tallies().flatMap((each) => (each.kind === 'as it is' ? [...each.falseInvalid] : []));
    for (const [type, root] of roots) {
      for (let count = 0; count < effort.samples; count++) {
        const message = sampleMessage(shapes, root, dice, count / effort.samples);
        agreement.mutate(type, message, `sample ${count}`, effort.mutants, dice.below);
      }
    }
    return { tallies: agreement.tallies(), share: agreement.share(), refused };
  } finally {
    judges.official.dispose();
    judges.compact.dispose();
  }
}
