/**
 * Nothing is lost: a run that is killed at any moment leaves a journal that names every message that went out, and whole
 * bytes of each, and from which a report can be made. `KETENTEST_KILLS` sets how often; the moments follow from `KETENTEST_KILL_SEED`.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import * as http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { seededChance } from '../src/cli/chance.js';
import { readJournal } from '../src/cli/journal/journal.js';
import type { Report } from '../src/model/report.js';
import type { Manifest } from '../src/report/manifest.js';
import { type Background, startReference } from './scenarios/background.js';
import { callCli, startCli } from './support/cli-process.js';
import { localServer } from './support/local-server.js';

const SUITE = 'zds-1.1/zaaksysteem';
const KILLS = Number(process.env.KETENTEST_KILLS ?? 12);
const SEED = process.env.KETENTEST_KILL_SEED ?? '1';
/** A whole run sends more messages than this. */
const MOST = 24;

/** Where in the life of one message the process dies. */
const MOMENTS = ['on arrival', 'before the reply', 'halfway the reply', 'after the reply'] as const;

interface Moment {
  readonly nth: number;
  readonly when: (typeof MOMENTS)[number];
}

describe('a run that is killed', function () {
  this.timeout(Math.max(60_000, KILLS * 10_000));
  let reference: Background;
  before(async () => {
    reference = await startReference(SUITE, {});
  });
  after(() => reference.stop());

  for (const [index, moment] of moments().entries()) {
    // Going on is another whole run: a few of them are enough.
    const goesOn = index % 3 === 0;
    it(`${moment.when} of message ${moment.nth}, has lost nothing that was said${goesOn ? ', and goes on' : ''}`, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'ketentest-kill-'));
      await using product = await startProduct(reference.url, moment);
      const words = ['run', SUITE, '--endpoint', product.url, '--accept-defaults', '--out', 'rapport'];
      const { child, ended } = startCli(folder, ...words);
      await Promise.race([product.isTime, ended]);
      child.kill('SIGKILL');
      expect((await ended).signal).to.equal('SIGKILL');

      const prive = join(folder, 'rapport', 'prive');
      const { lines } = await readJournal(prive);
      for (const { name, size, digest } of lines.flatMap(bodiesOf)) {
        const bytes = await readFile(join(prive, 'berichten', name));
        expect([name, bytes.length, sha256(bytes)]).to.deep.equal([name, size, digest]);
      }
      const requests = lines.filter(({ type }) => type === 'request').flatMap(bodiesOf);
      const sent = new Set(requests.map(({ digest }) => digest));
      expect(product.received.length).to.equal(moment.nth);
      expect(product.received.filter((digest) => !sent.has(digest))).to.deep.equal([]);
      // The next message only goes out when the reply to the one before it was written down.
      const replies = lines.filter(({ type }) => type === 'reply');
      expect(replies.length).to.be.at.least(moment.nth - 1);
      expect(lines.map(({ seq }) => seq)).to.deep.equal(lines.map((_, index) => index + 1));

      expect((await callCli(folder, 'report', 'rapport')).status).to.equal(3);
      const { resultaat, uitvoering, achtergelaten } = await json<Report>(folder, 'rapport.json');
      expect([resultaat.totaal, uitvoering.einde]).to.deep.equal(['niet_vastgesteld', 'cancelled']);
      expect(resultaat.tellingen.stappen).not.to.have.property('voldoet_niet');
      // By then the first zaak was made, and read back.
      if (moment.nth > 8) expect(achtergelaten.map(({ soort }) => soort)).to.include('ZAK');
      const { uitwisselingen } = await json<Manifest>(folder, 'bewijs', 'manifest.json');
      // The public copies are masked; by their names they can be told from each other.
      const published = new Set(uitwisselingen.map(({ id }) => `${id}-vraag.body`));
      const told = new Set(requests.filter(({ name }) => published.has(name)).map(({ digest }) => digest));
      expect(product.received.filter((digest) => !told.has(digest))).to.deep.equal([]);

      if (!goesOn) return rm(folder, { recursive: true, force: true });
      product.goOn();
      const before = product.received.length;
      const continued = await callCli(folder, 'run', '--continue', 'rapport');
      expect(continued.status, continued.stderr).to.be.oneOf([0, 3]);
      const whole = await json<Report>(folder, 'rapport.json');
      expect(whole.uitvoering).to.deep.include({ einde: 'done', kenmerk: uitvoering.kenmerk, seed: uitvoering.seed });
      expect(whole.resultaat.tellingen.stappen).not.to.have.property('voldoet_niet');
      expect(whole.resultaat.tellingen.stappen).not.to.have.property('niet_uitgevoerd');
      expect(product.received.length).to.be.greaterThan(before);
      expect(new Set(product.received).size, 'nothing was said twice').to.equal(product.received.length);
      await rm(folder, { recursive: true, force: true });
    });
  }
});

async function json<T>(folder: string, ...path: readonly string[]): Promise<T> {
  return JSON.parse(await readFile(join(folder, 'rapport', ...path), 'utf8')) as T;
}

function moments(): readonly Moment[] {
  const chance = seededChance(`kill ${SEED}`);
  const draw = (below: number): number => Number.parseInt(chance.hex(6), 16) % below;
  return Array.from({ length: KILLS }, () => ({ nth: 1 + draw(MOST), when: MOMENTS[draw(MOMENTS.length)] ?? 'on arrival' }));
}

/** Passes messages on to an honest product, and tells when it is time to kill; nothing is answered after that. */
async function startProduct(good: string, { nth, when }: Moment) {
  const received: string[] = [];
  let tell = (): void => undefined;
  const isTime = new Promise<void>((resolve) => {
    tell = resolve;
  });
  let isKilled = false;
  const take = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    if (request.method === 'GET') return void response.writeHead(405).end();
    const body = await bytesOf(request);
    received.push(sha256(body));
    const isLast = !isKilled && received.length === nth;
    if (isLast && when === 'on arrival') return tell();
    const { status, headers, bytes } = await forward(good, request.headers, body);
    if (isLast && when === 'before the reply') return tell();
    response.writeHead(status, headers);
    if (isLast && when === 'halfway the reply') return void response.write(bytes.subarray(0, bytes.length / 2), tell);
    response.end(bytes, isLast ? tell : undefined);
  };
  const server = http.createServer((request, response) => {
    // Whoever is killed breaks its connections.
    if (isKilled || received.length < nth) take(request, response).catch(() => response.destroy());
  });
  const local = await localServer(server);
  return {
    ...local,
    received,
    isTime,
    /** Answers again, as if nothing had happened. */
    goOn: () => {
      isKilled = true;
    },
  };
}

async function forward(to: string, { connection: _, ...headers }: http.IncomingHttpHeaders, body: Buffer) {
  const reply = await new Promise<http.IncomingMessage>((resolve, reject) => {
    const onward = http.request(to, { method: 'POST', headers: { ...headers, host: new URL(to).host } }, resolve);
    onward.on('error', reject);
    onward.end(body);
  });
  return { status: reply.statusCode ?? 500, headers: reply.headers, bytes: await bytesOf(reply) };
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

interface NamedBody {
  readonly name: string;
  readonly size: number;
  readonly digest: string;
}

function bodiesOf(line: Readonly<Record<string, unknown>>): readonly NamedBody[] {
  return [line.request, line.reply].flatMap((message) => {
    const body = (message as { readonly body?: NamedBody } | undefined)?.body;
    return body === undefined ? [] : [body];
  });
}
