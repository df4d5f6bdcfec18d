/**
 * Loads a standard: `standard.yaml`, what it uses from `_basis`, and its services.
 * I am strict at the door so that nobody after me has to be.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HarnessError } from '../model/harness-error.js';
import { didYouMean, nearest } from '../model/nearest.js';
import type { Effect, EntityDefinition, ServiceDefinition, StandardDefinition } from '../model/standard-definition.js';
import { familyOf } from '../standard/index.js';
import type { FileSet } from './file-set.js';
import { loadRules } from './load-rules.js';
import { loadShapes } from './shapes.js';
import { lineOf, simulatorOf, together, usesOf } from './standard-line.js';
import { readYaml } from './yaml-reader.js';
import type { ServiceFile, StandardFile } from './yaml-shapes.js';

/**
 * Loads one standard from the suites folder.
 * @param files - reads and remembers every file, for the digest of the test set
 * @param id - folder name
 * @throws {HarnessError} `SUITE_UNKNOWN` with the nearest name, `SUITE_INVALID` with file:line:column
 */
export async function loadStandard(files: FileSet, id: string): Promise<StandardDefinition> {
  await refuseUnknown(files.root, id);
  const file = `${id}/standard.yaml`;
  const { value, place } = await readYaml(await files.read(file), files.nameOf(file), 'standard');
  const line = await lineOf(files, id);
  const uses = usesOf(line);
  const bases = await Promise.all(uses.map((name) => loadBasis(files, name)));
  const namespaces = {
    ...Object.assign({}, ...bases.map((basis) => basis.namespaces)),
    ...together(line, (of) => of.namespaces),
  };
  const services = await Promise.all(line.map((each) => loadServices(files, each.id, namespaces)));
  const standard: StandardDefinition = {
    id,
    naam: value.naam,
    versie: value.versie,
    ...(value.extends !== undefined && { extends: value.extends }),
    family: value.family,
    namespaces,
    documents: {
      ...Object.assign({}, ...bases.map((basis) => basis.documents ?? {})),
      ...together(line, (of) => of.documents),
    } as StandardDefinition['documents'],
    roles: Object.entries(value.roles).map(([role, of]) => ({ id: role, ...of })),
    services: [...new Map(services.flat().map((each) => [each.id, each])).values()],
    rules: await loadRules(files, [...uses.map((name) => `_basis/${name}`), ...line.map((each) => each.id)]),
    entities: Object.entries(together(line, (of) => of.entities)).map(([type, of]) => entity(type, of)),
    ...(value.shapes && { shapes: await loadShapes(files, id, uses, value.shapes) }),
    schemas: value.schemas,
    simulator: simulatorOf(line),
  };
  const complaint = familyOf(value.family, () => place(['family'])).complaints(standard)[0];
  if (complaint)
    throw new HarnessError('SUITE_INVALID', `${files.nameOf(file)}: ${complaint}`, { place: { file: files.nameOf(file) } });
  return standard;
}

/** Folder names of every standard that there is. */
export async function listStandards(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map((entry) => entry.name)
    .sort();
}

async function refuseUnknown(root: string, id: string): Promise<void> {
  const known = await listStandards(root);
  if (known.includes(id)) return;
  const near = nearest(id, known);
  throw new HarnessError(
    'SUITE_UNKNOWN',
    { nl: `er is geen standaard "${id}"${didYouMean(near).nl}`, en: `there is no standard "${id}"${didYouMean(near).en}` },
    {
      hint: { nl: `Bekende standaarden: ${known.join(', ')}.`, en: `Known standards: ${known.join(', ')}.` },
    },
  );
}

async function loadBasis(files: FileSet, name: string) {
  const file = `_basis/${name}/basis.yaml`;
  return (await readYaml(await files.read(file), files.nameOf(file), 'basis')).value;
}

async function loadServices(
  files: FileSet,
  id: string,
  namespaces: Readonly<Record<string, string>>,
): Promise<readonly ServiceDefinition[]> {
  const folder = join(files.root, id, 'services');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = `${id}/services/${name}`;
      const { value, place } = await readYaml(await files.read(file), files.nameOf(file), 'service');
      refusePrefixes(value, namespaces, (path) => place(path));
      return service(name.slice(0, -'.yaml'.length), value);
    }),
  );
}

/** A path with a prefix that nobody declared would silently match nothing. */
function refusePrefixes(
  of: ServiceFile,
  namespaces: Readonly<Record<string, string>>,
  place: (path: readonly PropertyKey[]) => { file: string },
): void {
  const check = (path: string, where: readonly PropertyKey[]) => {
    for (const [, prefix = ''] of path.matchAll(/(?:^|[/@])([\w-]+):/g)) {
      if (namespaces[prefix]) continue;
      const near = nearest(prefix, Object.keys(namespaces));
      throw new HarnessError(
        'SUITE_INVALID',
        `path "${path}" uses prefix "${prefix}", which is not declared${near ? `; did you mean "${near}"?` : ''}`,
        {
          place: place(where),
        },
      );
    }
  };
  of.elements.request.forEach((row, index) => check(row.path, ['elements', 'request', index, 'path']));
  of.elements.reply.forEach((row, index) => check(row.path, ['elements', 'reply', index, 'path']));
  check(of.request.element, ['request', 'element']);
  of.replies.forEach((reply, index) => check(reply.element, ['replies', index, 'element']));
}

function service(id: string, of: ServiceFile): ServiceDefinition {
  const rows = (list: ServiceFile['elements']['request']) => list.map((row) => ({ ...row, whenAsked: row.whenAsked ?? false }));
  return {
    id,
    ...of,
    elements: { request: rows(of.elements.request), reply: rows(of.elements.reply) },
    effects: of.effects.map(readEffect),
  } as ServiceDefinition;
}

/** `{ create: {...} }` as an effect. */
export function readEffect(of: ServiceFile['effects'][number]): Effect {
  const [does = '', options] = Object.entries(of)[0] ?? [];
  return { does, with: options ?? {} };
}

function entity(type: string, of: StandardFile['entities'][string]): EntityDefinition {
  return { type, keys: of.keys, inverse: Object.entries(of.inverse ?? {}).map(([relation, side]) => ({ relation, ...side })) };
}
