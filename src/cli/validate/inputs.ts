/**
 * The files that an operand names: a file, a folder with everything in it that ends in `.xml`, a pattern, or `-` for
 * standard input. What is not there, or cannot be looked into, becomes an entry too, so that the others are still judged.
 */
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';

export interface Input {
  /** As given or found. */
  readonly bestand: string;
  /** In bytes; absent for standard input. */
  readonly size?: number;
  /** Why there is nothing to read. */
  readonly problem?: InputProblem;
}

export interface InputProblem {
  readonly kind: 'absent' | 'no-files' | 'unreadable' | 'device' | 'too-large';
  /** The system's own code, e.g. EACCES, or a size. */
  readonly detail: string;
}

export const STDIN = '-';

/** Deeper than anybody keeps messages. */
const MAX_DEPTH = 40;

/**
 * @param operands - in the order given
 * @param cwd - what relative paths start from
 * @throws {HarnessError} `USAGE` when standard input is named twice: it can be read once
 */
export function inputsOf(operands: readonly string[], cwd: string): readonly Input[] {
  if (operands.filter((operand) => operand === STDIN).length > 1)
    throw new HarnessError('USAGE', { nl: 'noem - (stdin) één keer', en: 'give - (stdin) once' });
  return operands.flatMap((operand) => (operand === STDIN ? [{ bestand: STDIN }] : inputsOfPath(operand, cwd)));
}

function inputsOfPath(operand: string, cwd: string): readonly Input[] {
  try {
    const found = statSync(resolve(cwd, operand));
    // A device has no end; a pipe has one.
    if (found.isCharacterDevice() || found.isBlockDevice() || found.isSocket())
      return [{ bestand: operand, problem: { kind: 'device', detail: operand } }];
    if (!found.isDirectory()) return [{ bestand: operand, size: found.size }];
    return filled(
      operand,
      filesBelow(operand, cwd, 0).filter(({ bestand }) => /\.xml$/i.test(bestand)),
    );
  } catch (error) {
    if (!/[*?]/.test(operand)) return [{ bestand: operand, problem: problemOf(error) }];
  }
  const start = /^(?:[^*?]*\/)?/.exec(operand)?.[0] ?? '';
  const folder = start === '' ? '.' : start;
  const wanted = patternOf(operand.slice(start.length));
  return filled(
    operand,
    filesBelow(folder, cwd, 0).filter(({ bestand }) => wanted.test(relativeTo(folder, bestand))),
  );
}

/** `*` and `?` within a step, `**` over steps. */
function patternOf(pattern: string): RegExp {
  const source = pattern
    .split(/(\*\*\/|\*\*|\*|\?)/)
    .map((part) => SIGNS[part] ?? part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('');
  return new RegExp(`^${source}$`, 'u');
}

const SIGNS: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };

function filled(operand: string, inputs: readonly Input[]): readonly Input[] {
  return inputs.length > 0 ? inputs : [{ bestand: operand, problem: { kind: 'no-files', detail: operand } }];
}

/** Files in order of name; links to folders are not followed, hidden folders are not looked into. */
function filesBelow(folder: string, cwd: string, depth: number): readonly Input[] {
  if (depth > MAX_DEPTH) return [];
  try {
    const entries = readdirSync(resolve(cwd, folder), { withFileTypes: true });
    return entries
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .flatMap((entry) => {
        const bestand = folder === '.' ? entry.name : join(folder, entry.name).replaceAll('\\', '/');
        if (entry.isDirectory()) return entry.name.startsWith('.') ? [] : filesBelow(bestand, cwd, depth + 1);
        if (!entry.isFile() && !entry.isSymbolicLink()) return [];
        const found = statSync(resolve(cwd, bestand), { throwIfNoEntry: false });
        return found?.isFile() ? [{ bestand, size: found.size }] : [];
      });
  } catch (error) {
    return [{ bestand: folder, problem: problemOf(error) }];
  }
}

function relativeTo(folder: string, file: string): string {
  const prefix = folder === '.' ? '' : join(folder, '/').replaceAll('\\', '/');
  return file.startsWith(prefix) ? file.slice(prefix.length) : file;
}

function problemOf(error: unknown): InputProblem {
  const detail = (error as NodeJS.ErrnoException).code ?? String(error);
  return { kind: detail === 'ENOENT' ? 'absent' : 'unreadable', detail };
}
