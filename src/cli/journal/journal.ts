/**
 * The journal on disk: `prive/journaal.jsonl`, one line a fact, and the bytes beside it in `prive/berichten/`.
 * Nothing waits in this process: a line that was awaited survives its death, and a power cut too with `fsync`.
 */
import { writeFileSync, writeSync } from 'node:fs';
import { mkdir, open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Journal } from '../../actor/recorder.js';
import { HarnessError } from '../../model/harness-error.js';

export interface FileJournalOptions {
  /** The folder `prive/` of a report package; made when it is not there. */
  readonly folder: string;
  /** Waits until the disk has it. */
  readonly fsync?: boolean;
}

export interface FileJournal extends Journal, AsyncDisposable {
  close(): Promise<void>;
}

/** What a journal holds. */
export interface JournalContent {
  /** Parsed lines, in order. */
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  /** Lines that cannot be read, because a process died while it wrote them. */
  readonly torn: number;
}

/**
 * Opens a journal for appending; an existing one is continued.
 * @throws {HarnessError} `OUTPUT_FAILED` when the folder cannot be written
 */
export async function openJournal({ folder, fsync = false }: FileJournalOptions): Promise<FileJournal> {
  const bodies = join(folder, 'berichten');
  const file = join(folder, 'journaal.jsonl');
  await told(folder, () => mkdir(bodies, { recursive: true, mode: 0o700 }));
  let torn = await told(file, () => endsMidLine(file));
  const handle = await told(file, () => open(file, 'a', 0o600));
  if (fsync) await syncFolder(folder);

  const append = async (line: string): Promise<void> => {
    const text = `${torn ? '\n' : ''}${line}\n`;
    torn = true;
    writeWhole(handle.fd, Buffer.from(text));
    if (fsync) await handle.datasync();
    torn = false;
  };
  const putBody: Journal['putBody'] = async (name, body) => {
    if (!fsync && body.size <= SMALL) return writeFileSync(join(bodies, name), await body.bytes(), { mode: 0o600 });
    await using target = await open(join(bodies, name), 'w', 0o600);
    for await (const chunk of body.open()) await target.writeFile(chunk);
    if (!fsync) return;
    await target.datasync();
    await syncFolder(bodies);
  };
  const close = (): Promise<void> => handle.close();
  return {
    append: (line) => told(file, () => append(line)),
    putBody: (name, body) => told(join(bodies, name), () => putBody(name, body)),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/**
 * Up to so many bytes are handed to the system at once, in this thread: that takes a tenth of the time that promises take,
 * and whoever records waits for it anyway.
 */
const SMALL = 64 * 1024;

/** A system may take less than it is given. */
function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/**
 * Reads a journal back; a torn line is counted and left out.
 * @param isWanted - leaves a line unread by its text
 * @throws {HarnessError} `REPORT_INVALID` when there is no journal
 */
export async function readJournal(folder: string, isWanted = isFilled): Promise<JournalContent> {
  const file = join(folder, 'journaal.jsonl');
  const bytes = await readFile(file).catch((cause) => {
    throw new HarnessError('REPORT_INVALID', `there is no journal at ${file}`, { cause, place: { file } });
  });
  const read = bytes.toString('utf8').split('\n').filter(isWanted).map(parsed);
  const lines = read.filter((line) => line !== undefined);
  return { lines, torn: read.length - lines.length };
}

function isFilled(line: string): boolean {
  return line !== '';
}

/** Not an event: a message that went over the wire. */
export function tellsOfMessage(line: string): boolean {
  return line !== '' && !/^\{"seq":\d+,"type":"event"/.test(line);
}

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(line) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}

async function endsMidLine(file: string): Promise<boolean> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size === 0) return false;
  await using handle = await open(file, 'r');
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] !== 0x0a;
}

/** A new name is durable when its folder is; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using handle = await open(folder, 'r');
  await handle.sync();
}

async function told<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof HarnessError) throw cause;
    throw new HarnessError('OUTPUT_FAILED', `cannot write ${file}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
      place: { file },
      hint: 'Make room on the disk, or choose another folder with --out.',
    });
  }
}
