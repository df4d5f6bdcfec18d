/**
 * Writes down what passes real systems without ever standing in their way: when the disk is slow or full the traffic goes on,
 * and what could not be written down is counted.
 */
import type { Body } from '../model/body.js';
import type { Clock } from '../model/clock.js';
import { inMemory } from './body-sink.js';
import type { BodyStore } from './body-store.js';
import type { Recorder, RecordPart } from './recorder.js';

export interface SteadyOptions {
  readonly recorder: Recorder;
  readonly clock: Clock;
  /** A message waits no longer than this for the disk. */
  readonly patienceMillis: number;
  /** More than so many parts, or bytes of bodies, waiting to be written are not kept: memory ends too. */
  readonly mostWaiting: number;
  readonly mostWaitingBytes: number;
  /** Told of the first failure after things went well. */
  readonly failed: (error: unknown) => void;
}

export interface SteadyRecorder extends Recorder {
  /** Ids of exchanges of which something is not in the record. */
  readonly lost: ReadonlySet<string>;
  /** Resolves when everything that was taken on is written, or lost. */
  settled(): Promise<void>;
}

/** What is never written down, and what takes its place where a body is asked for. */
const NOTHING = inMemory('niet-vastgelegd', new Uint8Array());

export function createSteadyRecorder(options: SteadyOptions): SteadyRecorder {
  const { recorder, clock, patienceMillis, mostWaiting, mostWaitingBytes, failed } = options;
  const lost = new Set<string>();
  let [waiting, waitingBytes, isWell] = [0, 0, true];
  let last: Promise<void> = Promise.resolve();

  const write = async (part: RecordPart, exchange: string): Promise<void> => {
    const size = bodyOf(part)?.size ?? 0;
    waiting += 1;
    waitingBytes += size;
    try {
      await recorder.record(part);
      isWell = true;
    } catch (error) {
      lost.add(exchange);
      if (isWell) failed(error);
      isWell = false;
    } finally {
      waiting -= 1;
      waitingBytes -= size;
    }
  };
  return {
    lost,
    settled: () => last,
    async record(part) {
      const exchange = part.type === 'event' ? '' : part.exchange;
      // An answer to what is not in the record would belong to nothing.
      if (lost.has(exchange)) return;
      const isTooMuch = waiting >= mostWaiting || waitingBytes > mostWaitingBytes;
      if (isTooMuch || bodyOf(part)?.id === NOTHING.id) return void lost.add(exchange);
      const written = write(part, exchange);
      last = Promise.all([last, written]).then(() => undefined);
      const over = new AbortController();
      await Promise.race([written, clock.sleep(patienceMillis, over.signal)]);
      over.abort();
    },
  };
}

/**
 * A store whose streams always run to their end: what cannot be kept passes all the same, and is empty to whoever asks.
 * @param failed - told when a body could not be kept
 */
export function steadyStore(store: BodyStore, failed: (error: unknown) => void): BodyStore {
  return {
    ...store,
    async fromStream(source, capBytes) {
      const chunks = source[Symbol.asyncIterator]();
      // Without an end of its own, so that a store that gives up does not end the stream.
      const once = { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) };
      try {
        return await store.fromStream(once, capBytes);
      } catch (error) {
        failed(error);
        return { body: NOTHING, end: await toItsEnd(chunks) };
      }
    },
  };
}

async function toItsEnd(chunks: AsyncIterator<Uint8Array>) {
  try {
    while ((await chunks.next()).done !== true);
    return { how: 'complete' } as const;
  } catch (error) {
    return { how: 'broken', error } as const;
  }
}

function bodyOf(part: RecordPart): Body | undefined {
  if (part.type === 'request') return part.request.body;
  return part.type === 'reply' ? part.reply?.body : undefined;
}
