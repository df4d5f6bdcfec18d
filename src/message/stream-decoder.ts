/** Bytes that come in pieces become text, in the encoding that the document says it has. */

export interface StreamDecoder {
  decode(bytes: Uint8Array): string;
  end(): string;
}

/** As much of the beginning as holds an XML declaration, in bytes. */
const HEAD = 256;

/**
 * @param refuse - for bytes that are not in that encoding, and for an encoding that nobody knows
 * @see XML 1.0 (5th ed.) appendix F "Autodetection of Character Encodings"
 */
export function streamDecoder(refuse: () => never): StreamDecoder {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let head: Uint8Array = new Uint8Array();
  const decode = (bytes: Uint8Array, stream: boolean) => {
    try {
      decoder ??= new TextDecoder(encodingOf(head), { fatal: true });
      return decoder.decode(bytes, { stream });
    } catch {
      return refuse();
    }
  };
  return {
    decode(bytes) {
      if (decoder) return decode(bytes, true);
      head = Buffer.concat([head, bytes]);
      return head.length < HEAD ? '' : decode(head, true);
    },
    end: () => decode(decoder ? new Uint8Array() : head, false),
  };
}

function encodingOf(head: Uint8Array): string {
  const text = Buffer.from(head.subarray(0, HEAD)).toString('latin1');
  if (text.startsWith('\xff\xfe') || text.startsWith('<\0')) return 'utf-16le';
  if (text.startsWith('\xfe\xff') || text.startsWith('\0<')) return 'utf-16be';
  return /^(?:\xef\xbb\xbf)?<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/.exec(text)?.[1] ?? 'utf-8';
}
