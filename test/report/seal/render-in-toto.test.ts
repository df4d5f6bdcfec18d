import { expect } from 'chai';
import { canonicalJson } from '../../../src/report/canonical-json.js';
import { renderInToto } from '../../../src/report/seal/render-in-toto.js';
import { sealed, statementIn } from '../forged-packages/held-package.js';
import { FLAWLESS, NOT_ESTABLISHED, WITH_FAULTS } from '../samples.js';

const DIGEST = 'e'.repeat(64);

describe('an in-toto test-result', () => {
  for (const [result, sample] of [
    ['PASSED', FLAWLESS],
    ['FAILED', WITH_FAULTS],
    ['WARNED', NOT_ESTABLISHED],
  ] as const) {
    it(`is a statement about rapport.json: ${result}`, () => {
      const { report } = sample();
      const text = renderInToto(report, DIGEST);
      const statement = JSON.parse(text);
      expect(canonicalJson(statement)).to.equal(text);
      expect(Object.keys(statement).sort()).to.deep.equal(['_type', 'predicate', 'predicateType', 'subject']);
      expect([statement._type, statement.predicateType]).to.deep.equal([
        'https://in-toto.io/Statement/v1',
        'https://in-toto.io/attestation/test-result/v0.1',
      ]);
      expect(statement.subject).to.deep.equal([{ name: 'rapport.json', digest: { sha256: DIGEST } }]);
      const { predicate } = statement;
      expect(Object.keys(predicate).sort()).to.deep.equal([
        'configuration',
        'failedTests',
        'passedTests',
        'result',
        'warnedTests',
      ]);
      expect(predicate.result).to.equal(result);
      const named = [...predicate.passedTests, ...predicate.warnedTests, ...predicate.failedTests];
      expect(new Set(named).size).to.equal(named.length);
      expect(named.every((id: string) => report.scenarios.some((scenario) => scenario.id === id))).to.equal(true);
    });
  }

  it('describes everything that was used by where it is, its digest or its content', () => {
    const { configuration } = JSON.parse(renderInToto(FLAWLESS().report, DIGEST)).predicate;
    for (const each of configuration)
      expect(Object.keys(each)).to.satisfy((names: string[]) => names.some((name) => /^(uri|digest|content)$/.test(name)));
    expect(configuration.map(({ name }: { name: string }) => name)).to.deep.equal([
      'Bieb 1.0 Catalogus 1.0 (1.1)',
      'bieb-1.0',
      'ketentest',
      'product',
    ]);
    const product = configuration.find(({ name }: { name: string }) => name === 'product');
    expect(JSON.parse(String(Buffer.from(product.content, 'base64'))).product.pakketnaam).to.equal('Referentiecatalogus');
  });

  it('passes no scenario that the seal does not pass', async () => {
    const { predicate } = statementIn(await sealed());
    const own = JSON.parse(renderInToto(WITH_FAULTS().report, DIGEST)).predicate;
    for (const name of ['result', 'passedTests', 'warnedTests', 'failedTests']) expect(own[name]).to.deep.equal(predicate[name]);
  });
});
