/** Lets many runs in one process work side by side: what comes in goes before what can wait. */

/**
 * @returns a function that resolves when it is one's turn. One turn is given in each round of the event loop, so that
 * between two of them everything that came in meanwhile gets its answer.
 */
export function takingTurns(): () => Promise<void> {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  };
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(next);
    });
}
