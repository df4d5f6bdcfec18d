import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readReport, writeReport } from '../../src/report/rapport-json.js';
import { packageRoot } from '../package-root.js';
import { FLAWLESS, NOT_ESTABLISHED, WITH_FAULTS } from './samples.js';
import { complaints } from './schema-check.js';

const schema = JSON.parse(readFileSync(join(packageRoot, 'docs', 'rapport.schema.json'), 'utf8')) as Record<string, unknown>;

const SURVIVOR = {
  ...{ id: 'forgets', elders: true },
  ...{ titel: { nl: 'Vergeet', en: 'Forgets' }, reden: { nl: 'Nooit gevraagd', en: 'Never asked' } },
};

// biome-ignore lint/suspicious/noExplicitAny: the test breaks a report on purpose
type Broken = any;

describe('docs/rapport.schema.json', () => {
  for (const make of [FLAWLESS, WITH_FAULTS, NOT_ESTABLISHED]) {
    it(`accepts a report that is ${make().report.resultaat.totaal}`, () => {
      expect(complaints(JSON.parse(writeReport(make().report)), schema)).to.deep.equal([]);
    });
  }

  it('accepts a test set with a score, and one of which none is known', () => {
    const { report } = FLAWLESS();
    const score = { stand: 'actueel', gevonden: 1, totaal: 2, samen: { met: ['x/y'], gevonden: 2 }, overlevenden: [SURVIVOR] };
    for (const zelftoets of [score, { stand: 'verouderd' }, { stand: 'ontbreekt' }]) {
      const scored = { ...report, testset: { ...report.testset, zelftoets } };
      expect(complaints(JSON.parse(JSON.stringify(scored)), schema)).to.deep.equal([]);
    }
  });

  it('has the id that every report names', () => {
    expect(FLAWLESS().report.$schema).to.equal(schema.$id);
  });

  const breakages: readonly (readonly [name: string, spoil: (report: Broken) => void, complaint: string])[] = [
    ['a field that is unknown', (report) => (report.extra = 1), '$ has extra, which is unknown'],
    ['a report without result', (report) => delete report.resultaat, '$ lacks resultaat'],
    [
      'a verdict that does not exist',
      (report) => (report.scenarios[0].verdict = 'goed'),
      '$.scenarios[0].verdict has the value goed',
    ],
    ['a digest that is none', (report) => (report.testset.digest = 'abc'), '$.testset.digest does not match: abc'],
    ['a number where a text is due', (report) => (report.product.versie = 4), '$.product.versie is integer, not string'],
    [
      'a cause where nothing is wrong',
      (report) => (report.scenarios[0].stappen[0].regels[0].oorzaak = 'product'),
      '$.scenarios[0].stappen[0].regels[0] is what it may not be',
    ],
    [
      'a fault without cause',
      (report) => (report.scenarios[0].stappen[0].regels[0].verdict = 'voldoet_niet'),
      '$.scenarios[0].stappen[0].regels[0] lacks oorzaak',
    ],
    [
      'a score without counts',
      (report) => (report.testset.zelftoets = { stand: 'actueel' }),
      '$.testset.zelftoets lacks gevonden',
    ],
    [
      'counts that no longer hold',
      (report) => (report.testset.zelftoets = { stand: 'verouderd', gevonden: 1 }),
      '$.testset.zelftoets is what it may not be',
    ],
    [
      'a time without zone',
      (report) => (report.uitvoering.gestartOp = '2026-01-01T00:00:00'),
      '$.uitvoering.gestartOp does not match',
    ],
  ];
  for (const [name, spoil, complaint] of breakages) {
    it(`refuses ${name}`, () => {
      const report = JSON.parse(writeReport(FLAWLESS().report)) as Broken;
      spoil(report);
      expect(complaints(report, schema).join('\n')).to.include(complaint);
    });
  }
});

describe('rapport.json', () => {
  it('reads back what was written', () => {
    const { report } = WITH_FAULTS();
    expect(writeReport(readReport(writeReport(report)))).to.equal(writeReport(report));
  });

  it('has its names in the order of RFC 8785', () => {
    expect(writeReport(FLAWLESS().report)).to.match(/^\{"\$schema":.*"achtergelaten":.*"bronnen":.*"harnas":/s);
  });

  it('refuses what is not JSON, and JSON of another form', () => {
    for (const text of ['geen json', '{}', '[]', 'null', '{"$schema":"urn:iets-anders"}']) {
      expect(() => readReport(text), text)
        .to.throw()
        .with.property('code', 'REPORT_INVALID');
    }
  });
});
