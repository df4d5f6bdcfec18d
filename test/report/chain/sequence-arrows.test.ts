import { expect } from 'chai';
import type { ReportScenario } from '../../../src/model/report.js';
import { type Arrow, arrowsOf } from '../../../src/report/chain/sequence-arrows.js';
import { drawSequence } from '../../../src/report/chain/sequence-diagram.js';
import { describe as describeExchange } from '../../../src/report/manifest.js';
import { finding, type Sample, sampleRun, WITH_FAULTS } from '../samples.js';

function arrows({ report, exchanges }: Sample, id: string): readonly Arrow[] {
  const found = report.scenarios.find((each) => each.id === id) as ReportScenario;
  const manifest = exchanges.map((each) =>
    describeExchange(each, {
      vraag: { body: each.request.body, masked: [] },
      ...(each.reply && { antwoord: { body: each.reply.body, masked: [] } }),
    }),
  );
  return arrowsOf(found, manifest);
}

function short(of: readonly Arrow[]): readonly string[] {
  const signs = { naar_product: '→', van_product: '←', beide: '↔' };
  return of.map(({ direction, label, kind, verdict }) => `${signs[direction]} ${label} ${kind} ${verdict}`);
}

describe('the arrows of a scenario', () => {
  it('puts each read-back after the reply that it proves', () => {
    expect(short(arrows(WITH_FAULTS(), 'cat.2.voegBoekToe'))).to.deep.equal([
      '→ 1  voegBoekToe_Di02 step voldoet',
      '← 2  Bv03 step voldoet',
      '↔ geefBoek read-back voldoet',
      '→ 3  voegBoekToe_Di02 step voldoet',
      '← 4  Bv03 step voldoet_niet',
      '↔ geefBoek read-back voldoet',
    ]);
  });

  it('shows a message that was never seen as absent', () => {
    expect(short(arrows(WITH_FAULTS(), 'cat.3.leenBoek')).slice(2)).to.deep.equal([
      '→ 3  leenBoek_Di02 absent niet_beslist',
      '← 4  Bv03 absent niet_beslist',
    ]);
    expect(short(arrows(WITH_FAULTS(), 'cat.4.verlengLening'))).to.deep.equal([
      '→ 1  verlengLening_Di02 step voldoet',
      '← 2  Bv03 absent niet_beslist',
    ]);
  });

  it('marks the read-back in which the fault was found', () => {
    const twist = { findings: () => [finding({ verdict: 'voldoet_niet', bericht: '0003/antwoord' })] };
    expect(short(arrows(sampleRun({ 'cat.2.voegBoekToe/2': twist }), 'cat.2.voegBoekToe'))[2]).to.equal(
      '↔ geefBoek read-back voldoet_niet',
    );
  });
});

describe('the drawing', () => {
  const arrow: Arrow = {
    label: '<b>&"',
    direction: 'naar_product',
    verdict: 'voldoet_niet',
    kind: 'step',
    times: 3,
    anchor: 's-x-1',
  };
  const draw = (of: Partial<Arrow>) =>
    drawSequence({
      left: 'ketentest',
      right: '<Product>',
      arrows: [{ ...arrow, ...of }],
      id: 'd',
      title: { nl: 'Verloop', en: 'Sequence' },
    });

  it('escapes every name', () => {
    expect(draw({})).not.to.match(/<b>|<Product>/);
    expect(draw({})).to.include('&lt;b&gt;');
  });

  it('tells the verdict by a sign beside the colour, and how often a message was offered', () => {
    expect(draw({})).to.include('>✕</text>').and.to.include('×3');
    expect(draw({ verdict: 'voldoet', times: 1 }))
      .to.include('>✓</text>')
      .and.not.to.include('×');
  });

  it('is named for who cannot see it', () => {
    expect(draw({})).to.include('role="group" aria-labelledby="d"').and.to.include('<title id="d">Verloop / Sequence</title>');
  });

  it('draws no arrow head for what was never seen', () => {
    expect(draw({ kind: 'absent' })).not.to.include('class="head"');
  });
});
