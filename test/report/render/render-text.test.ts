import { expect } from 'chai';
import { renderText } from '../../../src/report/render/render-text.js';
import { FLAWLESS, finding, NOT_ESTABLISHED, sampleRun, WITH_FAULTS } from '../samples.js';

describe('the summary for a terminal', () => {
  it('gives the result, the counts and the first failure with its place', () => {
    const text = renderText(WITH_FAULTS().report, { taal: 'en' });
    for (const part of [
      'WITH FAULTS',
      '16  1 does not hold, 3 undecided, 12 holds',
      '1. cat.2.voegBoekToe/4 Bv03 · does not hold · cause product',
      'place     B:stuurgegevens/StUF:crossRefnummer · line 1 · reply 0004',
      'expected  KT4f1c00000017',
      'seen      KT4f1c00000071',
      'next      Copy the referentienummer',
      'source    Specificatie Bibliotheekservices 1.0.3, §3.4',
      '2 steps are undecided as a consequence.',
    ]) {
      expect(text).to.include(part);
    }
  });

  it('speaks Dutch when the report does', () => {
    expect(renderText(WITH_FAULTS().report)).to.include('MET FOUTEN').and.to.include('Wat dit niet bewijst');
  });

  it('says first of all that our own reference is no evidence', () => {
    expect(renderText(FLAWLESS().report)).to.match(/^! Dit is geen bewijs\./);
    expect(renderText(WITH_FAULTS().report)).not.to.include('geen bewijs');
  });

  it('writes out the first failures only, and counts the rest', () => {
    const text = renderText(NOT_ESTABLISHED().report, { most: 2 });
    expect(text).to.include('… en nog 14; zie rapport.html');
    expect(text.match(/de verbinding is geweigerd/gi)).to.have.length(2);
  });

  it('uses colour only when asked', () => {
    const colourCode = '\u{1B}[';
    expect(renderText(WITH_FAULTS().report)).not.to.include(colourCode);
    expect(renderText(WITH_FAULTS().report, { colour: true })).to.include(`${colourCode}31m`);
  });

  it('lets no message steer the terminal', () => {
    const gevonden = 'x\u{1B}[2J\u{1B}[31m\u{7}\u{202E}y\nz';
    const { report } = sampleRun({
      'cat.1.geefBoeknummer/2': { findings: () => [finding({ verdict: 'voldoet_niet', gevonden })] },
    });
    expect(renderText(report)).to.include('x [2J [31m  y z');
  });

  it('names a value that is empty', () => {
    expect(renderText(WITH_FAULTS().report)).to.include('gevonden  (leeg)');
  });
});
