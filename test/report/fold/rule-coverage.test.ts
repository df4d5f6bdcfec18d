import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Finding } from '../../../src/model/finding.js';
import type { RuleDefinition } from '../../../src/model/rule-definition.js';
import type { RunEvent } from '../../../src/model/run-event.js';
import type { ServiceDefinition } from '../../../src/model/standard-definition.js';
import type { Evidence } from '../../../src/report/evidence.js';
import { fold } from '../../../src/report/fold/fold.js';
import { renderHtml } from '../../../src/report/page/render-html.js';
import { packageRoot } from '../../package-root.js';
import { FLAWLESS, finding, RUN_FACTS } from '../samples.js';
import { complaints } from '../schema-check.js';

const rule = (id: string, check: RuleDefinition['check'], more: Partial<RuleDefinition> = {}): RuleDefinition => ({
  ...{ id, check, ernst: 'fout', scope: 'message', appliesTo: {}, bronnen: [{ document: 'BIEB10' }] },
  melding: { nl: id, en: id },
  ...more,
});
const xpath = { kind: 'xpath', violation: 'false()' } as const;

const RULES: readonly RuleDefinition[] = [
  rule('R-HELD', xpath),
  rule('R-BROKEN', xpath),
  rule('R-OURS', xpath),
  rule('R-PARTLY', xpath),
  rule('R-SILENT', xpath),
  rule('R-SCHEMA', { kind: 'elsewhere', by: 'schema', told: [] }),
  rule('R-TOLD', { kind: 'elsewhere', by: 'reply', told: ['R-BROKEN'] }),
  rule('R-UNTOLD', { kind: 'elsewhere', by: 'transport', told: ['R-UNTOLD'] }),
  rule('R-SCENARIO', { kind: 'elsewhere', by: 'scenario', told: [] }),
  rule('R-NO-SCENARIO', { kind: 'elsewhere', by: 'scenario', told: [] }),
  rule('R-OPEN', xpath),
  rule('R-MANUAL', { kind: 'none', reason: 'manual', why: { nl: 'x', en: 'x' } }),
  rule('R-OTHER', xpath, { appliesTo: { codes: ['Zz*'] } }),
];

function folded(findings: readonly Finding[], rules = RULES) {
  const { input: flawless } = FLAWLESS();
  const [first, ...others] = flawless.plan.scenarios;
  const deciding = first && [{ ...first, scenario: { ...first.scenario, decides: ['R-SCENARIO'] } }, ...others];
  const input = { ...flawless, plan: { ...flawless.plan, scenarios: deciding ?? [] } };
  const services = [...new Set(input.plan.scenarios.flatMap(({ scenario }) => scenario.steps.map((step) => step.service)))].map(
    (id) =>
      ({
        id,
        request: { element: 'B:vraag', code: 'Lv01' },
        replies: [{ element: 'B:antwoord', code: 'La01' }],
      }) as unknown as ServiceDefinition,
  );
  let isFirst = true;
  const events = [...input.events].map((event): RunEvent => {
    if (event.type !== 'step-judged' || !isFirst || event.exchanges.length === 0) return event;
    isFirst = false;
    return { ...event, findings: [...event.findings, ...findings] };
  });
  return fold({ ...input, events, run: { ...RUN_FACTS, standaard: { ...RUN_FACTS.standaard, rules, services } } });
}

const FINDINGS = [
  finding({ id: 'REGELS', verdict: 'voldoet', gehouden: ['R-HELD', 'R-PARTLY'], bericht: '0001/antwoord' }),
  finding({ id: 'REGELS', verdict: 'voldoet', gehouden: ['R-HELD', 'R-OURS'], bericht: '0001/vraag' }),
  finding({ id: 'R-BROKEN', verdict: 'voldoet_niet', oorzaak: 'product', bericht: '0001/antwoord' }),
  finding({ id: 'SCHEMA', verdict: 'voldoet', bericht: '0001/antwoord' }),
  finding({ id: 'R-OPEN', verdict: 'niet_beslist', oorzaak: 'harnas', verplicht: false, bericht: '0001/antwoord' }),
  finding({ id: 'R-PARTLY', verdict: 'niet_beslist', oorzaak: 'harnas', verplicht: false, bericht: '0001/vraag' }),
];

describe('coverage of the rules', () => {
  it('counts what binds the messages of the run, and what became of each rule', () => {
    const { regels, ...numbers } = folded(FINDINGS).regeldekking ?? { regels: [] };
    expect(numbers).to.deep.equal({
      ...{ catalogus: 13, bindtNiet: 1, toegepast: 12, gecontroleerd: 7, opProduct: 6, deelsGecontroleerd: 1 },
      ...{ elders: 3, geenAanleiding: 3, nietGecontroleerd: 2 },
    });
    expect(regels.map(({ id, hoe, gehouden, gebroken }) => [id, hoe, gehouden, gebroken])).to.deep.equal([
      ['R-BROKEN', 'product', 0, 1],
      ['R-HELD', 'product', 1, 0],
      ['R-MANUAL', 'niet', 0, 0],
      ['R-NO-SCENARIO', 'geen_aanleiding', 0, 0],
      ['R-OPEN', 'niet_beslist', 0, 0],
      ['R-OURS', 'eigen_bericht', 0, 0],
      ['R-PARTLY', 'product', 1, 0],
      ['R-SCENARIO', 'elders', 1, 0],
      ['R-SCHEMA', 'elders', 1, 0],
      ['R-SILENT', 'geen_aanleiding', 0, 0],
      ['R-TOLD', 'elders', 0, 1],
      ['R-UNTOLD', 'geen_aanleiding', 0, 0],
    ]);
    expect(regels.find(({ id }) => id === 'R-MANUAL')?.reden).to.equal('manual');
  });

  it('adds up: every rule of the standard stands in one place', () => {
    const numbers = folded(FINDINGS).regeldekking;
    if (!numbers) throw new Error('no coverage');
    expect(numbers.bindtNiet + numbers.toegepast).to.equal(numbers.catalogus);
    expect(numbers.gecontroleerd + numbers.geenAanleiding + numbers.nietGecontroleerd).to.equal(numbers.toegepast);
  });

  it('counts a rule that nothing gave rise to as not checked', () => {
    const silent = folded([]).regeldekking?.regels.filter((each) => each.id !== 'R-SCENARIO' && each.gecontroleerd);
    expect(silent).to.deep.equal([]);
  });

  it('follows the published schema', () => {
    const schema = JSON.parse(readFileSync(join(packageRoot, 'docs', 'rapport.schema.json'), 'utf8'));
    expect(complaints(JSON.parse(JSON.stringify(folded(FINDINGS))), schema)).to.deep.equal([]);
  });

  it('stands on the page in both languages, and not where there are no rules', () => {
    const evidence = { exchanges: [], open: () => undefined } satisfies Evidence;
    const page = renderHtml(folded(FINDINGS), evidence);
    expect(page).to.include('Dekking van de regels').and.to.include('Coverage of the rules').and.to.include('R-MANUAL');
    expect(folded([], []).regeldekking).to.equal(undefined);
    expect(renderHtml(folded([], []), evidence)).not.to.include('id="regeldekking"');
  });
});
