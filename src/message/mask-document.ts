/**
 * Masks one XML document in its own bytes: what is masked is as long as what stood there, and everything else stays, so
 * that lines and places keep their numbers. No parser is asked: it would lose where things stood. What cannot be followed
 * to its end is not masked at all, and then it is not to be published.
 */
import { elementsMasked, type MaskedDocument } from './mask-elements.js';
import type { Encoding } from './mask-signs.js';
import type { MaskTable } from './mask-table.js';
import type { Tokens } from './mask-tokens.js';

export interface Masking {
  readonly table: MaskTable;
  readonly tokens: Tokens;
}

/** Read byte for byte: for what is masked it makes no difference which one it is. */
const ONE_BYTE = /^(?:iso-8859-(?:1|15)|latin-?[19]|windows-125[0-8])$/i;

/** @param contentType - names the encoding of a document that does not */
export function maskDocument(bytes: Uint8Array, contentType: string | undefined, masking: Masking): MaskedDocument | undefined {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const wide = /^(\xff\xfe|<\0)/.test(head) ? 'le' : /^(\xfe\xff|\0<)/.test(head) ? 'be' : undefined;
  if (wide) return maskWide(bytes, wide, masking);
  const named =
    /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/.exec(head)?.[1] ??
    /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1] ??
    'utf-8';
  const encoding: Encoding | undefined = /^(?:utf-?8|us-ascii)$/i.test(named)
    ? 'utf8'
    : ONE_BYTE.test(named)
      ? 'latin1'
      : undefined;
  return encoding && elementsMasked(Buffer.from(bytes), encoding, masking);
}

/** Two bytes a sign; every sign is masked by one of as many. */
function maskWide(bytes: Uint8Array, order: 'le' | 'be', masking: Masking): MaskedDocument | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const turned = (of: Uint8Array) => (order === 'be' ? Buffer.from(of).swap16() : Buffer.from(of));
  const text = turned(bytes).toString('utf16le');
  const masked = elementsMasked(Buffer.from(text, 'utf8'), 'utf8', masking);
  if (!masked) return undefined;
  const back = turned(Buffer.from(masked.bytes.toString('utf8'), 'utf16le'));
  return back.length === bytes.length ? { ...masked, bytes: back } : undefined;
}
