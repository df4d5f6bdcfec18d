/** `ketentest simulate` as a process: what it was told survives it, however it ends, and it ends in order. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { type CliProcess, startCli } from './support/cli-process.js';
import { machineClock, openOwnSuite, runAgainst } from './support/reference-run.js';

const SUITE = 'zds-1.1/zaaksysteem';

async function start(folder: string, ...words: readonly string[]): Promise<CliProcess & { readonly url: string }> {
  const process = startCli(folder, 'simulate', SUITE, '--listen', '127.0.0.1:0', ...words);
  const line = await new Promise<string>((resolve, reject) => {
    if (process.child.stdout) createInterface({ input: process.child.stdout }).once('line', resolve);
    void process.ended.then(({ stderr }) => reject(new Error(stderr)));
  });
  return { ...process, url: (JSON.parse(line) as { listening: string }).listening };
}

/** The request that asks for a number, and the number that it gets. */
async function numbersFrom(url: string, messages: readonly Uint8Array[], action: string): Promise<readonly string[]> {
  return Promise.all(
    messages.map(async (body) => {
      const headers = { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: `"${action}"` };
      const reply = await fetch(url, { method: 'POST', headers, body: Buffer.from(body) });
      const text = await reply.text();
      return /:identificatie[^>]*>([^<]+)</.exec(text)?.[1] ?? text;
    }),
  );
}

describe('ketentest simulate as a process', function () {
  this.timeout(60_000);
  let messages: readonly Uint8Array[];
  let action: string;
  before(async () => {
    const loaded = await openOwnSuite(SUITE);
    const service = loaded.standard.services.find(({ id }) => id === 'genereerZaakIdentificatie');
    action = service?.soapAction ?? '';
    const nobody = { url: 'http://127.0.0.1:9/', bases: [], selection: { only: ['zs.1.*'] }, clock: machineClock };
    const { sent } = await runAgainst(loaded, nobody);
    const first = new TextDecoder().decode(sent[0]);
    messages = Array.from({ length: 20 }, (_, index) =>
      new TextEncoder().encode(first.replace(/(:referentienummer>)[^<]*</, `$1KT-${index}<`)),
    );
  });

  it('keeps every number that it gave away, also when it is killed while it gives them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ketentest-state-'));
    const given = new Set<string>();
    for (let round = 0; round < 3; round++) {
      const process = await start(folder, '--state', 'state.json');
      const some = messages.slice(round * 6, round * 6 + 6);
      const numbers = await numbersFrom(process.url, some, action);
      process.child.kill('SIGKILL');
      await process.ended;
      for (const number of numbers) {
        expect(number).to.match(/^[\w-]{5,40}$/);
        expect(given.has(number), `${number} was given twice`).to.equal(false);
        given.add(number);
      }
    }
    expect(given.size).to.equal(18);
  });

  it('tells each message on a line, with what is wrong with it below, and stops with 0 when it is asked to', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ketentest-log-'));
    const process = await start(folder, '--log', 'text', '--lang', 'en');
    await numbersFrom(process.url, messages.slice(0, 1), action);
    await numbersFrom(`${process.url}/BeantwoordVraag`, messages.slice(1, 2), 'urn:iets-anders');
    process.child.kill('SIGTERM');
    const { status, stderr } = await process.ended;
    expect(status, stderr).to.equal(0);
    expect(stderr).to.match(/^\S+ {2}genereerZaakIdentificatie_Di02 → genereerZaakIdentificatie_Du02 {2}HTTP 200$/m);
    expect(stderr).to.contain('! SOAPAction "urn:iets-anders" does not fit genereerZaakIdentificatie_Di02; expected ');
    expect(stderr).to.contain('! sent to BeantwoordVraag; genereerZaakIdentificatie_Di02 belongs to VrijeBerichten');
  });

  it('judges what it is sent, one JSON object a line', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ketentest-log-'));
    const process = await start(folder, '--log', 'json', '--fault', 'wrong-crossref');
    const wrong = new TextDecoder().decode(messages[0]).replace(/<([\w-]+:)functie>[^<]*<\/\1functie>/, '');
    await numbersFrom(process.url, [new TextEncoder().encode(wrong)], action);
    process.child.kill('SIGINT');
    const { status, stderr } = await process.ended;
    expect(status).to.equal(0);
    const entry = JSON.parse(stderr.trim()) as { verdict: string; faults: string[]; regels: { id: string }[] };
    expect(entry.verdict).to.equal('voldoet_niet');
    expect(entry.faults).to.deep.equal(['wrong-crossref']);
    expect(entry.regels.map(({ id }) => id)).to.include('SCHEMA');
  });

  for (const form of ['text', 'json'] as const)
    it(`tells in ${form} what it turns away: what came, where, and why`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'ketentest-log-'));
      const process = await start(folder, '--log', form, '--lang', 'en');
      const send = async (path: string, init: RequestInit) => (await fetch(`${process.url}${path}`, init)).status;
      const type = (of: string) => ({ 'Content-Type': of });
      const statuses = [
        await send('/a', { method: 'PUT', headers: type('text/xml'), body: '<a/>' }),
        await send('/b', { method: 'POST', headers: type('application/json'), body: '{}' }),
        await send('/c', { method: 'POST', headers: type('text/xml') }),
        await send('/d', { method: 'POST', headers: { ...type('text/xml'), 'Content-Encoding': 'gzip' }, body: '<a/>' }),
        // Who only looks is not told.
        await send('/', { method: 'GET' }),
      ];
      process.child.kill('SIGTERM');
      const { stderr } = await process.ended;
      expect(statuses).to.deep.equal([405, 415, 400, 400, 200]);
      if (form === 'json') {
        const lines = stderr
          .trim()
          .split('\n')
          .map(
            (line) => JSON.parse(line) as { status: number; turnedAway: { path: string; bytes: number; reason: { en: string } } },
          );
        expect(lines.map(({ status, turnedAway: { path, bytes } }) => [status, path, bytes])).to.deep.equal([
          [405, '/a', 4],
          [415, '/b', 2],
          [400, '/c', 0],
          [400, '/d', 4],
        ]);
        expect(lines[0]?.turnedAway.reason.en).to.equal('messages are sent with POST');
      } else {
        expect(stderr).to.match(/^\S+ {2}PUT \/a, text\/xml, 4 bytes → HTTP 405\n {4}! messages are sent with POST$/m);
        expect(stderr.match(/→ HTTP/g)).to.have.length(4);
      }
    });

  it('waits for the disk with --fsync, and needs a file to do so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ketentest-fsync-'));
    const process = await start(folder, '--state', 'state.json', '--fsync');
    const [number] = await numbersFrom(process.url, messages.slice(0, 1), action);
    process.child.kill('SIGKILL');
    await process.ended;
    expect(number).to.match(/^[\w-]{5,40}$/);
    expect(readFileSync(join(folder, 'state.json'), 'utf8').split('\n').length).to.be.greaterThan(2);
    const alone = await startCli(folder, 'simulate', SUITE, '--fsync', '--lang', 'en').ended;
    expect([alone.status, alone.stderr]).to.satisfy(
      ([status, said]: [number, string]) => status === 2 && said.includes('--fsync was given without --state'),
    );
  });

  it('lets a reply that is under way go out before it stops', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ketentest-stop-'));
    const process = await start(folder, '--fault', 'slow');
    const headers = { 'Content-Type': 'text/xml', SOAPAction: `"${action}"` };
    const reply = await fetch(process.url, { method: 'POST', headers, body: Buffer.from(messages[0] ?? []) });
    process.child.kill('SIGTERM');
    expect(await reply.text()).to.match(/<\/[\w-]+:Envelope>\s*$/);
    expect((await process.ended).status).to.equal(0);
  });
});
