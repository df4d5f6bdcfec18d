/**
 * The other side of a judge: products that are right, and not like ours. Whatever they write or say differently, nothing
 * may turn red.
 */
import { expect } from 'chai';
import { openRuleBook, type RuleBook } from '../src/judge/rule-book.js';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import type { Exchange, ReceivedReply } from '../src/model/exchange.js';
import type { XmlElement } from '../src/model/xml-element.js';
import { familyOf } from '../src/standard/index.js';
import { HOW_IT_WRITES, RECEIPT_FOR_DONE, type Variant, WHAT_IT_SAYS } from './support/honest-variants.js';
import { madeBody } from './support/made-exchange.js';
import { openOwnSuite, outcomeOf, runAgainst } from './support/reference-run.js';
import { compactBasis, officialBasis, startReference } from './support/reference-server.js';
import { createReplay, type Replay, type Steps } from './support/replay.js';

for (const id of ['zds-1.1', 'zds-1.2']) {
  describe(`an honest product of ${id} that differs from ours`, function () {
    this.timeout(30_000);
    let bases: readonly OpenSchemaBasis[];
    let rules: RuleBook;
    let replay: Replay;
    let trees: ReadonlyMap<string, { readonly root: XmlElement; readonly request: XmlElement }>;
    let prefixes: Readonly<Record<string, string>>;

    before(async () => {
      const loaded = await openOwnSuite(`${id}/zaaksysteem`);
      const official = await officialBasis(loaded.standard);
      bases = [...(official ? [official] : []), await compactBasis(loaded.standard)];
      await using product = await startReference(loaded.standard);
      const { events } = await runAgainst(loaded, { url: product.url, bases });
      const exchanges = events.flatMap((each) => (each.type === 'exchanged' ? [each.exchange] : []));
      rules = openRuleBook(loaded.standard, familyOf(loaded.standard.family));
      replay = createReplay(loaded, exchanges, bases, rules);
      trees = new Map(await Promise.all(exchanges.map(opened)));
      prefixes = {
        ...loaded.standard.namespaces,
        SOAP: 'http://schemas.xmlsoap.org/soap/envelope/',
        xsi: 'http://www.w3.org/2001/XMLSchema-instance',
        xmime: 'http://www.w3.org/2005/05/xmlmime',
        gml: 'http://www.opengis.net/gml',
      };
    });
    after(() => {
      rules[Symbol.dispose]();
      for (const basis of bases) basis.dispose();
    });

    for (const [name, variant] of Object.entries(HOW_IT_WRITES)) {
      it(`may write ${name}`, async () => expect(reds(await walk(variant))).to.deep.equal([]));
    }
    for (const [name, variant] of Object.entries(WHAT_IT_SAYS)) {
      it(`may say ${name}`, async () => expect(reds(await walk(variant))).to.deep.equal([]));
    }

    if (id === 'zds-1.1') {
      it('may confirm receipt where the sources differ, with a remark that says why', async () => {
        const steps = await walk(RECEIPT_FOR_DONE);
        expect(reds(steps)).to.deep.equal([]);
        const remarks = [...steps.values()].flatMap((step) => step.findings).filter((each) => each.ernst === 'aandachtspunt');
        expect(remarks.filter((each) => each.verdict === 'voldoet_niet').map((each) => each.id)).to.have.length(2);
      });
    }

    async function opened(exchange: Exchange): Promise<[string, { readonly root: XmlElement; readonly request: XmlElement }]> {
      const root = exchange.reply && (await replay.reader.open(exchange.reply)).root;
      const request = (await replay.reader.open(exchange.request)).root;
      if (!root || !request) throw new Error(`${exchange.id} cannot be read`);
      return [exchange.id, { root, request }];
    }

    async function walk(variant: Variant): Promise<Steps> {
      let changed = 0;
      const steps = await replay.honest((exchange, reply): ReceivedReply => {
        const of = trees.get(exchange.id);
        if (!of) return reply;
        const { bytes, headers = reply.headers } = variant({ ...of, prefixes });
        if (Buffer.compare(bytes, variantless(of)) !== 0 || headers !== reply.headers) changed += 1;
        return { ...reply, body: madeBody(bytes), headers };
      });
      expect(changed, 'the variant must differ').to.be.greaterThan(0);
      return steps;
    }

    function variantless(of: { readonly root: XmlElement; readonly request: XmlElement }): Uint8Array {
      return HOW_IT_WRITES['no charset']?.({ ...of, prefixes }).bytes ?? new Uint8Array();
    }
  });
}

function reds(steps: Steps): readonly string[] {
  return [...steps]
    .filter(([, step]) => step.verdict !== 'voldoet')
    .map(([path, step]) => {
      const first = step.findings.find((each) => each.verdict !== 'voldoet' && (each.verplicht || each.ernst === 'fout'));
      return `${path} ${outcomeOf(step)}: ${first?.id ?? ''} ${first?.pad ?? ''} ${first?.verwacht ?? ''} / ${first?.gevonden ?? ''}`;
    });
}
