import { once } from 'node:events';
import * as http from 'node:http';
import { expect } from 'chai';
import { createDisturber } from '../../src/actor/disturber.js';
import type { Disturb } from '../../src/model/disturbance.js';
import type { Exchange } from '../../src/model/exchange.js';
import { PURPOSE } from '../support/driving.js';
import { type Relaying, relaying, targetThat } from '../support/relaying.js';

const PATH = `${PURPOSE.scenario}/${PURPOSE.step}`;
const QUESTION = Buffer.from('<vraag>acht honderd</vraag>');
const ANSWER = '<antwoord>van het systeem</antwoord>';

interface Answered {
  readonly status: number;
  readonly text: string;
  /** Of an answer that broke off. */
  readonly isBroken: boolean;
}

/** What a sender sees: an answer, the beginning of one, or a broken connection. */
function ask(url: string, body: Buffer, signal?: AbortSignal): Promise<Answered | string> {
  return new Promise((resolve) => {
    const headers = { 'Content-Length': body.length };
    const request = http.request(url, { method: 'POST', headers, ...(signal && { signal }) }, async (response) => {
      const chunks: Buffer[] = [];
      let isBroken = false;
      try {
        for await (const chunk of response) chunks.push(chunk as Buffer);
      } catch {
        isBroken = true;
      }
      resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString(), isBroken });
    });
    request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    request.end(body);
  });
}

interface Tried {
  readonly watched: Relaying;
  /** Texts that came whole, and the beginnings of others. */
  readonly heard: readonly string[];
  readonly begun: readonly string[];
}

async function withFault(disturb: Omit<Disturb, 'hop'>, act: (tried: Tried) => Promise<void>): Promise<void> {
  const [heard, begun]: [string[], string[]] = [[], []];
  await using target = await targetThat(async (request, response) => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      begun.push(Buffer.concat(chunks).toString());
      return;
    }
    heard.push(Buffer.concat(chunks).toString());
    response.end(ANSWER);
  });
  const disturber = createDisturber(new Map([[PATH, { hop: 'a-b', ...disturb }]]));
  await using watched = await relaying(target.url, { disturber });
  await act({ watched, heard, begun });
}

describe('a relay that disturbs on purpose', function () {
  this.timeout(60_000);
  const told = (exchange: Exchange | undefined) => [exchange?.disturbed, exchange?.failure?.at, exchange?.reply?.status];

  it('loses a question: nobody hears it, it is on record, and the next one passes', () =>
    withFault({ side: 'vraag', how: 'lost' }, async ({ watched, heard }) => {
      const leaving = new AbortController();
      const asking = ask(watched.relay.url, QUESTION, leaving.signal);
      const exchange = await watched.taken();
      leaving.abort();
      expect(await asking).to.equal('ABORT_ERR');
      expect(told(exchange)).to.deep.equal([
        { how: 'lost', side: 'vraag', passed: { what: 'niets', bytes: 0 } },
        'teruggave',
        undefined,
      ]);
      expect(exchange?.request.body.size).to.equal(QUESTION.length);
      expect(watched.journal.lines.map(({ type }) => type)).to.deep.equal(['request', 'reply']);
      expect(watched.journal.lines[1]).to.deep.include({ disturbed: exchange?.disturbed });
      expect(await ask(watched.relay.url, QUESTION)).to.deep.equal({ status: 200, text: ANSWER, isBroken: false });
      expect(heard).to.have.length(1);
    }));

  it('loses an answer: the target gave it, and it is on record', () =>
    withFault({ side: 'antwoord', how: 'lost' }, async ({ watched, heard }) => {
      const leaving = new AbortController();
      const asking = ask(watched.relay.url, QUESTION, leaving.signal);
      const exchange = await watched.taken();
      leaving.abort();
      expect(await asking).to.equal('ABORT_ERR');
      expect(heard).to.have.length(1);
      expect(Buffer.from((await exchange?.reply?.body.bytes()) ?? []).toString()).to.equal(ANSWER);
      expect(told(exchange)[1]).to.equal('teruggave');
    }));

  it('lets a question go on when nobody waits for its answer any more', () =>
    withFault({ side: 'vraag', how: 'late' }, async ({ watched, heard }) => {
      const leaving = new AbortController();
      const asking = ask(watched.relay.url, QUESTION, leaving.signal);
      while (watched.journal.lines.length === 0) await new Promise((resolve) => setImmediate(resolve));
      expect(heard).to.deep.equal([]);
      leaving.abort();
      await asking;
      expect(told(await watched.taken())).to.deep.equal([
        { how: 'late', side: 'vraag', passed: { what: 'geheel', bytes: QUESTION.length } },
        'teruggave',
        200,
      ]);
      expect(heard).to.deep.equal([QUESTION.toString()]);
    }));

  it('holds an answer for as long as it is told', () =>
    withFault({ side: 'antwoord', how: 'late', millis: 5000 }, async ({ watched }) => {
      const asking = ask(watched.relay.url, QUESTION);
      while (watched.journal.lines.length < 2) await new Promise((resolve) => setImmediate(resolve));
      watched.clock.advance(5000);
      expect(await asking).to.deep.equal({ status: 200, text: ANSWER, isBroken: false });
      expect((await watched.taken())?.failure).to.equal(undefined);
    }));

  it('passes a question on twice, as two exchanges, and gives the first answer back', () =>
    withFault({ side: 'vraag', how: 'twice' }, async ({ watched, heard }) => {
      expect(await ask(watched.relay.url, QUESTION)).to.deep.equal({ status: 200, text: ANSWER, isBroken: false });
      const [first, second] = [await watched.taken(), await watched.taken()];
      expect(heard).to.deep.equal([QUESTION.toString(), QUESTION.toString()]);
      expect([first?.id, second?.id]).to.deep.equal(['0001', '0002']);
      expect([first?.purpose.attempt, second?.purpose.attempt]).to.deep.equal([1, 2]);
      expect([first?.disturbed?.how, second?.disturbed?.how]).to.deep.equal(['twice', 'twice']);
    }));

  it('breaks the connection before a question goes on, so often as it is told', () =>
    withFault({ side: 'vraag', how: 'reset', times: 2 }, async ({ watched, heard }) => {
      expect(await ask(watched.relay.url, QUESTION)).to.equal('ECONNRESET');
      expect(await ask(watched.relay.url, QUESTION)).to.equal('ECONNRESET');
      expect(heard).to.deep.equal([]);
      expect(await ask(watched.relay.url, QUESTION)).to.have.property('status', 200);
    }));

  it('breaks the connection instead of giving an answer back', () =>
    withFault({ side: 'antwoord', how: 'reset' }, async ({ watched, heard }) => {
      expect(await ask(watched.relay.url, QUESTION)).to.equal('ECONNRESET');
      expect(heard).to.have.length(1);
      expect(told(await watched.taken())[2]).to.equal(200);
    }));

  it('lets only the beginning of a question through', () =>
    withFault({ side: 'vraag', how: 'truncated' }, async ({ watched, heard, begun }) => {
      expect(await ask(watched.relay.url, QUESTION)).to.equal('ECONNRESET');
      const exchange = await watched.taken();
      while (begun.length === 0) await new Promise((resolve) => setImmediate(resolve));
      expect(heard).to.deep.equal([]);
      expect(begun).to.deep.equal([QUESTION.subarray(0, exchange?.disturbed?.passed.bytes).toString()]);
      expect(exchange?.disturbed?.passed).to.deep.equal({ what: 'begin', bytes: 20 });
      expect(exchange?.request.body.size).to.equal(QUESTION.length);
    }));

  it('lets only the beginning of an answer through', () =>
    withFault({ side: 'antwoord', how: 'truncated' }, async ({ watched }) => {
      const got = await ask(watched.relay.url, QUESTION);
      const bytes = (await watched.taken())?.disturbed?.passed.bytes;
      expect(got).to.deep.equal({ status: 200, text: ANSWER.slice(0, bytes), isBroken: true });
    }));

  for (const [how, status] of [
    ['http-502', 502],
    ['soap-fault', 500],
  ] as const) {
    it(`says ${how} in the place of passing on, and in the place of an answer`, async () => {
      for (const side of ['vraag', 'antwoord'] as const)
        await withFault({ side, how }, async ({ watched, heard }) => {
          const got = await ask(watched.relay.url, QUESTION);
          expect(got).to.have.property('status', status);
          expect(got).to.have.property('text').that.includes('Ketentest, on purpose');
          expect(heard).to.have.length(side === 'vraag' ? 0 : 1);
          expect((await watched.taken())?.disturbed?.passed).to.deep.include({ what: 'eigen', status });
        });
    });
  }

  it('keeps its promise to close while somebody still waits for what was lost', () =>
    withFault({ side: 'vraag', how: 'lost' }, async ({ watched }) => {
      const asking = ask(watched.relay.url, QUESTION);
      await watched.taken();
      await watched.relay.close();
      expect(await asking).to.equal('ECONNRESET');
    }));

  it('cuts 200 MB off underway without keeping them in memory', async () => {
    const [megabyte, count] = [Buffer.alloc(1024 * 1024, 'x'), 200];
    let size = 0;
    await using target = await targetThat(async (request, response) => {
      try {
        for await (const chunk of request) size += (chunk as Buffer).length;
        response.end();
      } catch {
        // Cut off, as it should be.
      }
    });
    const disturber = createDisturber(new Map([[PATH, { hop: 'a-b', side: 'vraag', how: 'truncated' }]]));
    await using watched = await relaying(target.url, { disturber, recorder: { record: async () => undefined } });
    let peak = 0;
    const sampling = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed);
    }, 20);
    const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
    const request = http.request(watched.relay.url, { method: 'POST', headers: { 'Content-Length': count * megabyte.length } });
    const broken = once(request, 'error').catch((error: unknown) => error);
    for (let at = 0; at < count; at++) if (!request.write(megabyte)) await once(request, 'drain');
    request.end();
    await broken;
    clearInterval(sampling);
    expect((await watched.taken())?.disturbed?.passed).to.deep.equal({ what: 'begin', bytes: (count * megabyte.length * 3) / 4 });
    expect(size).to.be.at.most((count * megabyte.length * 3) / 4);
    expect(size).to.be.above((count * megabyte.length) / 2);
    expect(peak - before).to.be.below(80 * megabyte.length);
  });
});
