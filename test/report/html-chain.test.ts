import { expect } from 'chai';
import type { Report, ReportRule, ReportScenario, ReportStep } from '../../src/model/report.js';
import type { Keten } from '../../src/model/report-chain.js';
import { chainArrowsOf } from '../../src/report/chain-arrows.js';
import { drawChain } from '../../src/report/chain-diagram.js';
import { chainView } from '../../src/report/html-chain.js';
import type { ManifestExchange } from '../../src/report/manifest.js';

const naam = { nl: 'Naam', en: 'Name' };
const KETEN: Keten = {
  partijen: [
    { id: 'a', naam, component: 'A', rol: 'vrager', echt: false },
    { id: 'b', naam: { nl: '<b>Bus</b>', en: 'Bus' }, component: 'B', rol: 'tussenstation', echt: true },
    { id: 'c', naam, component: 'C', rol: 'aanbieder', echt: false },
  ],
  koppelingen: [{ id: 'a-c', van: 'a', naar: 'c', via: ['b'], verplicht: true, verdict: 'voldoet_niet' }],
};

function exchange(id: string, hop: string, more: Partial<ManifestExchange> = {}): ManifestExchange {
  const message = { grootte: 1, gemaskeerd: false, koppen: [] };
  return {
    ...{ id, hop, deel: 'relay', scenario: 's', stap: 1, soort: 'step', dienst: 'd', poging: 1, methode: 'POST', url: '' },
    ...{ gestartOp: '', beeindigdOp: '', vraag: message, antwoord: message, status: 200 },
    ...more,
  };
}

function rule(of: Partial<ReportRule>): ReportRule {
  return { id: 'R', verdict: 'voldoet_niet', oorzaak: 'product', ernst: 'fout', verplicht: true, melding: naam, ...of };
}

function scenario(regels: readonly ReportRule[], bewijs: readonly string[]): ReportScenario {
  const step = { berichttype: 'vraag', dienst: 'd', koppeling: 'a-c', verdict: 'voldoet', bewijs, regels } as const;
  const stappen: readonly ReportStep[] = [
    { ...step, nr: 1, richting: 'naar_product' },
    { ...step, nr: 2, richting: 'van_product', berichttype: 'antwoord', regels: [] },
  ];
  return { id: 's', titel: 'S', verplicht: true, verdict: 'voldoet', stappen };
}

describe('a chain on the page', () => {
  const seen = [exchange('0001', 'a-b', { tijden: { replyInMillis: 12 } }), exchange('0002', 'b-c')];
  const told = (regels: readonly ReportRule[], exchanges = seen) =>
    chainArrowsOf(
      KETEN,
      scenario(
        regels,
        exchanges.map(({ id }) => id),
      ),
      exchanges,
    ).map(({ from, to, label, kind, verdict, millis }) =>
      [`${from}→${to}`, label, kind, verdict, millis].filter((part) => part !== undefined).join(' '),
    );

  it('shows a message on each hop, and its answer back', () => {
    expect(told([])).to.deep.equal([
      'a→b vraag vraag voldoet',
      'b→c vraag vraag voldoet',
      'c→b antwoord antwoord voldoet',
      'b→a antwoord antwoord voldoet 12',
    ]);
  });

  it('marks the hop where it went wrong, and no other', () => {
    const verdicts = told([rule({ bericht: '0002/vraag' })]).map((each) => each.split(' ')[3]);
    expect(verdicts).to.deep.equal(['voldoet', 'voldoet_niet', 'voldoet', 'voldoet']);
  });

  it('shows where a message was waited for and not seen', () => {
    const first = seen.slice(0, 1);
    expect(told([rule({ hop: 'b-c', partij: 'b' })], first)).to.deep.equal([
      'a→b vraag vraag voldoet',
      'b→c vraag gemist voldoet_niet',
      'b→a antwoord antwoord voldoet 12',
    ]);
  });

  it('shows that no answer came', () => {
    const { antwoord: _, ...silent } = exchange('0002', 'b-c', { storing: { kind: 'timeout', detail: '' } });
    expect(told([], [exchange('0001', 'a-b'), silent]).at(2)).to.equal('c→b timeout gemist niet_beslist');
  });

  it('escapes what it draws', () => {
    const arrows = [{ from: 'a', to: 'b', label: '<script>', kind: 'vraag', verdict: 'voldoet', anchor: 'x' }] as const;
    const svg = drawChain({
      actors: [
        { id: 'a', name: '<i>' },
        { id: 'b', name: 'b' },
      ],
      arrows,
      id: 'i',
      title: naam,
    });
    expect(svg).to.include('&lt;script&gt;').and.include('&lt;i&gt;');
    expect(svg).to.not.match(/<script|<i>/);
  });

  it('says where it went wrong first, and whose doing it is', () => {
    const wrong = scenario([rule({ hop: 'b-c', partij: 'b' })], ['0001']);
    const eersteAfwijking = { stap: 's/1', regel: 'R', oorzaak: 'product', hop: 'b-c', partij: 'b' } as const;
    const view = chainView({ scenarios: [wrong], keten: { ...KETEN, eersteAfwijking } } as unknown as Report);
    expect(view?.first?.text.en).to.equal('step s/1, hop b → c, Bus, cause product');
    expect(view?.partijen.map(({ stand }) => stand.en)).to.deep.equal(['simulated', 'real system', 'simulated']);
    expect(view?.rows.map(({ weg, verdict }) => `${weg} ${verdict}`)).to.deep.equal(['a → b → c voldoet']);
  });

  it('is absent where one product was tested', () => {
    expect(chainView({ scenarios: [] } as unknown as Report)).to.equal(undefined);
  });
});
