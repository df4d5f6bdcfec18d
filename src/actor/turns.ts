/**
 * When requests are looked at. The system hands over one new connection in each turn of the event loop: if all that waits
 * were done in one turn, who connects last would wait until everybody before him was served many times over. So while new
 * connections come in, one request is looked at in a turn; otherwise all that wait.
 */

export interface Turns {
  /** Does this soon, after all that waits already. */
  next(work: () => void): void;
  /** A connection came in; there may be more. */
  connected(): void;
}

export function createTurns(): Turns {
  const waiting: (() => void)[] = [];
  let isCrowded = false;
  const turn = (): void => {
    const due = waiting.splice(0, isCrowded ? 1 : waiting.length);
    isCrowded = false;
    if (waiting.length > 0) setImmediate(turn);
    for (const work of due) work();
  };
  return {
    next(work) {
      if (waiting.push(work) === 1) setImmediate(turn);
    },
    connected() {
      isCrowded = true;
    },
  };
}
