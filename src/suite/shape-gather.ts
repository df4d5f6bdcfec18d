/**
 * Gathers the files of compact schemas of a standard and of what it builds on into one table of names.
 */
import { posix } from 'node:path';
import { formatPlace, HarnessError } from '../model/harness-error.js';
import type { FileSet } from './file-set.js';
import type { ShapeFile } from './shape-file.js';
import type { Entity, Kind, ShapeSources } from './shape-sources.js';
import { placeInSource, refuseShape, type ShapeText } from './shape-text.js';
import { readYaml } from './yaml-reader.js';

/** Reads one file, what it includes first, and files everything under its name. */
export async function gather(files: FileSet, path: string, into: ShapeSources, seen: Set<string>): Promise<void> {
  if (seen.has(path)) return;
  seen.add(path);
  const source = await files.read(path);
  const file = files.nameOf(path);
  const { value, place } = await readYaml(source, file, 'shapes', 'SHAPE_INVALID');
  for (const each of value.include ?? []) await gather(files, posix.join(posix.dirname(path), each), into, seen);
  Object.assign(into.prefixes, value.namespaces);
  const namespace = into.prefixes[value.namespace];
  if (namespace === undefined) {
    const at = place(['namespace']);
    throw new HarnessError('SHAPE_INVALID', `${formatPlace(at)}: prefix "${value.namespace}" is not declared`, { place: at });
  }
  const starts = lineStarts(source);
  const text = (path: readonly string[], content: string): ShapeText => {
    const [, name = '', params] = /^([^(]+)(?:\((.*)\))?$/.exec(path.at(-1) ?? '') ?? [];
    return {
      name,
      params: params?.split(',').map((each) => each.trim().replace(/^\$/, '')) ?? [],
      text: content,
      namespace,
      place: (offset) => {
        const key = place(path);
        const start = (starts[(key.line ?? 1) - 1] ?? 0) + (key.column ?? 1) - 1 + (path.at(-1)?.length ?? 0) + 1;
        const opening = /^\s*[|>][-+]?\n|^\s*['"]?/.exec(source.slice(start))?.[0].length ?? 0;
        return placeInSource(source, file, start + opening, content, offset);
      },
    };
  };
  fileAll(value, text, into);
}

function fileAll(value: ShapeFile, text: (path: readonly string[], content: string) => ShapeText, into: ShapeSources): void {
  const each = (
    section: keyof ShapeFile,
    record: Readonly<Record<string, string>> | undefined,
    store: (of: ShapeText) => void,
  ) => {
    for (const [name, content] of Object.entries(record ?? {})) store(text([section, name], content));
  };
  const once = (map: Map<string, ShapeText>) => (of: ShapeText) => {
    if (map.has(of.name)) throw refuseShape(of, 0, 'this name is taken already');
    map.set(of.name, of);
  };
  each('values', value.values, once(into.values));
  each('attributes', value.attributes, once(into.attributes));
  each('unqualified', value.unqualified, (of) => once(into.attributes)({ ...of, namespace: '' }));
  each('sets', value.sets, once(into.sets));
  each('groups', value.groups, once(into.groups));
  each('parts', value.parts, once(into.parts));
  each('messages', value.messages, (of) => into.messages.push(of));
  if (value.elements) into.elements.push(text(['elements'], value.elements));
  for (const [name, kind] of Object.entries(value.kinds ?? {})) fileKind(name, kind, text, into);
  for (const [type, entity] of Object.entries(value.entities ?? {})) fileEntity(type, entity, text, into);
}

type Texter = (path: readonly string[], content: string) => ShapeText;

function fileKind(name: string, of: NonNullable<ShapeFile['kinds']>[string], text: Texter, into: ShapeSources): void {
  const kind: Kind = into.kinds.get(name) ?? {
    ...(of.unmarked !== undefined && { unmarked: text(['kinds', name, 'unmarked'], of.unmarked) }),
    forms: new Map(),
  };
  into.kinds.set(name, kind);
  for (const [form, rules] of Object.entries(of.forms)) {
    const at = (key: 'take' | 'attributes' | 'set') => {
      const content = rules[key];
      return content === undefined ? {} : { [key]: text(['kinds', name, 'forms', form, key], content) };
    };
    kind.forms.set(form, {
      ...at('take'),
      ...at('attributes'),
      ...at('set'),
      refers: [rules.refers ?? []].flat(),
      once: rules.once ?? false,
    });
  }
}

function fileEntity(type: string, of: NonNullable<ShapeFile['entities']>[string], text: Texter, into: ShapeSources): void {
  const entity: Entity = into.entities.get(type) ?? { type, forms: new Map() };
  into.entities.set(type, entity);
  if (of.kind !== undefined) entity.kind = of.kind;
  if (of.attributes !== undefined) entity.attributes = text(['entities', type, 'attributes'], of.attributes);
  if (of.elements !== undefined) entity.elements = text(['entities', type, 'elements'], of.elements);
  for (const [form, content] of Object.entries(of.forms ?? {})) {
    entity.forms.set(form, text(['entities', type, 'forms', form], content));
  }
}

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
