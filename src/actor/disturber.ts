/**
 * Knows what is done wrong on purpose with the messages of one hop, and how often; and which message that is offered again has
 * to wait, until somebody has looked what the disturbed one left behind.
 */
import { type Disturb, timesOf } from '../model/disturbance.js';
import type { Purpose } from '../model/exchange.js';

export interface Disturber {
  /** Whether something is still to be done: until then nothing passes before it is known what it is for. */
  isWaiting(): boolean;
  /** What is to be done with this message; counts it. */
  take(purpose: Purpose): Disturb | undefined;
  /** Resolves when this message may pass. */
  ready(purpose: Purpose): Promise<void>;
  /** The message of this step waits no more; nor does any other when none is named. */
  release(path?: string): void;
}

/**
 * @param planned - by path of the step whose message it is done with
 * @param held - paths of steps whose message waits until it is released
 */
export function createDisturber(planned: ReadonlyMap<string, Disturb>, held: readonly string[] = []): Disturber {
  const left = new Map([...planned].map(([path, disturb]) => [path, timesOf(disturb)]));
  const gates = new Map(held.map((path) => [path, gate()]));
  return {
    isWaiting: () => left.size > 0 || gates.size > 0,
    take({ scenario, step }) {
      const path = `${scenario}/${step}`;
      const [disturb, count] = [planned.get(path), left.get(path)];
      if (!disturb || count === undefined) return undefined;
      if (count > 1) left.set(path, count - 1);
      else left.delete(path);
      return disturb;
    },
    ready: ({ scenario, step }) => gates.get(`${scenario}/${step}`)?.opened ?? Promise.resolve(),
    release(path) {
      for (const each of path === undefined ? [...gates.keys()] : [path]) {
        gates.get(each)?.open();
        gates.delete(each);
      }
    },
  };
}

interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

function gate(): Gate {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}
