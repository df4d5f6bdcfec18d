/**
 * Two runs of a chain with the same seed and clock say the same: their journals, the messages in them and their reports are
 * equal, but for what was measured, and where this machine happened to listen.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { callCli } from '../support/cli-process.js';

/**
 * What is taken out, and nothing else:
 * - `times`: how long each message took on its hop, in the journal;
 * - the HTTP header `Date`, which Node's servers set by the clock of the machine;
 * - the port in an address: what we play takes any free one;
 * - `rapport.nummer`: when the report was made, by the clock of the machine, so that no two have one name.
 */
const withoutMeasured = (key: string, value: unknown): unknown => {
  if (key === 'times') return undefined;
  if (key === 'nummer' && typeof value === 'string') return undefined;
  if (key === 'headers' && Array.isArray(value)) return value.filter(([name]) => !/^date$/i.test(String(name)));
  return typeof value === 'string' ? value.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1') : value;
};
const equalised = (text: string): string => JSON.stringify(JSON.parse(text), (key, value) => withoutMeasured(key, value), 1);

describe('two runs of a chain with the same seed and clock', function () {
  this.timeout(120_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ketentest-gelijk-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [what, suite] of [
    ['when all goes well', 'zds-1.1/chains/vakapplicatie-zds'],
    ['when the network fails on purpose', 'zds-1.1/chains/vakapplicatie-zds-fouten/vzf.6.*'],
  ] as const) {
    it(`give equal journals, messages and reports ${what}`, async () => {
      const [one, other] = [`${suite.length}-a`, `${suite.length}-b`];
      const read = (run: string, ...name: readonly string[]) => readFileSync(join(folder, run, ...name), 'utf8');
      for (const out of [one, other]) {
        const { stdout, stderr } = await callCli(
          folder,
          'run',
          suite,
          '--seed',
          '7',
          '--clock',
          '2026-01-05T09:00:00Z',
          '--out',
          out,
        );
        expect(stdout, stderr).to.include(out);
      }
      const journalOf = (run: string) => read(run, 'prive', 'journaal.jsonl').trim().split('\n').map(equalised);
      expect(journalOf(one).length).to.be.above(30);
      expect(journalOf(other)).to.deep.equal(journalOf(one));
      const bodies = readdirSync(join(folder, one, 'prive', 'berichten')).sort();
      expect(readdirSync(join(folder, other, 'prive', 'berichten')).sort()).to.deep.equal(bodies);
      for (const name of bodies) expect(read(other, 'prive', 'berichten', name)).to.equal(read(one, 'prive', 'berichten', name));
      expect(equalised(read(other, 'rapport.json'))).to.equal(equalised(read(one, 'rapport.json')));
    });
  }
});
