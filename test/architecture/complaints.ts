/**
 * The walls: each takes source files and says what breaks it, naming the file, the import and the sentence to read.
 */
import { dirname, join } from 'node:path/posix';
import { DOORS, GATHERERS, LIBRARIES, OUTSIDE_GLOBALS, ROOMS, SENTENCES } from './house.js';
import type { Sighting, SourceFile } from './source-file.js';

export type Wall = (file: SourceFile) => readonly string[];

export const WALLS: Readonly<Record<string, Wall>> = {
  'a room imports only what the table allows': roomImports,
  'each third-party library is imported in its own room': libraryImports,
  'sockets, files and the environment have their doors': doorImports,
  'clock, chance and terminal belong to the command line': outsideGlobals,
  'no file inside a room gathers what others export': barrels,
  'no name of a family stands outside standard/': familyNames,
};

/** Room of a path below src/: `src/judge/schema.ts` → `judge`, `src/run.ts` and `src/run-….ts` → `run`. */
export function roomOf(path: string): string {
  const [, room = '', ...deeper] = path.split('/');
  return deeper.length > 0 ? room : room.replace(/\.ts$/, '').replace(/^run-\w+$/, 'run');
}

function roomImports(file: SourceFile): readonly string[] {
  const room = ROOMS[roomOf(file.path)];
  if (room === undefined) return [`${file.path} stands in no room of the table. ${read(SENTENCES.rooms)}`];
  return file.imports.flatMap((each) => {
    if (isModelFile(file) && !each.what.startsWith('.')) return [complain(file, each, SENTENCES.model)];
    if (!each.what.startsWith('.')) return [];
    const target = join(dirname(file.path), each.what);
    const wanted = roomOf(target.replace(/\.js$/, '.ts'));
    if (!target.startsWith('src/')) return [complain(file, each, SENTENCES.rooms)];
    if (wanted === roomOf(file.path) || room.mayImport.includes(wanted)) return [];
    return [complain(file, each, sentenceFor(roomOf(file.path), wanted))];
  });
}

function sentenceFor(from: string, to: string): string {
  if (from === 'model') return SENTENCES.model;
  if (from === 'run' || (from === 'judge' && to === 'actor') || (from === 'actor' && to === 'judge')) return SENTENCES.corridor;
  return SENTENCES.rooms;
}

function isModelFile(file: SourceFile): boolean {
  return roomOf(file.path) === 'model';
}

function libraryImports(file: SourceFile): readonly string[] {
  return file.imports.flatMap((each) => {
    if (each.what.startsWith('.') || each.what.startsWith('node:')) return [];
    const rooms = LIBRARIES[packageOf(each.what)] ?? [];
    return rooms.includes(roomOf(file.path)) ? [] : [complain(file, each, SENTENCES.libraries)];
  });
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

function doorImports(file: SourceFile): readonly string[] {
  return file.imports.flatMap((each) => {
    const door = DOORS.find(({ modules }) => modules.includes(each.what.replace(/^node:/, '')));
    return door === undefined || door.allowed(file.path) ? [] : [complain(file, each, SENTENCES.doors)];
  });
}

function outsideGlobals(file: SourceFile): readonly string[] {
  const room = roomOf(file.path);
  return file.globals.flatMap((each) => {
    if (each.what === 'fetch' && room !== 'actor') return [complain(file, each, SENTENCES.doors)];
    const outside = OUTSIDE_GLOBALS.some((pattern) => pattern.test(each.what));
    return outside && room !== 'cli' ? [complain(file, each, SENTENCES.handedIn)] : [];
  });
}

function barrels(file: SourceFile): readonly string[] {
  if (GATHERERS.includes(file.path)) return [];
  const isBarrel = file.gathers || file.path.endsWith('/index.ts');
  return isBarrel ? [`${file.path} gathers what other files export. ${read(SENTENCES.barrels)}`] : [];
}

function familyNames(file: SourceFile): readonly string[] {
  if (roomOf(file.path) === 'standard') return [];
  return findWords(file, /stuf(?!f)/i).map((each) => complain(file, each, SENTENCES.names));
}

/** Lines of a file that match, with the word around the match. */
export function findWords(file: SourceFile, pattern: RegExp): readonly Sighting[] {
  return file.text.split('\n').flatMap((line, index) => {
    const found = pattern.exec(line);
    return found === null ? [] : [{ what: found[0], line: index + 1 }];
  });
}

export function complain(file: SourceFile, seen: Sighting, sentence: string): string {
  return `${file.path}:${seen.line} has "${seen.what}". ${read(sentence)}`;
}

function read(sentence: string): string {
  return `Read docs/architecture.md: "${sentence}"`;
}
