/**
 * Self-proof: every checked rule has an example that trips it and one that it holds for, and no good example trips
 * anything. A check that cannot fail is a defect.
 */
import { expect } from 'chai';
import type { Finding } from '../src/model/finding.js';
import type { RuleDefinition } from '../src/model/rule-definition.js';
import { type Fixture, readFixtures } from './rules/fixtures.js';
import { type Bench, benchOf, judgeFixture, openBenches } from './rules/judge-fixture.js';
import { madeExchange } from './support/made-exchange.js';
import { compactBasis } from './support/reference-server.js';

/** Rules that broken examples show more than once. */
const isChecked = ({ check }: RuleDefinition) => check.kind === 'xpath' || check.kind === 'code';

describe('the rules', function () {
  this.timeout(60_000);
  const fixtures = readFixtures();
  let benches: ReadonlyMap<string, Bench>;
  const judged = new Map<string, readonly Finding[]>();

  before(async () => {
    benches = await openBenches();
    for (const fixture of fixtures) judged.set(fixture.name, await judgeFixture(fixture, benchOf(fixture, benches)));
  });
  after(() => {
    for (const { book } of benches.values()) book[Symbol.dispose]();
  });

  const allRules = () =>
    new Map([...benches.values()].flatMap(({ standard }) => standard.rules.map((rule) => [rule.id, rule] as const)));
  const brokenIds = (name: string) =>
    (judged.get(name) ?? []).filter((each) => each.id !== 'REGELS' && each.verdict !== 'voldoet').map((each) => each.id);

  it('each have a broken example that trips them', () => {
    const tripped = new Set(
      fixtures.flatMap((fixture) => (fixture.breaks && brokenIds(fixture.name).includes(fixture.breaks) ? [fixture.breaks] : [])),
    );
    const lacking = [...allRules().values()].filter((rule) => isChecked(rule) && !tripped.has(rule.id)).map((rule) => rule.id);
    expect(lacking).to.deep.equal([]);
  });

  it('each have a good example that they hold for', () => {
    const heldFor = new Set(
      fixtures
        .filter((fixture) => !fixture.breaks)
        .flatMap((fixture) => (judged.get(fixture.name) ?? []).flatMap((each) => each.gehouden ?? [])),
    );
    const lacking = [...allRules().values()].filter((rule) => isChecked(rule) && !heldFor.has(rule.id)).map((rule) => rule.id);
    expect(lacking).to.deep.equal([]);
  });

  it('are tripped by the broken examples that bear their name', () => {
    const silent = fixtures.filter((fixture) => fixture.breaks && !brokenIds(fixture.name).includes(fixture.breaks));
    expect(silent.map((fixture) => fixture.name)).to.deep.equal([]);
  });

  it('are not tripped by any good example', () => {
    const tripped = fixtures
      .filter((fixture) => !fixture.breaks)
      .flatMap((fixture) => brokenIds(fixture.name).map((id) => `${fixture.name}: ${id}`));
    expect(tripped).to.deep.equal([]);
  });

  it('are shown by good examples that the schema accepts', async () => {
    const complaints: string[] = [];
    for (const bench of new Set(fixtures.map((fixture) => benchOf(fixture, benches)))) {
      const basis = await compactBasis(bench.standard);
      for (const fixture of fixtures.filter((each) => !each.breaks && benchOf(each, benches) === bench)) {
        complaints.push(...(await schemaComplaints(fixture, basis)));
      }
      basis.dispose();
    }
    expect(complaints).to.deep.equal([]);
  });

  it('have sources that are declared, and texts in two languages that differ', () => {
    const wrong = [...benches.values()].flatMap(({ standard }) =>
      standard.rules.flatMap((rule) => [
        ...rule.bronnen
          .filter(({ document }) => !standard.documents[document])
          .map(({ document }) => `${rule.id}: document ${document} is not declared`),
        ...(rule.melding.nl === rule.melding.en ? [`${rule.id}: one text for two languages`] : []),
      ]),
    );
    expect(wrong).to.deep.equal([]);
  });
});

async function schemaComplaints(fixture: Fixture, basis: Awaited<ReturnType<typeof compactBasis>>): Promise<readonly string[]> {
  const texts = fixture.messages.flatMap(({ request, reply }) => (reply === undefined ? [request] : [request, reply]));
  const outcomes = await Promise.all(texts.map((text) => basis.validate(madeExchange({ request: text }).request)));
  return outcomes.flatMap((outcome) => {
    if (!outcome.decided) return [`${fixture.name}: ${outcome.detail}`];
    return outcome.violations.slice(0, 1).map(({ line, message }) => `${fixture.name}:${line}: ${message}`);
  });
}
