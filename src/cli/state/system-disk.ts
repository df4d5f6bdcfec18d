/** Waits until the disk of this machine has what was written. */
import { closeSync, fdatasyncSync, fsyncSync, openSync } from 'node:fs';
import type { Disk } from './state-file.js';

export const SYSTEM_DISK: Disk = {
  flush: fdatasyncSync,
  flushFolder(folder) {
    // Windows has no such call and needs none.
    if (process.platform === 'win32') return;
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  },
};
