import { expect } from 'chai';
import type { Clock } from '../src/model/clock.js';
import type { Exchange } from '../src/model/exchange.js';
import { Progress } from '../src/model/progress.js';
import type { RunEvent, StepJudged } from '../src/model/run-event.js';
import type { Scenario, Step } from '../src/model/scenario.js';
import { askedAtEnd } from '../src/run-chain.js';
import type { Turn } from '../src/run-receiving.js';
import { envelope, madeCase } from './support/made-case.js';
import { madeExchange } from './support/made-exchange.js';

/** Moves only while somebody sleeps on it. */
function standingClock(): Clock {
  let now = Date.UTC(2026, 0, 5, 9);
  return {
    now: () => now,
    async sleep(millis) {
      now += millis;
    },
  };
}

interface Asking {
  /** What the system shows, look after look; the last one from then on. */
  readonly shows: readonly string[];
  readonly withinMillis?: number;
  readonly isReal?: boolean;
}

/** Asks a system that shows these names whether it shows `Nieuw`. */
async function ask({ shows, withinMillis, isReal = true }: Asking): Promise<{ judged: StepJudged; events: RunEvent[] }> {
  const clock = standingClock();
  const asked: Exchange[] = [];
  const step = {
    ...{ nr: 1, service: 'geefVaartuig', link: 'a-c', isEndState: true },
    readBack: {
      ...{ service: 'geefVaartuig', template: 't', with: {} },
      expect: [{ kind: 'waarde', options: { path: 'VTG:naam', equals: 'Nieuw' } }],
      ...(withinMillis !== undefined && { withinMillis }),
    },
  } as unknown as Step;
  const scenario = { id: 'einde', steps: [step] } as unknown as Scenario;
  const link = { id: 'a-c', from: 'a', to: 'c', via: ['b'], rewrites: [], verplicht: true };
  const progress = new Progress({});
  const turn = {
    ...{ scenario, step, progress },
    at: () => new Date(clock.now()).toISOString(),
    crew: {
      clock,
      poll: { deadlineMillis: 1000, pauseMillis: 250 },
      watching: {
        linkOf: () => link,
        hopsOf: () => [
          { id: 'a-b', from: 'a', to: 'b' },
          { id: 'b-c', from: 'b', to: 'c' },
        ],
        heardBy: () => new Set(['b-c']),
        isReal: () => isReal,
      },
      messenger: {
        async send() {
          const name = shows[asked.length] ?? shows.at(-1);
          const at = new Date(clock.now()).toISOString();
          const made = madeExchange({
            id: String(asked.length + 1),
            request: envelope('<VTG:vtgLv01/>'),
            reply: envelope(`<VTG:vtgLa01><VTG:naam>${name}</VTG:naam></VTG:vtgLa01>`),
          });
          asked.push({ ...made, startedAt: at, endedAt: at });
          return asked.slice(-1);
        },
      },
    },
    caseOf: (exchange: Exchange) => ({ ...madeCase({}), exchange, record: progress }),
    tell: (findings: StepJudged['findings']) => ({ findings }) as StepJudged,
  } as unknown as Turn;
  const events: RunEvent[] = [];
  const going = askedAtEnd(turn);
  for (;;) {
    const { value, done } = await going.next();
    if (done) return { judged: value as StepJudged, events };
    events.push(value);
  }
}

const endState = ({ judged }: { judged: StepJudged }) => judged.findings.find(({ id }) => id === 'KETEN-EINDTOESTAND');

describe('what a chain came to', () => {
  it('holds when the system shows it at once, and says so', async () => {
    const done = await ask({ shows: ['Nieuw'] });
    expect(endState(done)).to.include({ verdict: 'voldoet', gevonden: '1× geefVaartuig, 0.0 s', hop: 'b-c', partij: 'c' });
    expect(done.events.filter(({ type }) => type === 'waiting')).to.have.length(0);
  });

  it('holds when it shows it before its time is over, and says how long that took', async () => {
    const done = await ask({ shows: ['Oud', 'Oud', 'Nieuw'] });
    expect(endState(done)).to.include({ verdict: 'voldoet', gevonden: '3× geefVaartuig, 0.5 s' });
    expect(done.events.filter(({ type }) => type === 'waiting')).to.have.length(1);
  });

  it('does not hold when it never shows it: what was asked, for how long, and what was seen last', async () => {
    const done = await ask({ shows: ['Oud', 'Ouder'] });
    expect(endState(done)).to.include({
      ...{ verdict: 'voldoet_niet', oorzaak: 'product', hop: 'b-c', partij: 'c' },
      ...{ verwacht: 'Nieuw', gevonden: '5× geefVaartuig, 1.0 s; VTG:naam Ouder' },
    });
    expect(done.judged.findings[0]?.id).to.equal('KETEN-EINDTOESTAND');
  });

  it('has the time that the chain declares, and not that of the settings', async () => {
    const shows = ['Oud', 'Oud', 'Oud', 'Oud', 'Oud', 'Oud', 'Nieuw'];
    expect(endState(await ask({ shows }))).to.include({ verdict: 'voldoet_niet' });
    expect(endState(await ask({ shows, withinMillis: 2000 }))).to.include({ verdict: 'voldoet' });
    expect(endState(await ask({ shows, withinMillis: 300 })))
      .to.have.property('gevonden')
      .that.matches(/^2× /);
  });

  it('counts against nobody when we play the system', async () => {
    expect(endState(await ask({ shows: ['Oud'], isReal: false }))).to.include({ verdict: 'voldoet_niet', oorzaak: 'harnas' });
  });
});
