/**
 * Writes small zip files for tests, honest ones and lying ones.
 */
import { crc32, deflateRawSync } from 'node:zlib';

/** What every entry says of itself instead of the truth. */
export interface Lies {
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly bytes?: number;
  readonly mode?: number;
  readonly packed?: Uint8Array;
}

type Texts = Readonly<Record<string, string | Uint8Array>> | readonly (readonly [name: string, content: string | Uint8Array])[];

export function zipOf(texts: Texts, lies: Lies = {}): Uint8Array {
  const entries = Array.isArray(texts) ? texts : Object.entries(texts);
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of entries) {
    const data = Buffer.from(content as Uint8Array);
    const packed = Buffer.from(lies.packed ?? (data.length > 10 ? deflateRawSync(data) : data));
    const method = lies.method ?? (lies.packed !== undefined || data.length > 10 ? 8 : 0);
    const title = Buffer.from(name, 'utf8');
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x800 | (lies.flags ?? 0), 2);
    facts.writeUInt16LE(method, 4);
    facts.writeUInt32LE(lies.crc ?? crc32(data), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(lies.bytes ?? data.length, 18);
    facts.writeUInt16LE(title.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), facts, title, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((lies.mode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), facts, rest, title);
    at += 4 + facts.length + title.length + packed.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(
    directory.reduce((sum, each) => sum + each.length, 0),
    8,
  );
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
