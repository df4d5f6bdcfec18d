/**
 * Writes down what is said before anything else happens: whoever awaits `record` knows that the bytes and
 * their line in the journal have left this process.
 */
import type { Body, HeaderList } from '../model/body.js';
import type { Disturbed } from '../model/disturbance.js';
import type {
  Exchange,
  HopTimes,
  Part,
  Purpose,
  ReceivedReply,
  SentRequest,
  TlsFacts,
  TransportFailure,
} from '../model/exchange.js';
import type { RunEvent } from '../model/run-event.js';

/** Where the recorder writes; `cli/` hands in files, a test may hand in lists. */
export interface Journal {
  /** Resolves when the line has left this process. The line holds no line end; the journal adds it. */
  append(line: string): Promise<void>;
  /** Resolves when the bytes have left this process. */
  putBody(name: string, body: Body): Promise<void>;
}

/** Something worth writing down. `at` is ISO 8601, UTC. */
export type RecordPart =
  | {
      readonly type: 'request';
      readonly exchange: string;
      readonly part: Part;
      /** Which hop was watched. */
      readonly hop?: string;
      readonly purpose: Purpose;
      readonly at: string;
      readonly request: SentRequest;
    }
  | {
      readonly type: 'reply';
      readonly exchange: string;
      readonly at: string;
      readonly reply?: ReceivedReply;
      readonly failure?: TransportFailure;
      readonly tls?: TlsFacts;
      readonly times?: HopTimes;
      readonly disturbed?: Disturbed;
    }
  | { readonly type: 'event'; readonly event: RunEvent };

export interface Recorder {
  /**
   * Resolves when the bytes and their line are written, in the order of the calls.
   * @throws what the journal throws; then nothing may be sent that depends on this part
   */
  record(part: RecordPart): Promise<void>;
}

/** A body as a line of the journal names it: a file below `berichten/`, its size in bytes and its sha256. */
export interface JournalBody {
  readonly name: string;
  readonly size: number;
  readonly digest: string;
}

/**
 * Makes a recorder.
 * @param firstSequence - number of its first line; higher than 1 when a journal is continued
 */
export function createRecorder(journal: Journal, firstSequence = 1): Recorder {
  let sequence = firstSequence;
  let last: Promise<void> = Promise.resolve();

  const write = async (part: RecordPart): Promise<void> => {
    for (const [name, body] of bodiesOf(part)) await journal.putBody(name, body);
    await journal.append(JSON.stringify({ seq: sequence, ...lineOf(part) }));
    sequence += 1;
  };
  return {
    record(part) {
      const written = last.then(() => write(part));
      last = written.catch(() => undefined);
      return written;
    },
  };
}

function bodiesOf(part: RecordPart): readonly (readonly [name: string, body: Body])[] {
  if (part.type === 'request') return [[bodyName(part.exchange, 'vraag'), part.request.body]];
  if (part.type === 'reply' && part.reply !== undefined) return [[bodyName(part.exchange, 'antwoord'), part.reply.body]];
  return [];
}

function lineOf(part: RecordPart): Readonly<Record<string, unknown>> {
  switch (part.type) {
    case 'request':
      return { ...part, request: withoutBytes(part.request, bodyName(part.exchange, 'vraag')) };
    case 'reply':
      return part.reply === undefined
        ? { ...part }
        : { ...part, reply: withoutBytes(part.reply, bodyName(part.exchange, 'antwoord')) };
    case 'event':
      return { type: part.type, event: eventLine(part.event) };
  }
}

/** An exchange has lines of its own, so that an event only names it. */
function eventLine(event: RunEvent): Readonly<Record<string, unknown>> {
  return event.type === 'exchanged' ? { ...event, exchange: (event.exchange satisfies Exchange).id } : { ...event };
}

function withoutBytes<M extends { readonly body: Body; readonly headers: HeaderList }>(
  message: M,
  name: string,
): Omit<M, 'body'> & { readonly body: JournalBody } {
  return { ...message, body: { name, size: message.body.size, digest: message.body.digest } };
}

function bodyName(exchange: string, which: 'vraag' | 'antwoord'): string {
  return `${exchange}-${which}.body`;
}
