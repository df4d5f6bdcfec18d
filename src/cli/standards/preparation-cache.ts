/**
 * Keeps prepared schema sets in a folder, one file a set. Safe with several processes: a file appears whole or not at
 * all. A folder that cannot be written makes the next run slower, nothing else.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PreparationCache } from '../../message/schema-basis.js';

/** @param unique - differs between processes and between calls, so that two never write the same file */
export function folderCache(folder: string, unique: () => string): PreparationCache {
  const fileOf = (key: string) => join(folder, `${key}.prepared`);
  return {
    read: (key) => readFile(fileOf(key)).catch(() => undefined),
    async write(key, bytes) {
      const fresh = `${fileOf(key)}.${unique()}`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(fresh, bytes);
        await rename(fresh, fileOf(key));
      } catch {
        await rm(fresh, { force: true }).catch(() => undefined);
      }
    },
  };
}

/** Keeps prepared sets as long as the process lives. */
export function memoryCache(): PreparationCache {
  const kept = new Map<string, Uint8Array>();
  return {
    read: async (key) => kept.get(key),
    async write(key, bytes) {
      kept.set(key, bytes);
    },
  };
}
