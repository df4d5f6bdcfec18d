import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { EXIT } from '../../src/cli/exit-code.js';
import { executable } from '../package-root.js';

/** As what a chance crash would be: thrown after something was said, where nobody catches it. */
const THROWS = `const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (...of) => { setImmediate(() => { throw new Error('boem'); }); return write(...of); };`;
describe('the executable', function () {
  this.timeout(60_000);
  let cwd: string;
  before(() => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-laatste-'));
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  /** @param leaves - the stream of which the reader goes away at the first text */
  function call(words: readonly string[], { before = '', leaves }: { before?: string; leaves?: 'stdout' | 'stderr' } = {}) {
    const first = before === '' ? [] : ['--import', `data:text/javascript,${encodeURIComponent(before)}`];
    const child = spawn(process.execPath, [...first, executable, ...words], { cwd, env: { ...process.env, LANG: 'en' } });
    let told = '';
    for (const name of ['stdout', 'stderr'] as const)
      child[name].on('data', (chunk: Buffer) => {
        told += chunk;
        if (leaves === name) child[name].destroy();
      });
    return new Promise<{ readonly code: number | null; readonly told: string }>((resolve) => {
      child.once('exit', (code) => resolve({ code, told }));
    });
  }

  it('ends well when nothing is wrong', async () => {
    expect((await call(['list', 'standards'])).code).to.equal(EXIT.ok);
  });

  it('ends as a fault of ours, and never as one of the product, by what nobody caught', async () => {
    const { code, told } = await call(['list', 'standards'], { before: THROWS });
    expect(code).to.equal(EXIT.ours);
    expect(told).to.contain('INTERNAL: boem');
  });

  it('keeps its exit code when nobody reads any more', async () => {
    const out = join(cwd, 'rapport');
    expect((await call(['demo', '--out', out], { leaves: 'stderr' })).code, 'of a good run').to.equal(EXIT.ok);
    expect((await call(['verify', out], { leaves: 'stdout' })).code, 'of what does not hold').to.equal(EXIT.productFault);
  });
});
