import { expect } from 'chai';
import type { Report } from '../../../src/model/report.js';
import type { Keten } from '../../../src/model/report-chain.js';
import { contradictions } from '../../../src/report/seal/verify-report.js';
import { FLAWLESS } from '../samples.js';

describe('a sealed report of a chain', () => {
  const { report } = FLAWLESS();
  const [scenario] = report.scenarios;
  if (!scenario) throw new Error('no scenario');
  const stappen = scenario.stappen.map((step) => ({ ...step, koppeling: 'a-b' }));
  const link = { id: 'a-b', van: 'a', naar: 'b', via: [], verplicht: true, verdict: 'voldoet' } as const;
  const berichten = [{ stap: 1, berichttype: 'Lk01', bijA: ['0001'], bijB: ['0001'], overkomst: 'gelijk' }] as const;
  const row = { koppeling: 'a-b', scenario: scenario.id, verplicht: true, verdict: 'voldoet', berichten } as const;
  const keten: Keten = { partijen: [], koppelingen: [link], verdict: 'voldoet', matrix: [row] };
  const whole: Report = { ...report, scenarios: [{ ...scenario, stappen }, ...report.scenarios.slice(1)] };
  const wrong = (of: Partial<Keten>) =>
    contradictions({ ...whole, keten: { ...keten, ...of } }).map(({ bestand, verwacht, gezien }) => [
      bestand?.replace('rapport.json#', ''),
      verwacht,
      gezien,
    ]);

  it('agrees with itself when each koppeling follows from its rows, and the whole from those', () => {
    expect(wrong({})).to.deep.equal([]);
  });

  it('is refused when a row, a koppeling or the whole is greener than what is below it', () => {
    const unseen = [{ ...row, berichten: [{ ...berichten[0], bijB: [] }] }];
    expect(wrong({ matrix: unseen }).flat()).to.include.members(['keten a-b', 'niet_uitgevoerd', 'voldoet']);
    expect(wrong({ matrix: [{ ...row, verdict: 'niet_beslist' }] }).flat()).to.include(`keten a-b ${scenario.id}`);
    expect(wrong({ verdict: 'niet_beslist' }).flat()).to.include('keten');
    const unproven = [{ ...link, verdict: 'niet_uitgevoerd' }] as const;
    expect(wrong({ koppelingen: unproven }).flat()).to.include.members(['resultaat.totaal', 'niet_vastgesteld', 'foutloos']);
  });
});
