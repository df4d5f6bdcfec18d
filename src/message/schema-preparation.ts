/**
 * Makes a published schema set ready for libxml2, which cannot compile the sets as they are and would let wrong
 * messages through if it could.
 *
 * Two rewrites. One: libxml2 takes only the first document that is imported for a namespace, so every namespace gets one
 * wrapper that includes all its documents, and every import points at the wrapper. Two: libxml2 does not enforce `fixed`
 * on an attribute that is declared by reference, so each such reference becomes an attribute group in the wrapper of
 * that namespace, which declares the attribute in place. Nothing is fetched; what is not in the set is noted.
 */
import { binaryElementsOf } from './schema-binary-elements.js';
import { type Closure, closureOf, type PreparationNote, type SchemaFiles } from './schema-closure.js';
import { isSchema, makeNode, type SchemaNode, writeSchemaDocument } from './schema-document.js';
import { fixedAttributes } from './schema-fixed-attributes.js';

/** A schema set that libxml2 can compile. */
export interface PreparedSchema {
  /** Name of the document to start from. */
  readonly entry: string;
  /** name → bytes */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** name → path in the set, for messages; wrappers are not in it */
  readonly origins: ReadonlyMap<string, string>;
  /** Clark names of the global elements. */
  readonly roots: readonly string[];
  /** Clark names of the elements that hold base64. */
  readonly binary: readonly string[];
  readonly notes: readonly PreparationNote[];
}

/**
 * @param files - the set, unchanged
 * @param entries - paths in the set; where documents declare the same thing, the one reached first goes first
 * @throws {HarnessError} `SCHEMA_MISSING` for an entry that is not there, `SCHEMA_INVALID` for a document that is unreadable
 */
export function prepareSchema(files: SchemaFiles, entries: readonly string[]): PreparedSchema {
  const closure = closureOf(files, entries);
  const notes = [...closure.notes];
  const namespaces = [...new Set(closure.documents.map((each) => each.namespace))];
  const wrapperOf = new Map(namespaces.map((namespace, index) => [namespace, `ns${index}.xsd`]));
  const fixed = fixedAttributes(closure);
  const declared = new Map<string, string>();
  const prepared = new Map<string, Uint8Array>();
  const origins = new Map<string, string>();
  const members = new Map<string, string[]>(namespaces.map((namespace) => [namespace, []]));

  for (const [index, document] of closure.documents.entries()) {
    const name = `doc${index}.xsd`;
    const unique = withoutDuplicates(document.root, document.namespace, document.path, declared, notes);
    prepared.set(name, writeSchemaDocument(retargeted(fixed.rewrite(unique), wrapperOf)));
    origins.set(name, document.path);
    members.get(document.namespace)?.push(name);
  }
  for (const [namespace, name] of wrapperOf) {
    prepared.set(
      name,
      writeSchemaDocument(wrapper(namespace, members.get(namespace) ?? [], fixed.groupsFor(namespace), wrapperOf)),
    );
  }
  prepared.set('entry.xsd', writeSchemaDocument(entry(wrapperOf)));
  return { entry: 'entry.xsd', files: prepared, origins, roots: rootsOf(closure), binary: binaryElementsOf(closure), notes };
}

/** The document without its includes (its wrapper has them) and with each import, once a namespace, of a wrapper. */
function retargeted(root: SchemaNode, wrapperOf: ReadonlyMap<string, string>): SchemaNode {
  const named = root.children.filter((each) => isSchema(each, 'import')).map((each) => each.attributes.namespace ?? '');
  const others = root.children.filter((each) => !isSchema(each, 'import') && !isSchema(each, 'include'));
  const wanted = [...new Set(named)].map((namespace): [string, string | undefined] => [namespace, wrapperOf.get(namespace)]);
  return { ...root, children: [...imports(wanted), ...others] };
}

/** Has no namespace itself, so that it must include a schema without one. */
function entry(wrapperOf: ReadonlyMap<string, string>): SchemaNode {
  const plain = wrapperOf.get('');
  const includes = plain === undefined ? [] : [makeNode('include', { schemaLocation: plain })];
  return makeNode('schema', {}, [...imports([...wrapperOf].filter(([namespace]) => namespace !== '')), ...includes]);
}

function wrapper(
  namespace: string,
  members: readonly string[],
  groups: readonly SchemaNode[],
  wrapperOf: ReadonlyMap<string, string>,
): SchemaNode {
  const others = [...wrapperOf].filter(([each]) => each !== namespace);
  const includes = members.map((schemaLocation) => makeNode('include', { schemaLocation }));
  return makeNode('schema', namespace === '' ? {} : { targetNamespace: namespace }, [...imports(others), ...includes, ...groups]);
}

function imports(targets: Iterable<readonly [namespace: string, location: string | undefined]>): SchemaNode[] {
  return [...targets].map(([namespace, schemaLocation]) =>
    makeNode('import', {
      ...(namespace === '' ? {} : { namespace }),
      ...(schemaLocation === undefined ? {} : { schemaLocation }),
    }),
  );
}

/** Where two documents of a namespace declare the same component, the second declaration is left out. */
function withoutDuplicates(
  root: SchemaNode,
  namespace: string,
  path: string,
  declared: Map<string, string>,
  notes: PreparationNote[],
): SchemaNode {
  const children = root.children.filter((each) => {
    const name = each.attributes.name;
    if (name === undefined) return true;
    const key = `${each.name.replace(/^(simple|complex)Type$/, 'type')} {${namespace}}${name}`;
    const first = declared.get(key);
    if (first === undefined || first === path) {
      declared.set(key, path);
      return true;
    }
    notes.push({ kind: 'duplicate', file: path, detail: `${each.name} "${name}" was taken from ${first}` });
    return false;
  });
  return { ...root, children };
}

function rootsOf(closure: Closure): string[] {
  const names = closure.documents.flatMap(({ namespace, root }) =>
    root.children.filter((each) => isSchema(each, 'element')).map((each) => `{${namespace}}${each.attributes.name ?? ''}`),
  );
  return [...new Set(names)].sort();
}
