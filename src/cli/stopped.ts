/** Waits until somebody wants us to stop, for what stays up until then. */
import type { Shell } from './shell.js';

export function stopped({ stop }: Pick<Shell, 'stop'>): Promise<void> {
  return new Promise((done) => {
    if (stop.aborted) return done();
    stop.addEventListener('abort', () => done(), { once: true });
  });
}
