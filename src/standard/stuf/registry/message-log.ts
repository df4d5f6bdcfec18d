/**
 * Which messages were received from whom, so that a repeated one is recognised: the same again gets the same answer,
 * something else under the same number is refused. Bounded; the oldest are forgotten first.
 *
 * @see StUF 03.01 §4.3.1, §4.4, §4.4.3
 */
import type { Reply } from '../../family.js';
import type { Ledger, Place } from '../../ledger.js';

const MAX_ENTRIES = 10_000;
/** Together, in characters. */
const MAX_REPLY_CHARS = 64 * 1024 * 1024;

export interface LogEntry {
  /** Of the canonical form; the standard does not define "identical", so we do not compare bytes. */
  readonly digest: string;
  /** Absent when the message was refused on its stuurgegevens: then it is looked at again. */
  readonly reply?: LoggedReply;
}

export type LoggedReply = Omit<Reply, 'body'> & { readonly body: string };

type PackedEntry = [key: string, digest: string, reply: LoggedReply | null];

export interface SavedEntry extends LogEntry {
  readonly key: string;
}

/** As it is held: with the reply, or with the place where the entry stands in the ledger. */
interface Held {
  readonly digest: string;
  readonly reply?: LoggedReply;
  readonly place?: Place;
}

export class MessageLog {
  private readonly entries = new Map<string, Held>();
  /** Keys of what was put and not written yet. */
  private readonly changed = new Set<string>();
  private chars = 0;

  constructor(private ledger: Ledger | undefined) {}

  find(key: string): LogEntry | undefined {
    const held = this.entries.get(key);
    if (!held?.place) return held;
    const [, , reply] = JSON.parse(this.read(held.place)) as PackedEntry;
    return { digest: held.digest, ...(reply && { reply }) };
  }

  put(key: string, entry: LogEntry): void {
    this.take(key, entry);
    if (this.ledger) this.changed.add(key);
  }

  /** What was put, as texts by key; what was forgotten since is not told. */
  changes(): ReadonlyMap<string, string> {
    return new Map([...this.changed].flatMap((key) => (this.entries.has(key) ? [[key, this.text(key)] as const] : [])));
  }

  /** The changes were written. */
  settled(places: ReadonlyMap<string, Place>): void {
    this.changed.clear();
    for (const [key, place] of places) {
      const held = this.entries.get(key);
      if (held) this.entries.set(key, { digest: held.digest, place });
      this.chars -= held?.reply?.body.length ?? 0;
    }
  }

  /** It stands in the ledger. */
  stands(key: string, digest: string, place: Place): void {
    this.take(key, { digest, place });
  }

  /** Keys, oldest first. */
  keys(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** As it is or would be written. */
  text(key: string): string {
    const held = this.entries.get(key);
    if (held?.place) return this.read(held.place);
    return JSON.stringify([key, held?.digest ?? '', held?.reply ?? null] satisfies PackedEntry);
  }

  /** Everything stands in another ledger now. */
  moved(ledger: Ledger, places: ReadonlyMap<string, Place>): void {
    this.ledger = ledger;
    this.settled(places);
  }

  toJSON(): readonly SavedEntry[] {
    return this.keys().map((key) => ({ key, digest: '', ...this.find(key) }));
  }

  restore(saved: readonly SavedEntry[]): void {
    for (const { key, ...entry } of saved) this.put(key, entry);
  }

  private take(key: string, entry: Held): void {
    this.forget(key);
    this.entries.set(key, entry);
    this.chars += entry.reply?.body.length ?? 0;
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= MAX_ENTRIES && this.chars <= MAX_REPLY_CHARS) break;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    this.chars -= this.entries.get(key)?.reply?.body.length ?? 0;
    this.entries.delete(key);
  }

  private read({ at, bytes }: Place): string {
    return this.ledger?.read(at, bytes) ?? '';
  }
}
