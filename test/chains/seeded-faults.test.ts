/** Seeds one fault at a time in a chain, and looks whom the report blames. */
import { expect } from 'chai';
import { SET_FILES } from '../../src/cli/certs/certificate-set.js';
import { wrongLike } from '../../src/cli/certs/wrong.js';
import type { CertificateFault } from '../../src/model/disturbance.js';
import { type CertificateFolder, certificateFolder } from '../support/certificate-folder.js';
import { withFault } from '../support/faulty-chain.js';
import { opensChain } from '../support/opened-chain.js';
import { SEEDED_FAULTS } from './seeded-faults.js';

describe('blame in a chain', function () {
  this.timeout(300_000);
  const chain = opensChain('zds-1.1/chains/vakapplicatie-zds');

  let certs: CertificateFolder;
  before(async () => {
    certs = await certificateFolder();
  });
  after(() => certs[Symbol.asyncDispose]());
  /** What one system shows to who connects to it. */
  const shownAs = (how: CertificateFault | undefined) => {
    const [cert, ca, key] = [SET_FILES.server, SET_FILES.ca, SET_FILES.caKey].map((name) => certs.text(name));
    return how && wrongLike(how, cert ?? '', { cert: ca ?? '', key: key ?? '' }, Date.now());
  };

  it('blames nobody when a system shows the certificate that it should', async () => {
    const shows = { cert: certs.text(SET_FILES.server), key: certs.text(SET_FILES.serverKey) };
    const more = { selection: { only: ['vz.1.*'] }, certs: certs.path, trust: { ca: certs.text(SET_FILES.ca) } };
    for (const by of ['bus', 'zaaksysteem'] as const) {
      const { report } = await withFault(chain(), { by, meddle: {}, shows }, more);
      expect(report.keten.eersteAfwijking).to.equal(undefined);
    }
  });

  const rows: string[] = [];
  let right = 0;
  for (const fault of SEEDED_FAULTS) {
    it(`${fault.id}: ${fault.by} ${fault.title}`, async () => {
      const selection = { only: ['vz.1.*', 'vz.2.*', 'vz.3.*'] };
      const shows = shownAs(fault.shows);
      const more = { selection, ...(shows && { certs: certs.path, trust: { ca: certs.text(SET_FILES.ca) } }) };
      const { report } = await withFault(chain(), { ...fault, shows }, more);
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
