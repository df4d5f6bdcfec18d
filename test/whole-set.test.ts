/**
 * The main job, in this process: whole sets over real HTTP against the reference, with the compact schema and, where it
 * is installed, the official one. Same seed, clock and replies give the same bytes; two runs do not disturb each other.
 */
import { expect } from 'chai';
import { fixedClock } from '../src/cli/run/run-clock.js';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { machineClock, openOwnSuite, outcomeOf, runAgainst } from './support/reference-run.js';
import { compactBasis, officialBasis, startReference } from './support/reference-server.js';

const SUITES: readonly [id: string, steps: number][] = [
  ['zds-1.1/zaaksysteem', 36],
  ['zds-1.2/zaaksysteem', 52],
];

/** Of services that the sets above hold already: once is enough. */
const ONCE: readonly [id: string, steps: number][] = [
  ['rzs-1.0/zaaksysteem', 98],
  ['rzs-1.0/zakenmagazijn', 96],
];

/** Everything but the document of 50 MB, which `npm run test` has no time for. */
const DEEPENINGS: readonly [id: string, scenarios: number, steps: number][] = [
  ['zds-1.1/zaaksysteem-verdieping', 158, 982],
  ['zds-1.2/zaaksysteem-verdieping', 172, 1102],
];

for (const [id, count] of SUITES) {
  describe(`the whole set ${id}`, function () {
    this.timeout(60_000);
    let loaded: LoadedSuite;
    let compact: OpenSchemaBasis;

    before(async () => {
      loaded = await openOwnSuite(id);
      compact = await compactBasis(loaded.standard);
    });
    after(() => compact.dispose());

    it('is free of faults against the reference, with the compact schema', async () => {
      await using product = await startReference(loaded.standard);
      const { steps } = await runAgainst(loaded, { url: product.url, bases: [compact] });
      expect(reds(steps)).to.deep.equal([]);
      expect(steps.size).to.equal(count);
    });

    it('is free of faults with the official schema, which the compact one agrees with (skipped without the set)', async function () {
      const official = await officialBasis(loaded.standard);
      if (!official) return this.skip();
      await using product = await startReference(loaded.standard);
      const { steps } = await runAgainst(loaded, { url: product.url, bases: [official, compact] });
      official.dispose();
      expect(reds(steps)).to.deep.equal([]);
      const disagreed = [...steps.values()]
        .flatMap((step) => step.findings)
        .filter((each) => each.id === 'SCHEMA-INGEBOUWD' && each.verdict !== 'voldoet');
      expect(disagreed.map((each) => each.gevonden)).to.deep.equal([]);
    });

    it('sends the same bytes again with the same seed, clock and replies', async () => {
      const sent = async () => {
        const clock = fixedClock(Date.UTC(2026, 2, 1, 12), machineClock);
        await using product = await startReference(loaded.standard, fixedClock(Date.UTC(2026, 2, 1, 12), machineClock));
        return (await runAgainst(loaded, { url: product.url, bases: [compact], clock, token: 'zelfde' })).sent;
      };
      const [one, other] = [await sent(), await sent()];
      expect(one.length).to.be.greaterThan(count / 2);
      expect(one.map((bytes) => Buffer.from(bytes).toString())).to.deep.equal(
        other.map((bytes) => Buffer.from(bytes).toString()),
      );
    });

    it('is not disturbed by another run against the same product at the same time', async () => {
      await using product = await startReference(loaded.standard);
      const runs = await Promise.all(
        ['een', 'twee'].map((token) => runAgainst(loaded, { url: product.url, bases: [compact], token })),
      );
      for (const { steps } of runs) expect(reds(steps)).to.deep.equal([]);
    });
  });
}

for (const [id, count] of ONCE) {
  it(`the whole set ${id} is free of faults against the reference, with every schema there is`, async function () {
    this.timeout(60_000);
    const loaded = await openOwnSuite(id);
    const compact = await compactBasis(loaded.standard);
    const official = await officialBasis(loaded.standard);
    await using product = await startReference(loaded.standard);
    const { steps } = await runAgainst(loaded, { url: product.url, bases: official ? [official, compact] : [compact] });
    compact.dispose();
    official?.dispose();
    expect(reds(steps)).to.deep.equal([]);
    expect(steps.size).to.equal(count);
    const disagreed = [...steps.values()].flatMap(({ findings }) => findings.filter((each) => each.id === 'SCHEMA-INGEBOUWD'));
    expect(disagreed.filter(({ verdict }) => verdict !== 'voldoet')).to.deep.equal([]);
  });
}

for (const [id, scenarios, count] of DEEPENINGS) {
  it(`the whole set ${id} is free of faults against the reference, with every schema there is`, async function () {
    this.timeout(600_000);
    const loaded = await openOwnSuite(id);
    expect(loaded.suite.testset).to.deep.include({ bron: 'eigen', berichten: 'eigen' });
    expect(loaded.suite.scenarios).to.have.length(scenarios);
    expect(loaded.suite.scenarios.filter((each) => !each.bron)).to.deep.equal([]);
    const compact = await compactBasis(loaded.standard);
    const official = await officialBasis(loaded.standard);
    await using product = await startReference(loaded.standard, machineClock, compact);
    const bases = official ? [official, compact] : [compact];
    const { steps } = await runAgainst(loaded, { url: product.url, bases, selection: { without: ['*50MB'] } });
    compact.dispose();
    official?.dispose();
    expect(reds(steps)).to.deep.equal([]);
    expect(steps.size).to.equal(count);
  });
}

function reds(steps: Awaited<ReturnType<typeof runAgainst>>['steps']): readonly string[] {
  return [...steps]
    .filter(([, step]) => step.verdict !== 'voldoet')
    .map(
      ([path, step]) => `${path} ${outcomeOf(step)} ${step.findings.find((each) => each.verdict !== 'voldoet')?.gevonden ?? ''}`,
    );
}
