/**
 * Takes from the mailbox of a run what a step waits for, and has the product send it where that can be asked for. What nobody
 * waits for is told at once.
 */
import type { Incomings } from './actor/counterpart.js';
import type { Delivered, Mailbox } from './actor/mailbox.js';
import type { Exchange } from './model/exchange.js';
import { HarnessError } from './model/harness-error.js';
import type { RunEvent } from './model/run-event.js';
import type { Stray } from './model/stray.js';
import type { Crew } from './run.js';
import type { Turn } from './run-receiving.js';

/** What the product has to send now, for whoever makes it do so. */
export interface Asked {
  readonly scenario: string;
  readonly step: number;
  readonly service: string;
  /** Values of variables at this moment. */
  readonly values: Readonly<Record<string, string>>;
}

/** Where the messages come in that the product sends by itself. */
export interface Listening extends Incomings {
  /** How long each message is waited for. */
  readonly waitMillis: number;
  /** Whether a step was over in a run that goes on: what did not come then is not waited for again. */
  readonly isOver?: (path: string) => boolean;
  /** Makes the product send; @returns why it could not. */
  readonly prompt?: ((asked: Asked) => Promise<string | undefined>) | undefined;
}

/** How asking for a message goes. */
export interface Prompted {
  /** Aborted when it could not be asked for. */
  readonly failed: AbortSignal;
  /** Why it could not; undefined while nothing went wrong. */
  complaint(): string | undefined;
}

/** Asks for the message of the product, unless it sends it because of what it got, or was waited for enough. */
export function promptFor(path: string, turn: Turn): Prompted {
  const { mailbox, prompt, isOver } = incomingOf(turn.crew);
  const isAsked = turn.step.receive?.again === undefined && !isOver?.(path);
  return promptWith(isAsked ? prompt : undefined, path, mailbox, turn);
}

/** Asks for a message unless it is there already. When it cannot be asked for, there is nothing to wait for. */
export function promptWith(
  prompt: Listening['prompt'],
  path: string,
  mailbox: Pick<Mailbox, 'untaken'>,
  { scenario, step, progress }: Turn,
): Prompted {
  const failing = new AbortController();
  let complaint: string | undefined;
  const isThere = mailbox.untaken().some(({ exchange: { purpose } }) => `${purpose.scenario}/${purpose.step}` === path);
  if (prompt && !isThere) {
    const asked = { scenario: scenario.id, step: step.nr, service: step.service, values: progress.values };
    void prompt(asked).then((said) => {
      complaint = said;
      if (said !== undefined) failing.abort();
    });
  }
  return { failed: failing.signal, complaint: () => complaint };
}

/**
 * Takes the message of a step, and tells what comes meanwhile and is for nobody.
 * @param deadline - moment on the clock of the run, in milliseconds since 1970
 * @param failed - ends the waiting
 * @returns undefined when it did not come in time
 */
export async function* takeFor(
  path: string,
  deadline: number,
  { crew, at }: Turn,
  failed: AbortSignal,
): AsyncGenerator<RunEvent, Delivered | undefined, undefined> {
  const incoming = incomingOf(crew);
  const stop = crew.signal ? AbortSignal.any([crew.signal, failed]) : failed;
  const isFor = ({ purpose }: Exchange) => `${purpose.scenario}/${purpose.step}` === path;
  for (;;) {
    const wanted = (exchange: Exchange) => isFor(exchange) || incoming.strayOf(exchange) !== undefined;
    const got = await incoming.mailbox.take(wanted, deadline, crew.clock, stop);
    const stray = got && incoming.strayOf(got.exchange);
    if (!got || !stray) return got;
    yield* tellStray(got.exchange, stray, at);
  }
}

/** Nobody waits for it; it is shown with what it is nearest to. */
export function* tellStray(exchange: Exchange, stray: Stray, at: () => string): Generator<RunEvent, void, undefined> {
  yield { type: 'exchanged', at: at(), exchange };
  yield { type: 'unmatched', at: at(), exchange: exchange.id, ...stray };
}

/** @throws {HarnessError} `INTERNAL` for a run that does not listen */
export function incomingOf({ incoming }: Crew): Listening {
  if (incoming) return incoming;
  throw new HarnessError('INTERNAL', 'the plan waits for messages, and nothing listens');
}
