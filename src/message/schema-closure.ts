/**
 * Finds every document that an entry of a schema set reaches, by include and by import, inside the set and nowhere else.
 *
 * The published sets write backslashes in locations, name files in another letter case, and include files that they do
 * not have. A location is read as leniently as a validator that compiles the set reads it; every leniency is noted.
 */
import { HarnessError } from '../model/harness-error.js';
import { withNamedAttributeTypes } from './schema-attribute-types.js';
import { isSchema, readSchemaDocument, type SchemaNode } from './schema-document.js';

/** Something about a set that a reader should know, and that was no reason to stop. */
export interface PreparationNote {
  readonly kind: 'missing' | 'remote' | 'not-a-schema' | 'wrong-namespace' | 'letter-case' | 'backslash' | 'duplicate';
  /** The document in which it stands. */
  readonly file: string;
  readonly detail: string;
}

export interface ReachedDocument {
  /** Path in the set. */
  readonly path: string;
  /** The namespace it counts for: its own, or that of the document that includes it when it has none. */
  readonly namespace: string;
  readonly root: SchemaNode;
}

export interface Closure {
  /** In the order in which they were reached, depth first from the first entry. */
  readonly documents: readonly ReachedDocument[];
  readonly notes: readonly PreparationNote[];
}

/** path in the set, with `/` → bytes */
export type SchemaFiles = ReadonlyMap<string, Uint8Array>;

/**
 * @param entries - paths in the set; the first goes first
 * @throws {HarnessError} `SCHEMA_MISSING` when an entry is not in the set, `SCHEMA_INVALID` when a document cannot be read
 */
export function closureOf(files: SchemaFiles, entries: readonly string[]): Closure {
  const documents = new Map<string, ReachedDocument>();
  const notes = new Map<string, PreparationNote>();
  const locate = locator(files, (note) => notes.set(JSON.stringify(note), note));
  const roots = new Map<string, SchemaNode | undefined>();

  for (const entry of entries) {
    const path = locate(entry, '', entry);
    if (path === undefined) throw missingEntry(entry, files);
    if (!readRoot(path)) throw new HarnessError('SCHEMA_INVALID', `${entry} is not an XML schema`, { place: { file: entry } });
    reach(path, undefined, path);
  }
  return { documents: [...documents.values()], notes: [...notes.values()] };

  function reach(path: string, expected: string | undefined, from: string): void {
    const root = readRoot(path);
    const namespace = root?.attributes.targetNamespace ?? expected ?? '';
    if (!root) {
      note('not-a-schema', from, `${path} is not an XML schema`);
      return;
    }
    if (expected !== undefined && namespace !== expected) {
      note('wrong-namespace', from, `${path} is for namespace "${namespace}", not "${expected}"`);
      return;
    }
    const key = `${namespace} ${path}`;
    if (documents.has(key)) return;
    documents.set(key, { path, namespace, root });
    for (const child of root.children) follow(child, path, namespace);
  }

  function follow(node: SchemaNode, path: string, namespace: string): void {
    if (isSchema(node, 'redefine')) {
      throw new HarnessError('SCHEMA_INVALID', `${path} uses xs:redefine, which this version cannot prepare`, {
        place: { file: path },
      });
    }
    const isImport = isSchema(node, 'import');
    if (!isImport && !isSchema(node, 'include')) return;
    const location = node.attributes.schemaLocation;
    if (location === undefined) return;
    const target = locate(location, folderOf(path), path);
    if (target !== undefined) reach(target, isImport ? (node.attributes.namespace ?? '') : namespace, path);
  }

  function readRoot(path: string): SchemaNode | undefined {
    if (!roots.has(path)) {
      const root = readSchemaDocument(files.get(path) ?? new Uint8Array(), path);
      roots.set(path, root && withNamedAttributeTypes(root));
    }
    return roots.get(path);
  }

  function note(kind: PreparationNote['kind'], file: string, detail: string): void {
    notes.set(`${kind} ${file} ${detail}`, { kind, file, detail });
  }
}

type Locate = (location: string, folder: string, from: string) => string | undefined;

function locator(files: SchemaFiles, note: (note: PreparationNote) => void): Locate {
  const byLowerCase = new Map([...files.keys()].map((path) => [path.toLowerCase(), path]));
  return (location, folder, from) => {
    if (/^[a-z][a-z0-9+.-]+:/i.test(location) || location.startsWith('//')) {
      note({ kind: 'remote', file: from, detail: `${location} is outside the set and was not fetched` });
      return undefined;
    }
    if (location.includes('\\')) note({ kind: 'backslash', file: from, detail: `"${location}" was read with / for \\` });
    const path = joined(folder, decoded(location.replaceAll('\\', '/')));
    if (files.has(path)) return path;
    const other = byLowerCase.get(path.toLowerCase());
    if (other !== undefined) note({ kind: 'letter-case', file: from, detail: `"${location}" was read as ${other}` });
    else note({ kind: 'missing', file: from, detail: `${path} is not in the set` });
    return other;
  };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Resolves `.` and `..`; a path that leaves the set keeps its `..` and so is never found. */
function joined(folder: string, location: string): string {
  const steps: string[] = [];
  for (const step of `${folder}${location}`.split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else steps.push(step);
  }
  return steps.join('/');
}

function decoded(location: string): string {
  try {
    return decodeURIComponent(location);
  } catch {
    return location;
  }
}

function missingEntry(entry: string, files: SchemaFiles): HarnessError {
  const name = entry.slice(entry.lastIndexOf('/') + 1).toLowerCase();
  const near = [...files.keys()].find((path) => path.toLowerCase().endsWith(`/${name}`));
  return new HarnessError('SCHEMA_MISSING', `the schema set has no ${entry}`, {
    place: { file: entry },
    hint: near === undefined ? 'Install the whole set: the folder or zip as it was published.' : `Did you mean ${near}?`,
  });
}
