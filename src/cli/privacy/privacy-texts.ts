/** Masks the texts of a report: values that were masked in its messages, and quotations of messages that stay private. */
import type { KnownMask } from '../../message/mask-known.js';
import type { Tokens } from '../../message/mask-tokens.js';
import type { Body } from '../../model/body.js';
import type { MaskText } from '../../report/privacy/mask-report.js';
import { isMaskedPath } from '../../report/privacy/masked-paths.js';

/** As much of a message as a judge may quote from, in characters. */
const QUOTABLE = 64 * 1024;
/** Fewer signs in a row are no quotation. */
const QUOTED = 16;

const NOT_PUBLIC = '[niet openbaar]';

export interface TextMasking {
  readonly known: KnownMask;
  readonly tokens: Tokens;
  /** What was masked, by message. */
  readonly paths: ReadonlyMap<string, readonly string[] | undefined>;
  /** The beginning of each message that stays private. */
  readonly unread: ReadonlyMap<string, string>;
  /** Local names of elements that hold documents. */
  readonly documents: readonly string[];
}

export function reportTextMask({ known, tokens, paths, unread, documents }: TextMasking): MaskText {
  return (text, { pad, bericht = '' }) => {
    const shown = withoutQuotations(text, unread.get(bericht));
    const masked = known.within(shown);
    if (pad === undefined || !isMaskedPath(paths.get(bericht) ?? [], pad)) return masked;
    if (documents.includes(pad.replace(/^.*[/:]/, ''))) return masked.replaceAll(/[A-Za-z\d+/]{16,}={0,2}/g, tokens.text);
    if (masked !== shown) return masked;
    const parts = shown.split(', ').map((part) => known.whole(part) ?? part);
    return parts.join(', ').replaceAll(/'([^']*)'/g, (whole, value: string) => {
      const token = known.whole(value);
      return token === undefined ? whole : `'${token}'`;
    });
  };
}

/** The beginning of a message as judges quote it: on one line. */
export async function quotableText(body: Body): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body.open()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= QUOTABLE) break;
  }
  return oneLine(new TextDecoder().decode(Buffer.concat(chunks).subarray(0, QUOTABLE)));
}

function withoutQuotations(text: string, source: string | undefined): string {
  if (!source) return text;
  const line = oneLine(text);
  let shown = '';
  let at = 0;
  while (at < line.length) {
    if (
      !source.includes(line.slice(at, at + Math.min(QUOTED, source.length))) ||
      line.length - at < Math.min(QUOTED, source.length)
    ) {
      shown += line[at++];
      continue;
    }
    let end = Math.min(line.length, at + QUOTED);
    while (end < line.length && source.includes(line.slice(at, end + 1))) end++;
    shown += NOT_PUBLIC;
    at = end;
  }
  return shown === line ? text : shown;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
