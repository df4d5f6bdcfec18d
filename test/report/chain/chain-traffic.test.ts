import { expect } from 'chai';
import type { ReportScenario } from '../../../src/model/report.js';
import type { Keten } from '../../../src/model/report-chain.js';
import { exchangesIn } from '../../../src/report/chain/chain-passages.js';
import { type TrafficRow, trafficOf } from '../../../src/report/chain/chain-traffic.js';
import type { ManifestExchange } from '../../../src/report/manifest.js';

const naam = { nl: 'Naam', en: 'Name' };
const KETEN: Keten = {
  partijen: ['a', 'b', 'c'].map((id) => ({ id, naam, component: id, rol: 'vrager', echt: true }) as const),
  koppelingen: [{ id: 'a-c', van: 'a', naar: 'c', via: ['b'], verplicht: true, verdict: 'voldoet' }],
};

function exchange(id: string, hop: string, start: number, over: number, more: Partial<ManifestExchange> = {}): ManifestExchange {
  const message = { grootte: 1, gemaskeerd: false, koppen: [] };
  return {
    ...{ id, hop, deel: 'relay', scenario: 's', stap: 1, soort: 'step', dienst: 'd', poging: 1, methode: 'POST', url: '' },
    ...{ gestartOp: new Date(start).toISOString(), beeindigdOp: new Date(start + over).toISOString() },
    ...{ vraag: message, antwoord: message, status: 200, tijden: { replyInMillis: over } },
    ...more,
  };
}

function scenario(bewijs: readonly (readonly string[])[], id = 's'): ReportScenario {
  const step = { dienst: 'd', koppeling: 'a-c', verdict: 'voldoet', regels: [] } as const;
  const stappen = bewijs.flatMap((own, at) => [
    { ...step, nr: at * 2 + 1, richting: 'naar_product', berichttype: 'vraag', bewijs: own } as const,
    { ...step, nr: at * 2 + 2, richting: 'van_product', berichttype: 'antwoord', bewijs: own } as const,
  ]);
  return { id, titel: 'S', verplicht: true, verdict: 'voldoet', stappen };
}

const told = (rows: readonly TrafficRow[]) =>
  rows.map(({ nr, from, to, isPlanned, seen, other }) =>
    [`${nr} ${from}→${to}`, isPlanned ? 'planned' : '', seen ? 'seen' : '', other ?? ''].filter(Boolean).join(' '),
  );

describe('what passed the hops of a chain', () => {
  const well = [exchange('0001', 'a-b', 0, 30), exchange('0002', 'b-c', 10, 10)];
  const rows = (exchanges: readonly ManifestExchange[], steps = scenario([exchanges.map(({ id }) => id)])) =>
    told(trafficOf(KETEN, steps, exchanges));

  it('is a row for each message on each hop, planned and seen', () => {
    expect(rows(well)).to.deep.equal(['1 a→b planned seen', '1 b→c planned seen', '2 c→b planned seen', '2 b→a planned seen']);
  });

  it('tells what was not seen, also an answer', () => {
    expect(rows(well.slice(0, 1))).to.deep.equal([
      '1 a→b planned seen',
      '1 b→c planned missing',
      '2 c→b planned missing',
      '2 b→a planned seen',
    ]);
    const { antwoord: _, ...silent } = well[1] ?? exchange('', '', 0, 0);
    expect(rows([exchange('0001', 'a-b', 0, 30), silent])).to.include('2 c→b planned missing');
  });

  it('plans nothing for what a system showed at the end', () => {
    const { stappen, ...rest } = scenario([['0001', '0002'], []]);
    const shown = { ...rest, stappen: stappen.map((step) => (step.nr > 2 ? { ...step, eindtoestand: true as const } : step)) };
    expect(rows(well, shown)).to.have.length(4);
    expect(rows(well, scenario([['0001', '0002'], []]))).to.have.length(8);
  });

  it('tells what was seen once more', () => {
    const twice = [...well, exchange('0003', 'b-c', 40, 5)];
    expect(rows(twice).slice(4)).to.deep.equal(['1 b→c seen again', '2 c→b seen again']);
  });

  it('tells what was seen at another moment than planned', () => {
    const late = [exchange('0001', 'a-b', 0, 30), exchange('0002', 'b-c', 50, 10)];
    // The answer was there before anybody had passed the question on.
    expect(rows(late)).to.deep.equal([
      '1 a→b planned seen',
      '2 b→a seen moved',
      '1 b→c planned seen',
      '2 c→b planned seen',
      '2 b→a planned moved',
    ]);
  });

  it('does not call it another moment when the clock cannot tell', () => {
    const blurred = [exchange('0001', 'a-b', 0, 19), exchange('0002', 'b-c', 10, 10)];
    expect(rows(blurred)).to.deep.equal(rows(well));
  });

  it('tells what nobody planned, in the scenario that went on then', () => {
    const first = scenario([['0001', '0002']]);
    const second = scenario([['0004', '0005']], 't');
    const all = [...well, exchange('0003', 'b-c', 60, 5), exchange('0004', 'a-b', 90, 30), exchange('0005', 'b-c', 100, 10)];
    const own = exchangesIn([first, second], first, all);
    expect(own.map(({ id }) => id)).to.deep.equal(['0001', '0002', '0003']);
    expect(rows(own, first).slice(4)).to.deep.equal(['0 b→c seen extra', '0 c→b seen extra']);
    expect(exchangesIn([first, second], second, all).map(({ id }) => id)).to.deep.equal(['0004', '0005']);
  });
});
