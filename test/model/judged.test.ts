import { expect } from 'chai';
import { judged, type Rule, undecided } from '../../src/model/judged.js';

const RULE: Rule = { id: 'R', ernst: 'fout', melding: { nl: 'goed', en: 'good' } };

describe('a finding', () => {
  it('blames the product unless told otherwise, and nobody when the rule held', () => {
    expect(judged(RULE, false).oorzaak).to.equal('product');
    expect(judged(RULE, false, { oorzaak: 'harnas' }).oorzaak).to.equal('harnas');
    expect(judged(RULE, true)).to.not.have.property('oorzaak');
    expect(undecided(RULE, 'transport')).to.include({ verdict: 'niet_beslist', oorzaak: 'transport' });
  });

  it('quotes a message and does not hold it', () => {
    const long = 'x'.repeat(5_000_000);
    const finding = judged(RULE, false, { gevonden: long, verwacht: long, advies: { nl: long, en: 'short' } });
    expect(JSON.stringify(finding).length).to.be.lessThan(10_000);
    expect(finding.gevonden).to.match(/^x{1000}… \(5000000\)$/);
    expect(finding.advies?.en).to.equal('short');
    expect(judged(RULE, false, { gevonden: 'kort', regelnummer: 7 })).to.include({ gevonden: 'kort', regelnummer: 7 });
  });
});
