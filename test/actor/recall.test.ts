import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type CounterpartOptions, startCounterpart } from '../../src/actor/counterpart.js';
import { createRecorder } from '../../src/actor/recorder.js';
import type { Exchange } from '../../src/model/exchange.js';
import { familyOf } from '../../src/standard/index.js';
import { memoryJournal } from '../support/memory-journal.js';
import { machineClock, openOwnSuite } from '../support/reference-run.js';

const BODY =
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><ZKN:genereerZaakIdentificatie_Di02 xmlns:ZKN="http://www.egem.nl/StUF/sector/zkn/0310" xmlns:StUF="http://www.egem.nl/StUF/StUF0301">' +
  '<ZKN:stuurgegevens><StUF:berichtcode>Di02</StUF:berichtcode><StUF:zender><StUF:organisatie>9999</StUF:organisatie><StUF:applicatie>Z</StUF:applicatie></StUF:zender>' +
  '<StUF:ontvanger><StUF:organisatie>9999</StUF:organisatie><StUF:applicatie>KETENTEST</StUF:applicatie></StUF:ontvanger><StUF:referentienummer>REF</StUF:referentienummer>' +
  '<StUF:tijdstipBericht>20260131120000</StUF:tijdstipBericht><StUF:functie>genereerZaakidentificatie</StUF:functie></ZKN:stuurgegevens>' +
  '</ZKN:genereerZaakIdentificatie_Di02></s:Body></s:Envelope>';

describe('a counterpart of a run that goes on', function () {
  this.timeout(20_000);

  async function start(recalled: CounterpartOptions['recalled'], delivered: Exchange[] = []) {
    const { standard } = await openOwnSuite('zds-1.1/zaakservice-consumer');
    const family = familyOf(standard.family);
    const registry = family.registry(standard);
    const service = standard.services.find(({ id }) => id === 'genereerZaakIdentificatie');
    if (!service) throw new Error('the standard lost its service');
    const counterpart = await startCounterpart({
      ...{ host: '127.0.0.1', port: 0, standard, family, registry, clock: machineClock, version: 'proef' },
      store: registry.createStore(),
      recorder: createRecorder(memoryJournal()),
      spoolFolder: join(tmpdir(), `ketentest-recall-${process.pid}`),
      expected: [{ path: 's.1/1', service }],
      recalled,
      firstExchange: (recalled?.length ?? 0) + 1,
    });
    const ask = async (reference: string): Promise<string> => {
      const headers = { 'Content-Type': 'text/xml', SOAPAction: service.soapAction };
      const reply = await fetch(counterpart.url, { method: 'POST', headers, body: BODY.replace('REF', reference) });
      const number = /identificatie>(\d+)</.exec(await reply.text())?.[1] ?? '';
      const got = await counterpart.mailbox.take(() => true, machineClock.now() + 10_000, machineClock);
      if (got) delivered.push(got.exchange);
      return number;
    };
    return { counterpart, ask };
  }

  it('knows what it handed out, what came and for which step, and counts on', async () => {
    const before: Exchange[] = [];
    const first = await start(undefined, before);
    await using _ = first.counterpart;
    const handedOut = await first.ask('KT1');
    expect(before.map(({ id, purpose }) => [id, purpose.step])).to.deep.equal([['0001', 1]]);

    const stray: Exchange = {
      ...(before[0] as Exchange),
      id: '0002',
      purpose: { ...(before[0] as Exchange).purpose, scenario: '' },
    };
    const after: Exchange[] = [];
    const again = await start([{ exchange: before[0] as Exchange }, { exchange: stray, stray: { nearest: 's.1/1' } }], after);
    await using __ = again.counterpart;
    const waiting = again.counterpart.mailbox.untaken().map(({ exchange }) => exchange);
    expect(waiting.map(({ id }) => id)).to.deep.equal(['0001', '0002']);
    expect(waiting.map((exchange) => again.counterpart.strayOf(exchange))).to.deep.equal([undefined, { nearest: 's.1/1' }]);
    // The two of before are taken first.
    await again.ask('KT2');
    await again.ask('KT2');
    const next = await again.ask('KT3');
    expect(next)
      .to.match(/^9999\d+$/)
      .and.not.to.equal(handedOut);
    expect(after.at(-1)).to.deep.include({ id: '0003' });
    expect(after.at(-1)?.purpose).to.deep.include({ scenario: 's.1', step: 1, attempt: 2 });
  });
});
