/**
 * Hostile bytes on every path into the judge: each is told by its symptom, nothing is loaded, nothing crashes, and memory
 * stays within bounds. What looks bad and is not, is taken as it is.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { OpenShelf } from '../src/cli/validate/shelf.js';
import { judgeReply } from '../src/judge/every-reply.js';
import type { Finding } from '../src/model/finding.js';
import { inEnvelope, question } from './cli/validate/messages.js';
import { keptHostiles, MADE } from './evil/hostile-bytes.js';
import { packageRoot } from './package-root.js';
import { brokenIds, compactShelf, judgeText } from './support/compact-shelf.js';
import { envelope, madeCase } from './support/made-case.js';
import { madeBody } from './support/made-exchange.js';

const HOSTILES = [...keptHostiles(), ...MADE];

/** Resident memory that judging all of them may take, in MB; Node and the schemas alone take about 150. */
const MEMORY_MB = 1200;

describe('hostile bytes', function () {
  this.timeout(120_000);
  let shelf: OpenShelf;
  before(async () => {
    shelf = await compactShelf();
  });
  after(() => shelf[Symbol.asyncDispose]());

  for (const { name, bytes, told } of HOSTILES) {
    it(`as a file are told for what they are: ${name}`, async () => {
      const judged = await judgeText(shelf, bytes());
      const ids = brokenIds(judged);
      if (told.length === 0) {
        expect(ids).to.deep.equal([]);
        return;
      }
      expect(ids.length).to.be.greaterThan(0);
      expect(told, ids.join()).to.include(ids.find((id) => told.includes(id)));
      expect(judged.verdict).to.equal(told[0] === 'STANDAARD-ONBEKEND' ? 'niet_beslist' : 'voldoet_niet');
    });
  }

  for (const { name, bytes, told } of HOSTILES) {
    it(`as a reply are told for what they are: ${name}`, async () => {
      const findings = await judgedAsReply(bytes());
      const broken = findings.filter((each) => each.verdict !== 'voldoet').map((each) => each.id);
      expect(broken.length).to.be.greaterThan(0);
      const symptoms = told.filter((id) => id.startsWith('BODY-'));
      if (symptoms.length > 0) expect(symptoms, broken.join()).to.include(broken.find((id) => symptoms.includes(id)));
    });
  }

  it('leave nothing behind that spoils the judgement of a good message', async () => {
    expect((await judgeText(shelf, question())).verdict).to.equal('voldoet');
  });

  it('are judged in bounded memory, all of them, by a process of their own', async () => {
    const seen = await inOwnProcess(['judge-all-evil.js']);
    expect(seen.status, seen.said).to.equal(0);
    const { judged, peakMb } = JSON.parse(seen.said) as { judged: number; peakMb: number };
    expect(judged).to.equal(HOSTILES.length);
    expect(peakMb).to.be.lessThan(MEMORY_MB);
  });

  it('of 1 GB in one text are judged in a process of their own (KETENTEST_HUGE=1)', async function () {
    if (process.env.KETENTEST_HUGE !== '1') return this.skip();
    this.timeout(600_000);
    const seen = await inOwnProcess(['judge-all-evil.js', 'gigabyte']);
    expect(seen.status, seen.said).to.equal(0);
    expect(JSON.parse(seen.said)).to.deep.include({ id: 'BODY-TOO-LARGE' });
  });
});

describe('a good message with bytes changed at random', function () {
  this.timeout(300_000);

  it('is judged, whatever becomes of it, and never an exception', async () => {
    await using shelf = await compactShelf();
    const good = [question(), inEnvelope(question())].map((text) => new TextEncoder().encode(text));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...good), changes(), async (bytes, edits) => {
        const judged = await judgeText(shelf, edited(bytes, edits));
        expect(['voldoet', 'voldoet_niet', 'niet_beslist']).to.include(judged.verdict);
        if (judged.verdict !== 'voldoet') expect(brokenIds(judged)).not.to.deep.equal([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is judged as a reply, whatever becomes of it, and never an exception', async () => {
    const good = new TextEncoder().encode(envelope('<VTG:vtgLa01><VTG:stuurgegevens/></VTG:vtgLa01>'));
    await fc.assert(
      fc.asyncProperty(changes(), async (edits) => {
        expect((await judgedAsReply(edited(good, edits))).length).to.be.greaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

interface Edit {
  readonly kind: 'set' | 'insert' | 'drop' | 'double';
  /** Share of the length, from 0 to 1. */
  readonly at: number;
  readonly byte: number;
  readonly length: number;
}

function changes(): fc.Arbitrary<readonly Edit[]> {
  const edit = fc.record({
    kind: fc.constantFrom('set', 'insert', 'drop', 'double'),
    at: fc.double({ min: 0, max: 0.9999, noNaN: true }),
    byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(...[...'<>&"\'/=: \0'].map((sign) => sign.charCodeAt(0)))),
    length: fc.integer({ min: 1, max: 40 }),
  }) satisfies fc.Arbitrary<Edit>;
  return fc.array(edit, { minLength: 1, maxLength: 4 });
}

function edited(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  return edits.reduce((before, { kind, at, byte, length }) => {
    const index = Math.floor(at * before.length);
    const [head, tail] = [before.subarray(0, index), before.subarray(index)];
    if (kind === 'drop') return joined(head, tail.subarray(length));
    if (kind === 'double') return joined(head, tail.subarray(0, length), tail);
    return joined(head, Uint8Array.of(byte), kind === 'set' ? tail.subarray(1) : tail);
  }, bytes);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function judgedAsReply(bytes: Uint8Array): Promise<readonly Finding[]> {
  const made = madeCase({ request: envelope('<VTG:vtgLv01/>'), reply: 'x' });
  const reply = made.exchange.reply && { ...made.exchange.reply, body: madeBody(bytes) };
  return judgeReply({ ...made, exchange: { ...made.exchange, ...(reply && { reply }) } });
}

function inOwnProcess(args: readonly string[]): Promise<{ readonly status: number | null; readonly said: string }> {
  const [script = '', ...rest] = args;
  return new Promise((resolve, reject) => {
    const path = join(import.meta.dirname, 'evil', script);
    const child = spawn(process.execPath, [path, ...rest], { cwd: packageRoot, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, said: Buffer.concat(said).toString() }));
  });
}
