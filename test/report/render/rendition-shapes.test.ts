/** JUnit, CTRF, EARL and SARIF have the names and forms that their readers expect, and their counts add up. */
import { expect } from 'chai';
import { readXml } from '../../../src/message/xml-reader.js';
import type { JudgedFile } from '../../../src/model/judged-file.js';
import type { Report } from '../../../src/model/report.js';
import { attributeOf, childrenOf, type XmlElement } from '../../../src/model/xml-element.js';
import { filesJunit } from '../../../src/report/files/files-junit.js';
import { filesSarif } from '../../../src/report/files/files-sarif.js';
import { openTotals, type TellerOptions } from '../../../src/report/files/files-teller.js';
import { renderCtrf } from '../../../src/report/render/render-ctrf.js';
import { renderEarl } from '../../../src/report/render/render-earl.js';
import { renderJunit } from '../../../src/report/render/render-junit.js';
import { hostileTexts } from '../hostile-texts.js';
import { ASKED, RECEIVING } from '../page-samples.js';
import { CTRF, EARL_ASSERTION, JUNIT, SARIF } from '../rendition-shapes.js';
import { FLAWLESS, finding, NOT_ESTABLISHED, sampleRun, WITH_FAULTS } from '../samples.js';
import { complaints } from '../schema-check.js';

const texts = hostileTexts(7);
const hostile = () =>
  sampleRun({
    'cat.1.geefBoeknummer/2': {
      findings: (id) => [
        finding({
          ...{ id: texts(), verdict: 'voldoet_niet', melding: { nl: texts(), en: texts() }, bericht: `${id}/antwoord` },
          ...{ verwacht: `${texts()}\u{0}`, gevonden: '\u{D800}', pad: texts(), bron: { document: texts() } },
        }),
      ],
    },
  });
const REPORTS: Readonly<Record<string, () => { readonly report: Report }>> = {
  ...{ flawless: FLAWLESS, 'with faults': WITH_FAULTS, 'not established': NOT_ESTABLISHED },
  ...{ 'with people, strangers and known deviations': ASKED, receiving: RECEIVING, hostile },
};

/** What is wrong with JUnit XML: names, places, and counts that do not add up. */
function junitComplaints(xml: string): readonly string[] {
  const { root, problem } = readXml(new TextEncoder().encode(xml));
  if (!root) return [`not well-formed: ${problem?.detail}`];
  return root.name === 'testsuites' ? [...shapeOf(root), ...countsOf(root)] : [`the root is ${root.name}`];
}

function shapeOf(element: XmlElement): readonly string[] {
  const known = JUNIT[element.name];
  if (!known) return [`there is no element ${element.name}`];
  const names = element.attributes.map(({ name }) => name);
  return [
    ...known.must.filter((name) => !names.includes(name)).map((name) => `${element.name} lacks ${name}`),
    ...names.filter((name) => ![...known.must, ...known.may].includes(name)).map((name) => `${element.name} has ${name}`),
    ...element.children.filter(({ name }) => !known.holds.includes(name)).map(({ name }) => `${element.name} holds ${name}`),
    ...element.children.flatMap(shapeOf),
  ];
}

const OUTCOMES = ['failure', 'error', 'skipped'] as const;
const COUNTERS = { failure: 'failures', error: 'errors', skipped: 'skipped' } as const;

function countsOf(root: XmlElement): readonly string[] {
  const suites = childrenOf(root, 'testsuite');
  return [root, ...suites].flatMap((element) => {
    const cases = element === root ? suites.flatMap((suite) => childrenOf(suite, 'testcase')) : childrenOf(element, 'testcase');
    const told = (name: string) => attributeOf(element, '', name);
    const counted = OUTCOMES.map(
      (name) => [COUNTERS[name], cases.filter((each) => childrenOf(each, name).length === 1).length] as const,
    );
    return [['tests', cases.length] as const, ...counted].flatMap(([name, count]) =>
      told(name) === undefined || told(name) === String(count)
        ? []
        : [`${element.name} says ${name} ${told(name)}, there are ${count}`],
    );
  });
}

const FILE: JudgedFile = {
  ...{ bestand: 'in/a & b.xml', standaard: 'x-1.0', berichttype: 'X:a', verdict: 'voldoet_niet', oorzaak: 'product' },
  schema: { verdict: 'voldoet', basis: null },
  regels: [
    {
      ...{ id: 'X-01', verdict: 'voldoet_niet', ernst: 'fout', oorzaak: 'product', verplicht: false },
      melding: { nl: 'Een regel', en: 'A rule' },
      ...{
        verwacht: 'aan',
        gevonden: '<b>\u{0}',
        pad: 'X:a',
        regelnummer: 7,
        kolom: 3,
        fragment: { tekst: '<X:a>', vanaf: 1, lengte: 5 },
      },
    },
    {
      ...{ id: 'X-02', verdict: 'niet_beslist', ernst: 'waarschuwing', oorzaak: 'harnas', verplicht: true },
      melding: { nl: 'Nog een', en: 'Another' },
    },
  ],
};
const FILES: readonly JudgedFile[] = [
  FILE,
  { ...FILE, bestand: '-', verdict: 'niet_beslist', oorzaak: 'configuratie', standaard: null, berichttype: null },
  { ...FILE, bestand: 'C:\\map\\goed.xml', verdict: 'voldoet', regels: [] },
];
const OPTIONS: TellerOptions = { taal: 'nl', harnas: { naam: 'ketentest', versie: '1.2.3' }, colour: false, bronnen: {} };

function told(make: typeof filesSarif): string {
  const teller = make(OPTIONS);
  const totals = openTotals();
  const parts = FILES.map((file) => {
    totals.add(file);
    return teller.each(file);
  });
  return [teller.begin(), ...parts, teller.end(totals.totals())].filter((part) => part !== undefined).join('\n');
}

describe('the forms of renditions', () => {
  for (const [name, make] of Object.entries(REPORTS)) {
    for (const taal of ['nl', 'en'] as const) {
      it(`are those that readers expect, of a report that is ${name} (${taal})`, () => {
        const { report } = make();
        expect(junitComplaints(renderJunit(report, taal)), 'JUnit').to.deep.equal([]);
        const ctrf = JSON.parse(renderCtrf(report, taal)) as {
          results: { summary: Record<string, number>; tests: { status: string }[] };
        };
        expect(complaints(ctrf, CTRF), 'CTRF').to.deep.equal([]);
        const { summary, tests } = ctrf.results;
        for (const status of ['passed', 'failed', 'skipped', 'pending', 'other'])
          expect(summary[status], status).to.equal(tests.filter((test) => test.status === status).length);
        const { '@graph': nodes } = JSON.parse(renderEarl(report, taal)) as { '@graph': { '@type': unknown }[] };
        const assertions = nodes.filter((node) => node['@type'] === 'earl:Assertion');
        expect(
          assertions.flatMap((node) => complaints(node, EARL_ASSERTION)),
          'EARL',
        ).to.deep.equal([]);
        expect(assertions.length).to.be.greaterThan(15);
      });
    }
  }

  it('are those that readers expect, of files that were judged', () => {
    expect(junitComplaints(told(filesJunit)), 'JUnit').to.deep.equal([]);
    const sarif = JSON.parse(told(filesSarif)) as {
      runs: [
        {
          tool: { driver: { rules: { id: string }[] } };
          results: { ruleId: string; ruleIndex: number; kind: string; level: string }[];
        },
      ];
    };
    expect(complaints(sarif, SARIF), 'SARIF').to.deep.equal([]);
    const [{ tool, results }] = sarif.runs;
    expect(results).to.have.length(4);
    for (const { ruleId, ruleIndex, kind, level } of results) {
      expect(tool.driver.rules[ruleIndex]?.id).to.equal(ruleId);
      expect(level === 'none').to.equal(kind === 'open');
    }
  });

  it('would be noticed when they were others', () => {
    const junit = renderJunit(WITH_FAULTS().report);
    expect(junitComplaints(junit.replace('failures="1"', 'failures="2"'))).to.deep.equal([
      'testsuites says failures 2, there are 1',
    ]);
    expect(junitComplaints(junit.replaceAll('classname', 'class')).length).to.be.greaterThan(15);
    expect(junitComplaints(junit.replace('</testsuites>', ''))[0]).to.include('not well-formed');
    const ctrf = JSON.parse(renderCtrf(WITH_FAULTS().report)) as object;
    expect(complaints({ ...ctrf, extra: 1 }, CTRF)).to.deep.equal(['$ has extra, which is unknown']);
    expect(complaints(JSON.parse(told(filesSarif).replace('"fail"', '"failed"')), SARIF)).to.deep.equal([
      '$.runs[0].results[0].kind has the value failed',
    ]);
  });
});
