/**
 * The suites in which both sides speak first, in this process: our reference answers, and our own driver speaks.
 */
import { expect } from 'chai';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { runMixed } from './support/mixed-run.js';
import { openOwnSuite, outcomeOf, type RunOutcome } from './support/reference-run.js';
import { compactBasis } from './support/reference-server.js';

const SUITES: readonly [id: string, steps: number][] = [
  ['rzs-1.0/gemeentelijke-servicebus', 24],
  ['rzs-1.0/abonnementenbeheer', 20],
  ['rzs-1.0/taakspecifieke-backoffice', 38],
];

for (const [id, count] of SUITES) {
  describe(`the whole set ${id}`, function () {
    this.timeout(60_000);
    let loaded: LoadedSuite;
    let compact: OpenSchemaBasis;
    let outcome: RunOutcome;

    before(async () => {
      loaded = await openOwnSuite(id);
      compact = await compactBasis(loaded.standard);
      outcome = await runMixed(loaded, { bases: [compact] });
    });
    after(() => compact.dispose());

    it('is free of faults when we play the product', () => {
      const reds = [...outcome.steps].filter(([, step]) => step.verdict !== 'voldoet');
      const told = reds.map(
        ([path, step]) =>
          `${path} ${outcomeOf(step)} ${JSON.stringify(step.findings.filter((each) => each.verdict !== 'voldoet'))}`,
      );
      expect(told).to.deep.equal([]);
      expect(outcome.steps.size).to.equal(count);
      expect(outcome.events.filter(({ type }) => type === 'unmatched')).to.deep.equal([]);
    });

    it('gives every exchange and every body a name of its own, whoever spoke', () => {
      const exchanges = outcome.events.flatMap((event) => (event.type === 'exchanged' ? [event.exchange] : []));
      const bodies = exchanges.flatMap(({ request, reply }) => [request.body.id, ...(reply ? [reply.body.id] : [])]);
      expect(new Set(exchanges.map((each) => each.id)).size).to.equal(exchanges.length);
      expect(new Set(bodies).size).to.equal(bodies.length);
    });
  });
}

describe('a servicebus that does not derive what it should', function () {
  this.timeout(60_000);
  let loaded: LoadedSuite;
  let compact: OpenSchemaBasis;
  before(async () => {
    loaded = await openOwnSuite('rzs-1.0/gemeentelijke-servicebus');
    compact = await compactBasis(loaded.standard);
  });
  after(() => compact.dispose());

  it('is told so where it tells of another zaak, and nowhere else', async () => {
    const { steps } = await runMixed(loaded, {
      bases: [compact],
      says: ({ step }, example) =>
        step === 7 ? { ...example, with: { ...example.with, identificatie: '9999ANDERS' } } : example,
    });
    const reds = [...steps].filter(([, step]) => step.verdict !== 'voldoet').map(([path, step]) => `${path} ${outcomeOf(step)}`);
    expect(reds).to.deep.equal(['gsb.1/7 voldoet_niet product']);
    const wrong = steps.get('gsb.1/7')?.findings.filter(({ verdict }) => verdict === 'voldoet_niet');
    expect(wrong?.map(({ id, pad, gevonden }) => [id, pad, gevonden])).to.deep.equal([
      ['RZS-BUS-02', 'RZS:object/ZKN:identificatie', '9999ANDERS'],
    ]);
  });

  it('passes no step that it keeps silent in', async () => {
    const { steps } = await runMixed(loaded, {
      bases: [compact],
      says: ({ step }, example) => (step === 11 ? undefined : example),
    });
    const reds = [...steps].filter(([, step]) => step.verdict !== 'voldoet').map(([path, step]) => `${path} ${outcomeOf(step)}`);
    expect(reds.map((each) => each.replace(/ (?:configuratie|transport|harnas)$/, ''))).to.deep.equal([
      'gsb.1/11 niet_beslist',
      'gsb.1/12 niet_beslist < gsb.1/11',
    ]);
  });
});
