import { expect } from 'chai';
import { VERDICTS } from '../../../src/model/finding.js';
import { OUTCOME_WORDS } from '../../../src/report/fold/step-outcomes.js';
import { renderCtrf } from '../../../src/report/render/render-ctrf.js';
import { FLAWLESS, NOT_ESTABLISHED, WITH_FAULTS } from '../samples.js';

interface Ctrf {
  readonly reportFormat: string;
  readonly specVersion: string;
  readonly results: {
    readonly tool: { readonly name: string };
    readonly summary: Readonly<Record<string, number>>;
    readonly tests: readonly {
      readonly name: string;
      readonly status: string;
      readonly rawStatus: string;
      readonly duration: number;
      readonly suite: readonly string[];
      readonly message?: string;
      readonly trace?: string;
    }[];
    readonly environment: Readonly<Record<string, string>>;
  };
}

const read = (of: Parameters<typeof renderCtrf>[0], taal?: 'nl' | 'en') => JSON.parse(renderCtrf(of, taal)) as Ctrf;

describe('CTRF', () => {
  it('has a test for each step, with the names that the format prescribes', () => {
    const { reportFormat, specVersion, results } = read(FLAWLESS().report);
    expect([reportFormat, specVersion]).to.deep.equal(['CTRF', '0.0.0']);
    expect(results.tool.name).to.equal('ketentest');
    expect(results.tests).to.have.length(16);
    expect(results.tests.every(({ status, message }) => status === 'passed' && message === undefined)).to.equal(true);
    expect(results.summary).to.include({ tests: 16, passed: 16, failed: 0, skipped: 0, pending: 0, other: 0 });
    expect(results.summary.stop).to.be.greaterThan(results.summary.start ?? Number.NaN);
  });

  it('counts nothing as passed but what holds', () => {
    expect(VERDICTS.filter((verdict) => OUTCOME_WORDS[verdict].ctrf === 'passed')).to.deep.equal(['voldoet']);
    for (const { report } of [WITH_FAULTS(), NOT_ESTABLISHED()]) {
      const { summary, tests } = read(report).results;
      const steps = report.scenarios.flatMap(({ stappen }) => stappen);
      expect(summary.passed).to.equal(steps.filter(({ verdict }) => verdict === 'voldoet').length);
      expect(tests.map(({ rawStatus }) => rawStatus)).to.deep.equal(steps.map(({ verdict }) => verdict));
      const counted = ['passed', 'failed', 'skipped', 'pending', 'other'].reduce((sum, name) => sum + (summary[name] ?? 0), 0);
      expect(counted).to.equal(tests.length);
    }
  });

  it('says of a failure which rule, where, what was expected and what was seen, in the language asked for', () => {
    const failed = read(WITH_FAULTS().report, 'en').results.tests.find(({ status }) => status === 'failed');
    expect(failed?.suite).to.deep.equal(['cat.2.voegBoekToe Voeg boek toe (P)']);
    expect(failed?.message).to.match(/^[A-Z0-9-]+: /);
    expect(failed?.trace).to.include('|');
    expect(read(WITH_FAULTS().report, 'nl').results.tests.find(({ status }) => status === 'failed')?.message).to.not.equal(
      failed?.message,
    );
  });

  it('is the same text for the same report', () => {
    expect(renderCtrf(WITH_FAULTS().report)).to.equal(renderCtrf(WITH_FAULTS().report));
  });
});
