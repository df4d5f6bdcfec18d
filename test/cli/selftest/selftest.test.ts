/** The self-test of a test set, with an invented koppelvlak and a few misbehaviours. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { selftest } from '../../../src/cli/selftest/selftest.js';
import { selftestFacts } from '../../../src/cli/selftest-current.js';
import { JUDGES } from '../../../src/judge/index.js';
import { openFileSet } from '../../../src/suite/file-set.js';
import { loadSuite } from '../../../src/suite/load-suite.js';
import { packageRoot } from '../../package-root.js';

const SUITE = 'vaartuigen-1.0/register';
const SURVIVOR = '{ nl: Zwijgt, en: Is silent, services: [vraagEigenaren], status: 500 }';
const NOTICED = `misbehaviours:
  nothing-is-kept: { nl: Bewaart niets, en: Keeps nothing, services: [meldVaartuig], swallow: true }
  another-hull: { nl: Andere romp, en: Another hull, services: [meldVaartuig], request: [{ set: 'VTR:object/VTR:romp', to: hout }] }
  confirms-with-bv01: { nl: Bevestigt met Bv01, en: Confirms with Bv01, services: [meldVaartuig], nth: 1, reply: [{ replace: Bv03, by: Bv01, all: true }] }
`;

describe('the self-test', function () {
  this.timeout(60_000);
  let root = '';
  let lines: string[] = [];

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ketentest-zelftoets-'));
    cpSync(join(packageRoot, 'suites', '_basis'), join(root, '_basis'), { recursive: true });
    cpSync(join(packageRoot, 'test', 'suites', 'vaartuigen-1.0'), join(root, 'vaartuigen-1.0'), { recursive: true });
    mkdirSync(join(root, 'vaartuigen-1.0', 'selftest'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (path: string, text: string) => writeFileSync(join(root, 'vaartuigen-1.0', path), text);
  const read = (path: string) => readFileSync(join(root, 'vaartuigen-1.0', path), 'utf8');
  const collect = (text: string) => write('selftest/misbehaviours.yaml', text);
  const go = (more: { named?: readonly string[]; keep?: boolean; check?: boolean; progress?: (text: string) => void } = {}) => {
    lines = [];
    const options = { keep: false, check: false, progress: () => undefined, ...more };
    return selftest({ root, named: [SUITE], out: (line) => lines.push(line), ...options });
  };
  const facts = async () => selftestFacts(root, await loadSuite(openFileSet(root), SUITE, JUDGES));

  it('tells which step and rules notice what, and ends with how many', async () => {
    collect(NOTICED);
    expect(await go()).to.equal(0);
    expect(lines.join('\n')).to.match(/✓ nothing-is-kept {2}vr\.2\.meldVaartuig\/1 {2}WEERGAVE/);
    expect(lines.join('\n')).to.match(/✓ confirms-with-bv01 {2}vr\.2\.meldVaartuig\/2 {2}STUF-0301-RT-07/);
    expect(lines.at(-1)).to.equal('\n3 of 3 misbehaviours caught');
  });

  it('fails on a survivor without a reason, and not on one with a reason', async () => {
    collect(`${NOTICED}  silent: ${SURVIVOR}\n`);
    expect(await go()).to.equal(1);
    expect(lines.join('\n')).to.contain('survives: silent: NO REASON GIVEN');
    collect(`${NOTICED}  silent: ${SURVIVOR.replace(' }', ', unnoticed: { nl: Nooit gevraagd, en: Never asked } }')}\n`);
    expect(await go()).to.equal(0);
    expect(lines.join('\n')).to.contain('survives: silent: Never asked');
    expect(lines.at(-1)).to.equal('\n3 of 4 misbehaviours caught');
  });

  it('fails on a reason for what is noticed after all', async () => {
    collect(NOTICED.replace('swallow: true', 'swallow: true, unnoticed: { nl: Niet te zien, en: Cannot be seen }'));
    expect(await go()).to.equal(1);
    expect(lines.join('\n')).to.contain('out of date: nothing-is-kept');
  });

  it('refuses a suite that does not find the honest reference good', async () => {
    collect(NOTICED);
    const file = 'roles/register/vr.4.vraagVaartuigen.yaml';
    const wrong = "{ kind: waarde, path: 'VTR:antwoord/VTR:object/VTR:romp', equals: hout }";
    write(file, read(file).replace('{ kind: weergave }', wrong));
    const error = await go().catch((cause: unknown) => cause);
    expect(error).to.include({ code: 'SUITE_INVALID' });
    expect(String(error)).to.contain('vr.4.vraagVaartuigen/2');
  });

  it('keeps a score without times, the same again when it is run again', async () => {
    collect(`${NOTICED}  silent: ${SURVIVOR}\n`);
    await go({ keep: true });
    const kept = read('selftest/register.json');
    expect(JSON.parse(kept)).to.deep.include({ suite: SUITE, noticed: 3, of: 4 });
    expect(JSON.parse(kept).outcomes[0]).to.deep.include({ id: 'nothing-is-kept', step: 'vr.2.meldVaartuig/1' });
    await go({ keep: true });
    expect(read('selftest/register.json')).to.equal(kept);
  });

  it('asks no score of a standard that has nothing to measure with', async () => {
    const named = ['vaartuigen-1.0'];
    expect(await go({ named, check: true })).to.equal(0);
    expect(lines).to.deep.equal([]);
    collect(NOTICED);
    expect(await go({ named, check: true })).to.equal(1);
  });

  it('says when a kept score no longer belongs to the files, and a report says so too', async () => {
    collect(NOTICED);
    expect(await go({ check: true })).to.equal(1);
    expect(lines).to.deep.equal([`✗ ${SUITE}: no score was kept`]);
    expect(await facts()).to.deep.equal({ stand: 'ontbreekt' });

    await go({ keep: true });
    expect(await go({ check: true })).to.equal(0);
    expect(lines).to.deep.equal([`✓ ${SUITE}: 3 of 3 noticed`]);
    expect(await facts()).to.deep.equal({ stand: 'actueel', gevonden: 3, totaal: 3, overlevenden: [] });

    const template = read('messages/meldVaartuig.xml.hbs');
    write('messages/meldVaartuig.xml.hbs', template.replace('polyester', 'staal'));
    expect(await go({ check: true })).to.equal(1);
    expect(lines).to.deep.equal([`✗ ${SUITE}: 3 of 3 noticed, but the files have changed since`]);
    expect(await facts()).to.deep.equal({ stand: 'verouderd' });

    write('messages/meldVaartuig.xml.hbs', template);
    collect(`${NOTICED}  silent: ${SURVIVOR}\n`);
    expect(await facts()).to.deep.equal({ stand: 'verouderd' });
  });

  it('counts two suites of a standard together, and explains the survivors of one by the other', async () => {
    collect(
      `${NOTICED}  silent: ${SURVIVOR}\n  another-year: { nl: Ander jaar, en: Another year, services: [vraagVaartuigen], reply: [{ replace: '(:bouwjaar>)[^<]*', by: '$11901' }] }\n`,
    );
    write(
      'standard.yaml',
      read('standard.yaml').replace(
        '{ naam: Register, kind: provider }',
        '{ naam: Register, kind: provider }\n  klein: { naam: Klein, kind: provider }',
      ),
    );
    cpSync(join(root, 'vaartuigen-1.0/roles/register'), join(root, 'vaartuigen-1.0/roles/klein'), { recursive: true });
    write(
      'roles/klein/role.yaml',
      read('roles/klein/role.yaml')
        .replace(/scenarios: .*/, 'scenarios: [vr.1.reikKentekenUit]')
        .replaceAll(/ {2}- \{ name: Boot1\.uitleennummer.*\n/g, ''),
    );
    lines = [];
    const named = ['vaartuigen-1.0'];
    await selftest({ root, named, keep: true, check: false, out: (line) => lines.push(line), progress: () => undefined });
    expect(lines.join('\n')).to.contain(
      'vaartuigen-1.0/register: 4 of 5 noticed\nvaartuigen-1.0/klein: 0 of 5 noticed\nvaartuigen-1.0 together: 4 of 5 noticed (80.0 %)',
    );
    const small = await selftestFacts(root, await loadSuite(openFileSet(root), 'vaartuigen-1.0/klein', JUDGES));
    expect(small).to.deep.include({ gevonden: 0, totaal: 5, samen: { met: [SUITE], gevonden: 4 } });
    const survivors = small.stand === 'actueel' ? small.overlevenden : [];
    expect(survivors.find(({ id }) => id === 'another-hull')).to.deep.include({
      elders: true,
      reden: { nl: `Wordt opgemerkt door ${SUITE}.`, en: `Noticed by ${SUITE}.` },
    });
    expect(survivors.find(({ id }) => id === 'silent')).to.deep.include({ elders: false });
  });

  it('tells how far it is, for a terminal', async () => {
    collect(NOTICED);
    const told: string[] = [];
    await go({ progress: (text) => told.push(text) });
    expect(told).to.include('  1/3  another-hull');
    expect(told.at(-1)).to.equal('');
  });
});
