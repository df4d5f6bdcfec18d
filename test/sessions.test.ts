/** Many products at once, each with its own run, at one address. */
import { expect } from 'chai';
import { openSite } from '../src/actor/site.js';
import { takingTurns } from '../src/cli/run/turns.js';
import { openRuleBook, type RuleBook } from '../src/judge/rule-book.js';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import { familyOf } from '../src/standard/index.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { mirrored } from '../src/suite/mirror.js';
import { type ConsumerOutcome, runConsumer } from './support/consumer-run.js';
import { openOwnSuite, outcomeOf, runAgainst } from './support/reference-run.js';
import { compactBasis } from './support/reference-server.js';

const SUITES = [
  'zds-1.1/zaakservice-consumer',
  'zds-1.1/documentservice-consumer',
  'zds-1.2/zaakservice-consumer',
  'zds-1.2/documentservice-consumer',
];

/** The benchmark has 500. */
const SESSIONS = Number(process.env.KETENTEST_SESSIONS ?? 24);

interface Ready {
  readonly loaded: LoadedSuite;
  readonly basis: OpenSchemaBasis;
  readonly rules: RuleBook;
}

describe('sessions at one address', function () {
  this.timeout(120_000);
  let ready: readonly Ready[];
  before(async () => {
    ready = await Promise.all(
      SUITES.map(async (id) => {
        const loaded = await openOwnSuite(id);
        const rules = openRuleBook(loaded.standard, familyOf(loaded.standard.family));
        return { loaded, rules, basis: await compactBasis(loaded.standard) };
      }),
    );
  });
  after(() => {
    for (const { basis, rules } of ready) {
      basis.dispose();
      rules[Symbol.dispose]();
    }
  });
  const sessionOf = (nth: number): Ready => {
    const one = ready[nth % ready.length];
    if (!one) throw new Error('no suite');
    return one;
  };
  /** The tokens that stand in the references of what came in. */
  const tokensIn = ({ journal }: ConsumerOutcome): readonly string[] => {
    const said = [...journal.bodies.values()].map((body) => Buffer.from(body).toString());
    return [...new Set(said.flatMap((text) => [...text.matchAll(/sessie\d{4}/gi)].map(([token]) => token.toLowerCase())))];
  };

  it('each get their own messages, all of them and nobody else’s', async () => {
    const failures: unknown[] = [];
    const turn = takingTurns();
    await using site = await openSite({ host: '127.0.0.1', port: 0, failed: (error) => failures.push(error) });
    const outcomes = await Promise.all(
      Array.from({ length: SESSIONS }, async (_, nth) => {
        const { loaded, basis, rules } = sessionOf(nth);
        const token = `sessie${String(nth).padStart(4, '0')}`;
        const shared = { site, path: `/product-${nth}/${loaded.suite.id}` };
        return { token, loaded, outcome: await runConsumer(loaded, { bases: [basis], rules, shared, turn, token }) };
      }),
    );
    expect(failures).to.deep.equal([]);
    for (const { token, loaded, outcome } of outcomes) {
      const steps = loaded.suite.scenarios.flatMap((scenario) => scenario.steps);
      expect(outcome.steps.size, token).to.equal(steps.length);
      expect([...new Set([...outcome.steps.values()].map(outcomeOf))], token).to.deep.equal(['voldoet']);
      expect(outcome.events.filter(({ type }) => type === 'unmatched')).to.deep.equal([]);
      expect(tokensIn(outcome), token).to.deep.equal([token]);
    }
  });

  it('see what somebody sends to the wrong one, and only that one does', async () => {
    await using site = await openSite({ host: '127.0.0.1', port: 0, failed: () => undefined });
    const [mine, other] = [sessionOf(0), sessionOf(1)];
    const shared = { site, path: '/mine' };
    const product = async (url: string) => {
      await runAgainst(mirrored(other.loaded), { url, bases: [other.basis], rules: other.rules, token: 'sessie0002' });
      await runAgainst(mirrored(mine.loaded), { url, bases: [mine.basis], rules: mine.rules, token: 'sessie0001' });
    };
    const outcomes = await Promise.all([
      runConsumer(mine.loaded, { bases: [mine.basis], rules: mine.rules, shared, product }),
      runConsumer(other.loaded, {
        ...{ bases: [other.basis], rules: other.rules, shared: { site, path: '/other' }, token: 'sessie0003' },
      }),
    ]);
    const [wrong, right] = outcomes.map(({ events }) => events.filter(({ type }) => type === 'unmatched').length);
    expect(wrong).to.be.greaterThan(0);
    expect(right).to.equal(0);
    expect(tokensIn(outcomes[1])).to.deep.equal(['sessie0003']);
  });
});
