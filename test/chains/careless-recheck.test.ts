/** A chain in which a wrong certificate was shown, judged again from its record: byte for byte the same, in private and in public. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Report } from '../../src/model/report.js';
import { certificateFolder } from '../support/certificate-folder.js';
import { callCli } from '../support/cli-process.js';

describe('a report of a chain in which a wrong certificate was shown', function () {
  this.timeout(60_000);

  it('comes out the same again, with the originals and without', async () => {
    await using certs = await certificateFolder();
    const folder = await mkdtemp(join(tmpdir(), 'ketentest-careless-'));
    try {
      const tls = ['--tls-cert', join(certs.path, 'server.pem'), '--tls-key', join(certs.path, 'server-key.pem')];
      const only = ['--only', 'vzc.2.*', '--only', 'vzc.3.*'];
      const chain = 'zds-1.1/chains/vakapplicatie-zds-certificaten';
      await callCli(folder, 'run', chain, '--listen', '127.0.0.1:0', ...tls, ...only, '--out', 'rapport');
      const report = JSON.parse(await readFile(join(folder, 'rapport', 'rapport.json'), 'utf8')) as Report;
      expect(report.resultaat.tellingen.stappen).to.deep.include({ voldoet: 12 }).and.not.have.any.keys('voldoet_niet');
      expect((await callCli(folder, 'recheck', 'rapport')).status).to.equal(0);
      await rm(join(folder, 'rapport', 'prive'), { recursive: true });
      expect((await callCli(folder, 'recheck', 'rapport')).status).to.equal(0);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
