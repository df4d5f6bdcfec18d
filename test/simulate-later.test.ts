/** `ketentest simulate --reply-to`: what follows on a Bv03 arrives at the product, and its answer is judged. */
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { readXml } from '../src/message/xml-reader.js';
import type { MessageFacts } from '../src/standard/family.js';
import { familyOf } from '../src/standard/index.js';
import { mirrored } from '../src/suite/mirror.js';
import { startCli } from './support/cli-process.js';
import { openOwnSuite, runAgainst } from './support/reference-run.js';

interface Arrived {
  readonly action: string;
  readonly facts: MessageFacts | undefined;
}

/** A product that takes what comes, and answers with something that is no answer. */
async function listen() {
  const arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { root } = readXml(Buffer.concat(chunks));
      arrived.push({ action: String(request.headers.soapaction), facts: root && familyOf('stuf').read(root) });
      response.setHeader('Content-Type', 'text/xml').end('<niets/>');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/OntvangAsynchroon`;
  return { arrived, url, close: () => server.close() };
}

describe('ketentest simulate --reply-to', function () {
  this.timeout(60_000);

  it('sends the Fo01 of what could not be processed, at the latest when it is stopped, and judges what comes back', async () => {
    const loaded = await openOwnSuite('zds-1.1/zaaksysteem');
    const service = loaded.standard.services.find(({ id }) => id === 'updateZaak');
    const { sent } = await runAgainst(mirrored(await openOwnSuite('zds-1.1/zaakservice-consumer')), {
      ...{ url: 'http://127.0.0.1:9/', bases: [], selection: { only: ['zsc.updateZaak'] } },
    });
    const body = new TextDecoder().decode(sent[0]);
    const product = await listen();
    const folder = mkdtempSync(join(tmpdir(), 'ketentest-later-'));
    const words = ['--listen', '127.0.0.1:0', '--log', 'json', '--reply-to', product.url, '--reply-delay', '1h'];
    const process = startCli(folder, 'simulate', 'zds-1.1/zaaksysteem', ...words);
    after(() => process.child.kill('SIGKILL'));
    const line = await new Promise<string>((resolve, reject) => {
      if (process.child.stdout) createInterface({ input: process.child.stdout }).once('line', resolve);
      void process.ended.then(({ stderr }) => reject(new Error(stderr)));
    });
    const { listening } = JSON.parse(line) as { listening: string };
    const headers = { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: `"${service?.soapAction}"` };
    const reply = await (await fetch(listening, { method: 'POST', headers, body })).text();
    expect(reply).to.contain('Bv03');
    expect(product.arrived).to.deep.equal([]);
    process.child.kill('SIGTERM');
    const { status, stderr } = await process.ended;
    product.close();
    expect(status, stderr).to.equal(0);
    expect(product.arrived.map(({ action, facts }) => [action, facts?.berichtcode, facts?.fout?.code])).to.deep.equal([
      ['"http://www.egem.nl/StUF/StUF0301/Fo01"', 'Fo01', 'StUF064'],
    ]);
    const reference = /:referentienummer>([^<]+)</.exec(body)?.[1];
    expect(product.arrived[0]?.facts?.crossRefnummer).to.equal(reference);
    const told = JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as {
      verdict: string;
      sentTo: string;
      regels: { id: string }[];
    };
    expect(told).to.include({ request: 'Fo01', sentTo: product.url, verdict: 'voldoet_niet' });
    expect(told.regels.map(({ id }) => id)).to.include('STUF-0301-RT-07');
  });
});
