/** Runs whose pages have what the plain samples have not: people, strangers, known deviations, a product that sends. */
import { judgeHumanAnswer } from '../../src/judge/human-check.js';
import type { Exchange } from '../../src/model/exchange.js';
import type { HumanAnswer } from '../../src/model/human-check.js';
import { stepOutcome } from '../../src/model/outcome.js';
import type { Plan } from '../../src/model/plan.js';
import type { RunEvent } from '../../src/model/run-event.js';
import type { Evidence } from '../../src/report/evidence.js';
import { fold } from '../../src/report/fold/fold.js';
import { bodyOf, PLAN, type Sample, WITH_FAULTS } from './samples.js';

const AT = '2026-03-14T09:30:40.000Z';
const CHECK = {
  question: { nl: 'Toont het product het boek?', en: 'Does the product show the book?' },
  lookAt: { nl: 'het scherm', en: 'the screen' },
};
const ANSWERS: ReadonlyMap<string, HumanAnswer | undefined> = new Map([
  ['cat.1.geefBoeknummer', { answer: 'ja', how: 'opdracht', by: 'A. Tester', note: 'staat er' }],
  ['cat.5.geefBoek', { answer: 'nee', how: 'opdracht', by: 'A. Tester' }],
  ['cat.6.neemBoekTerug', undefined],
]);

/** A run with faults of which some, one expired and one stale were known. */
function withKnown(): Pick<Sample, 'report' | 'exchanges' | 'input'> {
  const { input, exchanges } = WITH_FAULTS();
  const known = (stap: string, regel: string, tot: string) => ({
    stap,
    regel,
    tot,
    reden: { nl: 'Volgt', en: 'Follows' },
    ticket: 'T-1',
  });
  const afwijkingen = [
    known('cat.2.*/4', 'BIEB-04', '2026-12-31'),
    known('cat.2.*/4', 'BIEB-05', '2026-01-31'),
    known('cat.1.*/*', 'BIEB-0*', '2026-12-31'),
  ];
  const own = { ...input, run: { ...input.run, afwijkingen } };
  return { input: own, report: fold(own), exchanges };
}

/** With questions to people, of which one has no answer, and messages that nobody waited for. */
export function ASKED(): Pick<Sample, 'report' | 'exchanges'> {
  const { input, exchanges } = withKnown();
  const strange = ['0900', '0910'].map(stranger);
  const asked = [...input.events].flatMap((event): readonly RunEvent[] => {
    if (event.type !== 'step-judged' || event.step !== 2 || !ANSWERS.has(event.scenario)) return [event];
    const { scenario, step } = event;
    const answer = ANSWERS.get(scenario);
    const findings = [...event.findings, judgeHumanAnswer(CHECK, answer, false)];
    return [
      { type: 'asked', at: AT, scenario, step, until: AT, ...CHECK },
      ...(answer ? [{ type: 'answered', at: AT, scenario, step, ...answer } as const] : []),
      { ...event, ...stepOutcome(findings), findings },
    ];
  });
  const events: readonly RunEvent[] = [
    ...asked,
    ...strange.map((exchange) => ({ type: 'exchanged', at: AT, exchange }) as const),
    {
      ...{ type: 'unmatched', at: AT, exchange: '0900', nearest: 'cat.2.voegBoekToe/1' },
      differs: { what: 'SOAPAction', expected: 'urn:voegBoekToe', found: 'urn:weg' },
    },
  ];
  const plan = withSteps((step, scenario) => (step.nr === 2 && ANSWERS.has(scenario) ? { ...step, confirm: CHECK } : step));
  return { report: fold({ ...input, plan, events }), exchanges: [...exchanges, ...strange] };
}

/** With the product as the one that sends. */
export function RECEIVING(): Pick<Sample, 'report' | 'exchanges'> {
  const { input, exchanges } = WITH_FAULTS();
  const plan = withSteps((step) => ({ ...step, from: step.to, to: step.from }));
  return { report: fold({ ...input, plan }), exchanges: exchanges.map((each) => ({ ...each, part: 'listener' })) };
}

/** Evidence in which two numbers may be those of real persons, of which one was cleared. */
export const SUSPECT: Evidence = {
  exchanges: [],
  open: () => undefined,
  privacy: {
    blokkade: true,
    vondsten: [
      { id: 'V1', bestanden: [{ bestand: 'bewijs/0001-vraag.xml', aantal: 2, plaatsen: ['3:14', '9:1'], hoe: 'tekst' }] },
      {
        ...{ id: 'V2', bestanden: [{ bestand: 'rapport.json', aantal: 1, plaatsen: [], hoe: 'base64' }] },
        vrijgave: { door: 'A. Tester', op: AT, reden: 'een zaaknummer', zout: '00', digest: 'ab' },
      },
    ],
  },
};

type PlannedStep = Plan['scenarios'][number]['scenario']['steps'][number];

function withSteps(change: (step: PlannedStep, scenario: string) => PlannedStep): Plan {
  return {
    ...PLAN,
    scenarios: PLAN.scenarios.map(({ scenario }) => ({
      scenario: { ...scenario, steps: scenario.steps.map((step) => change(step, scenario.id)) },
    })),
  };
}

function stranger(id: string): Exchange {
  const message = (text: string) => ({ headers: [], body: bodyOf(text, id) });
  return {
    ...{ id, part: 'listener', startedAt: AT, endedAt: AT },
    request: { method: 'POST', url: 'http://127.0.0.1/', ...message(`<a>verdwaald bericht ${id}</a>`) },
    reply: { status: 500, ...message('<b/>') },
    purpose: { scenario: '', step: 0, kind: 'step', service: 'leenBoek', attempt: 1 },
  };
}
