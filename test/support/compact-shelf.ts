/** The standards of this package with their compact schemas, whatever is installed on this machine. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeBytes } from '../../src/cli/validate/judge-file.js';
import { type OpenShelf, openShelf, type ShelfOptions } from '../../src/cli/validate/shelf.js';
import type { LoneOptions } from '../../src/judge/lone-shelf.js';
import type { JudgedFile } from '../../src/model/judged-file.js';

export function compactShelf(options: ShelfOptions = {}): Promise<OpenShelf> {
  const nowhere = join(tmpdir(), 'ketentest-nothing-installed');
  return openShelf({ cwd: nowhere, env: { XDG_DATA_HOME: nowhere, XDG_CACHE_HOME: nowhere } }, options);
}

export function judgeText(shelf: OpenShelf, text: string | Uint8Array, options: Partial<LoneOptions> = {}): Promise<JudgedFile> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return judgeBytes('bericht.xml', bytes, shelf, { profile: 'strict', ...options });
}

/** Ids of what is broken or could not be decided. */
export function brokenIds({ regels }: JudgedFile): readonly string[] {
  return [...new Set(regels.filter((rule) => rule.verdict !== 'voldoet').map((rule) => rule.id))].sort();
}
