/** Packages on disk and a site made of them, in a folder that goes away. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../../src/cli/program.js';
import type { RunFacts } from '../../../src/report/fold/fold.js';
import { publicPemOf } from '../../../src/report/seal/seal-key.js';
import { type HeldPackage, KEYS, seal, unsealed } from '../../report/forged-packages/held-package.js';
import { RUN_FACTS, sampleRun } from '../../report/samples.js';
import { fakeShell } from '../fake-shell.js';

export const NOW = Date.parse('2026-06-01T12:00:00Z');

export interface Workshop extends Disposable {
  readonly cwd: string;
  /** Calls the command. */
  publish(...words: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly talk: string }>;
  /** Puts a package on disk, with a private part that nobody may look at. */
  put(folder: string, held: HeldPackage): void;
  read(path: string): string;
  /** Every file below a folder, with its content. */
  all(folder: string): Readonly<Record<string, string>>;
}

export function openWorkshop(): Workshop {
  const cwd = mkdtempSync(join(tmpdir(), 'ketentest-publish-'));
  writeFileSync(join(cwd, 'public.pem'), publicPemOf(KEYS.runner));
  writeFileSync(join(cwd, 'stranger.pem'), publicPemOf(KEYS.stranger));
  writeFileSync(join(cwd, 'private.pem'), KEYS.runner.export({ type: 'pkcs8', format: 'pem' }));
  return {
    cwd,
    async publish(...words) {
      const shell = fakeShell({ cwd, clock: { now: () => NOW, sleep: async () => undefined } });
      const code = await main(['publish', ...words, '--lang', 'en'], shell);
      return { code, ...shell.said };
    },
    put(folder, held) {
      for (const [name, bytes] of [...held, ['prive/zout', Buffer.from('geheim')] as const]) {
        mkdirSync(dirname(join(cwd, folder, name)), { recursive: true });
        writeFileSync(join(cwd, folder, name), bytes);
      }
    },
    read: (path) => readFileSync(join(cwd, path), 'utf8'),
    all(folder) {
      const names = readdirSync(join(cwd, folder), { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
      return Object.fromEntries(
        names
          .map((each) => join(each.parentPath, each.name))
          .toSorted()
          .map((file) => [file.slice(join(cwd, folder).length + 1), readFileSync(file, 'latin1')]),
      );
    },
    [Symbol.dispose]: () => rmSync(cwd, { recursive: true, force: true }),
  };
}

/** A sealed report of a run without faults. */
export async function flawless(versie = '4.2.1', facts: Partial<RunFacts> = {}): Promise<HeldPackage> {
  const product = { ...RUN_FACTS.product, versie };
  return seal(await unsealed(sampleRun({}, { product, ...facts })), KEYS.runner);
}
