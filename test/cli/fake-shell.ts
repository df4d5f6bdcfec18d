/** A shell for tests: nothing of the machine, and everything that was said kept. */
import type { Shell } from '../../src/cli/shell.js';

export interface FakeShell extends Shell {
  readonly said: { out: string; talk: string };
}

export function fakeShell(given: Partial<Shell> = {}): FakeShell {
  const said = { out: '', talk: '' };
  return {
    cwd: '/nowhere',
    env: {},
    isInteractive: false,
    hasColour: false,
    columns: 80,
    clock: { now: () => 0, sleep: () => new Promise(() => undefined) },
    out: (text) => {
      said.out += `${text}\n`;
    },
    talk: (text) => {
      said.talk += text;
    },
    canAsk: false,
    readInput: async () => new Uint8Array(),
    ask: async () => undefined,
    stop: new AbortController().signal,
    ...given,
    said,
  };
}
