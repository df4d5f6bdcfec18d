/**
 * The profile praktijk tolerates what is named and nothing else: each tolerance is an aandachtspunt under its id there, what
 * it was in the profile strict, and no other rule is softened by it.
 */
import { expect } from 'chai';
import { loadAllTolerances } from '../../src/cli/all-tolerances.js';
import type { Finding } from '../../src/model/finding.js';
import type { RuleDefinition } from '../../src/model/rule-definition.js';
import { readFixtures } from './fixtures.js';
import { type Bench, benchOf, judgeFixture, openBenches, type Profile } from './judge-fixture.js';

/** Judged as a reply: shown in test/standard/stuf/judge-reply.test.ts. */
const SHOWN_ELSEWHERE = ({ check }: RuleDefinition) => check.kind === 'elsewhere';

describe('a named tolerance', function () {
  this.timeout(60_000);
  const fixtures = readFixtures().filter((fixture) => fixture.breaks !== undefined);
  let benches: ReadonlyMap<string, Bench>;
  const told = new Map<string, Readonly<Record<Profile, readonly Finding[]>>>();

  before(async () => {
    benches = await openBenches();
    for (const fixture of fixtures) {
      const bench = benchOf(fixture, benches);
      const [strict, praktijk] = [await judgeFixture(fixture, bench), await judgeFixture(fixture, bench, 'praktijk')];
      told.set(fixture.name, { strict, praktijk });
    }
  });
  after(() => {
    for (const { book } of benches.values()) book[Symbol.dispose]();
  });

  const rules = () => [...benches.values()].flatMap(({ standard }) => standard.rules);
  const broken = (findings: readonly Finding[], id: string) =>
    findings.filter((each) => each.id === id && each.verdict === 'voldoet_niet');

  it('has a reason in two languages and a source that is declared', () => {
    const wrong = [...benches.values()].flatMap(({ standard }) =>
      standard.rules.flatMap(({ id, praktijk }) => {
        if (!praktijk) return [];
        const isSaid = praktijk.reden.nl !== praktijk.reden.en;
        return isSaid && standard.documents[praktijk.bron.document] ? [] : [id];
      }),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('makes a point of attention of what breaks its rule, in the profile praktijk only', () => {
    const tolerant = new Set(rules().flatMap((rule) => (rule.praktijk && !SHOWN_ELSEWHERE(rule) ? [rule.id] : [])));
    expect(tolerant.size).to.be.at.least(24);
    for (const id of tolerant) {
      const shown = fixtures.filter((fixture) => fixture.breaks === id).flatMap((each) => told.get(each.name) ?? []);
      const soft = shown.flatMap(({ praktijk }) => broken(praktijk, id)).filter((each) => each.tolerantie !== undefined);
      expect(soft, id).not.to.deep.equal([]);
      for (const each of soft)
        expect(each).to.include({ ernst: 'aandachtspunt', tolerantie: `PRAKTIJK-${id}`, verplicht: false });
      for (const each of shown.flatMap(({ strict }) => broken(strict, id))) {
        expect(each.ernst, id).not.to.equal('aandachtspunt');
        expect(each, id).not.to.have.property('tolerantie');
      }
    }
  });

  it('softens nothing else: every other finding is the same in both profiles', () => {
    const softened = new Set(rules().flatMap(({ id, praktijk }) => (praktijk ? [id] : [])));
    for (const [name, { strict, praktijk }] of told) {
      const others = (findings: readonly Finding[]) => findings.filter((each) => !softened.has(each.id));
      expect(others(praktijk), name).to.deep.equal(others(strict));
    }
  });

  it('leaves the other ways of breaking its rule as they were, where it names a way', () => {
    const unasked = told.get('stuf-0301/broken/STUF-0301-AW-08--niet-gevraagd');
    expect(broken(unasked?.praktijk ?? [], 'STUF-0301-AW-08')[0])
      .to.include({ ernst: 'fout' })
      .and.not.to.have.property('tolerantie');
    const absent = told.get('stuf-0301/broken/STUF-0301-AW-08');
    expect(broken(absent?.praktijk ?? [], 'STUF-0301-AW-08')[0]).to.include({ tolerantie: 'PRAKTIJK-STUF-0301-AW-08' });
  });

  it('is listed by its id, with what it is in the profile strict', async () => {
    const all = await loadAllTolerances();
    expect([...all.keys()])
      .to.include('PRAKTIJK-HTTP-CONTENT-TYPE')
      .and.to.include('PRAKTIJK-STUF-PB-SO-01');
    for (const [id, { about }] of all) expect(id).to.equal(`PRAKTIJK-${about.id}`);
  });
});
