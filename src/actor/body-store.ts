/**
 * Keeps bodies as they went over the wire: small ones in memory, large ones in a spool folder.
 *
 * `actor/` plays the other side: it drives a system under test, simulates one for it, or watches two that talk;
 * it is the only room with sockets.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Body } from '../model/body.js';
import { HarnessError } from '../model/harness-error.js';

export const DEFAULT_THRESHOLD_BYTES = 1024 * 1024;
export const DEFAULT_CAP_BYTES = 256 * 1024 * 1024;

export interface BodyStoreOptions {
  /** Made when first needed. */
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
  /**
   * Stores what a stream gives, and stops reading as soon as it passes `capBytes`. Never throws for the source.
   * @throws {HarnessError} `OUTPUT_FAILED` when the spool folder cannot be written
   */
  fromStream(source: AsyncIterable<Uint8Array>, capBytes?: number): Promise<Stored>;
  /** Removes every spooled body; handles to them can no longer be read. */
  dispose(): Promise<void>;
}

export function createBodyStore(options: BodyStoreOptions): BodyStore {
  const thresholdBytes = options.thresholdBytes ?? DEFAULT_THRESHOLD_BYTES;
  const spooled = new Set<string>();
  let stored = 0;

  const fromStream = async (source: AsyncIterable<Uint8Array>, capBytes = DEFAULT_CAP_BYTES): Promise<Stored> => {
    const id = `body-${String(++stored).padStart(4, '0')}`;
    const sink = createSink(join(options.spoolFolder, id), thresholdBytes, (file) => spooled.add(file));
    try {
      const end = await drain(source, sink, capBytes);
      return { body: { id, ...(await sink.finish()) }, end };
    } finally {
      await sink.close();
    }
  };
  const dispose = async (): Promise<void> => {
    for (const file of spooled) await rm(file, { force: true });
    spooled.clear();
  };
  return {
    fromStream,
    fromBytes: async (bytes) => (await fromStream(once(bytes), Number.POSITIVE_INFINITY)).body,
    dispose,
    [Symbol.asyncDispose]: dispose,
  };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
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

interface Sink {
  write(chunk: Uint8Array): Promise<void>;
  finish(): Promise<Omit<Body, 'id'>>;
  close(): Promise<void>;
}

/** Gathers in one growing buffer, so that a thousand tiny chunks do not each cost an object; then on disk. */
function createSink(file: string, thresholdBytes: number, spooling: (file: string) => void): Sink {
  const hash = createHash('sha256');
  let memory = new Uint8Array(0);
  let size = 0;
  let handle: FileHandle | undefined;

  const spool = async (): Promise<FileHandle> => {
    spooling(file);
    await mkdir(join(file, '..'), { recursive: true });
    const opened = await open(file, 'w', 0o600);
    handle = opened;
    await opened.writeFile(memory.subarray(0, size));
    memory = new Uint8Array(0);
    return opened;
  };
  const write = async (chunk: Uint8Array): Promise<void> => {
    hash.update(chunk);
    if (handle === undefined && size + chunk.length <= thresholdBytes) {
      memory = grown(memory, size, size + chunk.length);
      memory.set(chunk, size);
    } else {
      await (handle ?? (await spool())).writeFile(chunk);
    }
    size += chunk.length;
  };
  return {
    write: (chunk) => write(chunk).catch((cause) => Promise.reject(spoolFailed(file, cause))),
    finish: async () => {
      const digest = hash.digest('hex');
      return handle === undefined ? inMemory(memory.slice(0, size), digest) : onDisk(file, size, digest);
    },
    close: async () => {
      await handle?.close();
    },
  };
}

function grown(memory: Uint8Array<ArrayBuffer>, used: number, needed: number): Uint8Array<ArrayBuffer> {
  if (needed <= memory.length) return memory;
  const larger = new Uint8Array(Math.max(needed, memory.length * 2));
  larger.set(memory.subarray(0, used));
  return larger;
}

function inMemory(bytes: Uint8Array, digest: string): Omit<Body, 'id'> {
  return { size: bytes.length, digest, open: () => once(bytes), bytes: async () => bytes };
}

function onDisk(file: string, size: number, digest: string): Omit<Body, 'id'> {
  return { size, digest, open: () => createReadStream(file, { highWaterMark: 256 * 1024 }), bytes: () => readFile(file) };
}

function spoolFailed(file: string, cause: unknown): HarnessError {
  return new HarnessError('OUTPUT_FAILED', `cannot write the body of a message to ${file}`, {
    cause,
    hint: 'Make room on the disk, or choose another folder for temporary files.',
  });
}
