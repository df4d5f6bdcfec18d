import { expect } from 'chai';
import { readXml } from '../../../src/message/xml-reader.js';
import type { Report } from '../../../src/model/report.js';
import { attributeOf, childrenOf, type XmlElement } from '../../../src/model/xml-element.js';
import { fold } from '../../../src/report/fold/fold.js';
import { renderJunit } from '../../../src/report/render/render-junit.js';
import { FLAWLESS, finding, PLAN, RUN_FACTS, sampleRun, WITH_FAULTS } from '../samples.js';

function read(report: Report): XmlElement {
  const { root, problem } = readXml(new TextEncoder().encode(renderJunit(report)));
  if (root === undefined) throw new Error(`not well-formed: ${problem?.detail}`);
  return root;
}

function cases(root: XmlElement): Readonly<Record<string, XmlElement | undefined>> {
  const all = childrenOf(root, 'testsuite').flatMap((suite) => childrenOf(suite, 'testcase'));
  return Object.fromEntries(all.map((each) => [`${at(each, 'classname')} ${at(each, 'name')}`, each.children[0]]));
}

function at(element: XmlElement, name: string): string {
  return attributeOf(element, '', name) ?? '';
}

describe('JUnit XML', () => {
  it('has a suite for each scenario and a case for each step', () => {
    const root = read(FLAWLESS().report);
    expect(childrenOf(root, 'testsuite')).to.have.length(6);
    expect(Object.keys(cases(root))).to.have.length(16);
    expect(Object.values(cases(root)).every((content) => content === undefined)).to.equal(true);
    expect(at(root, 'time')).to.equal('17');
  });

  it('counts failures, errors and what was skipped', () => {
    const root = read(WITH_FAULTS().report);
    expect(['tests', 'failures', 'errors', 'skipped'].map((name) => at(root, name))).to.deep.equal(['16', '1', '1', '2']);
  });

  it('writes a failure with every finding, expected and seen', () => {
    const content = cases(read(WITH_FAULTS().report))['cat.2.voegBoekToe 4 Bv03 (Boek 2)'];
    expect(content?.name).to.equal('failure');
    expect(content?.text)
      .to.include('verwacht: KT4f1c00000017')
      .and.to.include('gevonden: KT4f1c00000071')
      .and.to.include('BIEB-05');
  });

  it('writes what stays open as an error with its cause', () => {
    const content = cases(read(WITH_FAULTS().report))['cat.4.verlengLening 2 Bv03 (Boek 1)'];
    expect(content && [content.name, at(content, 'type')]).to.deep.equal(['error', 'transport']);
  });

  it('writes a consequence as skipped, with the step it follows from', () => {
    const content = cases(read(WITH_FAULTS().report))['cat.3.leenBoek 3 leenBoek_Di02 (Boek 2)'];
    expect(content && [content.name, at(content, 'message')]).to.deep.equal([
      'skipped',
      'niet beslist, volgt uit cat.2.voegBoekToe/4',
    ]);
  });

  it('writes what was not executed as skipped, never as passed', () => {
    const events = [{ type: 'run-started', at: '2026-03-14T09:30:00.000Z', suite: 'x', seed: 1, token: 'a' }] as const;
    const root = read(fold({ plan: PLAN, run: RUN_FACTS, events }));
    expect(Object.values(cases(root)).every((content) => content?.name === 'skipped')).to.equal(true);
  });

  it('stays well-formed whatever a message holds', () => {
    const gevonden = `]]>"<&'\u{0}\u{1B}\u{FFFF}\n\t`;
    const bad = () => [finding({ verdict: 'voldoet_niet', gevonden, melding: { nl: gevonden, en: gevonden } })];
    const content = cases(read(sampleRun({ 'cat.1.geefBoeknummer/2': { findings: bad } }).report))[
      'cat.1.geefBoeknummer 2 Bv03 (Boek 1)'
    ];
    expect(content?.text).to.include(`]]>"<&'\u{FFFD}\u{FFFD}\u{FFFD}`);
  });
});
