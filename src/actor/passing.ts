/**
 * Lets a body pass while it is being kept. A small one waits until the whole of it is written down; a large one passes as
 * it comes, at the pace of the slower side, and only its last part waits. Either way nobody has a whole message that is not
 * in the record.
 */

/** Where the bytes go. A taker that has left takes everything, and does nothing with it. */
export interface Taker {
  /** The body is too large to wait for: here it comes. */
  begin(): void;
  /** Resolves when more can come. */
  write(chunk: Uint8Array): Promise<void>;
  end(): void;
}

export interface Passing {
  /** To be read instead of the source: what is read, passes. */
  through(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** Whether it is on its way already. */
  readonly hasBegun: boolean;
  /** Lets the last part go; only for what has begun, when all of it is in the record. */
  finish(): Promise<void>;
}

/**
 * @param thresholdBytes - what is not larger waits until somebody sends it
 */
export function passing(taker: Taker, thresholdBytes: number): Passing {
  let held: Uint8Array[] = [];
  let size = 0;
  let hasBegun = false;

  const passTo = async (chunk: Uint8Array): Promise<void> => {
    // The reader may use its buffer again.
    held.push(chunk);
    size += chunk.length;
    if (!hasBegun && size <= thresholdBytes) return;
    if (!hasBegun) taker.begin();
    hasBegun = true;
    const last = held.pop();
    for (const each of held) await taker.write(each);
    held = last ? [last] : [];
  };
  return {
    async *through(source) {
      for await (const chunk of source) {
        await passTo(chunk);
        yield chunk;
      }
    },
    get hasBegun() {
      return hasBegun;
    },
    async finish() {
      for (const each of held) await taker.write(each);
      held = [];
      taker.end();
    },
  };
}
