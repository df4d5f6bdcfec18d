import { expect } from 'chai';
import { exportFindings } from '../../../src/dossier/acceptance/export.js';
import { findingsIn, retested } from '../../../src/dossier/acceptance/findings.js';
import type { Gebrek } from '../../../src/dossier/acceptance/state.js';
import type { Report, ReportRule } from '../../../src/model/report.js';
import { RUN_FACTS, sampleRun, WITH_FAULTS } from '../../report/samples.js';
import { dossierView, gebrek } from './sample.js';

const good = () => sampleRun({}, { product: RUN_FACTS.product }).report;
const faulty = () => WITH_FAULTS().report;
const { stand: empty } = dossierView();
const made = () => findingsIn(faulty(), 'R1', empty, { language: 'nl' });

/** A report with other rules in every step. */
function withRules(report: Report, change: (rule: ReportRule) => ReportRule): Report {
  return {
    ...report,
    scenarios: report.scenarios.map((each) => ({
      ...each,
      stappen: each.stappen.map((step) => ({ ...step, regels: step.regels.map(change) })),
    })),
  };
}

describe('gebreken from a report', () => {
  it('are one for each rule that the product broke, with every place', () => {
    const rules = faulty()
      .scenarios.flatMap(({ stappen }) => stappen.flatMap(({ regels }) => regels))
      .filter(({ verdict, oorzaak, ernst }) => verdict === 'voldoet_niet' && oorzaak === 'product' && ernst === 'fout');
    expect(made()).to.have.length(new Set(rules.map(({ id, melding }) => id + melding.nl)).size);
    expect(made().map(({ id }) => id)).to.deep.equal(made().map((_, index) => `G${index + 1}`));
    for (const each of made()) {
      expect(each).to.include({ status: 'open', toerekenbaarAan: 'onbekend' });
      expect(each.blokkeertProductie).to.equal(undefined);
      expect(each.herkomst?.stappen).not.to.deep.equal([]);
    }
  });

  it('are none for what is not the product’s doing, only a warning, or follows from something else', () => {
    const kinds: readonly Partial<ReportRule>[] = [
      { oorzaak: 'transport' },
      { oorzaak: 'harnas' },
      { ernst: 'waarschuwing' },
      { gevolg: true },
    ];
    for (const kind of kinds) {
      const report = withRules(faulty(), (rule) => (rule.verdict === 'voldoet_niet' ? { ...rule, ...kind } : rule));
      expect(findingsIn(report, 'R1', empty, { language: 'nl' }), JSON.stringify(kind)).to.deep.equal([]);
    }
    expect(findingsIn(good(), 'R1', empty, { language: 'nl' })).to.deep.equal([]);
  });

  it('go on counting, and are not made again', () => {
    const stand = dossierView({ wat: [gebrek({ id: 'G7' })] }).stand;
    expect(findingsIn(faulty(), 'R1', stand, { language: 'nl' })[0]?.id).to.equal('G8');
    const after = dossierView({ wat: [{ soort: 'gebreken', gebreken: made() }] }).stand;
    expect(findingsIn(faulty(), 'R1', after, { language: 'nl' })).to.deep.equal([]);
    expect(findingsIn(faulty(), 'R2', after, { language: 'nl' })).to.have.length(made().length);
  });
});

describe('a re-test', () => {
  it('passes what holds now, and fails what is broken still', () => {
    for (const each of made()) {
      expect(retested(each, good()), each.herkomst?.regel).to.equal('hertest_geslaagd');
      expect(retested(each, faulty()), each.herkomst?.regel).to.equal('hertest_gefaald');
    }
  });

  it('decides nothing where the later report did not look, and nothing by hand', () => {
    const [first] = made() as [Gebrek];
    expect(retested(first, { ...good(), scenarios: [] })).to.equal(undefined);
    const undecided = withRules(good(), (rule) => ({ ...rule, verdict: 'niet_beslist' }));
    const steps = {
      ...undecided,
      scenarios: undecided.scenarios.map((each) => ({
        ...each,
        stappen: each.stappen.map((step) => ({ ...step, verdict: 'niet_beslist' as const })),
      })),
    };
    expect(retested(first, steps)).to.equal(undefined);
    const { herkomst: _gone, ...byHand } = first;
    expect(retested(byHand, good())).to.equal(undefined);
  });
});

describe('gebreken for other tools', () => {
  const evil = '=HYPERLINK("http://x")\n/assign @iemand ```';
  const { stand } = dossierView({
    wat: [gebrek({ omschrijving: evil, herstelAfgesproken: '2027-01-10' }), gebrek({ id: 'G2', status: 'hertest_geslaagd' })],
  });

  it('as a table have all of them, and no formula for a spreadsheet', () => {
    const csv = exportFindings(stand, 'csv', 'nl');
    expect(csv.split('\r\n').filter((line) => /^G\d/.test(line))).to.have.length(2);
    expect(csv).to.include(`"'=HYPERLINK(""http://x"")`);
    expect(csv).to.match(/^id,status,omschrijving,/);
  });

  it('as issues for GitHub are a JSON object a line, of what is open', () => {
    const lines = exportFindings(stand, 'github', 'en').trimEnd().split('\n');
    expect(lines).to.have.length(1);
    const issue = JSON.parse(lines[0] ?? '');
    expect(Object.keys(issue)).to.deep.equal(['title', 'body', 'labels']);
    expect(issue.labels).to.deep.equal(['acceptatie', 'blokkeert productie', 'leverancier']);
    // What a stranger said stays in its block.
    expect(issue.body)
      .to.match(/^````\n/)
      .and.include('\n````\n')
      .and.include('- Keeps from productive use: yes');
  });

  it('as issues for GitLab are a table with its three columns, in which no line of a stranger is an order', () => {
    const csv = exportFindings(stand, 'gitlab', 'nl');
    expect(csv)
      .to.match(/^title,description,due_date\r\n/)
      .and.include('2027-01-10');
    expect(csv.split('\n').filter((line) => line.startsWith('/'))).to.deep.equal([
      '/label ~""acceptatie"" ~""blokkeert productie"" ~""leverancier""",2027-01-10\r',
    ]);
  });
});
