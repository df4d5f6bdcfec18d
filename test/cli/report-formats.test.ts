import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { main } from '../../src/cli/program.js';
import { unsealed } from '../report/forged-packages/held-package.js';
import { fakeShell } from './fake-shell.js';

describe('ketentest report --format', () => {
  let cwd: string;
  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-formats-'));
    for (const [name, bytes] of await unsealed()) {
      mkdirSync(dirname(join(cwd, 'map', name)), { recursive: true });
      writeFileSync(join(cwd, 'map', name), bytes);
    }
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  async function report(...words: readonly string[]) {
    const shell = fakeShell({ cwd });
    return { code: await main(['report', 'map', ...words], shell), ...shell.said };
  }

  it('gitb prints a TAR in the language that is asked for', async () => {
    const { code, out } = await report('--format', 'gitb', '--lang', 'en');
    expect(code).to.equal(1);
    expect(out)
      .to.match(/^<\?xml/)
      .and.include('<TestStepReport xmlns="http://www.gitb.com/tr/v1/"');
  });

  it('in-toto is about rapport.json as it stands there, whatever the language', async () => {
    const digest = createHash('sha256')
      .update(readFileSync(join(cwd, 'map', 'rapport.json')))
      .digest('hex');
    for (const lang of ['nl', 'en']) {
      const { out } = await report('--format', 'in-toto', '--lang', lang);
      expect(JSON.parse(out).subject[0].digest.sha256).to.equal(digest);
    }
  });

  for (const [format, name] of [
    ['junit', 'junit.xml'],
    ['ctrf', 'ctrf.json'],
    ['earl', 'earl.jsonld'],
  ] as const) {
    it(`${format} prints what stands in the package`, async () => {
      expect((await report('--format', format)).out.trim()).to.equal(readFileSync(join(cwd, 'map', name), 'utf8').trim());
    });
  }

  it('csv is the chain-test matrix, and refused for what is no chain', async () => {
    const { code, talk } = await report('--format', 'csv', '--lang', 'en');
    expect(code).to.equal(2);
    expect(talk).to.include('map is no report of a chain');
  });

  it('refuses a format that there is not, with those there are', async () => {
    const { code, talk } = await report('--format', 'oscal', '--lang', 'en');
    expect(code).to.equal(2);
    expect(talk).to.include('gitb').and.include('in-toto');
  });
});
