/** Every fault that our simulator makes on purpose is seen by our own run, with the right finding and the right cause. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createFaulter } from '../src/actor/faulter.js';
import { startSimulator } from '../src/actor/simulator.js';
import { faultsOf, plannedFaults } from '../src/cli/simulate/simulate-faults.js';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import { familyOf } from '../src/standard/index.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { machineClock, openOwnSuite, runAgainst } from './support/reference-run.js';
import { compactBasis } from './support/reference-server.js';

interface Seen {
  readonly id: string;
  readonly oorzaak: string;
  /** Other faults that make this one possible. */
  readonly after?: string;
  /** Constants of the suite. */
  readonly set?: Readonly<Record<string, string>>;
}

const SEEN: Readonly<Record<string, Seen>> = {
  timeout: { id: 'TRANSPORT-TIMEOUT', oorzaak: 'transport' },
  reset: { id: 'TRANSPORT-RESET', oorzaak: 'transport' },
  truncated: { id: 'HTTP-TRUNCATED', oorzaak: 'product' },
  slow: { id: 'TRANSPORT-TIMEOUT', oorzaak: 'transport' },
  'late-reply': { id: 'TRANSPORT-TIMEOUT', oorzaak: 'transport' },
  'duplicate-reply': { id: 'STUF-0301-RT-02', oorzaak: 'product' },
  'http-500-html': { id: 'BODY-HTML', oorzaak: 'product' },
  'http-503': { id: 'HTTP-GATEWAY', oorzaak: 'transport' },
  'empty-body': { id: 'BODY-EMPTY', oorzaak: 'product' },
  'wrong-content-type': { id: 'HTTP-CONTENT-TYPE', oorzaak: 'product' },
  fo02: { id: 'STUF-0301-RT-07', oorzaak: 'product' },
  fo03: { id: 'STUF-0301-FO-08', oorzaak: 'product' },
  'fo03-not-stored': { id: 'STUF-0301-FO-08', oorzaak: 'product' },
  'wrong-crossref': { id: 'STUF-0301-RT-02', oorzaak: 'product' },
  'invalid-reply': { id: 'SCHEMA', oorzaak: 'product' },
  'quirk-soap-1.2': { id: 'SOAP-VERSION', oorzaak: 'product' },
  'quirk-soap-1.2-content-type': { id: 'HTTP-CONTENT-TYPE', oorzaak: 'product' },
  'quirk-long-reference': { id: 'STUF-0301-RF-02', oorzaak: 'product' },
  'quirk-copied-reference': { id: 'STUF-0301-RF-03', oorzaak: 'product' },
  'quirk-no-administratie': { id: 'STUF-0301-RT-01', oorzaak: 'product', set: { 'zender.administratie': 'Burgerzaken' } },
  'quirk-bare-fault': { id: 'STUF-PB-SO-10', oorzaak: 'product', after: 'fo02' },
  'quirk-long-fault-code': { id: 'STUF-0301-FO-03', oorzaak: 'product', after: 'fo02' },
};

/** Our own driver always says a SOAPAction, and a certificate is shown before any message; both have a test of their own. */
const NOT_OURS = ['quirk-soap-action', 'expired-certificate'];

describe('a fault made on purpose', function () {
  this.timeout(60_000);
  let loaded: LoadedSuite;
  let basis: OpenSchemaBasis;
  before(async () => {
    loaded = await openOwnSuite('zds-1.1/zaaksysteem');
    basis = await compactBasis(loaded.standard);
  });
  after(() => basis.dispose());

  /** What our run finds in the first scenario, that only asks: what holds is left out. */
  async function found(faults: string, set: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
    const { standard } = loaded;
    const family = familyOf(standard.family);
    const registry = family.registry(standard);
    await using simulator = await startSimulator({
      ...{ host: '127.0.0.1', port: 0, version: '1', clock: machineClock, standard, registry },
      store: registry.createStore(),
      spoolFolder: join(tmpdir(), `ketentest-fouten-${process.pid}`),
      ...(faults !== '' && { faulter: createFaulter(plannedFaults(faults, standard, family), standard) }),
    });
    const selection = { only: ['zs.1.*'], set };
    const { steps } = await runAgainst(loaded, { url: simulator.url, bases: [basis], timeoutMillis: 400, selection });
    return [...steps.values()].flatMap(({ findings }) =>
      findings.filter(({ verdict }) => verdict !== 'voldoet').map(({ id, oorzaak }) => `${id} ${oorzaak}`),
    );
  }

  it('is the only thing that is wrong: without one nothing is found', async () => {
    expect(await found('')).to.deep.equal([]);
    expect(await found('', { 'zender.administratie': 'Burgerzaken' })).to.deep.equal([]);
  });

  it('has a case here for each that there is', () => {
    const names = faultsOf(familyOf(loaded.standard.family)).map(({ name }) => name);
    expect([...names].sort()).to.deep.equal([...Object.keys(SEEN), ...NOT_OURS].sort());
  });

  for (const [name, { id, oorzaak, after, set }] of Object.entries(SEEN)) {
    it(`is seen: ${name} is ${id}, cause ${oorzaak}`, async () => {
      expect(await found(after === undefined ? name : `${after},${name}`, set)).to.include(`${id} ${oorzaak}`);
    });
  }

  it('is a refusal of whoever says no SOAPAction: quirk-soap-action, and of nobody else', async () => {
    const { standard } = loaded;
    const family = familyOf(standard.family);
    const registry = family.registry(standard);
    const { sent } = await runAgainst(loaded, { url: 'http://127.0.0.1:9/', bases: [], selection: { only: ['zs.1.*'] } });
    await using simulator = await startSimulator({
      ...{ host: '127.0.0.1', port: 0, version: '1', clock: machineClock, standard, registry },
      ...{ store: registry.createStore(), spoolFolder: join(tmpdir(), `ketentest-fouten-${process.pid}`) },
      faulter: createFaulter(plannedFaults('quirk-soap-action', standard, family), standard),
    });
    const action = `"${standard.services.find(({ id }) => id === 'genereerZaakIdentificatie')?.soapAction}"`;
    const ask = async (headers: Readonly<Record<string, string>>) => {
      const body = Buffer.from(sent[0] ?? []);
      const reply = await fetch(simulator.url, { method: 'POST', headers: { 'Content-Type': 'text/xml', ...headers }, body });
      return `${reply.status} ${await reply.text()}`;
    };
    expect(await ask({})).to.match(/^500 [\s\S]*SOAPAction ontbreekt/);
    expect(await ask({ SOAPAction: '""' })).to.match(/^500 [\s\S]*SOAPAction ontbreekt/);
    expect(await ask({ SOAPAction: action })).to.match(/^200 /);
  });

  it('is made only where it was asked for: with one service, and with one of its messages', async () => {
    expect(await found('fo02@creeerZaak')).to.deep.equal([]);
    const both = await found('fo02@genereerZaakIdentificatie');
    const one = await found('fo02@genereerZaakIdentificatie#2');
    expect(one.length).to.be.greaterThan(0).and.to.be.lessThan(both.length);
  });

  it('is refused by name when there is none of that name, and so is a service', () => {
    const family = familyOf(loaded.standard.family);
    for (const wrong of ['tmeout', 'timeout@creeerZak', 'timeout#0', '', 'timeout,', 'timeout@'])
      expect(() => plannedFaults(wrong, loaded.standard, family), wrong).to.throw(/there is no/);
  });
});
