/** A simulated zaaksysteem gives content back in the form in which it was asked for: base64, or parts. */

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Sender } from '../src/actor/messenger.js';
import { startSimulator } from '../src/actor/simulator.js';
import { sow } from '../src/cli/simulate/simulate-seed.js';
import { joined } from '../src/message/mtom.js';
import { partsOf } from '../src/message/multipart.js';
import { headerOf } from '../src/model/body.js';
import { familyOf } from '../src/standard/index.js';
import { mirrored } from '../src/suite/mirror.js';
import { packageRoot } from './package-root.js';
import { runConsumer } from './support/consumer-run.js';
import { machineClock, openOwnSuite, runAgainst } from './support/reference-run.js';
import { compactBasis } from './support/reference-server.js';

describe('content of a document', function () {
  this.timeout(30_000);

  it('is held against nobody when a product sends in parts, and our answer goes out in parts', async () => {
    const loaded = await openOwnSuite('zds-1.1/documentservice-consumer');
    const compact = await compactBasis(loaded.standard);
    let apart = 0;
    const inParts = (sender: Sender): Sender => ({
      async send(outgoing, ...more) {
        const head = '--grens\r\nContent-Type: application/xop+xml; type="text/xml"\r\nContent-ID: <r>\r\n\r\n';
        const body = Buffer.concat([Buffer.from(head), outgoing.body, Buffer.from('\r\n--grens--\r\n')]);
        const type = ['Content-Type', 'multipart/related; boundary=grens; type="application/xop+xml"'] as const;
        const headers = [type, ...outgoing.headers.filter(([name]) => name !== 'Content-Type')];
        const exchange = await sender.send({ ...outgoing, headers, body }, ...more);
        if (/^multipart/.test(headerOf(exchange.reply?.headers ?? [], 'Content-Type') ?? '')) apart += 1;
        return exchange;
      },
    });
    const { steps } = await runConsumer(loaded, { bases: [compact], wrap: inParts });
    compact.dispose();
    expect(apart).to.be.greaterThan(0);
    const reds = [...steps].filter(([, { verdict }]) => verdict !== 'voldoet');
    expect(reds.map(([path, { findings }]) => `${path} ${JSON.stringify(findings)}`)).to.deep.equal([]);
  });

  it('may not say SOAP 1.2 of its first part', async () => {
    const loaded = await openOwnSuite('zds-1.1/documentservice-consumer');
    const type = ['Content-Type', 'multipart/related; boundary=grens; start-info="application/soap+xml"'] as const;
    const wrap = (sender: Sender): Sender => ({
      send(outgoing, ...more) {
        const body = Buffer.concat([Buffer.from('--grens\r\n\r\n'), outgoing.body, Buffer.from('\r\n--grens--\r\n')]);
        return sender.send({ ...outgoing, headers: [type, ...outgoing.headers.slice(1)], body }, ...more);
      },
    });
    const { steps } = await runConsumer(loaded, { bases: [], wrap, selection: { only: ['dsc.genereerDocumentIdentificatie'] } });
    const told = steps.get('dsc.genereerDocumentIdentificatie/1')?.findings.filter(({ verdict }) => verdict === 'voldoet_niet');
    expect(told?.map(({ id }) => id)).to.include('HTTP-CONTENT-TYPE');
  });

  it('goes out as base64, in parts when the question came in parts, and always in parts when that was asked for', async () => {
    const loaded = mirrored(await openOwnSuite('zds-1.1/documentservice-consumer'));
    const { standard } = loaded;
    const registry = familyOf(standard.family).registry(standard);
    const store = registry.createStore();
    sow(join(packageRoot, 'suites'), standard, registry, store, Date.parse('2026-01-05T09:00:00Z'));
    const service = standard.services.find(({ id }) => id === 'geefZaakdocumentLezen');
    const selection = { only: ['dsc.geefZaakdocumentLezen'], set: {} };
    const { sent } = await runAgainst(loaded, { url: 'http://127.0.0.1:9/', bases: [], selection });
    const question = new TextDecoder()
      .decode(sent[0])
      .replace(/(<ZKN:gelijk[\s\S]*?<ZKN:identificatie>)[^<]*/, '$19999KETENTESTDOC0001');

    async function ask(mtom: boolean, type: string, body: string | Uint8Array) {
      await using simulator = await startSimulator({
        ...{
          host: '127.0.0.1',
          port: 0,
          version: '1',
          clock: machineClock,
          standard,
          registry,
          store,
          mtom,
          spoolFolder: join(tmpdir(), 'ketentest'),
        },
      });
      const headers = { 'Content-Type': type, SOAPAction: `"${service?.soapAction}"` };
      const reply = await fetch(simulator.url, { method: 'POST', headers, body: Buffer.from(body as string) });
      return { type: reply.headers.get('content-type') ?? '', bytes: new Uint8Array(await reply.arrayBuffer()) };
    }
    const contentIn = (bytes: Uint8Array) => /<ZKN:inhoud[^>]*>([\w+/=]*)</.exec(new TextDecoder().decode(bytes))?.[1];

    const inline = await ask(false, 'text/xml', question);
    expect(inline.type).to.match(/^text\/xml/);
    const content = contentIn(inline.bytes);
    expect(content, new TextDecoder().decode(inline.bytes)).to.match(/^[\w+/]{8,}=*$/);

    const whole = '--grens\r\nContent-Type: application/xop+xml; type="text/xml"\r\nContent-ID: <r>\r\n\r\n';
    const asked = await ask(
      false,
      'multipart/related; boundary=grens; type="application/xop+xml"',
      `${whole}${question}\r\n--grens--\r\n`,
    );
    const always = await ask(true, 'text/xml', question);
    for (const { type, bytes } of [asked, always]) {
      expect(type).to.match(/^multipart\/related; /);
      expect(Buffer.from(partsOf(bytes, type)[1]?.bytes ?? []).toString('base64')).to.equal(content);
      expect(contentIn(joined(bytes, type, 1e6))).to.equal(content);
    }
  });
});
