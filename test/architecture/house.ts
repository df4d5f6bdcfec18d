/**
 * The house as data: rooms, floors, doors and libraries, with the sentences of docs/architecture.md that say so.
 */

export interface Room {
  readonly floor: number;
  readonly mayImport: readonly string[];
}

const belowCli = ['run', 'suite', 'actor', 'judge', 'standard', 'dossier', 'message', 'report', 'model'];

/** Name of a folder of src/ (or of a file beside them, without ending) → what it may import. */
export const ROOMS: Readonly<Record<string, Room>> = {
  index: { floor: 7, mayImport: [...belowCli, 'cli'] },
  cli: { floor: 6, mayImport: belowCli },
  run: { floor: 5, mayImport: ['model', 'suite', 'actor', 'judge'] },
  suite: { floor: 4, mayImport: ['model', 'message', 'standard'] },
  actor: { floor: 4, mayImport: ['model', 'message', 'standard'] },
  judge: { floor: 4, mayImport: ['model', 'message', 'standard'] },
  standard: { floor: 3, mayImport: ['model', 'message'] },
  dossier: { floor: 3, mayImport: ['model', 'report'] },
  message: { floor: 2, mayImport: ['model'] },
  report: { floor: 2, mayImport: ['model'] },
  model: { floor: 1, mayImport: [] },
};

/** Third-party package → the rooms that may import it. */
export const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  'libxml2-wasm': ['message'],
  handlebars: ['message', 'report'],
  yaml: ['suite'],
  zod: ['suite'],
  commander: ['cli'],
};

const SOCKETS = ['net', 'tls', 'http', 'https', 'http2', 'dgram', 'dns', 'dns/promises'];
const FILES = ['fs', 'fs/promises'];
const ENVIRONMENT = ['process', 'child_process', 'os', 'readline', 'readline/promises', 'tty', 'worker_threads', 'cluster'];

/** A part of node: that is a door to the outside, and the files that may use it. */
export interface Door {
  readonly modules: readonly string[];
  readonly allowed: (path: string) => boolean;
}

export const DOORS: readonly Door[] = [
  { modules: SOCKETS, allowed: (path) => path.startsWith('src/actor/') },
  { modules: FILES, allowed: (path) => /^src\/(cli|suite)\//.test(path) || /^src\/actor\/body[\w-]*\.ts$/.test(path) },
  { modules: ENVIRONMENT, allowed: (path) => path.startsWith('src/cli/') },
];

/** Global names that read the clock, chance, the environment or the terminal; only cli/ has them. */
export const OUTSIDE_GLOBALS: readonly RegExp[] = [
  /^process\b/,
  /^console\b/,
  /^Date\.now$/,
  /^new Date\(\)$/,
  /^performance\.now$/,
  /^Math\.random$/,
  /\brandomUUID$/,
  /\brandomBytes$/,
  /\bgetRandomValues$/,
];

/** Files that may gather what others export. */
export const GATHERERS: readonly string[] = ['src/index.ts', 'src/standard/index.ts', 'src/judge/index.ts'];

/** Sentences of docs/architecture.md, quoted when a wall is broken; the test checks that they stand there. */
export const SENTENCES = {
  rooms: 'A room imports only from lower floors. Rooms on one floor never meet.',
  model: 'The nouns everybody shares, and the errors; imports nothing, not even `node:`.',
  corridor: '`run.ts` introduces judges to actors; neither knows the other.',
  doors:
    '`suite/` reads suites and fixtures, `actor/` opens sockets, `cli/` (and `ui/`) has clock, environment, stdout and every other file.',
  handedIn: 'Clock, ids and randomness are handed in',
  libraries: '**Each third-party library is imported in one room**',
  names: '**No name of a koppelvlak anywhere in `src/`**, and no name of a family outside `standard/`.',
  barrels: '**No barrels inside a room**',
} as const;
