/** Asks somebody over HTTP to make the product send: a test hook of the product, or a tool that works its screens. */

/**
 * Posts what is asked for.
 * @returns what went wrong; undefined when it was taken
 */
export async function promptOverHttp(url: string, asked: unknown, signal?: AbortSignal): Promise<string | undefined> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(asked),
      ...(signal && { signal }),
    });
    await reply.body?.cancel();
    return reply.ok ? undefined : `${url}: HTTP ${reply.status}`;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return `${url}: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}
