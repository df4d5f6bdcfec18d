/**
 * Does something wrong on purpose with a message that passes a hop: it is written down what reached us and what we let
 * through, before either side notices anything.
 */
import type { Disturb, LetThrough } from '../model/disturbance.js';
import type { TransportFailure } from '../model/exchange.js';
import type { Conversation } from './conversation.js';
import { beginningOf, sendBeginning } from './relay-beginning.js';
import type { Backward } from './relay-legs.js';
import { giveBack, type Taken } from './relay-pass.js';
import { type Outcome, onceMore } from './relay-talk.js';
import { saidByUs } from './relay-words.js';

export function disturb(taken: Taken, fault: Disturb, back: Backward): Promise<void> {
  if (fault.how === 'twice') return twice(taken, fault, back);
  return fault.side === 'vraag' ? disturbQuestion(taken, fault) : disturbAnswer(taken, fault, back);
}

/** The same message goes on once more, as an exchange of its own; who asked hears the first answer. */
async function twice(taken: Taken, { how, side }: Disturb, back: Backward): Promise<void> {
  const { relay, request, purpose } = taken;
  const disturbed = { how, side, passed: whole(taken) } as const;
  const said = await taken.speak(request.body);
  const again = onceMore(taken);
  const repeated = { ...purpose, attempt: purpose.attempt + 1 };
  await relay.recorder.record({
    ...{ type: 'request', exchange: again.id, part: 'relay', hop: relay.hop, purpose: repeated, at: again.startedAt, request },
  });
  const heard = await again.speak(request.body);
  again.times.replyInMillis = again.since();
  const outcome: Outcome = { ...told(heard), times: again.times, disturbed };
  await again.record(outcome);
  await giveBack(taken, said, back, undefined, disturbed);
  again.deliver({ request, purpose: repeated }, outcome);
}

async function disturbQuestion(taken: Taken, { how, side }: Disturb): Promise<void> {
  const { request, relay, response } = taken;
  const outcome = (passed: LetThrough, said: Conversation = {}): Outcome => ({
    ...told(said),
    ...(said.failure ? {} : { failure: onPurpose(how) }),
    times: taken.times,
    disturbed: { how, side, passed },
  });
  const end = async (ended: Outcome, act: () => void | Promise<void>): Promise<void> => {
    await taken.record(ended);
    taken.deliver(taken, ended);
    await act();
  };
  switch (how) {
    case 'lost':
      return end(outcome(NOTHING), () => left(taken).then(() => void response.destroy()));
    case 'late': {
      await left(taken);
      const said = relay.stop.aborted ? {} : await taken.speak(request.body);
      taken.times.replyInMillis = taken.since();
      return end(outcome(relay.stop.aborted ? NOTHING : whole(taken), said), () => undefined);
    }
    case 'truncated': {
      const most = mostOf(request.body.size);
      await taken.record(outcome({ what: 'begin', bytes: most }));
      await sendBeginning(taken, most);
      taken.deliver(taken, outcome({ what: 'begin', bytes: most }));
      return void response.socket?.resetAndDestroy();
    }
    case 'http-502':
    case 'soap-fault': {
      const words = saidByUs(how);
      return end(outcome({ what: 'eigen', bytes: words.body.length, status: words.status }), () => words.say(response));
    }
    default:
      return end(outcome(NOTHING), () => void response.socket?.resetAndDestroy());
  }
}

async function disturbAnswer(taken: Taken, { how, side, millis = 0 }: Disturb, back: Backward): Promise<void> {
  const { response, relay } = taken;
  const said = await taken.speak(taken.request.body);
  taken.times.replyInMillis = taken.since();
  // What did not come cannot be disturbed: whose doing that is, is told as ever.
  if (!said.reply || said.failure) return giveBack(taken, said, back);
  if (how === 'late') {
    const disturbed = { how, side, passed: { what: 'geheel', bytes: said.reply.body.size } } as const;
    return giveBack(
      taken,
      said,
      { ...back, finish: (...of) => relay.clock.sleep(millis, gone(taken)).then(() => back.finish(...of)) },
      undefined,
      disturbed,
    );
  }
  const words = how === 'http-502' || how === 'soap-fault' ? saidByUs(how) : undefined;
  const most = mostOf(said.reply.body.size);
  const passed: LetThrough = words
    ? { what: 'eigen', bytes: words.body.length, status: words.status }
    : how === 'truncated'
      ? { what: 'begin', bytes: most }
      : NOTHING;
  const outcome = { ...told(said), failure: onPurpose(how), times: taken.times, disturbed: { how, side, passed } };
  await taken.record(outcome);
  taken.deliver(taken, outcome);
  if (words) return words.say(response);
  if (how === 'truncated') return back.begin({ ...said.reply, body: beginningOf(said.reply.body, most) });
  if (how === 'lost') await left(taken);
  response.socket?.resetAndDestroy();
}

/** Enough to know what it is about, and too little to be read. */
function mostOf(bytes: number): number {
  return Math.floor((bytes * 3) / 4);
}

const NOTHING: LetThrough = { what: 'niets', bytes: 0 };

function whole({ request }: Taken): LetThrough {
  return { what: 'geheel', bytes: request.body.size };
}

function told({ reply, failure, tls }: Conversation): Outcome {
  return { ...(reply && { reply }), ...(failure && { failure: { ...failure, at: 'antwoord' } }), ...(tls && { tls }) };
}

/** Nobody's doing but ours: neither side is held to it. */
function onPurpose(how: Disturb['how']): TransportFailure {
  return { kind: 'reset', detail: `DISTURBED: ${how}, on purpose`, at: 'teruggave' };
}

/** Until whoever asked waits no more, or we stop. */
function left(taken: Taken): Promise<void> {
  const signal = gone(taken);
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function gone({ response, relay }: Taken): AbortSignal {
  const leaving = new AbortController();
  if (response.destroyed || response.closed) leaving.abort('left');
  response.once('close', () => leaving.abort('left'));
  return AbortSignal.any([relay.stop, leaving.signal]);
}
