import { expect } from 'chai';
import { waysOf } from '../../../src/cli/chain/ways.js';
import type { Chain, ChainActor } from '../../../src/model/chain.js';
import type { Plan } from '../../../src/model/plan.js';
import type { ServiceDefinition } from '../../../src/model/standard-definition.js';

const naam = { nl: 'Naam', en: 'Name' };
const actor = (id: string, plays: ChainActor['plays'], applicatie?: string): ChainActor => ({
  ...{ id, naam, component: id, plays },
  ...(applicatie !== undefined && { applicatie }),
});
const link = (from: string, to: string, via: readonly string[] = ['bus']) => ({
  ...{ id: `${from}-${to}`, from, to, via, verplicht: true, rewrites: [] },
});
const service = (id: string, portType = 'Vragen') => ({ id, portType }) as ServiceDefinition;

/** Services by link, and where messages go behind an actor that passes on. */
function ways(links: Chain['links'], services: Readonly<Record<string, readonly string[]>>, addresses = {}) {
  const chain: Chain = {
    actors: [
      ...[actor('vraag', 'vrager'), actor('ander', 'vrager'), actor('bus', 'tussenstation'), actor('bus2', 'tussenstation')],
      ...[actor('een', 'aanbieder', '{{een}}'), actor('twee', 'aanbieder', 'TWEE')],
    ],
    links,
  };
  const steps = Object.entries(services).flatMap(([on, all]) => all.map((each) => ({ link: on, service: each })));
  const plan = { scenarios: [{ scenario: { steps } }], constants: { een: 'EEN' } } as unknown as Plan;
  return waysOf(chain, plan, new Map(Object.entries(addresses)));
}

const nobody = () => {
  throw new Error('nobody has to look at the receiver here');
};

describe('the ways through a chain', () => {
  it('go by who sent a message', () => {
    const { next } = ways([link('vraag', 'een'), link('ander', 'twee')], {});
    expect(next('bus', { from: 'vraag', service: undefined, receiver: nobody })).to.equal('/bus-een');
    expect(next('bus', { from: 'ander', service: undefined, receiver: nobody })).to.equal('/bus-twee');
    expect(next('bus', { from: 'vreemd', service: undefined, receiver: () => undefined })).to.equal(undefined);
  });

  it('go by its service where that parts them', () => {
    const { next } = ways([link('vraag', 'een'), link('vraag', 'twee')], { 'vraag-een': ['a'], 'vraag-twee': ['b'] });
    expect(next('bus', { from: 'vraag', service: service('a'), receiver: nobody })).to.equal('/bus-een');
    expect(next('bus', { from: 'vraag', service: service('b'), receiver: nobody })).to.equal('/bus-twee');
  });

  it('go by who it is for where the service does not', () => {
    const { next } = ways([link('vraag', 'een'), link('vraag', 'twee')], { 'vraag-een': ['a'], 'vraag-twee': ['a'] });
    expect(next('bus', { from: 'vraag', service: service('a'), receiver: () => 'EEN' })).to.equal('/bus-een');
    expect(next('bus', { from: 'vraag', service: service('a'), receiver: () => 'TWEE' })).to.equal('/bus-twee');
    expect(next('bus', { from: 'vraag', service: service('a'), receiver: () => 'DRIE' })).to.equal(undefined);
  });

  it('lead over several actors that pass on', () => {
    const { next } = ways([link('vraag', 'een', ['bus', 'bus2'])], {});
    expect(next('bus', { from: 'vraag', service: undefined, receiver: nobody })).to.equal('/bus-bus2');
    expect(next('bus2', { from: 'bus', service: undefined, receiver: nobody })).to.equal('/bus2-een');
  });

  it('part by portType where a real system has an address for it', () => {
    const { next } = ways([link('vraag', 'een')], {}, { 'een/Vragen': 'http://h/vragen' });
    expect(next('bus', { from: 'vraag', service: service('a'), receiver: nobody })).to.equal('/bus-een/Vragen');
    expect(next('bus', { from: 'vraag', service: service('a', 'Berichten'), receiver: nobody })).to.equal('/bus-een');
  });
});
