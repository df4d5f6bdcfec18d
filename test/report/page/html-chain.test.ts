import { expect } from 'chai';
import type { ReportRule } from '../../../src/model/report.js';
import { loadEvidence } from '../../../src/report/evidence.js';
import { MANIFEST, type Manifest, type ManifestExchange } from '../../../src/report/manifest.js';
import { packageFiles } from '../../../src/report/package.js';
import { chainView } from '../../../src/report/page/html-chain.js';
import { chainFirst } from '../../../src/report/page/html-chain-first.js';
import { trafficView } from '../../../src/report/page/html-traffic.js';
import { type ChainSampleOptions, chainSample } from '../chain-samples.js';
import { FLAWLESS } from '../samples.js';

const LATE = { how: 'late', side: 'antwoord', passed: { what: 'geheel', bytes: 1 } } as const;

async function opened(options: ChainSampleOptions = {}, change: (rule: ReportRule) => ReportRule = (rule) => rule) {
  const { report: made, exchanges } = chainSample(options);
  const files = await packageFiles({ report: made, exchanges, testset: [] });
  const open = (name: string) => files.find((file) => file.name === name)?.open() ?? nothing();
  const chunks: Uint8Array[] = [];
  for await (const chunk of open(MANIFEST)) chunks.push(chunk);
  const evidence = await loadEvidence(JSON.parse(Buffer.concat(chunks).toString()) as Manifest, open);
  const scenarios = made.scenarios.map((scenario) => ({
    ...scenario,
    stappen: scenario.stappen.map((step) => ({ ...step, regels: step.regels.map(change) })),
  }));
  const report = { ...made, scenarios };
  const [scenario] = report.scenarios;
  if (!report.keten || !scenario) throw new Error('no chain');
  return { report, keten: report.keten, evidence, scenario };
}

async function* nothing(): AsyncIterable<Uint8Array> {}

describe('a chain on the page', () => {
  it('says that it passes, on which versions, and for what it does not hold', async () => {
    const { report, evidence } = await opened();
    const view = chainView(report, evidence);
    expect(view?.result?.verdict).to.equal('voldoet');
    expect(view?.partijen.map(({ versie, stand }) => `${versie.en}; ${stand.en}`)).to.deep.equal([
      'ketentest 0.1.0; simulated',
      'Doorgeefluik 3.1; real system',
      'product and version unknown; real system',
    ]);
    expect(view?.result?.caveats.map(({ en }) => en.slice(0, 44))).to.deep.equal([
      'Of Case management system nobody told which ',
      'We played Forms application ourselves; of th',
    ]);
    expect(view?.links[0]?.hops.map(({ weg, stand }) => `${weg}: ${stand.en}`)).to.deep.equal([
      'a → b1: only the receiving end real',
      'b1 → z: both ends real',
    ]);
  });

  it('has no caveat when everybody is real and told', async () => {
    const partijen = Object.fromEntries(['a', 'b1', 'z'].map((id) => [id, { product: { pakketnaam: id, versie: '1' } }]));
    const { report, evidence } = await opened({ run: { echt: ['a', 'b1', 'z'], partijen } });
    expect(chainView(report, evidence)?.result?.caveats).to.deep.equal([]);
  });

  it('lays each koppeling in each scenario in a row, with how the messages came over', async () => {
    const { report, evidence } = await opened({ changed: 'k.2/1 b1-z' });
    expect(
      chainView(report, evidence)?.matrix.map(({ titel, expected, atA, atB, overkomst, verdict }) => [
        titel,
        expected,
        atA,
        atB,
        overkomst.en,
        verdict,
      ]),
    ).to.deep.equal([
      ['Deel 1 van de aanvraag', 4, 4, 4, '4× the same but for a known transformation (kenmerk)', 'voldoet'],
      [
        'Deel 2 van de aanvraag',
        4,
        4,
        4,
        '1× changed underway; 3× the same but for a known transformation (kenmerk)',
        'voldoet_niet',
      ],
    ]);
  });

  it('says of a row without messages that who answers was asked at the end', async () => {
    const { report, keten, evidence } = await opened();
    const matrix = (keten.matrix ?? []).map((row) => ({ ...row, berichten: [] }));
    expect(chainView({ ...report, keten: { ...keten, matrix } }, evidence)?.matrix[0]?.overkomst.en).to.equal(
      'no message: asked at the end',
    );
  });

  it('tells where the time went on each hop: the middle and the most', async () => {
    const { report, evidence } = await opened();
    expect(chainView(report, evidence)?.times).to.deep.equal([
      { weg: 'a → b1', by: 'b1', count: 4, transfer: '2 · 2', process: '4 · 4', wait: '6 · 6', whole: '12 · 12' },
      { weg: 'b1 → z', by: 'z', count: 4, transfer: '2 · 2', process: '4 · 4', wait: '', whole: '6 · 6' },
    ]);
  });

  it('says first on which hop it went wrong, whose doing it is, by what, and what it is not', async () => {
    const { report, evidence } = await opened({ changed: 'k.1/1 b1-z' });
    const first = chainFirst(report, evidence);
    expect(first).to.deep.include({
      hop: 'b1 → z',
      step: 'k.1/1',
      id: 'KETEN-DOORGEGEVEN',
      bron: 'Specificatie Bibliotheekservices 1.0.3, §2',
    });
    expect(first?.who.en).to.equal('Service bus b1');
    expect(first?.way.map(({ naam, isBlamed, hop }) => [naam.en, isBlamed, hop?.sign])).to.deep.equal([
      ['Forms application', false, '✓'],
      ['Service bus b1', true, '✕'],
      ['Case management system', false, undefined],
    ]);
    expect(first?.excluded.map(({ en }) => en.split(':')[0])).to.deep.equal(['Transport', 'Configuration', 'Test harness']);
    expect(first?.cascade).to.deep.equal([]);
    expect(first?.isKnown).to.equal(false);
    const known = await opened({ changed: 'k.1/1 b1-z' }, (rule) =>
      rule.verdict === 'voldoet_niet' ? { ...rule, afwijking: 1 } : rule,
    );
    expect(chainFirst(known.report, known.evidence)?.isKnown).to.equal(true);
  });

  it('tells what follows from it, and that it is not counted again', async () => {
    const { report, evidence } = await opened({ lost: 'k.1/1 b1-z' });
    const first = chainFirst(report, evidence);
    expect(first).to.deep.include({ step: 'k.1/1', others: 0 });
    expect(first?.cascade.map(({ en }) => en)).to.deep.equal([
      '7 later steps were not judged because of it, and are not counted again.',
    ]);
    // Nothing of the message was seen there: that it came whole is not said.
    expect(first?.excluded.map(({ en }) => en.split(':')[0])).to.deep.equal(['Configuration', 'Test harness']);
    expect(report.resultaat.tellingen.stappen.voldoet_niet).to.equal(1);
  });

  it('says of what no product did that it counts against none', async () => {
    const { report, evidence } = await opened({ changed: 'k.1/1 b1-z' });
    const first = report.keten?.eersteAfwijking;
    if (!report.keten || !first) throw new Error('nothing deviated');
    for (const oorzaak of ['harnas', 'configuratie', 'transport'] as const) {
      const of = chainFirst({ ...report, keten: { ...report.keten, eersteAfwijking: { ...first, oorzaak } } }, evidence);
      expect(of?.isProduct).to.equal(false);
      expect(of?.excluded.map(({ en }) => en).join(' ')).to.match(/counts against no product/);
    }
    const { partij: _, ...nobody } = first;
    const ours = chainFirst(
      { ...report, keten: { ...report.keten, eersteAfwijking: { ...nobody, oorzaak: 'harnas' } } },
      evidence,
    );
    expect(ours?.who.en).to.equal('The test harness');
  });

  it('is absent where one product was tested, and where nothing deviated', async () => {
    const { report, evidence } = await opened();
    expect(chainView(FLAWLESS().report, evidence)).to.equal(undefined);
    expect(chainFirst(FLAWLESS().report, evidence)).to.equal(undefined);
    expect(chainFirst(report, evidence)).to.equal(undefined);
  });

  describe('with planned and seen beside each other', () => {
    it('draws each message on each hop in both, and marks what is other than planned', async () => {
      const { report, keten, evidence, scenario } = await opened({ lost: 'k.1/1 b1-z' });
      const [part] = trafficView(report, keten, evidence, scenario).parts;
      expect(part?.planned.match(/class="line/g)).to.have.length(8);
      expect(part?.seen).to.include('①').and.include('niet gezien op deze hop').and.include('class="first"');
      expect(part?.planned).to.not.include('①');
      const whole = await opened();
      expect(trafficView(whole.report, whole.keten, whole.evidence, whole.scenario).parts[0]?.seen).to.not.match(
        /class="(?:first|\w* ?note)"/,
      );
    });

    it('says that it was changed underway, and where', async () => {
      const { report, keten, evidence, scenario } = await opened({ changed: 'k.1/1 b1-z' });
      const { parts, rows } = trafficView(report, keten, evidence, scenario);
      expect(parts[0]?.seen).to.include('≠ onderweg veranderd: B:titel');
      expect(rows.map(({ weg, verdict, note }) => [weg, verdict, note?.en]).slice(0, 2)).to.deep.equal([
        ['a → b1', 'voldoet', undefined],
        ['b1 → z', 'voldoet_niet', '≠ changed underway: B:titel'],
      ]);
    });

    it('says that what follows from before does not count again', async () => {
      const same = {
        verdict: 'voldoet_niet',
        oorzaak: 'product',
        ernst: 'aandachtspunt',
        verplicht: false,
        gevolg: true,
      } as const;
      const { report, keten, evidence, scenario } = await opened({}, (rule) =>
        rule.bericht === '0002/vraag' && rule.id === 'BIEB-01' ? { ...rule, ...same } : rule,
      );
      expect(trafficView(report, keten, evidence, scenario).rows[1]?.note?.en).to.equal('↳ follows from before: BIEB-01');
      const changed = await opened({ changed: 'k.1/1 b1-z' }, (rule) =>
        rule.bericht === '0002/vraag' && rule.id === 'BIEB-01' ? { ...rule, ...same } : rule,
      );
      expect(chainFirst(changed.report, changed.evidence)?.cascade.map(({ en }) => en)).to.deep.equal([
        '1 finding further on in the chain says the same, and does not count.',
      ]);
    });

    it('says what we did wrong ourselves, there and in the matrix, and then excludes no cause by it', async () => {
      const { report, keten, evidence, scenario } = await opened({ disturbed: 'k.1/1 b1-z', changed: 'k.1/1 b1-z' });
      const exchanges = evidence.exchanges.map((each) => (each.id === '0002' ? { ...each, verstoord: LATE } : each));
      const own = { ...evidence, exchanges };
      const { rows } = trafficView(report, keten, own, scenario);
      expect(rows.map(({ note }) => note?.en))
        .to.include('↯ by us: held up')
        .and.include('≠ changed underway: B:titel');
      expect(chainFirst(report, own)?.excluded.map(({ en }) => en.split(':')[0])).to.deep.equal(['Configuration']);
      expect(keten.matrix?.[0]?.berichten.map(({ overkomst }) => overkomst)).to.deep.equal([
        'anders',
        'verstoord',
        'omgezet',
        'omgezet',
      ]);
    });

    it('does not call it news that nothing came back of what we broke, nor that what we gave twice came twice', async () => {
      const { report, keten, evidence, scenario } = await opened();
      const notes = (change: (each: ManifestExchange) => readonly ManifestExchange[]) =>
        trafficView(report, keten, { ...evidence, exchanges: evidence.exchanges.flatMap(change) }, scenario).rows.map(
          ({ note }) => note?.en,
        );
      const broken = ({ antwoord: _, ...each }: ManifestExchange): ManifestExchange => ({
        ...each,
        storing: { kind: 'reset', detail: 'DISTURBED: reset, on purpose' },
      });
      const ours = { side: 'vraag', passed: { what: 'niets', bytes: 0 } } as const;
      const onHop = (how: 'reset' | 'twice', make: (each: ManifestExchange) => readonly ManifestExchange[]) =>
        notes((each) => (each.id === '0002' ? make({ ...each, verstoord: { how, ...ours } }) : [each]));
      expect(notes((each) => [each.id === '0002' ? broken(each) : each])).to.include('✕ no answer: reset');
      expect(onHop('reset', (each) => [broken(each)])).to.include('↯ by us: connection broken');
      expect(notes((each) => (each.id === '0002' ? [each, each] : [each]))).to.include('×2 seen once more');
      const twice = onHop('twice', (each) => [each, each]).filter((note) => note?.startsWith('↯'));
      expect(twice).to.deep.equal(['↯ by us: given once more', '↯ by us: given once more']);
    });

    it('says of what was not seen because of us that it was us', async () => {
      const ofOurs = (rule: ReportRule): ReportRule =>
        rule.bericht === '0001/antwoord' ? { ...rule, id: 'KETEN-VERSTORING' } : rule;
      for (const [change, told] of [
        [ofOurs, '– not seen, by what we did'],
        [undefined, '– not seen'],
      ] as const) {
        const { report, keten, evidence, scenario } = await opened({}, change);
        const stopped = evidence.exchanges.flatMap((each) => (each.id === '0002' ? [] : [each]));
        const { rows } = trafficView(report, keten, { ...evidence, exchanges: stopped }, scenario);
        expect(rows.find(({ bericht, weg }) => bericht.startsWith('2 ') && weg === 'z → b1')?.note?.en).to.equal(told);
      }
    });

    it('tells the same in a table, with the time on each hop', async () => {
      const { report, keten, evidence, scenario } = await opened();
      const { rows } = trafficView(report, keten, evidence, scenario);
      expect(rows).to.have.length(8);
      expect(rows[3]).to.deep.include({
        bericht: '2 geefBoek_Du02',
        weg: 'b1 → a',
        gezien: '+12 ms',
        transfer: '2',
        process: '4',
        wait: '6',
        whole: '12',
      });
    });

    it('stays readable with 5 actors and 26 steps: parts of which each has the names above it', async () => {
      const { report, keten, evidence, scenario } = await opened({ vias: 3, scenarios: 1, pairs: 13 });
      const { parts, rows } = trafficView(report, keten, evidence, scenario);
      expect(rows).to.have.length(104);
      expect(parts).to.have.length(3);
      for (const { seen, planned } of parts)
        for (const svg of [seen, planned]) expect(svg.match(/<rect class="who/g)).to.have.length(5);
      expect(Math.max(...parts.map(({ seen }) => Number(/viewBox="0 0 (\d+)/.exec(seen)?.[1])))).to.be.at.most(470);
    });

    it('says that nothing was seen where nothing was', async () => {
      const { report, keten, evidence } = await opened({ lost: 'k.1/1 b1-z' });
      const [, second] = report.scenarios;
      if (!second) throw new Error('no second scenario');
      expect(trafficView(report, keten, evidence, second)).to.deep.include({ isUnseen: true });
    });
  });
});
