/** Seeds one fault at a time in a chain, and looks whom the report blames. */
import { expect } from 'chai';
import { withFault } from '../support/faulty-chain.js';
import { opensChain } from '../support/opened-chain.js';
import { SEEDED_FAULTS } from './seeded-faults.js';

describe('blame in a chain', function () {
  this.timeout(300_000);
  const chain = opensChain('zds-1.1/chains/vakapplicatie-zds');

  const rows: string[] = [];
  let right = 0;
  for (const fault of SEEDED_FAULTS) {
    it(`${fault.id}: ${fault.by} ${fault.title}`, async () => {
      const { report } = await withFault(chain(), fault, { selection: { only: ['vz.1.*', 'vz.2.*', 'vz.3.*'] } });
      const { hop = '–', partij = '–', oorzaak = '–', regel = '–', stap = '–' } = report.keten.eersteAfwijking ?? {};
      rows.push([fault.id.padEnd(32), hop.padEnd(16), partij.padEnd(12), oorzaak.padEnd(13), regel, stap].join(' '));
      expect(report.resultaat.totaal).to.not.equal('foutloos');
      expect([hop, partij, oorzaak]).to.deep.equal(fault.blamed);
      right += 1;
    });
  }

  it('blames the right party on the right hop for at least 95 of every 100 of them', () => {
    console.log(rows.join('\n'));
    expect(SEEDED_FAULTS.length).to.be.at.least(40);
    expect(right / SEEDED_FAULTS.length).to.be.at.least(0.95);
  });
});
