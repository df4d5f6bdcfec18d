/**
 * Judges a recorded run again, in this process and without a socket: every message comes from the record, except the
 * replies that are given instead. What stays the same is read, validated and predicted once, so that thousands of
 * changed replies can be judged in the time of one run.
 */
import type { JudgeTools } from '../../src/judge/judge.js';
import type { RuleBook } from '../../src/judge/rule-book.js';
import { createMessageReader } from '../../src/message/message-reader.js';
import type { Clock } from '../../src/model/clock.js';
import type { Exchange, Purpose, ReceivedReply } from '../../src/model/exchange.js';
import type { MessageReader, SchemaBasis } from '../../src/model/record.js';
import type { StepJudged } from '../../src/model/run-event.js';
import type { XmlElement } from '../../src/model/xml-element.js';
import { run } from '../../src/run.js';
import type { Family, Registry } from '../../src/standard/family.js';
import { familyOf } from '../../src/standard/index.js';
import { evaluateFunctions } from '../../src/suite/functions.js';
import type { LoadedSuite } from '../../src/suite/load-suite.js';
import { planSuite } from '../../src/suite/plan.js';

export type Steps = ReadonlyMap<string, StepJudged>;

export interface Replay {
  readonly exchanges: readonly Exchange[];
  readonly reader: MessageReader;
  /** What every step comes to, when each reply is what this makes of it. */
  honest(variant?: (exchange: Exchange, reply: ReceivedReply) => ReceivedReply): Promise<Steps>;
  /** What the steps come to, up to the end of its scenario, when one exchange had another reply. */
  judge(exchange: Exchange, instead: ReceivedReply): Promise<Steps>;
}

const STILL: Clock = { now: () => Date.UTC(2026, 0, 1), sleep: async () => undefined };

/** @param rules - the semantic rules; without them the rest of the judge has to see everything by itself */
export function createReplay(
  loaded: LoadedSuite,
  exchanges: readonly Exchange[],
  bases: readonly SchemaBasis[],
  rules?: RuleBook,
): Replay {
  const { standard, suite } = loaded;
  const byPurpose = new Map<string, Exchange>(exchanges.map((each) => [keyOf(each.purpose), each]));
  const recorded = new Set(exchanges.flatMap((each) => [each.request.body.id, ...(each.reply ? [each.reply.body.id] : [])]));
  const shared = createMessageReader();
  const reader: MessageReader = {
    open: (message) => (recorded.has(message.body.id) ? shared : createMessageReader()).open(message),
  };
  const own = familyOf(standard.family);
  const registry = remembering(own.registry(standard));
  const family: Family = { ...own, registry: () => registry };
  const once = bases.map((basis) => validatingOnce(basis, recorded));
  const plan = planSuite(loaded, { only: [], without: [], set: {} });
  type Instead = (exchange: Exchange, reply: ReceivedReply) => ReceivedReply;

  const walk = async (instead: Instead, until?: string): Promise<Steps> => {
    const steps = new Map<string, StepJudged>();
    const events = run(plan, {
      tools: {
        standard,
        family,
        reader: perRun(reader),
        bases: once,
        profile: 'strict',
        ...(rules && { rules }),
      } satisfies JudgeTools,
      clock: STILL,
      mode: 'onvoorwaardelijk',
      poll: { deadlineMillis: 0, pauseMillis: 1 },
      functions: evaluateFunctions(suite.variables, { now: STILL.now(), token: 'proef' }),
      seed: 1,
      token: 'proef',
      messenger: {
        needs: () => [],
        async send(_source, purpose) {
          const exchange = byPurpose.get(keyOf(purpose));
          if (!exchange) throw new Error(`${keyOf(purpose)} was not recorded`);
          return [exchange.reply ? { ...exchange, reply: instead(exchange, exchange.reply) } : exchange];
        },
      },
    });
    for await (const event of events) {
      if (event.type === 'step-judged') steps.set(`${event.scenario}/${event.step}`, event);
      if (event.type === 'scenario-finished' && event.scenario === until) break;
    }
    return steps;
  };
  return {
    exchanges,
    reader,
    honest: (variant = (_, reply) => reply) => walk(variant),
    judge: (changed, instead) => walk(({ id }, reply) => (id === changed.id ? instead : reply), changed.purpose.scenario),
  };
}

function keyOf({ scenario, step, kind }: Omit<Purpose, 'attempt'>): string {
  return `${scenario}/${step} ${kind}`;
}

/** Keeps what it opened for one run, also of replies that are not in the record. */
function perRun(reader: MessageReader): MessageReader {
  const kept = new Map<string, ReturnType<MessageReader['open']>>();
  return {
    open(message) {
      const opened = kept.get(message.body.id) ?? reader.open(message);
      kept.set(message.body.id, opened);
      return opened;
    },
  };
}

function validatingOnce(basis: SchemaBasis, recorded: ReadonlySet<string>): SchemaBasis {
  const kept = new Map<string, ReturnType<SchemaBasis['validate']>>();
  return {
    ...basis,
    validate(message) {
      const outcome = kept.get(message.body.id) ?? basis.validate(message);
      if (recorded.has(message.body.id)) kept.set(message.body.id, outcome);
      return outcome;
    },
  };
}

/** The same messages before the same question give the same prediction. */
function remembering(registry: Registry): Registry {
  const numbers = new WeakMap<XmlElement, number>();
  const kept = new Map<string, XmlElement | undefined>();
  let last = 0;
  const numberOf = (element: XmlElement) => {
    const known = numbers.get(element) ?? ++last;
    numbers.set(element, known);
    return known;
  };
  return {
    ...registry,
    predict(sent, question) {
      const key = [...sent, question].map(({ message }) => numberOf(message)).join(' ');
      if (!kept.has(key)) kept.set(key, registry.predict(sent, question));
      return kept.get(key);
    },
  };
}
