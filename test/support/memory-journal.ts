/**
 * A journal in memory that remembers the order in which things were written.
 */
import type { Journal } from '../../src/actor/recorder.js';

export interface MemoryJournal extends Journal {
  /** Parsed lines, in order. */
  readonly lines: Record<string, unknown>[];
  /** Bodies by name. */
  readonly bodies: Map<string, Uint8Array>;
}

export function memoryJournal(): MemoryJournal {
  const lines: Record<string, unknown>[] = [];
  const bodies = new Map<string, Uint8Array>();
  return {
    lines,
    bodies,
    append: async (line) => {
      lines.push(JSON.parse(line) as Record<string, unknown>);
    },
    putBody: async (name, body) => {
      bodies.set(name, await body.bytes());
    },
  };
}
