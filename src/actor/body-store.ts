/**
 * Keeps bodies as they went over the wire: small ones in memory, large ones in a spool folder.
 *
 * `actor/` plays the other side: it drives a system under test, simulates one for it, or watches two that talk;
 * it is the only room with sockets.
 */
import { mkdtempSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Body } from '../model/body.js';
import { createSink, inMemory, once, type Sink } from './body-sink.js';

export const DEFAULT_THRESHOLD_BYTES = 1024 * 1024;
export const DEFAULT_CAP_BYTES = 256 * 1024 * 1024;

export interface BodyStoreOptions {
  /** How the folder begins that is made when one is first needed, for this store alone and for nobody else to read. */
  readonly spoolFolder: string;
  /** Bodies up to this size stay in memory. */
  readonly thresholdBytes?: number;
}

/** How a stream ended: by itself, because it passed the cap, or because its source broke. */
export type StreamEnd =
  | { readonly how: 'complete' }
  | { readonly how: 'too-large'; readonly capBytes: number }
  | { readonly how: 'broken'; readonly error: unknown };

/** What arrived; `body` holds it also when the stream did not end well. */
export interface Stored {
  readonly body: Body;
  readonly end: StreamEnd;
}

export interface BodyStore extends AsyncDisposable {
  /** @throws {HarnessError} `OUTPUT_FAILED` when the spool folder cannot be written */
  fromBytes(bytes: Uint8Array): Promise<Body>;
  /** The same for bytes that nobody changes any more: they are not copied. */
  fromOwn(bytes: Uint8Array): Promise<Body>;
  /**
   * Stores what a stream gives, and stops reading as soon as it passes `capBytes`. Never throws for the source.
   * @throws {HarnessError} `OUTPUT_FAILED` when the spool folder cannot be written
   */
  fromStream(source: AsyncIterable<Uint8Array>, capBytes?: number): Promise<Stored>;
  /** Lets go what was kept of one body on disk: whoever stays up for days would fill it. Nobody reads it any more. */
  release(body: Body): Promise<void>;
  /** Removes every spooled body; handles to them can no longer be read. */
  dispose(): Promise<void>;
}

export function createBodyStore(options: BodyStoreOptions): BodyStore {
  const thresholdBytes = options.thresholdBytes ?? DEFAULT_THRESHOLD_BYTES;
  const spooled = new Map<string, string>();
  let folder: string | undefined;
  let stored = 0;
  const nextId = () => `body-${String(++stored).padStart(4, '0')}`;

  const placeOf = async (id: string): Promise<string> => {
    await mkdir(dirname(options.spoolFolder), { recursive: true });
    folder ??= mkdtempSync(`${options.spoolFolder}-`);
    const file = join(folder, id);
    spooled.set(id, file);
    return file;
  };
  const fromStream = async (source: AsyncIterable<Uint8Array>, capBytes = DEFAULT_CAP_BYTES): Promise<Stored> => {
    const id = nextId();
    const sink = createSink(() => placeOf(id), thresholdBytes);
    try {
      const end = await drain(source, sink, capBytes);
      return { body: await sink.finish(id), end };
    } finally {
      await sink.close();
    }
  };
  const fromOwn = async (bytes: Uint8Array): Promise<Body> => {
    if (bytes.length <= thresholdBytes) return inMemory(nextId(), bytes);
    return (await fromStream(once(bytes), Number.POSITIVE_INFINITY)).body;
  };
  const release = async ({ id }: Body): Promise<void> => {
    const file = spooled.get(id);
    if (file === undefined) return;
    spooled.delete(id);
    await rm(file, { force: true });
  };
  const dispose = async (): Promise<void> => {
    spooled.clear();
    const own = folder;
    folder = undefined;
    if (own !== undefined) await rm(own, { recursive: true, force: true });
  };
  return {
    fromStream,
    fromBytes: (bytes) => fromOwn(bytes.length <= thresholdBytes ? bytes.slice() : bytes),
    fromOwn,
    release,
    dispose,
    [Symbol.asyncDispose]: dispose,
  };
}

/** Errors of the sink are ours and pass; errors of the source are its end. */
async function drain(source: AsyncIterable<Uint8Array>, sink: Sink, capBytes: number): Promise<StreamEnd> {
  let size = 0;
  const chunks = source[Symbol.asyncIterator]();
  while (true) {
    let next: IteratorResult<Uint8Array>;
    try {
      next = await chunks.next();
    } catch (error) {
      return { how: 'broken', error };
    }
    if (next.done === true) return { how: 'complete' };
    const room = capBytes - size;
    size += next.value.length;
    if (size <= capBytes) {
      await sink.write(next.value);
      continue;
    }
    await sink.write(next.value.subarray(0, room));
    await chunks.return?.().catch(() => undefined);
    return { how: 'too-large', capBytes };
  }
}
