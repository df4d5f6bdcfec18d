/** A run with known deviations beside one without: the same outcome, explained; and computed again from its package. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { main } from '../../src/cli/program.js';
import { recheckPackage } from '../../src/cli/recheck/recheck-package.js';
import { openWorkshop, type Workshop } from '../../src/cli/recheck/workshop.js';
import { processShell } from '../../src/cli/shell.js';
import { type Report, type Simulator, simulate } from '../../src/index.js';
import { fakeShell } from './fake-shell.js';

const SUITE = 'zds-1.1/zaaksysteem';
const KNOWN = `afwijkingen:
  - { stap: zs.1.**, regel: STUF-0301-RT-02, reden: Volgt, tot: 2099-12-31 }
  - { stap: "${SUITE}/zs.12.*/*", regel: STUF-0301-*, reden: Mocht, tot: 2020-12-31 }
  - { stap: zs.2.*/2, regel: "*", reden: Later, tot: 2099-12-31 }
`;

describe('run --known-deviations', function () {
  this.timeout(120_000);
  let cwd: string;
  let simulator: Simulator;
  let workshop: Workshop;
  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-known-'));
    workshop = openWorkshop({ cwd, env: {} }, undefined);
    simulator = await simulate(SUITE, { fault: 'wrong-crossref@genereerZaakIdentificatie' }, { cwd, env: {} });
    writeFileSync(join(cwd, 'known.yaml'), KNOWN);
    writeFileSync(join(cwd, 'wrong.yaml'), KNOWN.replace('zs.1.**', 'zs.99.**'));
  });
  after(async () => {
    await simulator[Symbol.asyncDispose]();
    await workshop[Symbol.asyncDispose]();
    rmSync(cwd, { recursive: true, force: true });
  });

  async function runWith(out: string, ...words: readonly string[]) {
    const shell = fakeShell({ cwd, clock: processShell().clock });
    const only = ['--only', 'zs.1.*', '--accept-defaults', '--poll', '1s', '--lang', 'en', '--seed', '7'];
    const code = await main(['run', SUITE, '--endpoint', simulator.url, ...only, '--out', out, ...words], shell);
    return { code, ...shell.said };
  }
  const reportOf = (out: string) => JSON.parse(readFileSync(join(cwd, out, 'rapport.json'), 'utf8')) as Report;

  it('explains, and changes neither outcome nor exit code; the package comes out again byte for byte', async () => {
    const plain = await runWith('plain');
    const known = await runWith('known', '--known-deviations', 'known.yaml');
    expect([plain.code, known.code]).to.deep.equal([1, 1]);
    expect(reportOf('known').resultaat).to.deep.equal(reportOf('plain').resultaat);
    expect(reportOf('known').afwijkingen?.map(({ stand }) => stand)).to.deep.equal(['verklaart', 'verlopen', 'niet_vastgesteld']);
    expect(known.out).to.include('known deviations: 2 of 2 faults known, 0 new; 1 expired; 1 cannot be told');
    expect(plain.out).not.to.include('known deviation');
    expect(readFileSync(join(cwd, 'known', 'testset', 'afwijkingen.yaml'), 'utf8')).to.equal(KNOWN);
    for (const name of ['plain', 'known'])
      expect(await recheckPackage(workshop, cwd, name, {}), name).to.include({ klopt: true, byteGelijk: true });
  });

  it('is told by recheck when the file beside the report is another, or none', async () => {
    await runWith('touched', '--known-deviations', 'known.yaml');
    const file = join(cwd, 'touched', 'testset', 'afwijkingen.yaml');
    writeFileSync(file, KNOWN.replace('Volgt', 'Volgt niet'));
    const places = async () => (await recheckPackage(workshop, cwd, 'touched', {})).verschillen.map(({ waar }) => waar);
    expect(await places()).to.deep.equal(['afwijkingen']);
    rmSync(file);
    expect(await places()).to.deep.equal(
      [2, 4].map((nr) => `zs.1.genereerZaakIdentificatie/${nr} STUF-0301-RT-02`).concat('afwijkingen'),
    );
  });

  it('refuses before anything is sent what is about no step, and a file that is not there', async () => {
    for (const [file, said] of [
      ['wrong.yaml', 'CONFIG_INVALID: wrong.yaml:2:7: "zs.99.**" matches no step of zds-1.1/zaaksysteem'],
      ['nowhere.yaml', 'CONFIG_INVALID: nowhere.yaml cannot be read'],
    ] as const) {
      const refused = await runWith('refused', '--known-deviations', file);
      expect([refused.code, refused.talk.slice(0, said.length)]).to.deep.equal([2, said]);
    }
  });
});
