import { expect } from 'chai';
import type { ReportRule } from '../../src/model/report.js';
import { sentence, wording } from '../../src/report/step-names.js';
import { finding } from './samples.js';

const broken = (id: string, bericht = '0001/antwoord'): ReportRule =>
  finding({ id, bericht, verdict: 'voldoet_niet', melding: { nl: 'de lamp brandt', en: 'the lamp burns' } });

describe('a check in words', () => {
  it('that should hold and does not is told as such', () => {
    expect(wording(broken('LMP-01'), 'nl')).to.equal('geldt niet: de lamp brandt');
    expect(sentence(broken('LMP-01'), 'en')).to.equal('Does not hold: the lamp burns');
    expect(wording({ ...broken('LMP-01'), verdict: 'voldoet' }, 'nl')).to.equal('de lamp brandt');
  });

  it('that is a symptom is told as it is', () => {
    for (const id of ['BODY-HTML', 'TRANSPORT-RESET', 'HTTP-METHOD', 'BERICHT-AFWEZIG', 'HTTP-CONTENT-TYPE'])
      expect(sentence(broken(id), 'nl'), id).to.equal('De lamp brandt');
  });

  it('of a message that the product sends by itself is what should be', () => {
    for (const id of ['BERICHT-VOLLEDIG', 'BERICHT-POST', 'HTTP-CONTENT-TYPE'])
      expect(wording(broken(id, '0001/vraag'), 'nl'), id).to.equal('geldt niet: de lamp brandt');
  });
});
