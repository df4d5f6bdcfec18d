/**
 * Holds the walls of docs/architecture.md, and proves on invented files that each of them bites.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect } from 'chai';
import { WALLS } from './architecture/complaints.js';
import { ROOMS, SENTENCES } from './architecture/house.js';
import { koppelvlakNames, nameComplaints } from './architecture/koppelvlak-names.js';
import { readSource, type SourceFile } from './architecture/source-file.js';
import { packageRoot as root } from './package-root.js';

const sources = sourcesBelow(join(root, 'src'));
const document = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8').replace(/\s+/g, ' ');

describe('the house', () => {
  for (const [sentence, wall] of Object.entries(WALLS)) {
    it(sentence, () => expect(sources.flatMap(wall)).to.deep.equal([]));
  }

  it('no name of a koppelvlak stands in src/', () => {
    const names = koppelvlakNames(join(root, 'suites'));
    expect(sources.flatMap((file) => nameComplaints(file, names))).to.deep.equal([]);
  });

  it('no name of the invented koppelvlakken under test/ stands in src/', () => {
    const names = koppelvlakNames(join(root, 'test', 'suites'));
    expect(sources.flatMap((file) => nameComplaints(file, names))).to.deep.equal([]);
  });

  it('every sentence that a failure quotes stands in docs/architecture.md', () => {
    for (const sentence of Object.values(SENTENCES)) expect(document).to.include(sentence);
  });

  it('the table here is the table of docs/architecture.md', () => {
    const rows = [...document.matchAll(/\| (\d) \| `(\w+)(?:\/|\.ts)`[^|]*\|[^|]*\| ([^|]+?) \|/g)];
    const documented = Object.fromEntries(rows.map(([, floor, room, imports]) => [room, `${floor}: ${imports}`]));
    const written = (room: string, imports: readonly string[]) =>
      room === 'cli' ? 'every room below' : imports.join(', ') || '–';
    const { index: _face, ...rooms } = ROOMS;
    const held = Object.entries(rooms).map(([room, { floor, mayImport }]) => [room, `${floor}: ${written(room, mayImport)}`]);
    expect(Object.fromEntries(held)).to.deep.equal(documented);
  });

  it('rooms import lower floors only, and nothing on their own floor', () => {
    for (const room of Object.values(ROOMS)) {
      for (const name of room.mayImport) expect(ROOMS[name]?.floor, name).to.be.lessThan(room.floor);
    }
  });
});

describe('the walls bite', () => {
  const complaintsOf = (path: string, text: string) => Object.values(WALLS).flatMap((wall) => wall(readSource(path, text)));
  const refused: readonly (readonly [what: string, path: string, text: string, sentence: string])[] = [
    ['a room that imports its neighbour', 'src/judge/a.ts', "import { b } from '../actor/b.js';", SENTENCES.corridor],
    ['a type-only import', 'src/report/a.ts', "import type { B } from '../message/b.js';", SENTENCES.rooms],
    ['a type named by import()', 'src/report/a.ts', "export type A = import('../message/b.js').B;", SENTENCES.rooms],
    ['a dynamic import', 'src/message/a.ts', "await import('../standard/index.js');", SENTENCES.rooms],
    ['an import that is computed', 'src/message/a.ts', 'await import(name);', SENTENCES.libraries],
    ['a corridor that needs a room', 'src/run.ts', "import { fold } from './report/fold.js';", SENTENCES.corridor],
    [
      'a part of the corridor that needs a room',
      'src/run-sending.ts',
      "import { fold } from './report/fold.js';",
      SENTENCES.corridor,
    ],
    ['a re-export from a higher floor', 'src/model/a.ts', "export * from '../cli/b.js';", SENTENCES.model],
    ['model that imports node:', 'src/model/a.ts', "import { join } from 'node:path';", SENTENCES.model],
    ['an import from outside src/', 'src/suite/a.ts', "import { b } from '../../test/b.js';", SENTENCES.rooms],
    ['a folder that is no room', 'src/utils/a.ts', 'export const a = 1;', SENTENCES.rooms],
    ['XML outside message/', 'src/standard/a.ts', "import { XmlDocument } from 'libxml2-wasm';", SENTENCES.libraries],
    ['YAML outside suite/', 'src/cli/a.ts', "import { parse } from 'yaml';", SENTENCES.libraries],
    ['a library without a room', 'src/cli/a.ts', "import chalk from 'chalk';", SENTENCES.libraries],
    ['a socket in cli/', 'src/cli/a.ts', "import { connect } from 'node:tls';", SENTENCES.doors],
    ['fetch outside actor/', 'src/report/a.ts', "await fetch('http://example.org');", SENTENCES.doors],
    ['a file read in judge/', 'src/judge/a.ts', "import { readFileSync } from 'fs';", SENTENCES.doors],
    ['a process started in actor/', 'src/actor/a.ts', "import { spawn } from 'node:child_process';", SENTENCES.doors],
    ['the environment', 'src/suite/a.ts', 'export const home = process.env.HOME;', SENTENCES.handedIn],
    ['the environment by index', 'src/suite/a.ts', "export const home = process['env'];", SENTENCES.handedIn],
    ['the clock', 'src/run.ts', 'export const now = Date.now();', SENTENCES.handedIn],
    ['the clock of a new Date()', 'src/report/a.ts', 'export const now = new Date( );', SENTENCES.handedIn],
    ['chance', 'src/actor/a.ts', 'export const id = Math.random();', SENTENCES.handedIn],
    [
      'chance from node:crypto',
      'src/actor/a.ts',
      "import { randomUUID } from 'node:crypto';\nexport const id = randomUUID();",
      SENTENCES.handedIn,
    ],
    ['the terminal', 'src/run.ts', "console.log('hello');", SENTENCES.handedIn],
    ['a barrel', 'src/judge/all.ts', "export { a } from './a.js';", SENTENCES.barrels],
    ['an index file', 'src/suite/index.ts', 'export const a = 1;', SENTENCES.barrels],
    ['a family name in an identifier', 'src/judge/a.ts', 'export const isStufMessage = true;', SENTENCES.names],
    ['a family name in a comment', 'src/suite/a.ts', '// as StUF wants it', SENTENCES.names],
  ];
  for (const [what, path, text, sentence] of refused) {
    it(`refuses ${what}`, () => {
      const complaints = complaintsOf(path, text);
      expect(complaints.join('\n')).to.include(sentence).and.to.include(path);
    });
  }

  const allowed: readonly (readonly [what: string, path: string, text: string])[] = [
    ['a room that imports a lower floor', 'src/judge/a.ts', "import { b } from '../message/b.js';\nimport './c.js';"],
    ['a registry that gathers', 'src/standard/index.ts', "export { stuf } from './stuf/family.js';"],
    [
      'the corridor with its rooms',
      'src/run.ts',
      "import { judges } from './judge/index.js';\nimport type { A } from './actor/a.js';",
    ],
    ['the corridor and its parts', 'src/run.ts', "import { receive } from './run-receiving.js';"],
    ['a property that is called process', 'src/message/a.ts', 'export const lax = (any: { process: string }) => any.process;'],
    ['a date made from a number', 'src/report/a.ts', 'export const iso = (at: number) => new Date(at).toISOString();'],
    ['the clock in cli/', 'src/cli/a.ts', 'export const now = Date.now();'],
    ['stuff', 'src/judge/a.ts', '// and other stuff'],
  ];
  for (const [what, path, text] of allowed) {
    it(`allows ${what}`, () => expect(complaintsOf(path, text)).to.deep.equal([]));
  }

  it('refuses a name of a koppelvlak as a word, in code and in comments, and says where', () => {
    const names = ['geefLamp_Di01', 'LMP', 'lampen-1.0', 'helderheid'];
    const bites = (text: string) => nameComplaints(readSource('src/judge/a.ts', text), names);
    expect(bites("\nconst a = 'geefLamp_Di01';").join()).to.include('src/judge/a.ts:2').and.to.include(SENTENCES.names);
    expect(bites('// as LMP')).to.have.length(1);
    expect(bites("export const suite = 'lampen-1.0/lamp';")).to.have.length(1);
    expect(bites('export const helderheid = 1;')).to.have.length(1);
    expect(bites('export const LMPX = 1; const helderheden = 2;')).to.deep.equal([]);
  });

  it('allows words that belong to everybody, and words of the family in its own room', () => {
    const names = ['identificatie', 'totEnMet'];
    expect(nameComplaints(readSource('src/report/a.ts', 'const identificatie = 1;'), names)).to.deep.equal([]);
    expect(nameComplaints(readSource('src/standard/family/a.ts', 'const totEnMet = 1;'), names)).to.deep.equal([]);
    expect(nameComplaints(readSource('src/judge/a.ts', 'const totEnMet = 1;'), names)).to.have.length(1);
  });
});

function sourcesBelow(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => readSource(relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8')));
}
