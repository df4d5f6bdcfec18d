/** Judged files in every form: nothing bad goes unsaid, places are right, hostile text stays text. */
import { expect } from 'chai';
import { readXml } from '../../../src/message/xml-reader.js';
import type { JudgedFile } from '../../../src/model/judged-file.js';
import { attributeOf } from '../../../src/model/xml-element.js';
import { filesGithub } from '../../../src/report/files/files-github.js';
import { filesJson } from '../../../src/report/files/files-json.js';
import { filesJunit } from '../../../src/report/files/files-junit.js';
import { filesSarif } from '../../../src/report/files/files-sarif.js';
import { type FilesTeller, openTotals, type TellerOptions } from '../../../src/report/files/files-teller.js';
import { filesText } from '../../../src/report/files/files-text.js';

const basis = { soort: 'ingebouwd', naam: 'lampen 1.0', digest: '0'.repeat(64) } as const;

const GOOD: JudgedFile = {
  ...{ bestand: 'in/goed.xml', standaard: 'lampen-1.0', berichttype: 'LMP:lmpLk01', dienst: 'meldLamp', verdict: 'voldoet' },
  schema: { verdict: 'voldoet', basis },
  regels: [
    {
      ...{ id: 'REGELS', verdict: 'voldoet', ernst: 'fout', verplicht: false, melding: { nl: 'houdt', en: 'holds' } },
      gehouden: ['LMP-01', 'LMP-02'],
    },
  ],
};

const BAD: JudgedFile = {
  ...{
    bestand: 'in/fout & meer.xml',
    standaard: 'lampen-1.0',
    berichttype: 'LMP:lmpLk01',
    verdict: 'voldoet_niet',
    oorzaak: 'product',
  },
  schema: { verdict: 'voldoet', basis },
  regels: [
    {
      ...{ id: 'LMP-03', verdict: 'voldoet_niet', ernst: 'fout', oorzaak: 'product', verplicht: false },
      melding: { nl: 'Een lamp brandt', en: 'A lamp burns' },
      ...{ verwacht: 'aan', gevonden: 'uit\u{1B}[31m<b>', pad: 'LMP:lamp', regelnummer: 7, kolom: 3 },
      fragment: { tekst: '  <LMP:lamp>', vanaf: 2, lengte: 9 },
      bron: { document: 'LMP', plaats: '§2' },
      advies: { nl: 'Doe hem aan.', en: 'Switch it on.' },
    },
    {
      ...{ id: 'LMP-04', verdict: 'voldoet_niet', ernst: 'waarschuwing', oorzaak: 'product', verplicht: false },
      melding: { nl: 'Een lamp is zuinig', en: 'A lamp is thrifty' },
    },
  ],
};

const LOST: JudgedFile = {
  ...{ bestand: 'weg.xml', standaard: null, berichttype: null, verdict: 'niet_beslist', oorzaak: 'configuratie' },
  schema: { verdict: 'niet_beslist', basis: null },
  regels: [
    {
      ...{ id: 'BESTAND-ONLEESBAAR', verdict: 'niet_beslist', ernst: 'fout', oorzaak: 'configuratie', verplicht: true },
      melding: { nl: 'Het bestand is er niet', en: 'The file is not there' },
      gevonden: 'ENOENT',
    },
  ],
};

const OPTIONS: TellerOptions = {
  ...{ taal: 'en', harnas: { naam: 'ketentest', versie: '1.2.3' }, colour: false },
  bronnen: { LMP: { titel: 'Lampen', versie: '1.0' } },
};

function tell(teller: FilesTeller, files: readonly JudgedFile[] = [GOOD, BAD, LOST]): string {
  const totals = openTotals();
  const parts = [teller.begin()];
  for (const file of files) {
    totals.add(file);
    parts.push(teller.each(file));
  }
  parts.push(teller.end(totals.totals()));
  return parts.filter((part) => part !== undefined).join('\n');
}

describe('judged files', () => {
  it('are text for a person: place, line with a mark, rule, what to do, and a summary', () => {
    expect(tell(filesText(OPTIONS)).split('\n')).to.deep.equal([
      '✓ in/goed.xml  lampen-1.0 LMP:lmpLk01 meldLamp · schema lampen 1.0 · 2 rules held',
      '✕ in/fout & meer.xml  lampen-1.0 LMP:lmpLk01 · schema lampen 1.0',
      '',
      'in/fout & meer.xml:7:3: fault [LMP-03] does not hold: A lamp burns',
      '  7 |   <LMP:lamp>',
      '    |   ^^^^^^^^^',
      '     expected  aan',
      '     seen      uit [31m<b>',
      '     next      Switch it on.',
      '     source    Lampen 1.0, §2',
      '',
      'in/fout & meer.xml: warning [LMP-04] does not hold: A lamp is thrifty',
      '     next      ketentest explain LMP-04',
      '',
      '? weg.xml',
      '',
      'weg.xml: undecided [BESTAND-ONLEESBAAR] The file is not there',
      '     seen      ENOENT',
      '     next      ketentest explain BESTAND-ONLEESBAAR',
      '',
      '',
      '3 files: 1 does not hold, 1 undecided, 1 holds · 1 fault, 1 warning, 0 points of attention · schema lampen 1.0',
      'Of 1 message the service cannot be told: rules of a service were not held against them. Name it with --soap-action.',
    ]);
  });

  it('are coloured only where that was asked for', () => {
    expect(tell(filesText({ ...OPTIONS, colour: true }))).to.include('\u{1B}[31mfault');
    expect(tell(filesText(OPTIONS))).not.to.include('\u{1B}');
  });

  it('are JSON with an entry for each file in order', () => {
    expect(JSON.parse(tell(filesJson()))).to.deep.equal({ bestanden: [GOOD, BAD, LOST] });
    expect(JSON.parse(tell(filesJson(), []))).to.deep.equal({ bestanden: [] });
  });

  it('are JUnit XML that is well-formed whatever stands in it', () => {
    const text = tell(filesJunit(OPTIONS));
    const { root } = readXml(new TextEncoder().encode(text));
    const cases = root?.children[0]?.children ?? [];
    expect(cases.map((each) => each.children[0]?.name)).to.deep.equal([undefined, 'failure', 'error']);
    expect(cases.map((each) => attributeOf(each, '', 'name'))).to.deep.equal(['in/goed.xml', 'in/fout & meer.xml', 'weg.xml']);
    expect(root && attributeOf(root, '', 'failures')).to.equal('1');
    const failure = cases[1]?.children[0];
    expect(failure && attributeOf(failure, '', 'message')).to.equal('LMP-03: does not hold: A lamp burns');
    expect(cases[1]?.children[0]?.text).to.include('LMP-03').and.to.include('LMP-04').and.to.include('uit�[31m<b>');
  });

  it('are SARIF with a region for each result, and open results for what is undecided', () => {
    const { version, runs } = JSON.parse(tell(filesSarif(OPTIONS)));
    expect(version).to.equal('2.1.0');
    const [{ tool, results }] = runs;
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).to.deep.equal(['LMP-03', 'LMP-04', 'BESTAND-ONLEESBAAR']);
    expect(
      results.map(({ ruleId, ruleIndex, kind, level }: Record<string, unknown>) => [ruleId, ruleIndex, kind, level]),
    ).to.deep.equal([
      ['LMP-03', 0, 'fail', 'error'],
      ['LMP-04', 1, 'fail', 'warning'],
      ['BESTAND-ONLEESBAAR', 2, 'open', 'none'],
    ]);
    expect(results[0].message.text).to.match(/^does not hold: A lamp burns; expected: aan/);
    expect(results[2].message.text).to.match(/^The file is not there/);
    expect(results[0].locations[0].physicalLocation).to.deep.include({
      artifactLocation: { uri: 'in/fout%20%26%20meer.xml' },
      region: { startLine: 7, startColumn: 3, endColumn: 12 },
      contextRegion: { startLine: 7, snippet: { text: '  <LMP:lamp>' } },
    });
    expect(results[1].locations[0].physicalLocation).to.deep.equal({ artifactLocation: { uri: 'in/fout%20%26%20meer.xml' } });
  });

  it('are annotations beside the line', () => {
    const lines = tell(filesGithub(OPTIONS)).split('\n');
    expect(lines[0]).to.equal(
      '::error file=in/fout & meer.xml,line=7,col=3,title=LMP-03::does not hold: A lamp burns%0ALMP:lamp%0Aexpected: aan%0Aseen: uit\u{1B}[31m<b>%0ASwitch it on.',
    );
    expect(lines[1]).to.match(/%0Aketentest explain LMP-04$/);
    expect(lines.map((line) => /^::(\w+)/.exec(line)?.[1])).to.deep.equal(['error', 'warning', 'warning', 'notice']);
  });
});
