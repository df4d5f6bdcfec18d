/** A chain that the tests of one file run again and again: opened before them, and closed after them. */
import { openRuleBook, type RuleBook } from '../../src/judge/rule-book.js';
import type { OpenSchemaBasis } from '../../src/message/schema-basis.js';
import { familyOf } from '../../src/standard/index.js';
import type { LoadedSuite } from '../../src/suite/load-suite.js';
import { openOwnSuite } from './reference-run.js';
import { compactBasis } from './reference-server.js';

export interface OpenedChain {
  readonly loaded: LoadedSuite;
  readonly basis: OpenSchemaBasis;
  readonly rules: RuleBook;
}

/**
 * To be called in a `describe`.
 * @returns gives the chain, in a test
 */
export function opensChain(id: string): () => OpenedChain {
  let opened: OpenedChain | undefined;
  before(async () => {
    const loaded = await openOwnSuite(id);
    const { standard } = loaded;
    opened = { loaded, basis: await compactBasis(standard), rules: openRuleBook(standard, familyOf(standard.family)) };
  });
  after(() => {
    opened?.rules[Symbol.dispose]();
    opened?.basis.dispose();
  });
  return () => {
    if (opened) return opened;
    throw new Error(`${id} is not open: ask for it in a test`);
  };
}
