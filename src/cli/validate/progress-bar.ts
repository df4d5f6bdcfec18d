/** One line at a terminal that tells how many files were judged; nothing where nobody looks. */
import type { Shell } from '../shell.js';

export interface ProgressBar {
  /** Before results are printed on the same terminal. */
  clear(): void;
  step(file: string): void;
}

/** Characters of the bar itself. */
const WIDTH = 24;

export function progressBar(shell: Pick<Shell, 'talk' | 'isInteractive' | 'columns'>, total: number): ProgressBar {
  if (!shell.isInteractive || total < 2) return { clear: () => undefined, step: () => undefined };
  let done = 0;
  let shown = -1;
  return {
    clear: () => shell.talk('\r\x1b[K'),
    step(file) {
      done += 1;
      // Once for each percent: more is not seen, and takes longer than the judging.
      const percent = Math.floor((done * 100) / total);
      if (percent === shown) return;
      shown = percent;
      const filled = Math.round((done / total) * WIDTH);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
      const line = ` ${bar} ${done}/${total}  ${file.replaceAll(/\p{Cc}/gu, ' ')}`;
      shell.talk(done === total ? '\r\x1b[K' : `\r\x1b[K${line.slice(0, shell.columns - 1)}`);
    },
  };
}
