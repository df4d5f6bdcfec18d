/** Asks somebody over HTTP to make the product send: a test hook of the product, or a tool that works its screens. */

/**
 * Posts what is asked for. The path and the query of a hook may be what opens it: only its host is told.
 * @param hook - with user and password when it wants them
 * @returns what went wrong; undefined when it was taken
 */
export async function promptOverHttp(hook: string, asked: unknown, signal?: AbortSignal): Promise<string | undefined> {
  const url = new URL(hook);
  const shown = `${url.origin}${url.pathname === '/' && url.search === '' ? '' : '/…'}`;
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = '';
  url.password = '';
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(pair !== ':' && { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` }),
      },
      body: JSON.stringify(asked),
      ...(signal && { signal }),
    });
    await reply.body?.cancel();
    return reply.ok ? undefined : `${shown}: HTTP ${reply.status}`;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return `${shown}: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}
