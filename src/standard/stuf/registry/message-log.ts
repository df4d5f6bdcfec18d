/**
 * Which messages were received from whom, so that a repeated one is recognised: the same again gets the same answer,
 * something else under the same number is refused. Bounded; the oldest are forgotten first.
 *
 * @see StUF 03.01 §4.3.1, §4.4, §4.4.3
 */
import { createHash } from 'node:crypto';
import type { XmlElement } from '../../../model/xml-element.js';
import type { Reply } from '../../family.js';

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

export interface SavedEntry extends LogEntry {
  readonly key: string;
}

export class MessageLog {
  private readonly entries = new Map<string, LogEntry>();
  private chars = 0;

  find(key: string): LogEntry | undefined {
    return this.entries.get(key);
  }

  put(key: string, entry: LogEntry): void {
    this.forget(key);
    this.entries.set(key, entry);
    this.chars += entry.reply?.body.length ?? 0;
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= MAX_ENTRIES && this.chars <= MAX_REPLY_CHARS) break;
      this.forget(oldest);
    }
  }

  toJSON(): readonly SavedEntry[] {
    return [...this.entries].map(([key, entry]) => ({ key, ...entry }));
  }

  restore(saved: readonly SavedEntry[]): void {
    for (const { key, ...entry } of saved) this.put(key, entry);
  }

  private forget(key: string): void {
    this.chars -= this.entries.get(key)?.reply?.body.length ?? 0;
    this.entries.delete(key);
  }
}

/** Equal for messages that differ only in prefixes, order of attributes, comments or white space between elements. */
export function digestOf(message: XmlElement): string {
  const parts: string[] = [];
  flatten(message, parts);
  return createHash('sha256').update(parts.join('')).digest('hex');
}

/** What parts the texts: signs that XML does not allow, so that no text can look like structure. */
const [NAME, ATTRIBUTE, TEXT, END] = ['\u0001', '\u0002', '\u0003', '\u0004'];

function flatten(element: XmlElement, into: string[]): void {
  into.push(`${NAME}${element.namespace}${TEXT}${element.name}`);
  const { attributes, children } = element;
  if (attributes.length > 0) {
    into.push(...attributes.map((each) => `${ATTRIBUTE}${each.namespace}${TEXT}${each.name}${TEXT}${each.value}`).sort());
  }
  if (children.length === 0) into.push(TEXT, element.text);
  for (const child of children) flatten(child, into);
  into.push(END);
}
