import { expect } from 'chai';
import type { Chain } from '../../../src/model/chain.js';
import type { Verdict } from '../../../src/model/finding.js';
import type { ReportRule, ReportScenario, ReportStep } from '../../../src/model/report.js';
import { type ChainFacts, foldChain } from '../../../src/report/fold/fold-chain.js';

const naam = { nl: 'Naam', en: 'Name' };

describe('a chain in a report', () => {
  const chain: Chain = {
    actors: [
      { id: 'a', naam, component: 'A', plays: 'vrager' },
      { id: 'b', naam, component: 'B', plays: 'tussenstation' },
      { id: 'c', naam, component: 'C', plays: 'aanbieder' },
    ],
    links: [
      { id: 'a-c', from: 'a', to: 'c', verplicht: true, via: ['b'], rewrites: ['kenmerk'] },
      { id: 'straight', from: 'a', to: 'c', verplicht: false, via: [], rewrites: [] },
    ],
  };
  const seen: ChainFacts['seen'] = new Map([
    ['0001', { hop: 'a-b', isAnswered: true }],
    ['0002', { hop: 'b-c', isAnswered: true }],
    ['0003', { hop: 'b-c', isAnswered: true }],
    ['0004', { hop: 'a-c', isAnswered: true }],
  ]);
  const compared = (of: Partial<ReportRule> = {}, id = '0002'): ReportRule => ({
    ...{ id: 'KETEN-DOORGEGEVEN', verdict: 'voldoet', ernst: 'fout', verplicht: true, melding: naam },
    ...{ hop: 'b-c', partij: 'b', bericht: `${id}/vraag`, ...of },
  });
  const step = (of: Partial<ReportStep> = {}): ReportStep => ({
    ...{ nr: 1, richting: 'naar_product', berichttype: 'Lk01', dienst: 'd', koppeling: 'a-c', verdict: 'voldoet' },
    ...{ bewijs: ['0001', '0002'], regels: [compared()], ...of },
  });
  const scenario = (stappen: readonly ReportStep[], of: Partial<ReportScenario> = {}): ReportScenario => ({
    ...{ id: 's', titel: 'S', verplicht: true, verdict: 'voldoet', stappen, ...of },
  });
  const fold = (scenarios: readonly ReportScenario[], of: Partial<ChainFacts> = {}) =>
    foldChain(chain, scenarios, { titel: 'T', real: [], seen, ...of });
  const cameOver = (of: Partial<ReportStep>) => fold([scenario([step(of)])]).matrix[0]?.berichten[0]?.overkomst;
  const faulty = { verdict: 'voldoet_niet', oorzaak: 'product' } as const;

  it('tells of each actor what was told of it, and nothing of others', () => {
    const told = { b: { product: { pakketnaam: 'Zaken', versie: '2' }, leverancier: { naam: 'Wie' } } };
    const { partijen } = fold([], { real: ['b'], told });
    expect(partijen.slice(0, 2)).to.deep.equal([
      { id: 'a', naam, component: 'A', rol: 'vrager', echt: false },
      { id: 'b', naam, component: 'B', rol: 'tussenstation', echt: true, ...told.b },
    ]);
    expect(fold([]).partijen[1]).to.not.have.property('product');
  });

  it('has a row for each koppeling in each scenario that uses it, with what was seen at both ends', () => {
    const { matrix } = fold([scenario([step(), step({ nr: 3, koppeling: 'straight', bewijs: ['0004'], regels: [] })])]);
    expect(matrix).to.deep.equal([
      {
        ...{ koppeling: 'a-c', scenario: 's', verplicht: true, verdict: 'voldoet' },
        berichten: [{ stap: 1, berichttype: 'Lk01', bijA: ['0001'], bijB: ['0002'], overkomst: 'gelijk' }],
      },
      {
        ...{ koppeling: 'straight', scenario: 's', verplicht: true, verdict: 'voldoet' },
        berichten: [{ stap: 3, berichttype: 'Lk01', bijA: ['0004'], bijB: ['0004'], overkomst: 'gelijk' }],
      },
    ]);
  });

  it('says how a message came over', () => {
    expect(cameOver({ regels: [compared({ omgezet: [] })] })).to.equal('zelfde_inhoud');
    expect(cameOver({ regels: [compared({ omgezet: ['kenmerk'] })] })).to.equal('omgezet');
    expect(cameOver({ regels: [compared({ verdict: 'voldoet_niet', oorzaak: 'product' })] })).to.equal('anders');
    expect(cameOver({ bewijs: ['0001'], regels: [] })).to.equal('niet_doorgegeven');
    expect(cameOver({ bewijs: ['0001', '0002', '0003'] })).to.equal('meermaals');
    expect(cameOver({ bewijs: [], regels: [] })).to.equal('niet_gezien');
    expect(cameOver({ regels: [] }), 'nobody could compare it').to.equal('onleesbaar');
  });

  it('counts an answer only where there is one, and from B to A', () => {
    const silent = new Map([...seen, ['0001', { hop: 'a-b', isAnswered: false }] as const]);
    const answer = step({ nr: 2, richting: 'van_product', regels: [] });
    const row = fold([scenario([answer])], { seen: silent }).matrix[0];
    expect(row?.berichten[0]).to.deep.equal({
      ...{ stap: 2, berichttype: 'Lk01', bijA: [], bijB: ['0002'], overkomst: 'niet_doorgegeven' },
    });
  });

  it('says of an answer that did not come because we disturbed its question that it was us, and not when somebody did wrong in it', () => {
    const stopped = new Map([['0001', { hop: 'a-b', isAnswered: false, disturbed: 'vraag' }]] as const);
    const answer = (of: Partial<ReportStep> = {}) =>
      fold([scenario([step({ nr: 2, richting: 'van_product', bewijs: ['0001'], regels: [], ...of })])], { seen: stopped });
    const told = (of?: Partial<ReportStep>) => answer(of).matrix[0]?.berichten[0]?.overkomst;
    expect(told()).to.equal('verstoord');
    expect(told(faulty)).to.equal('niet_gezien');
    expect(told({ verdict: 'niet_beslist', oorzaak: 'transport' })).to.equal('niet_gezien');
  });

  it('passes only when every mandatory koppeling does; one that is optional and fails is shown, and sinks nothing', () => {
    const optional = step({ nr: 3, koppeling: 'straight', bewijs: ['0004'], ...faulty });
    const { koppelingen, verdict } = fold([scenario([step(), optional])]);
    expect(koppelingen.map((each) => [each.id, each.verdict, each.oorzaak])).to.deep.equal([
      ['a-c', 'voldoet', undefined],
      ['straight', 'voldoet_niet', 'product'],
    ]);
    expect(verdict).to.equal('voldoet');
    expect(fold([scenario([step(faulty)])]).verdict).to.equal('voldoet_niet');
  });

  it('does not fail for what no product did', () => {
    expect(fold([scenario([step({ verdict: 'voldoet_niet', oorzaak: 'harnas' })])]).verdict).to.equal('niet_beslist');
    expect(fold([scenario([step({ verdict: 'niet_beslist', oorzaak: 'transport' })])]).verdict).to.equal('niet_beslist');
  });

  it('holds nothing for proven over which nothing was seen to go', () => {
    const unseen = step({ bewijs: [], regels: [] });
    expect(fold([scenario([unseen])]).koppelingen[0]?.verdict).to.equal('niet_uitgevoerd');
    expect(fold([]).verdict).to.equal('niet_beslist');
  });

  it('leaves out of a koppeling what was left out of the run, when that is optional', () => {
    const left = step({ verdict: 'niet_uitgevoerd', bewijs: [], regels: [] });
    const verdictWith = (verplicht: boolean): Verdict | undefined =>
      fold([scenario([step()]), scenario([left], { id: 't', verplicht })]).koppelingen[0]?.verdict;
    expect(verdictWith(false)).to.equal('voldoet');
    expect(verdictWith(true)).to.equal('niet_uitgevoerd');
  });

  it('names the steps that follow from the first deviation, and the row in which nothing else is wrong', () => {
    const wrong = compared({ verdict: 'voldoet_niet', oorzaak: 'product' });
    const bad = scenario([step({ ...faulty, regels: [wrong] })]);
    const after = scenario([step({ verdict: 'niet_beslist', gevolgVan: 's/1', regels: [], bewijs: [] })], { id: 't' });
    const { eersteAfwijking, matrix } = fold([bad, after]);
    expect(eersteAfwijking).to.deep.include({ stap: 's/1', hop: 'b-c', partij: 'b', gevolgen: ['t/1'] });
    expect(matrix.map(({ gevolgVan }) => gevolgVan)).to.deep.equal([undefined, 's/1']);
  });

  it('takes what the system showed at the end for no message, and weighs it all the same', () => {
    const end = step({ ...faulty, nr: 2, eindtoestand: true, bewijs: ['0009'], regels: [] });
    const [row] = fold([scenario([step(), end])]).matrix;
    expect(row?.berichten.map(({ stap }) => stap)).to.deep.equal([1]);
    expect(row?.verdict).to.equal('voldoet_niet');
  });
});
