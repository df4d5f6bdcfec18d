import { expect } from 'chai';
import { readXml } from '../../../src/message/xml-reader.js';
import { VERDICTS } from '../../../src/model/finding.js';
import type { Report } from '../../../src/model/report.js';
import { attributeOf, childrenOf, type XmlElement } from '../../../src/model/xml-element.js';
import { OUTCOME_WORDS } from '../../../src/report/fold/step-outcomes.js';
import { renderGitb } from '../../../src/report/render/render-gitb.js';
import { FLAWLESS, finding, NOT_ESTABLISHED, sampleRun, WITH_FAULTS } from '../samples.js';

const textOf = ({ text }: XmlElement) => text;
const NAMESPACE = 'http://www.gitb.com/tr/v1/';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const RESULTS = ['SUCCESS', 'FAILURE', 'WARNING', 'UNDEFINED'];
const ITEMS = ['info', 'warning', 'error'];

/** What may stand in what, and in which order: `?` for what may be absent. */
const TAR = ['date', 'result', 'overview?', 'counters?', 'context?', 'reports?'];
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  overview: ['profileID?', 'customizationID?', 'transactionID?', 'validationServiceName?', 'validationServiceVersion?', 'note?'],
  counters: ['nrOfAssertions?', 'nrOfErrors?', 'nrOfWarnings?'],
};
const BAR = ['assertionID', 'description', 'location', 'test', 'type', 'value'];

/** Everything in which a TAR has not the form that the test bed reads. */
function complaints(tar: XmlElement, path = tar.name): readonly string[] {
  const [date, result] = ['date', 'result'].map((name) => textOf(childrenOf(tar, name)[0] ?? tar));
  return [
    ...(tar.namespace === NAMESPACE ? [] : [`${path}: namespace ${tar.namespace}`]),
    ...inOrder(tar, TAR, path),
    ...(RESULTS.includes(result ?? '') ? [] : [`${path}: result ${result}`]),
    ...(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(date ?? '') ? [] : [`${path}: date ${date}`]),
    ...tar.children.flatMap((each) =>
      inOrder(each, SEQUENCES[each.name] ?? each.children.map(({ name }) => name), `${path}/${each.name}`),
    ),
    ...childrenOf(tar, 'reports').flatMap((group) => groupComplaints(group, `${path}/reports`)),
  ];
}

function groupComplaints({ children }: XmlElement, path: string): readonly string[] {
  if (children.length === 0) return [`${path}: empty`];
  if (children.every(({ name }) => name === 'reports')) return children.flatMap((each, at) => complaints(each, `${path}/${at}`));
  return children.flatMap((each) => {
    const names = each.children.map(({ name }) => name);
    const isBar = ITEMS.includes(each.name) && attributeOf(each, XSI, 'type') === 'BAR';
    const isWhole = names.includes('description') && new Set(names).size === names.length;
    return isBar && isWhole && names.every((name) => BAR.includes(name)) ? [] : [`${path}/${each.name}: ${names}`];
  });
}

function inOrder({ children }: XmlElement, sequence: readonly string[], path: string): readonly string[] {
  const names = children.map(({ name }) => name);
  const known = sequence.map((name) => name.replace('?', ''));
  const required = sequence.filter((name) => !name.endsWith('?') && !names.includes(name));
  const sorted = [...names].sort((one, other) => known.indexOf(one) - known.indexOf(other));
  const isRight = names.every((name) => known.includes(name)) && sorted.join() === names.join() && required.length === 0;
  return isRight ? [] : [`${path}: ${names}`];
}

function read(report: Report, change: (text: string) => string = (text) => text): XmlElement {
  const { root, problem } = readXml(new TextEncoder().encode(change(renderGitb(report))));
  if (root === undefined) throw new Error(`not well-formed: ${problem?.detail}`);
  return root;
}

const within = (tar: XmlElement) => childrenOf(tar, 'reports').flatMap((group) => group.children);
const resultOf = (tar: XmlElement | undefined) => tar && textOf(childrenOf(tar, 'result')[0] ?? tar);
const stepsOf = (root: XmlElement) => within(root).flatMap(within);
const stepOf = (root: XmlElement, id: string) => stepsOf(root).find((each) => attributeOf(each, '', 'id') === id);
const countsOf = (tar: XmlElement) => (childrenOf(tar, 'counters')[0]?.children ?? []).map((each) => Number(textOf(each)));

describe('GITB TAR', () => {
  for (const [what, sample] of [
    ['a flawless run', FLAWLESS],
    ['a run with faults', WITH_FAULTS],
    ['a run that was refused', NOT_ESTABLISHED],
  ] as const) {
    it(`of ${what} has the form that the test bed reads`, () => {
      const root = read(sample().report);
      expect([root.name, attributeOf(root, XSI, 'type')]).to.deep.equal(['TestStepReport', 'TAR']);
      expect(complaints(root)).to.deep.equal([]);
    });
  }

  it('is told apart from what has another form', () => {
    const { report } = WITH_FAULTS();
    for (const [from, to] of [
      [/<date>[^<]*<\/date>\n(<result>[^<]*<\/result>)/, '$1'],
      [/(<date>[^<]*<\/date>)\n(<result>[^<]*<\/result>)/, '$2$1'],
      ['<result>FAILURE', '<result>failed'],
      ['<assertionID>', '<assertionID>x</assertionID><assertionID>'],
      [' xsi:type="BAR"', ''],
      ['http://www.gitb.com/tr/v1/', 'http://www.gitb.com/tr/v2/'],
      [/<(\/?)nrOfErrors>/g, '<$1errors>'],
    ] as const) {
      expect(complaints(read(report, (text) => text.replace(from, to))), String(from)).not.to.deep.equal([]);
    }
  });

  it('has a report for each scenario, in it one for each step, with the result of each', () => {
    const { report } = WITH_FAULTS();
    const root = read(report);
    expect(resultOf(root)).to.equal('FAILURE');
    expect(within(root).map((each) => attributeOf(each, '', 'id'))).to.deep.equal(report.scenarios.map(({ id }) => id));
    for (const scenario of report.scenarios) {
      for (const { nr, verdict } of scenario.stappen) {
        expect(resultOf(stepOf(root, `${scenario.id}/${nr}`)), `${scenario.id}/${nr}`).to.equal(OUTCOME_WORDS[verdict].gitb);
      }
    }
  });

  it('writes a fault as an error with what it is about, and counts it all the way up', () => {
    const root = read(WITH_FAULTS().report);
    const failed = stepsOf(root).filter((step) => resultOf(step) === 'FAILURE');
    expect(failed).to.have.length(1);
    const errors = failed.flatMap(within).filter(({ name }) => name === 'error');
    expect(errors.length).to.be.above(0);
    const [first] = errors;
    const said = Object.fromEntries((first?.children ?? []).map((each) => [each.name, textOf(each)]));
    expect(said).to.include.keys('assertionID', 'description', 'location', 'test', 'type', 'value');
    expect([said.type, said.location?.split(':')[0]]).to.deep.equal(['fout', '0004/antwoord']);
    const all = stepsOf(root).map(countsOf);
    const sum = [0, 1, 2].map((at) => all.reduce((total, each) => total + (each[at] ?? 0), 0));
    expect(countsOf(root)).to.deep.equal(sum);
    expect(sum[1]).to.equal(errors.length);
  });

  it('lets nothing but what holds succeed, and calls nothing that was not established a success', () => {
    for (const verdict of VERDICTS) expect(OUTCOME_WORDS[verdict].gitb === 'SUCCESS', verdict).to.equal(verdict === 'voldoet');
    expect(resultOf(read(FLAWLESS().report))).to.equal('SUCCESS');
    expect(resultOf(read(NOT_ESTABLISHED().report))).to.equal('UNDEFINED');
  });

  it('makes only a fault an error: what is undecided or minor warns', () => {
    const findings = [
      finding({ id: 'A', verdict: 'voldoet_niet', ernst: 'waarschuwing' }),
      finding({ id: 'B', verdict: 'niet_beslist', verplicht: false }),
      finding({ id: 'C', verdict: 'niet_van_toepassing' }),
      finding({ id: 'D' }),
    ];
    const { report } = sampleRun({ 'cat.1.geefBoeknummer/2': { findings: () => findings } });
    const step = stepOf(read(report), 'cat.1.geefBoeknummer/2');
    const items = step ? within(step) : [];
    const kinds = items.map((each) => `${textOf(childrenOf(each, 'assertionID')[0] ?? each)} ${each.name}`);
    expect(kinds).to.include.members(['A warning', 'B warning', 'D info']);
    expect(kinds.some((kind) => kind.startsWith('C ') || kind.endsWith('error'))).to.equal(false);
  });

  it('says first that a run against our own reference is no evidence', () => {
    expect(renderGitb(FLAWLESS().report, 'en')).to.include('<note>This is not evidence.');
    expect(renderGitb(WITH_FAULTS().report, 'en')).to.include('<note>This is an indication');
  });

  it('is in the language that is asked for, and stays XML whatever a message holds', () => {
    const hostile = finding({ verdict: 'voldoet_niet', gevonden: ']]><script>&\u0000"', pad: '/a[b="<c>"]' });
    const { report } = sampleRun({ 'cat.1.geefBoeknummer/2': { findings: () => [hostile] } });
    expect(complaints(read(report))).to.deep.equal([]);
    expect(renderGitb(report, 'en')).to.include('the reply is of the right kind').and.not.include('<script>');
    expect(renderGitb(report, 'nl')).to.include('het antwoord is van de juiste soort');
    expect(renderGitb(report)).to.equal(renderGitb(report));
  });
});
