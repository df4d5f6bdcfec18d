/**
 * The events of a run from its journal, as far as they go: every exchange with its bytes, and a step that was cut off is
 * told as that, so that what was sent is never missing from a report.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalBody } from '../../actor/recorder.js';
import { CANCELLED } from '../../judge/connection-rules.js';
import type { Body } from '../../model/body.js';
import type { Exchange, Purpose, ReceivedReply, SentRequest } from '../../model/exchange.js';
import { undecided } from '../../model/judged.js';
import type { RunEvent, StepJudged } from '../../model/run-event.js';
import type { JournalContent } from './journal.js';

type Line = JournalContent['lines'][number];
type Stored<M> = Omit<M, 'body'> & { readonly body: JournalBody };
type ReplyLine = Pick<Exchange, 'failure' | 'tls' | 'times' | 'disturbed'> & {
  readonly at: string;
  readonly reply?: Stored<ReceivedReply>;
};
type RequestLine = Pick<Exchange, 'part' | 'hop'> & {
  readonly exchange: string;
  readonly purpose: Purpose;
  readonly at: string;
  readonly request: Stored<SentRequest>;
};

const CUT_OFF = { kind: 'cancelled', detail: 'CUT_OFF: the run ended before a reply was recorded' } as const;

/** @param folder - `prive/` of a package; its bodies are read when they are asked for */
export function eventsOf(folder: string, lines: JournalContent['lines']): readonly RunEvent[] {
  const exchanges = exchangesOf(folder, lines);
  const seen = new Set<string>();
  const told = lines.flatMap((line) => {
    const event = line.type === 'event' ? (line.event as RunEvent & { readonly exchange?: unknown }) : undefined;
    if (event?.type !== 'exchanged') return event === undefined ? [] : [event as RunEvent];
    const exchange = exchanges.get(String(event.exchange));
    // A run that was continued tells the last one twice.
    if (exchange === undefined || seen.has(exchange.id)) return [];
    seen.add(exchange.id);
    return [{ type: 'exchanged', at: event.at, exchange } as const];
  });
  return [...told, ...cutOff(told, exchanges)];
}

/** Every exchange on record by its id, whether an event told it or not. @param folder - `prive/` of a package */
export function exchangesOf(folder: string, lines: readonly Line[]): ReadonlyMap<string, Exchange> {
  const exchanges = new Map<string, Exchange>();
  for (const line of lines) {
    if (line.type === 'request') {
      const { exchange: id, part, hop, purpose, at, request } = line as unknown as RequestLine;
      const sent = { ...request, body: bodyAt(folder, request.body) };
      exchanges.set(id, {
        ...{ id, part, purpose, request: sent, startedAt: at, endedAt: at },
        // Where we stood between two others, the message had come, and the answer had not.
        failure: part === 'relay' ? { ...CUT_OFF, at: 'antwoord' } : CUT_OFF,
        ...(hop !== undefined && { hop }),
      });
    }
    const begun = line.type === 'reply' ? exchanges.get(String(line.exchange)) : undefined;
    if (begun === undefined) continue;
    const { failure: _, ...known } = begun;
    const { at, reply, failure, tls, times, disturbed } = line as unknown as ReplyLine;
    exchanges.set(begun.id, {
      ...known,
      endedAt: at,
      ...(reply && { reply: { ...reply, body: bodyAt(folder, reply.body) } }),
      ...(failure && { failure }),
      ...(tls && { tls }),
      ...(times && { times }),
      ...(disturbed && { disturbed }),
    });
  }
  return exchanges;
}

function bodyAt(folder: string, { name, size, digest }: JournalBody): Body {
  const file = join(folder, 'berichten', name);
  return { id: name, size, digest, open: () => createReadStream(file), bytes: () => bytesOf(file, size) };
}

/** Up to so many bytes are read at once: that takes a tenth of the time that promises take. */
const SMALL = 64 * 1024;

/** @param size - as it was written down */
export async function bytesOf(file: string, size: number): Promise<Uint8Array> {
  return size <= SMALL ? readFileSync(file) : readFile(file);
}

/** Exchanges that no event told, and the step that was under way: what it came to cannot be said. */
function cutOff(told: readonly RunEvent[], exchanges: ReadonlyMap<string, Exchange>): readonly RunEvent[] {
  const known = new Set(told.flatMap((event) => (event.type === 'exchanged' ? [event.exchange.id] : [])));
  const untold = [...exchanges.values()].filter(({ id }) => !known.has(id));
  const started = told.findLast((event) => event.type === 'step-started');
  const isJudged = told.some((event) => event.type === 'step-judged' && isSameStep(event, started));
  if (started === undefined || isJudged) return untold.map(exchanged);
  const own = [...exchanges.values()].filter(({ purpose }) => isSameStep(purpose, started));
  const judged: StepJudged = {
    type: 'step-judged',
    at: own.at(-1)?.endedAt ?? started.at,
    scenario: started.scenario,
    step: started.step,
    verdict: 'niet_beslist',
    oorzaak: 'transport',
    findings: [undecided(CANCELLED, 'transport', { gevonden: CUT_OFF.detail })],
    exchanges: own.map(({ id }) => id),
  };
  return [...untold.map(exchanged), judged];
}

function exchanged(exchange: Exchange): RunEvent {
  return { type: 'exchanged', at: exchange.endedAt, exchange };
}

interface OfStep {
  readonly scenario: string;
  readonly step: number;
}

function isSameStep(one: OfStep, other: OfStep | undefined): boolean {
  return one.scenario === other?.scenario && one.step === other.step;
}
