import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readSettings, settingsOnLine } from '../../../src/cli/settings/settings.js';
import { refusal } from '../../harness-error.js';
import { fakeShell } from '../fake-shell.js';

describe('settings', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-settings-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));
  const settings = (file: string | undefined, line: Record<string, unknown> = {}, env: Record<string, string> = {}) => {
    if (file !== undefined) writeFileSync(join(cwd, 'ketentest.yaml'), file);
    return readSettings(fakeShell({ cwd, env }), line);
  };

  it('have defaults when nothing was given', async () => {
    expect(await settings(undefined)).to.deep.include({
      endpoints: {},
      environment: 'test',
      mode: 'onvoorwaardelijk',
      profile: 'strict',
      timeoutMillis: 30_000,
      maxBodyBytes: 268_435_456,
      format: 'text',
      language: 'nl',
      acceptDefaults: false,
    });
  });

  it('come from the file, and the command line wins', async () => {
    const found = await settings('product: File\nvendor: File\ntimeout: 5s\n', { product: 'Line' });
    expect(found).to.deep.include({ product: 'Line', vendor: 'File', timeoutMillis: 5000 });
  });

  it('merge names with values by name', async () => {
    const file = "set:\n  a.b: '1'\n  c: 2\nheader:\n  X-A: file\n";
    const found = await settings(file, { set: ['a.b=3'], header: ['X-B=line'] });
    expect(found.set).to.deep.equal({ 'a.b': '3', c: '2' });
    expect(found.headers).to.deep.equal([
      ['X-A', 'file'],
      ['X-B', 'line'],
    ]);
  });

  it('know an address for all portTypes and one for each', async () => {
    const found = await settings('endpoint:\n  Ask: http://a/?x=1\n', { endpoint: ['http://b/?y=2'] });
    expect(found.endpoints).to.deep.equal({ Ask: 'http://a/?x=1', '*': 'http://b/?y=2' });
    expect((await settings('endpoint: http://c/\n')).endpoints).to.deep.equal({ '*': 'http://c/' });
  });

  it('take user and password from the environment only', async () => {
    expect((await settings('basic: env:SECRET\n', {}, { SECRET: 'jan:a:b' })).basic).to.deep.equal({
      user: 'jan',
      password: 'a:b',
    });
    await refusal(() => settings('basic: env:SECRET\n'), 'CONFIG_INVALID');
    await refusal(() => settings('basic: env:SECRET\n', {}, { SECRET: 'jan' }), 'CONFIG_INVALID');
    const error = await refusal(() => settings('basic: jan:geheim\n'), 'CONFIG_INVALID');
    expect(error.message).not.to.include('geheim');
  });

  it('take what opens doors from where it is said to be, and keep where that was', async () => {
    writeFileSync(join(cwd, 'sleutel.txt'), 'http://jan:geheim@b/\n');
    const file = 'endpoint: { Ask: env:AAN, Tell: file:sleutel.txt }\nheader: { X-A: env:KOP, X-B: open }\n';
    const found = await settings(file, {}, { AAN: 'http://a/', KOP: 'geheim' });
    expect(found.endpoints).to.deep.equal({ Ask: 'http://a/', Tell: 'http://jan:geheim@b/' });
    expect(Object.fromEntries(found.headers)).to.deep.equal({ 'X-A': 'geheim', 'X-B': 'open' });
    expect(found.references).to.deep.equal({ endpoint: ['Ask=env:AAN', 'Tell=file:sleutel.txt'], header: ['X-A=env:KOP'] });
    const error = await refusal(() => settings(file, {}, { AAN: 'http://a/' }), 'CONFIG_INVALID');
    expect(error.message).to.include('env:KOP');
  });

  it('refuse an unknown name with its place and the nearest name', async () => {
    const error = await refusal(() => settings('product: A\nvendro: B\n'), 'CONFIG_INVALID');
    expect(error.message).to.include('ketentest.yaml:2:1').and.to.include('"vendor"');
  });

  it('refuse what belongs to one run only', async () => {
    const error = await refusal(() => settings('out: reports/x\n'), 'CONFIG_INVALID');
    expect(error.message).to.include('unknown name "out"');
  });

  it('refuse a list where one value belongs, and names with values where a list belongs', async () => {
    expect((await refusal(() => settings('product: [a, b]\n'), 'CONFIG_INVALID')).message).to.include('expected one value');
    expect((await refusal(() => settings('only: { a: b }\n'), 'CONFIG_INVALID')).message).to.include('expected a list');
    expect((await refusal(() => settings('set: [a]\n'), 'CONFIG_INVALID')).message).to.include('names with values');
    expect((await refusal(() => settings('set: { a: [1] }\n'), 'CONFIG_INVALID')).place).to.deep.include({ line: 1, column: 8 });
  });

  it('refuse a file that holds no names, and a named file that is not there', async () => {
    await refusal(() => settings('- a\n'), 'CONFIG_INVALID');
    await refusal(() => settings(undefined, { config: 'mine.yaml' }), 'CONFIG_INVALID');
  });

  it('are read from an empty file, and a name without a value counts as not given', async () => {
    expect((await settings('# nothing yet\n')).product).to.equal(undefined);
    expect('product' in (await settings('product:\n'))).to.equal(false);
  });

  it('of the command line alone leave the file out', () => {
    writeFileSync(join(cwd, 'ketentest.yaml'), 'product: File\n');
    expect(settingsOnLine(fakeShell({ cwd }), { vendor: 'Line' })).to.deep.include({ vendor: 'Line' });
  });
});
