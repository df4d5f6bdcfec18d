/**
 * Applies the charset of a Content-Type header to XML that does not name its own encoding, since a parser sees
 * only the bytes.
 */

/**
 * The bytes as a parser should get them: recoded to UTF-8 when only the header says what they are.
 * Where header and XML declaration both name an encoding the declaration is followed. RFC 7303 prefers the header,
 * most parsers the declaration; a judge reports the contradiction.
 *
 * @see RFC 7303, section 3
 */
export function recodedByHeader(bytes: Uint8Array, contentType: string | undefined): Uint8Array {
  const charset = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  if (charset === undefined || /^utf-?8$|^us-ascii$/i.test(charset) || namesItsEncoding(bytes)) return bytes;
  try {
    return new TextEncoder().encode(new TextDecoder(charset).decode(bytes));
  } catch {
    // A charset nobody knows: the parser decides what the bytes are.
    return bytes;
  }
}

/** A byte order mark, or an encoding in the XML declaration. */
function namesItsEncoding(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 256));
  return /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/.test(head) || /^\s*<\?xml[^>]*\sencoding\s*=/.test(head);
}
