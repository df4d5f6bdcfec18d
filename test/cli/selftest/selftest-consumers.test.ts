import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { selftest } from '../../../src/cli/selftest/selftest.js';
import { selftestFacts } from '../../../src/cli/selftest-current.js';
import { JUDGES } from '../../../src/judge/index.js';
import { openFileSet } from '../../../src/suite/file-set.js';
import { loadSuite } from '../../../src/suite/load-suite.js';
import { packageRoot } from '../../package-root.js';

const SUITE = 'zds-1.1/zaakservice-consumer';
const CAUGHT = `zaakservice-consumer:
  - { what: zonder titel, step: zsc.creeerZaak/1, told: ELEMENT-VERPLICHT, replace: '<ZKN:zaakniveau>1</ZKN:zaakniveau>', by: '' }
`;
const MISSED = `  - { what: een andere omschrijving, step: zsc.updateZaak/1, told: SCHEMA, replace: bijgewerkt, by: veranderd }\n`;

describe('the self-test of a role in which the product sends', function () {
  this.timeout(60_000);
  let root = '';
  let lines: string[] = [];
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'ketentest-zelftoets-'));
    for (const each of ['_basis', 'zds-1.1']) cpSync(join(packageRoot, 'suites', each), join(root, each), { recursive: true });
  });
  after(() => rmSync(root, { recursive: true }));

  const collect = (text: string) => writeFileSync(join(root, 'zds-1.1', 'selftest', 'consumers.yaml'), text);
  const go = (more: { keep?: boolean; check?: boolean } = {}) => {
    lines = [];
    const options = { keep: false, check: false, progress: () => undefined, ...more };
    return selftest({ root, named: [SUITE], out: (line) => lines.push(line), ...options });
  };
  const facts = async () => selftestFacts(root, await loadSuite(openFileSet(root), SUITE, JUDGES));

  it('counts what it catches, keeps it, and knows when the collection was changed', async () => {
    collect(CAUGHT);
    expect(await go({ keep: true })).to.equal(0);
    expect(lines.join('\n')).to.include('✓ zonder titel  zsc.creeerZaak/1  ELEMENT-VERPLICHT');
    expect(lines.join('\n')).to.include(`${SUITE}: 1 of 1 wrong consumers caught`);
    expect(await facts()).to.deep.equal({ stand: 'actueel', gevonden: 1, totaal: 1, overlevenden: [] });
    expect(await go({ check: true })).to.equal(0);
    collect(`${CAUGHT}# more\n`);
    expect(await go({ check: true })).to.equal(1);
    expect(await facts()).to.deep.equal({ stand: 'verouderd' });
  });

  it('fails on one that gets through', async () => {
    collect(CAUGHT + MISSED);
    expect(await go()).to.equal(1);
    expect(lines.join('\n')).to.include('✗ een andere omschrijving').and.to.include('1 of 2 wrong consumers caught');
  });

  it('refuses a wrong consumer that changes nothing, and a step that nobody waits for', async () => {
    const refusal = () => go().then(String, (error: Error) => error.message);
    collect(CAUGHT.replace("'<ZKN:zaakniveau>1</ZKN:zaakniveau>'", 'niet-aanwezig'));
    expect(await refusal()).to.include('"zonder titel" changes nothing in the message of zsc.creeerZaak/1');
    collect(CAUGHT.replace('zsc.creeerZaak/1', 'zsc.creeerZaak/2'));
    expect(await refusal()).to.match(
      /consumers\.yaml:2:\d+: zds-1\.1\/zaakservice-consumer does not wait for "zsc\.creeerZaak\/2"; did/,
    );
  });

  it('has a collection in the package of which every step is waited for', () => {
    const kept = readFileSync(join(packageRoot, 'suites', 'zds-1.1', 'selftest', 'consumers.yaml'), 'utf8');
    expect(kept.match(/^ {2}- \{ what:/gm)?.length).to.be.at.least(40);
  });
});
