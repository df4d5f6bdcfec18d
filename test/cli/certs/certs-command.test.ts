import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { main } from '../../../src/cli/program.js';
import { systemClock } from '../../../src/cli/shell.js';
import { fakeShell } from '../fake-shell.js';

const OIN = '00000099123456789000';

describe('ketentest certs create', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-certs-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  async function certs(...words: readonly string[]) {
    const shell = fakeShell({ cwd, clock: systemClock });
    const code = await main(['certs', ...words, '--lang', 'en'], shell);
    return { code, ...shell.said };
  }
  const text = (name: string) => readFileSync(join(cwd, 'tls', name), 'utf8');
  const certificate = (name: string) => new X509Certificate(text(name));

  it('makes an authority, and a certificate for each role that it signed', async () => {
    const { code } = await certs('create', '--out', 'tls', '--oin', OIN, '--name', 'zaken.voorbeeld.nl', '--days', '10');
    expect(code).to.equal(0);
    const [ca, server, client] = [certificate('ca.pem'), certificate('server.pem'), certificate('client.pem')];
    expect([ca.ca, server.ca, client.ca]).to.deep.equal([true, false, false]);
    for (const each of [ca, server, client]) {
      expect(each.checkIssued(ca) && each.verify(ca.publicKey), each.subject).to.equal(true);
      const days = (Date.parse(each.validTo) - Date.now()) / 86_400_000;
      expect(days).to.be.within(9.9, 10);
      expect(Date.parse(each.validFrom)).to.be.lessThan(Date.now());
    }
    for (const each of [server, client]) expect(each.subject.split('\n')).to.include(`serialNumber=${OIN}`);
    expect(ca.subject).not.to.include('serialNumber');
  });

  it('makes a server certificate for the names that were given and for this machine, and for no other', async () => {
    await certs('create', '--out', 'tls', '--name', 'zaken.voorbeeld.nl', '--name', '10.1.2.3', '--name', 'fe80::1:2');
    const server = certificate('server.pem');
    for (const name of ['zaken.voorbeeld.nl', 'localhost']) expect(server.checkHost(name), name).to.equal(name);
    for (const address of ['10.1.2.3', '127.0.0.1', '::1', 'fe80::1:2'])
      expect(server.checkIP(address), address).to.equal(address);
    expect(server.checkHost('ander.voorbeeld.nl')).to.equal(undefined);
    expect(server.checkIP('10.1.2.4')).to.equal(undefined);
  });

  it('lets each certificate be used by its own role only', async () => {
    await certs('create', '--out', 'tls');
    expect(certificate('server.pem').keyUsage).to.deep.equal(['1.3.6.1.5.5.7.3.1']);
    expect(certificate('client.pem').keyUsage).to.deep.equal(['1.3.6.1.5.5.7.3.2']);
  });

  it('keeps each key beside its certificate, for its owner only, and prints none', async () => {
    const { out, talk } = await certs('create', '--out', 'tls');
    for (const name of ['ca', 'server', 'client']) {
      expect(certificate(`${name}.pem`).checkPrivateKey(createPrivateKey(text(`${name}-key.pem`)))).to.equal(true);
      if (process.platform !== 'win32') expect(statSync(join(cwd, 'tls', `${name}-key.pem`)).mode & 0o777).to.equal(0o600);
    }
    expect(out + talk).not.to.include('BEGIN');
  });

  it('tells the commands that use the files', async () => {
    const { out } = await certs('create', '--out', 'tls');
    const file = (name: string) => join('tls', name);
    expect(out).to.include(`--tls-cert ${file('server.pem')} --tls-key ${file('server-key.pem')} --client-ca ${file('ca.pem')}`);
    expect(out).to.include(`--ca ${file('ca.pem')} --cert ${file('client.pem')} --cert-key ${file('client-key.pem')}`);
  });

  it('writes nothing over, and nothing beside it', async () => {
    await certs('create', '--out', 'tls');
    rmSync(join(cwd, 'tls', 'ca.pem'));
    writeFileSync(join(cwd, 'tls', 'client-key.pem'), 'mine');
    const { code, talk } = await certs('create', '--out', 'tls');
    expect([code, talk]).to.deep.equal([2, talk]);
    expect(talk).to.match(/^OUTPUT_FAILED: .*is there already/);
    expect(text('client-key.pem')).to.equal('mine');
    expect(readdirSync(join(cwd, 'tls'))).to.have.length(5);
  });

  for (const [what, words, said] of [
    ['an OIN that is none', ['create', '--out', 'tls', '--oin', '123'], /20 digits/],
    ['a name that is an address of a page', ['create', '--out', 'tls', '--name', 'https://x'], /host name or an address/],
    ['no validity at all', ['create', '--out', 'tls', '--days', '0'], /1 to 9999/],
    ['no folder', ['create'], /--out DIR/],
    ['something else than create', ['make', '--out', 'tls'], /"certs make"/],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const { code, talk } = await certs(...words);
      expect(code).to.equal(2);
      expect(talk).to.match(said);
      expect(existsSync(join(cwd, 'tls'))).to.equal(false);
    });
  }
});
