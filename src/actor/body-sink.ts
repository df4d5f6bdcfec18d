/**
 * Takes in one body as it streams by: in memory while it is small, in a file as soon as it is not.
 */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import type { Body } from '../model/body.js';
import { HarnessError } from '../model/harness-error.js';

export interface Sink {
  /** @throws {HarnessError} `OUTPUT_FAILED` when the file cannot be written */
  write(chunk: Uint8Array): Promise<void>;
  /** What was taken in. */
  finish(id: string): Promise<Body>;
  /** Closes the file, if there is one. */
  close(): Promise<void>;
}

/**
 * Gathers in one growing buffer, so that a thousand tiny chunks do not each cost an object; then on disk.
 * @param place - asked for the name of a file only when the body is larger than the threshold; nothing may be there yet
 */
export function createSink(place: () => Promise<string>, thresholdBytes: number): Sink {
  let hash: Hash | undefined;
  let memory = new Uint8Array(0);
  let size = 0;
  let handle: FileHandle | undefined;
  let file = '';

  const spool = async (): Promise<FileHandle> => {
    file = await place();
    const opened = await open(file, 'wx', 0o600);
    handle = opened;
    const held = memory.subarray(0, size);
    hash = createHash('sha256').update(held);
    await opened.writeFile(held);
    memory = new Uint8Array(0);
    return opened;
  };
  const write = async (chunk: Uint8Array): Promise<void> => {
    if (handle === undefined && size + chunk.length <= thresholdBytes) {
      memory = grown(memory, size, size + chunk.length);
      memory.set(chunk, size);
    } else {
      const opened = handle ?? (await spool());
      hash?.update(chunk);
      await opened.writeFile(chunk);
    }
    size += chunk.length;
  };
  return {
    write: (chunk) => write(chunk).catch((cause) => Promise.reject(spoolFailed(file || placeIn(cause), cause))),
    finish: async (id) => (hash ? onDisk(id, file, size, hash.digest('hex')) : inMemory(id, fitted(memory, size))),
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

/** Its digest is worked out when somebody wants it: who writes nothing down does not. */
export function inMemory(id: string, bytes: Uint8Array): Body {
  let digest: string | undefined;
  return {
    id,
    size: bytes.length,
    get digest() {
      digest ??= createHash('sha256').update(bytes).digest('hex');
      return digest;
    },
    open: () => once(bytes),
    bytes: async () => bytes,
  };
}

/** What was taken in of what was made room for; room for a whole page more is given back. */
function fitted(memory: Uint8Array, size: number): Uint8Array {
  return memory.length - size > 4096 ? memory.slice(0, size) : memory.subarray(0, size);
}

function onDisk(id: string, file: string, size: number, digest: string): Body {
  return { id, size, digest, open: () => createReadStream(file, { highWaterMark: 256 * 1024 }), bytes: () => readFile(file) };
}

/** A stream of one chunk. */
export async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

function placeIn(cause: unknown): string {
  return cause instanceof Error && 'path' in cause ? String(cause.path) : '?';
}

function spoolFailed(file: string, cause: unknown): HarnessError {
  return new HarnessError(
    'OUTPUT_FAILED',
    { nl: `de inhoud van een bericht is niet te schrijven naar ${file}`, en: `cannot write the body of a message to ${file}` },
    {
      cause,
      hint: {
        nl: 'Maak ruimte op de schijf, of kies een andere map voor tijdelijke bestanden (TMPDIR).',
        en: 'Make room on the disk, or choose another folder for temporary files (TMPDIR).',
      },
    },
  );
}
