/** Fetches something public to see whether it is what it was: only its digest is kept. */
import { createHash } from 'node:crypto';

export interface FetchLimits {
  /** Milliseconds. */
  readonly patience: number;
  readonly maxBytes: number;
}

/**
 * Nothing is followed: who is sent elsewhere was not asked to look there.
 * @returns SHA-256 in hexadecimal; undefined when it is not there, too large, or too late
 */
export async function fetchDigest(url: string, { patience, maxBytes }: FetchLimits): Promise<string | undefined> {
  try {
    const reply = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(patience) });
    if (!reply.ok || !reply.body) {
      await reply.body?.cancel();
      return undefined;
    }
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of reply.body) {
      size += chunk.byteLength;
      if (size > maxBytes) return undefined;
      hash.update(chunk);
    }
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}
