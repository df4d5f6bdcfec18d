import { expect } from 'chai';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import { HUMAN_CHECK, type HumanAnswer } from '../src/model/human-check.js';
import type { RunEvent, StepJudged } from '../src/model/run-event.js';
import type { Asking } from '../src/run-asking.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { type ConsumerOptions, runConsumer } from './support/consumer-run.js';
import { openOwnSuite } from './support/reference-run.js';
import { compactBasis } from './support/reference-server.js';

const SCENARIO = 'zcv.2.geefZaakdetails-getoond';
const STEP = `${SCENARIO}/2`;
const YES: HumanAnswer = { answer: 'ja', how: 'bestand', by: 'A. Tester' };

describe('a step that asks a person', function () {
  this.timeout(30_000);
  let loaded: LoadedSuite;
  let compact: OpenSchemaBasis;
  before(async () => {
    loaded = await openOwnSuite('zds-1.1/zaakservice-consumer-verdieping');
    compact = await compactBasis(loaded.standard);
  });
  after(() => compact.dispose());

  async function outcome(answer: HumanAnswer | undefined, more: Partial<ConsumerOptions> = {}) {
    const asked: string[] = [];
    const asking: Asking = {
      waitMillis: 1000,
      ask: async (step, check) => {
        asked.push(`${step}: ${check.lookAt.nl}`);
        return answer;
      },
    };
    const selection = { only: [SCENARIO] };
    const { steps, events } = await runConsumer(loaded, { bases: [compact], selection, asking, ...more });
    return { asked, step: steps.get(STEP), events };
  }
  const check = (step: StepJudged | undefined) => step?.findings.find(({ id }) => id === HUMAN_CHECK);
  const told = (events: readonly RunEvent[]) => events.flatMap(({ type }) => (/^a(sked|nswered)$/.test(type) ? [type] : []));

  it('holds when the answer is ja, with values filled in where to look', async () => {
    const { asked, step, events } = await outcome(YES);
    expect([step?.verdict, check(step)?.gevonden]).to.deep.equal(['voldoet', 'ja (A. Tester)']);
    expect(told(events)).to.deep.equal(['asked', 'answered']);
    expect(asked).to.have.length(1);
    expect(asked[0]).to.match(/^zcv\.2\.geefZaakdetails-getoond\/2: zaak 9999TEYL12345678: /);
  });

  it('does not hold, by the product, when the answer is nee', async () => {
    const { step } = await outcome({ ...YES, answer: 'nee', note: 'leeg scherm' });
    expect([step?.verdict, step?.oorzaak]).to.deep.equal(['voldoet_niet', 'product']);
    expect(check(step)).to.include({ ernst: 'fout', gevonden: 'nee (A. Tester): leeg scherm' });
  });

  it('is undecided when nobody answers, and when nobody is there to be asked', async () => {
    for (const { step, events } of [await outcome(undefined), await outcome(undefined, { asking: undefined })]) {
      expect([step?.verdict, check(step)?.verdict]).to.deep.equal(['niet_beslist', 'niet_beslist']);
      expect(told(events)).to.deep.equal(['asked']);
    }
  });

  it('asks nothing when the step is not well already', async () => {
    const { asked, step, events } = await outcome(YES, { product: async () => undefined });
    expect([step?.verdict, asked.length, told(events).length]).to.deep.equal(['niet_beslist', 0, 0]);
  });
});
