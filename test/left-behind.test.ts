/** What a run leaves in the product stands in its report: what was created or issued, by the step that did it. */
import { expect } from 'chai';
import { recordOfEvents } from '../src/cli/journal/record-of-events.js';
import { leftBehind } from '../src/judge/left-behind.js';
import { createMessageReader } from '../src/message/message-reader.js';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import type { Achtergelaten } from '../src/model/report.js';
import { familyOf } from '../src/standard/index.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { folded } from './support/folded.js';
import { type Change, startMutatingProxy } from './support/mutating-proxy.js';
import { openOwnSuite, runAgainst } from './support/reference-run.js';
import { compactBasis, startReference } from './support/reference-server.js';

const REFUSAL = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>s:Server</faultcode><faultstring>nee</faultstring></s:Fault></s:Body></s:Envelope>`;

/** The product never sees the first zaak, and says no. */
const REFUSED: Change = {
  soapAction: 'creeerZaak_Lk01',
  nth: 1,
  apply: (reply) => reply,
  instead: () => ({ status: 500, headers: { 'content-type': 'text/xml; charset=utf-8' }, body: REFUSAL }),
};

/** The product confirms every zaak, and shows another when it is asked. */
const SWALLOWED: Change = {
  soapAction: 'geefZaakdetails_Lv01',
  apply: ({ body }) => body.toString().replaceAll(/(<ZKN:omschrijving>)[^<]*/g, '$1een andere zaak'),
};

describe('what a run leaves behind', function () {
  this.timeout(60_000);

  const leftBy = async (id: string, change?: Change): Promise<readonly Achtergelaten[]> => {
    const loaded: LoadedSuite = await openOwnSuite(id);
    const basis: OpenSchemaBasis = await compactBasis(loaded.standard);
    await using product = await startReference(loaded.standard);
    await using proxy = await startMutatingProxy(product.url, change);
    const outcome = await runAgainst(loaded, { url: proxy.url, bases: [basis] });
    basis.dispose();
    return folded(loaded.standard, outcome).report.achtergelaten;
  };
  const told = (left: readonly Achtergelaten[]) => left.map(({ soort, stap }) => `${soort} ${stap}`);

  it('is every zaak and document of the 1.1 set, by the step that created it', async () => {
    const left = await leftBy('zds-1.1/zaaksysteem');
    expect(told(left)).to.deep.equal([
      'ZAK zs.2.creeerZaak/1',
      'ZAK zs.2.creeerZaak/3',
      'EDC zs.4.voegZaakdocumentToe/1',
      'EDC zs.4.voegZaakdocumentToe/3',
    ]);
    for (const { identificatie } of left) expect(identificatie).to.match(/^9999\d+$/);
    expect(new Set(left.map(({ soort, identificatie }) => soort + identificatie)).size).to.equal(4);
  });

  it('is every besluit of the 1.2 set too', async () => {
    expect(told(await leftBy('zds-1.2/zaaksysteem'))).to.deep.equal([
      'ZAK zs12.2.creeerZaak/1',
      'ZAK zs12.2.creeerZaak/3',
      'EDC zs12.4.voegZaakdocumentToe/1',
      'EDC zs12.4.voegZaakdocumentToe/3',
      'BSL zs12.15.voegBesluitToe/1',
      'BSL zs12.15.voegBesluitToe/3',
    ]);
  });

  it('is no zaak that the product refused, but the identification that it gave out for it', async () => {
    expect(told(await leftBy('zds-1.1/zaaksysteem', REFUSED))).to.deep.equal([
      'ZAK zs.1.genereerZaakIdentificatie/1',
      'ZAK zs.2.creeerZaak/3',
      'EDC zs.3.genereerDocumentIdentificatie/1',
      'EDC zs.4.voegZaakdocumentToe/3',
    ]);
  });

  it('is the same when it is read off the events of a run, whatever became of each step', async () => {
    const loaded = await openOwnSuite('zds-1.1/zaaksysteem');
    using basis = { all: [await compactBasis(loaded.standard)], [Symbol.dispose]: () => basis.all[0]?.dispose() };
    for (const change of [undefined, REFUSED, SWALLOWED]) {
      await using product = await startReference(loaded.standard);
      await using proxy = await startMutatingProxy(product.url, change);
      const { plan, events } = await runAgainst(loaded, { url: proxy.url, bases: basis.all });
      const { standard } = loaded;
      const tools = {
        standard,
        family: familyOf(standard.family),
        reader: createMessageReader(),
        bases: [],
        profile: 'strict',
      } as const;
      const read = await leftBehind(recordOfEvents(plan, events), tools);
      const live = events.flatMap((event) => (event.type === 'left-behind' ? [event] : []));
      expect(read).to.deep.equal(
        live.map(({ scenario, step, soort, identificatie }) => ({ scenario, step, soort, identificatie })),
      );
      expect(read.length).to.be.greaterThan(2);
    }
  });
});
