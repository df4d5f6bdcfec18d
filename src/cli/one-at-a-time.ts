/** Work that must not overlap itself, and of which only the latest counts. */

/**
 * @returns a function that resolves when work that began after the call is done; calls that come while it runs share
 * the next one. What fails is told to those who waited for it, and the next call tries again.
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        running = work();
        return running;
      });
    return next;
  };
}
