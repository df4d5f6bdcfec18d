/**
 * Rule 4: every operation, element and entity type of every koppelvlak, taken from its data, and where src/ says one.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { complain, findWords, roomOf } from './complaints.js';
import { SENTENCES } from './house.js';
import type { SourceFile } from './source-file.js';

/** Prefix of the family's own namespace in the data: its messages are no koppelvlak's. */
const FAMILY_PREFIX = 'StUF';

/**
 * Words that koppelvlakken use as element names although they belong to somebody else. Each group has its reason;
 * none of them tells one koppelvlak from another.
 */
export const ORDINARY: Readonly<Record<string, { readonly words: readonly string[]; readonly rooms?: readonly string[] }>> = {
  'structure that the family prescribes for every message': {
    words: ['gelijk', 'vanaf', 'totEnMet', 'antwoord', 'gerelateerde', 'omschrijving'],
    rooms: ['standard'],
  },
  'words of a report, a file or a protocol': {
    words: [
      'identificatie',
      'status',
      'titel',
      'naam',
      'versie',
      'taal',
      'code',
      'resultaat',
      'bron',
      'kenmerk',
      'antwoord',
      'document',
      'object',
      'parameters',
      'scope',
      'link',
    ],
  },
  'what a catalogue says of a product: the word is on its pages, and the command is named after it': {
    words: ['indicatie'],
    rooms: ['dossier', 'cli'],
  },
  'words of a contract and its acceptance': { words: ['besluit', 'einddatum'], rooms: ['dossier', 'cli'] },
  'everyday Dutch, as it stands in sentences for our users': {
    words: ['adres', 'duur', 'gelijk', 'heeft', 'inhoud', 'omschrijving', 'reden'],
  },
};

interface Named {
  readonly operation?: string;
  readonly request?: Message;
  readonly replies?: readonly Message[];
  readonly fault?: Message;
  readonly elements?: Readonly<Record<string, readonly { readonly path: string }[] | undefined>>;
}

interface Message {
  readonly element?: string;
  readonly entiteittype?: string;
  readonly functie?: string;
}

/** All names of all koppelvlakken below a folder of suites, sorted. */
export function koppelvlakNames(suitesFolder: string): readonly string[] {
  const names = new Set<string>();
  for (const id of existsSync(suitesFolder) ? readdirSync(suitesFolder) : []) {
    const folder = join(suitesFolder, id);
    if (id.startsWith('_') || !existsSync(join(folder, 'standard.yaml'))) continue;
    names.add(id);
    const standard = parse(readFileSync(join(folder, 'standard.yaml'), 'utf8')) as { roles?: object; entities?: object };
    for (const name of [...Object.keys(standard.roles ?? {}), ...Object.keys(standard.entities ?? {})]) names.add(name);
    for (const file of readdirSync(join(folder, 'services')).filter((each) => each.endsWith('.yaml'))) {
      names.add(file.replace(/\.yaml$/, ''));
      for (const name of namesOfService(parse(readFileSync(join(folder, 'services', file), 'utf8')) as Named)) names.add(name);
    }
  }
  return [...names].sort();
}

function namesOfService(service: Named): readonly string[] {
  const messages = [service.request, ...(service.replies ?? []), service.fault].filter((each) => each !== undefined);
  const rows = Object.values(service.elements ?? {}).flatMap((each) => each ?? []);
  return [
    service.operation,
    ...messages.flatMap((each) => [each.entiteittype, each.functie, ...localNames(each.element ?? '')]),
    ...rows.flatMap((row) => localNames(row.path)),
  ].filter((name): name is string => name !== undefined && name !== '');
}

function localNames(path: string): readonly string[] {
  return path
    .split('/')
    .filter((step) => step.includes(':') && !step.startsWith('@') && !step.startsWith(`${FAMILY_PREFIX}:`))
    .map((step) => step.replace(/^[^:]*:/, '').replace(/\[.*$/, ''));
}

/** Where a file says a name of a koppelvlak as a word, in code, string or comment. */
export function nameComplaints(file: SourceFile, names: readonly string[]): readonly string[] {
  const forbidden = names.filter((name) => !isOrdinary(name, roomOf(file.path)));
  if (forbidden.length === 0) return [];
  const pattern = new RegExp(`(?<![\\w.-])(?:${forbidden.map(escaped).join('|')})(?![\\w-])`);
  return findWords(file, pattern).map((each) => complain(file, each, SENTENCES.names));
}

function isOrdinary(name: string, room: string): boolean {
  return Object.values(ORDINARY).some(
    ({ words, rooms }) => words.includes(name) && (rooms === undefined || rooms.includes(room)),
  );
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
