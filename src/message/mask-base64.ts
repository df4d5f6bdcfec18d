/**
 * Masks a document in base64 where it stands, however large: what comes there is the base64 of what the document would
 * give way to in a part of its own.
 */
import type { Stretch } from './mask-signs.js';
import type { Tokens } from './mask-tokens.js';

/** So much is decoded at a time, in characters; a multiple of four. */
const AT_A_TIME = 1024 * 1024;

/** @returns whether anything is different now; undefined when it is no base64 */
export function documentOver(bytes: Buffer, stretches: readonly Stretch[], tokens: Tokens): boolean | undefined {
  let size = 0;
  let hasEnded = false;
  let isWrong = false;
  const block = tokens.block(decoded());
  if (isWrong) return undefined;
  if (size === 0) return false;
  const over = Buffer.from(block.toString('base64'), 'latin1');
  const whole = Math.floor(size / block.length) * over.length;
  const rest = Buffer.from(block.subarray(0, size % block.length).toString('base64'), 'latin1');
  let used = 0;
  for (const { start, end } of stretches) {
    for (let at = start; at < end; at++) {
      if ((bytes[at] ?? 0) <= SPACE) continue;
      bytes[at] = (used < whole ? over[used % over.length] : rest[used - whole]) ?? 0;
      used++;
    }
  }
  return true;

  function* decoded(): Generator<Uint8Array> {
    let carried = '';
    for (const { start, end } of stretches) {
      for (let at = start; at < end; at += AT_A_TIME) {
        const text = carried + bytes.toString('latin1', at, Math.min(end, at + AT_A_TIME)).replaceAll(/\s+/g, '');
        const ready = text.length - (text.length % 4);
        carried = text.slice(ready);
        if (ready === 0) continue;
        const content = Buffer.from(text.slice(0, ready), 'base64');
        // Only what ends it is shorter than its signs.
        isWrong ||= hasEnded || Math.ceil(content.length / 3) * 4 !== ready;
        hasEnded = content.length * 4 !== ready * 3;
        size += content.length;
        yield content;
      }
    }
    isWrong ||= carried !== '';
  }
}

const SPACE = 0x20;
