/** The wrong certificates that a chain has us show: made when they can be, and otherwise refused with what to do. */
import { X509Certificate } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { wrongCertificates } from '../../../src/cli/chain/wrong-certificates.js';
import { settingsOnLine } from '../../../src/cli/settings/settings.js';
import { type CertificateFault, DISTURBANCES, type Disturb, isCertificateFault } from '../../../src/model/disturbance.js';
import { HarnessError } from '../../../src/model/harness-error.js';
import { type CertificateFolder, certificateFolder } from '../../support/certificate-folder.js';
import { machineClock } from '../../support/reference-run.js';
import { fakeShell } from '../fake-shell.js';

const KINDS = DISTURBANCES.filter(isCertificateFault);
const asked = (...kinds: readonly Disturb['how'][]) =>
  new Map(kinds.map((how, at): [string, Disturb] => [`proef/${at + 1}`, { hop: 'a-b', side: 'vraag', how }]));

describe('the wrong certificates of a chain', () => {
  let certs: CertificateFolder;
  beforeEach(async () => {
    certs = await certificateFolder();
  });
  afterEach(() => certs[Symbol.asyncDispose]());
  const shell = () => fakeShell({ cwd: certs.path, clock: machineClock });
  const made = (disturbed: ReadonlyMap<string, Disturb>, over = true) =>
    wrongCertificates(
      shell(),
      settingsOnLine(shell(), over ? { tlsCert: 'server.pem', tlsKey: 'server-key.pem' } : {}),
      disturbed,
    );
  const refusal = (...of: Parameters<typeof made>): HarnessError => {
    try {
      made(...of);
    } catch (error) {
      return error as HarnessError;
    }
    throw new Error('nothing was refused');
  };

  it('are each like ours but for one thing', () => {
    const all = made(asked(...KINDS));
    const [ours, authority] = ['server.pem', 'ca.pem'].map((name) => new X509Certificate(certs.text(name)));
    const facts = (how: CertificateFault) => {
      const leaf = new X509Certificate(all.get(how)?.cert ?? '');
      return {
        isOfOurs: authority !== undefined && leaf.verify(authority.publicKey),
        isInTime: Date.parse(leaf.validTo) > Date.now() && Date.parse(leaf.validFrom) < Date.now(),
        isNamed: leaf.subjectAltName === ours?.subjectAltName && leaf.checkIP('127.0.0.1') !== undefined,
      };
    };
    expect(KINDS.map(facts)).to.deep.equal([
      { isOfOurs: true, isInTime: false, isNamed: true },
      { isOfOurs: false, isInTime: true, isNamed: true },
      { isOfOurs: true, isInTime: true, isNamed: false },
    ]);
  });

  it('are not made when nothing asks for them, in the clear or over TLS', () => {
    expect(made(asked('lost', 'late'), false).size).to.equal(0);
    expect(made(asked('lost')).size).to.equal(0);
  });

  it('are refused in the clear, with the options and the command that make it possible', () => {
    const error = refusal(asked('foreign-certificate'), false);
    expect(error).to.be.instanceOf(HarnessError).with.property('code', 'CONFIG_INVALID');
    expect(error.message).to.match(/proef\/1 .* --tls-cert and --tls-key/);
    expect(JSON.stringify(error.options.hint)).to.include('ketentest certs create --out');
  });

  it('are refused where we cannot sign as the authority of ours, but for the one of an issuer that nobody knows', async () => {
    await rm(join(certs.path, 'ca-key.pem'));
    for (const how of KINDS) {
      if (how === 'foreign-certificate') expect([...made(asked(how)).keys()]).to.deep.equal([how]);
      else expect(refusal(asked(how)).message).to.match(/the test CA and its key are not beside --tls-cert/);
    }
  });
});
