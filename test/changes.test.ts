/**
 * Prove it bites: a proxy before an honest product changes one thing in one reply. The step concerned must turn red by
 * the product's doing, what follows from it must be undecided, and every other step must stay as it was.
 */
import { expect } from 'chai';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import type { StepJudged } from '../src/model/run-event.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { applyChange, type ChangeData, readChanges } from './changes/changes.js';
import { type Change, type MutatingProxy, type PassingReply, startMutatingProxy } from './support/mutating-proxy.js';
import { openOwnSuite, outcomeOf, runAgainst } from './support/reference-run.js';
import { compactBasis, type ReferenceServer, startReference } from './support/reference-server.js';

const CHANGES = readChanges('zds-1.1');

describe('one change in one reply', () => {
  let loaded: LoadedSuite;
  let basis: OpenSchemaBasis;
  let product: ReferenceServer;
  let proxy: MutatingProxy;
  let honest: ReadonlyMap<string, StepJudged>;

  before(async function () {
    this.timeout(60_000);
    loaded = await openOwnSuite('zds-1.1/zaaksysteem');
    basis = await compactBasis(loaded.standard);
    product = await startReference(loaded.standard);
    proxy = await startMutatingProxy(product.url);
    honest = (await walk(0)).steps;
  });

  after(async () => {
    await proxy.close();
    await product[Symbol.asyncDispose]();
    basis.dispose();
  });

  const walk = (nr: number) => runAgainst(loaded, { url: proxy.url, bases: [basis], token: `w${nr}` });

  it('is none, and every step is right', () => {
    expect(
      [...honest].filter(([, step]) => step.verdict !== 'voldoet').map(([path, step]) => `${path} ${outcomeOf(step)}`),
    ).to.deep.equal([]);
    expect(honest.size).to.equal(36);
  });

  it('comes in at least 40 kinds', () => {
    expect(CHANGES.length).to.be.at.least(40);
    expect(new Set(CHANGES.map((each) => each.name)).size).to.equal(CHANGES.length);
  });

  CHANGES.forEach((change, index) => {
    it(`is ${change.name}`, async () => {
      proxy.change(changeFor(change));
      const { steps } = await walk(index + 1);
      expect(proxy.changed, 'the change must have been made').to.equal(1);
      expectPrimary(change, steps);
      if (!change.loose) expect(differences(change, steps)).to.deep.equal([]);
    });
  });

  function expectPrimary({ primary, rule }: ChangeData, steps: ReadonlyMap<string, StepJudged>): void {
    for (const path of primary) {
      const step = steps.get(path);
      expect(outcomeOf(step), path).to.equal('voldoet_niet product');
      const found =
        step?.findings.filter(
          (finding) => finding.verdict === 'voldoet_niet' && finding.oorzaak === 'product' && finding.ernst === 'fout',
        ) ?? [];
      const ids = found.map((finding) => finding.id);
      if (rule) expect(ids, `${path} by rule`).to.include(rule);
    }
  }

  /** Steps that are other than this change makes them. */
  function differences({ primary, consequent }: ChangeData, steps: ReadonlyMap<string, StepJudged>): readonly string[] {
    const [first = ''] = primary;
    return [...honest.keys()].flatMap((path) => {
      if (primary.includes(path)) return [];
      const wanted = consequent.includes(path) ? `niet_beslist < ${first}` : 'voldoet';
      const got = outcomeOf(steps.get(path));
      return got === wanted ? [] : [`${path}: ${wanted} expected, ${got} found`];
    });
  }
});

function changeFor(data: ChangeData): Change {
  let remembered: string | undefined;
  let confirmation: PassingReply | undefined;
  if (data.instead === 'confirm') {
    return {
      soapAction: data.on,
      nth: data.nth,
      apply: (reply) => reply,
      instead: (request) => {
        confirmation = confirm(request.body, data.on.endsWith('Di02') ? 'Bv02' : 'Bv03');
        return confirmation;
      },
    };
  }
  return {
    soapAction: data.on,
    nth: data.nth,
    when: (_, reply) => {
      // Looked at for every matching request: the value that an earlier reply gave out.
      if (data.remember) remembered ??= new RegExp(data.remember).exec(reply.body)?.[1];
      return true;
    },
    apply: (reply, request) => applyChange(data, reply, request, remembered),
  };
}

/** A right confirmation of a request that was never handed to the product. */
function confirm(request: string, kind: 'Bv02' | 'Bv03'): PassingReply {
  const reference = /referentienummer>([^<]*)</.exec(request)?.[1] ?? '';
  const party = (name: string, from: string) => {
    const content = new RegExp(`<(\\w+):${from}>([\\s\\S]*?)</\\1:${from}>`).exec(request)?.[2] ?? '';
    return `<StUF:${name}>${content}</StUF:${name}>`;
  };
  const full = `${party('zender', 'ontvanger')}${party('ontvanger', 'zender')}<StUF:referentienummer>B-1</StUF:referentienummer><StUF:tijdstipBericht>20260101120000000</StUF:tijdstipBericht><StUF:crossRefnummer>${reference}</StUF:crossRefnummer>`;
  return {
    status: 200,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: `<?xml version="1.0" encoding="UTF-8"?>
<E:Envelope xmlns:E="http://schemas.xmlsoap.org/soap/envelope/"><E:Body><StUF:${kind}Bericht xmlns:StUF="http://www.egem.nl/StUF/StUF0301"><StUF:stuurgegevens><StUF:berichtcode>${kind}</StUF:berichtcode>${kind === 'Bv02' ? '' : full}</StUF:stuurgegevens></StUF:${kind}Bericht></E:Body></E:Envelope>`,
  };
}
