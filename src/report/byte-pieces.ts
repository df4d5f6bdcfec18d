/** Bytes that come in chunks of any size, read in pieces of one size, of which the last is known to be the last. */

export interface Piece {
  readonly piece: Uint8Array;
  readonly isLast: boolean;
}

/** At least one piece, also of nothing. */
export async function* inPieces(bytes: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Piece> {
  let kept = Buffer.alloc(0);
  for await (const chunk of bytes) {
    kept = Buffer.concat([kept, chunk]);
    // What is left may be all that there is.
    while (kept.length > size) {
      yield { piece: kept.subarray(0, size), isLast: false };
      kept = kept.subarray(size);
    }
  }
  yield { piece: kept, isLast: true };
}

export interface ByteSource {
  /** @returns undefined when no line ends within so many bytes */
  line(maxBytes: number): Promise<string | undefined>;
  /** Exactly so many bytes; undefined when there are fewer. */
  exactly(count: number): Promise<Buffer | undefined>;
  /** At most so many bytes, at least one; undefined at the end. */
  atMost(count: number): Promise<Buffer | undefined>;
  /** All that is left. */
  pieces(size: number): AsyncGenerator<Piece>;
}

export function piecesOf(bytes: AsyncIterable<Uint8Array>): ByteSource {
  const chunks = bytes[Symbol.asyncIterator]();
  let kept = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const next = await chunks.next();
    if (next.done) return false;
    kept = Buffer.concat([kept, next.value]);
    return true;
  };
  const take = (count: number): Buffer => {
    const taken = kept.subarray(0, count);
    kept = kept.subarray(count);
    return taken;
  };
  return {
    async line(maxBytes) {
      for (;;) {
        const end = kept.indexOf(0x0a);
        if (end >= 0 && end <= maxBytes) return take(end + 1).toString('utf8', 0, end);
        if (end >= 0 || kept.length > maxBytes || !(await more())) return undefined;
      }
    },
    async exactly(count) {
      while (kept.length < count) if (!(await more())) return undefined;
      return take(count);
    },
    async atMost(count) {
      while (kept.length === 0) if (!(await more())) return undefined;
      return take(Math.min(count, kept.length));
    },
    pieces: (size) =>
      inPieces(
        (async function* () {
          while (kept.length > 0 || (await more())) yield take(kept.length);
        })(),
        size,
      ),
  };
}
