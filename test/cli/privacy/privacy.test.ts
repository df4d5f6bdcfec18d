/** Nothing about persons in the public part of a report, also when nobody can read the message. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { publicPart } from '../../../src/cli/privacy/privacy.js';
import { maskingRecordOf } from '../../../src/cli/privacy/privacy-key.js';
import { type Report, run, simulate } from '../../../src/index.js';
import type { Body } from '../../../src/model/body.js';
import type { Exchange } from '../../../src/model/exchange.js';
import type { Plan } from '../../../src/model/plan.js';
import type { Manifest } from '../../../src/report/manifest.js';

function bodyOf(text: string): Body {
  const bytes = Buffer.from(text);
  return {
    ...{ id: text, size: bytes.length, digest: createHash('sha256').update(bytes).digest('hex') },
    async *open() {
      yield bytes;
    },
    bytes: async () => bytes,
  };
}

function exchangeOf(request: string, reply: string): Exchange {
  const at = '2026-01-01T00:00:00Z';
  return {
    ...{ id: '0001', part: 'driver', startedAt: at, endedAt: at },
    purpose: { scenario: 's', step: 1, kind: 'step', service: 'x', attempt: 1 },
    request: { method: 'POST', url: 'http://x/', headers: [], body: bodyOf(request) },
    reply: { status: 200, headers: [], body: bodyOf(reply) },
  } as Exchange;
}

describe('the public part of a report', function () {
  this.timeout(60_000);
  let cwd: string;
  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-privacy-'));
    await using simulator = await simulate('zds-1.1/zaaksysteem', {}, { cwd, env: {} });
    const options = { endpoint: simulator.url, acceptDefaults: true, poll: '1s', out: 'run' };
    for await (const _ of run('zds-1.1/zaaksysteem', options, { cwd, env: {} }));
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  const read = (name: string) => readFileSync(join(cwd, 'run', ...name.split('/')), 'utf8');
  const manifest = () => JSON.parse(read('bewijs/manifest.json')) as Manifest;
  const publicFiles = () =>
    readdirSync(join(cwd, 'run'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => !/^(prive|testset)/.test(name) && statSync(join(cwd, 'run', name)).isFile(),
    );

  it('holds none of the values that were masked: no number, name, address, document or free text', () => {
    const made = maskingRecordOf(join(cwd, 'run'))?.made ?? new Map<string, string>();
    const values = [...made.keys()].filter((value) => value.length > 6 && value.toLowerCase() !== 'ketentest');
    expect(values.length).to.be.greaterThan(10);
    expect(values.some((value) => /^9999\d{5}$/.test(value))).to.equal(true);
    for (const name of publicFiles()) {
      const text = read(name);
      for (const value of values) expect(text.includes(`>${value}<`), `${value} in ${name}`).to.equal(false);
    }
  });

  it('keeps every line where it was, and says per message what was masked', () => {
    for (const { id, vraag } of manifest().uitwisselingen) {
      const [before, after] = [read(`prive/berichten/${id}-vraag.body`), read(vraag.bestand ?? '')];
      expect(after.split('\n').map(({ length }) => length)).to.deep.equal(before.split('\n').map(({ length }) => length));
      expect(after).not.to.equal(before);
      expect(vraag.gemaskeerdePaden?.[0]).to.match(/^Envelope\/Body\//);
    }
  });

  it('has a digest of each message that nobody can guess from, and the salt in the private part', () => {
    const salts = maskingRecordOf(join(cwd, 'run'))?.salts ?? {};
    for (const { id, vraag } of manifest().uitwisselingen) {
      const original = readFileSync(join(cwd, 'run', 'prive', 'berichten', `${id}-vraag.body`));
      const salt = Buffer.from(salts[`${id}/vraag`] ?? '', 'hex');
      expect(salt).to.have.length(16);
      expect(vraag.zoutDigest).to.equal(createHash('sha256').update(salt).update(original).digest('hex'));
    }
  });

  it('has a plan and a report in which a chosen name is masked, and quotes no message that stays private', async () => {
    const xml = '<a><geslachtsnaam>Voorbeeldpersoon</geslachtsnaam></a>';
    const broken = 'Exception for Voorbeeldpersoon at line 12 of the product';
    const report = JSON.parse(read('rapport.json')) as Report;
    const [first] = report.scenarios.flatMap(({ stappen }) => stappen.flatMap(({ regels }) => regels));
    const rules = [
      { ...first, gevonden: 'Voorbeeldpersoon', bericht: '0001/vraag' },
      { ...first, gevonden: `500: ${broken}`, bericht: '0001/antwoord' },
    ];
    const scenarios = [{ ...report.scenarios[0], stappen: [{ ...report.scenarios[0]?.stappen[0], regels: rules }] }];
    const plan = JSON.parse(read('testset/plan.json')) as Plan;
    const chosen = { ...plan, constants: { wie: 'Voorbeeldpersoon' }, overrides: [{ name: 'wie', value: 'Voorbeeldpersoon' }] };
    const exchange = exchangeOf(xml, broken);
    const told = { report: { ...report, scenarios } as unknown as Report, plan: chosen };
    const open = await publicPart([exchange], told, Buffer.alloc(32, 7));
    const token = open.record.made.get('Voorbeeldpersoon') ?? '';
    expect(open.plan.constants).to.deep.equal({ wie: token });
    expect(open.plan.overrides.map(({ value }) => value)).to.deep.equal([token]);
    const found = open.report.scenarios[0]?.stappen[0]?.regels.map(({ gevonden }) => gevonden);
    expect(found).to.deep.equal([token, '500: [niet openbaar]']);
    const copy = await open.mask(bodyOf(broken), { exchange, side: 'antwoord' });
    expect(copy)
      .to.have.property('saltedDigest')
      .that.matches(/^[0-9a-f]{64}$/);
    expect(copy).not.to.have.property('body');
  });
});
