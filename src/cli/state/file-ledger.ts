/**
 * A ledger in a file, whose first line says what it is. A line is in the hands of the system before `append` returns, so that it
 * survives the end of this process, however that comes; on the disk itself, and so through a power cut, once it was made durable.
 */
import { closeSync, fstatSync, ftruncateSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { HarnessError } from '../../model/harness-error.js';
import type { Ledger, LedgerLine } from '../../standard/ledger.js';
import { told } from './not-writable.js';

/** What is read at once, in bytes. */
const CHUNK = 1024 * 1024;
const LINE_FEED = 0x0a;

/** What is held back at most, in characters. */
const HELD = 64 * 1024;

/** Waits until what was written to a file is on the disk. @param handle - of the open file */
export type Flush = (handle: number) => void;

export class FileLedger implements Ledger {
  /** Up to here every line is whole. */
  size: number;
  /** Bytes after the last whole line, known when all lines were read: somebody died while it wrote them. */
  torn = 0;
  /** Of the line that is being read, from 1. */
  lineNumber = 0;
  private isTorn = false;
  /** False when its name was taken away on purpose. */
  private isNamed = true;
  /** Lines that were not written yet. */
  private held = '';
  /** Up to here the file has it. */
  private written = 0;
  /** Waits until all that was written is on the disk. */
  private flush: Flush | undefined;

  private constructor(
    private readonly file: string,
    private readonly handle: number,
  ) {
    this.size = fstatSync(handle).size;
    this.written = this.size;
  }

  /** @param how - `r+` for a file that is there, `w+` for a fresh one */
  static open(file: string, how: 'r+' | 'w+'): FileLedger {
    return told(file, () => new FileLedger(file, openSync(file, how, 0o600)));
  }

  append(line: string): number {
    if (!this.isNamed) return this.holdBack(`${line}\n`);
    const bytes = Buffer.from(`${line}\n`);
    const at = this.size;
    told(this.file, () => {
      if (this.isTorn) ftruncateSync(this.handle, at);
      else this.checkAlone();
      this.isTorn = true;
      this.writeAt(at, bytes);
      this.flush?.(this.handle);
      this.isTorn = false;
    });
    this.size += bytes.length;
    this.written = this.size;
    return at;
  }

  /** What nobody can find after us is written when there is enough of it. */
  private holdBack(line: string): number {
    const at = this.size;
    this.held += line;
    this.size += Buffer.byteLength(line);
    try {
      if (this.held.length > HELD) this.writeHeld();
    } catch (error) {
      this.held = this.held.slice(0, this.held.length - line.length);
      this.size = at;
      throw error;
    }
    return at;
  }

  private writeHeld(): void {
    if (this.held === '') return;
    const bytes = Buffer.from(this.held);
    told(this.file, () => this.writeAt(this.written, bytes));
    this.written += bytes.length;
    this.held = '';
  }

  /** Waits for the disk: now for all that is there, and from now on before `append` returns. */
  makeDurable(flush: Flush): void {
    told(this.file, () => flush(this.handle));
    this.flush = flush;
  }

  read(at: number, bytes: number): string {
    if (at + bytes > this.written) this.writeHeld();
    return this.bytesAt(at, bytes).toString('utf8');
  }

  /** All but the first. */
  *lines(): Iterable<LedgerLine> {
    this.writeHeld();
    this.lineNumber = 0;
    const end = this.size;
    let held = Buffer.alloc(0);
    let from = 0;
    for (let next = 0; next < end; next += CHUNK) {
      held = Buffer.concat([held, this.bytesAt(next, Math.min(CHUNK, end - next))]);
      let begin = 0;
      for (let stop = held.indexOf(LINE_FEED); stop >= 0; stop = held.indexOf(LINE_FEED, begin)) {
        this.lineNumber += 1;
        if (this.lineNumber > 1) yield { text: held.toString('utf8', begin, stop), at: from + begin, bytes: stop - begin };
        begin = stop + 1;
      }
      held = held.subarray(begin);
      from += begin;
    }
    this.torn = end - from;
    this.isTorn = this.torn > 0;
    this.size = from;
  }

  close(): void {
    closeSync(this.handle);
  }

  /** Takes the name away; what was open stays open. @returns false where the system does not do that */
  vanish(): boolean {
    try {
      unlinkSync(this.file);
      this.isNamed = false;
      return true;
    } catch {
      return false;
    }
  }

  /** Two who write in one file would write over each other; the second is stopped before it does. */
  private checkAlone(): void {
    const { size, nlink } = fstatSync(this.handle);
    if (size === this.size && nlink > 0) return;
    throw new HarnessError(
      'OUTPUT_FAILED',
      { nl: `een ander proces schrijft in ${this.file}`, en: `another process writes in ${this.file}` },
      { hint: { nl: 'Geef elke simulator een eigen --state.', en: 'Give each simulator a --state of its own.' } },
    );
  }

  private writeAt(at: number, bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) done += writeSync(this.handle, bytes, done, bytes.length - done, at + done);
  }

  private bytesAt(at: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    let done = 0;
    while (done < length) {
      const got = readSync(this.handle, bytes, done, length - done, at + done);
      if (got === 0) throw new HarnessError('INTERNAL', `${this.file} became shorter while it was in use`);
      done += got;
    }
    return bytes;
  }
}
