/** `ketentest validate` as a whole: what it takes, in which forms it tells, and with which exit code it ends. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { VALIDATE_FORMATS, validateCommand } from '../../../src/cli/validate/validate-command.js';
import { readXml } from '../../../src/message/xml-reader.js';
import { HarnessError } from '../../../src/model/harness-error.js';
import type { JudgedFile } from '../../../src/model/judged-file.js';
import { fakeShell } from '../fake-shell.js';
import { inEnvelope, question } from './messages.js';

const GIB = 1024 ** 3;

describe('ketentest validate', function () {
  this.timeout(60_000);
  let cwd: string;
  before(() => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-validate-'));
    mkdirSync(join(cwd, 'in', 'leeg'), { recursive: true });
    writeFileSync(join(cwd, 'in', 'goed.xml'), inEnvelope(question()));
    writeFileSync(join(cwd, 'in', 'fout.xml'), question({ code: 'Di0' }));
    writeFileSync(join(cwd, 'in', 'niets%,:.xml'), '<onbekend/>');
    writeFileSync(join(cwd, 'beeld.bin'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13));
    writeFileSync(join(cwd, 'groot.xml'), '');
    truncateSync(join(cwd, 'groot.xml'), GIB + 1);
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  async function call(operands: readonly string[], options: Record<string, unknown> = {}, input = '') {
    const shell = fakeShell({
      ...{ cwd, env: { LANG: 'en', XDG_DATA_HOME: cwd, XDG_CACHE_HOME: cwd } },
      readInput: async () => new TextEncoder().encode(input),
    });
    const status = await validateCommand({ shell, operands, options });
    return { status, ...shell.said };
  }

  async function judged(operands: readonly string[], options: Record<string, unknown> = {}, input = '') {
    const { status, out } = await call(operands, { ...options, format: 'json' }, input);
    const { bestanden } = JSON.parse(out) as { bestanden: readonly JudgedFile[] };
    return { status, bestanden };
  }

  const told = ({ bestanden }: { readonly bestanden: readonly JudgedFile[] }) =>
    bestanden.map(({ bestand, verdict }) => `${bestand} ${verdict}`);

  it('takes files, folders, patterns and standard input, in the order given', async () => {
    const seen = await judged(['-', 'in/f*.xml', 'in', 'in/goed.xml'], {}, question());
    expect(told(seen)).to.deep.equal([
      ...['- voldoet', 'in/fout.xml voldoet_niet'],
      ...['in/fout.xml voldoet_niet', 'in/goed.xml voldoet', 'in/niets%,:.xml niet_beslist', 'in/goed.xml voldoet'],
    ]);
    expect(seen.status).to.equal(1);
  });

  it('tells the same in the same order over any number of threads', async () => {
    const one = await call(['in', 'in', 'in'], { jobs: '1' });
    for (const jobs of ['2', '7']) expect(await call(['in', 'in', 'in'], { jobs })).to.deep.equal(one);
  });

  it('ends with 0 when all hold, 1 when one does not, 2 when one cannot be read, 3 when one is not decided', async () => {
    expect((await call(['in/goed.xml'])).status).to.equal(0);
    expect((await call(['in/goed.xml', 'weg.xml', 'in/fout.xml'])).status).to.equal(1);
    expect((await call(['in/goed.xml', 'weg.xml'])).status).to.equal(2);
    expect((await call(['in/goed.xml', 'in/niets%,:.xml'])).status).to.equal(3);
  });

  const unread: readonly [what: string, operand: string, says: RegExp][] = [
    ['a file that is not there', 'weg.xml', /not there[\s\S]*Check the name/],
    ['an empty folder', 'in/leeg', /no message files[\s\S]*end in \.xml/],
    ['a pattern that matches nothing', 'in/*.json', /no message files[\s\S]*a pattern must match/],
    ['a file that is too large', 'groot.xml', /too large[\s\S]*700 MB/],
  ];
  for (const [what, operand, says] of unread) {
    it(`says so and what to do for ${what}`, async () => {
      const { status, out } = await call([operand]);
      expect(status).to.equal(2);
      expect(out).to.match(says).and.to.include('BESTAND-ONLEESBAAR');
    });
  }

  it('never begins to read a device', async function () {
    if (!existsSync('/dev/zero')) return this.skip();
    const { status, out } = await call(['/dev/zero']);
    expect(status).to.equal(2);
    expect(out).to.include('not a file but a device');
  });

  it('calls a binary file no XML', async () => {
    const { status, out } = await call(['beeld.bin']);
    expect(status).to.equal(1);
    expect(out).to.include('[BODY-TEXT]').and.to.include('looks like binary data');
  });

  it('recognises the service by its SOAPAction, with or without quotes, and refuses one that nobody has', async () => {
    const action = 'http://www.stufstandaarden.nl/koppelvlak/zds0120/genereerZaakIdentificatie_Di02';
    for (const soapAction of [action, `"${action}"`])
      expect((await judged(['in/goed.xml'], { soapAction })).bestanden[0]).to.include({ dienst: 'genereerZaakIdentificatie' });
    const error = await call(['in/goed.xml'], { soapAction: 'genereerZaakIdentificatie_Di02' }).catch((each: unknown) => each);
    expect(error).to.be.instanceOf(HarnessError).with.property('code', 'USAGE');
    expect((error as HarnessError).hint).to.include(action);
  });

  const refused: readonly [what: string, operands: readonly string[], options: Record<string, unknown>, says: RegExp][] = [
    ['a form that there is not', ['in'], { format: 'xml' }, /expected text or json or sarif or junit or github/],
    ['no threads', ['in'], { jobs: '0' }, /1 to 64/],
    ['standard input twice', ['-', '-'], {}, /once/],
  ];
  for (const [what, operands, options, says] of refused) {
    it(`refuses ${what}`, async () => {
      const error = await call(operands, options).catch((each: unknown) => each);
      expect(error).to.be.instanceOf(HarnessError).with.property('code', 'USAGE');
      expect((error as Error).message).to.match(says);
    });
  }

  it('tells in every form that it names', async () => {
    const forms: Record<string, (out: string) => void> = {
      text: (out) => expect(out).to.include('in/fout.xml:3:5: fault [SCHEMA]'),
      json: (out) => expect(JSON.parse(out).bestanden).to.have.length(3),
      sarif: (out) => expect(JSON.parse(out).runs[0].results[0].locations[0].physicalLocation.region.startLine).to.equal(3),
      junit: (out) => expect(readXml(new TextEncoder().encode(out)).root?.children[0]?.children).to.have.length(3),
      github: (out) =>
        expect(out)
          .to.match(/^::error file=in\/fout\.xml,line=3,col=5,title=/)
          .and.to.include('in/niets%25%2C%3A.xml'),
    };
    expect(Object.keys(forms).sort()).to.deep.equal([...VALIDATE_FORMATS].sort());
    for (const [format, check] of Object.entries(forms)) {
      const { status, out } = await call(['in'], { format });
      expect(status, format).to.equal(1);
      check(out);
    }
  });
});
