/**
 * The part of a written schema that one message needs: compiling all of it takes longer than everything else that one
 * message asks for. Names stay as they are in the whole, so that complaints are worded the same.
 */
import type { PreparedSchema } from './schema-preparation.js';

/** What shape-schema writes: a header, one declaration a line, and the end. */
interface Document {
  readonly head: string;
  readonly declarations: ReadonlyMap<string, string>;
  readonly tail: string;
}

const DECLARATION = /^<(element|complexType|simpleType|group|attributeGroup) name="([^"]+)"/;
const REFERENCE = /<(\w+)\b[^>]*?\b(?:type|base|ref)="(n\d+):([^"]+)"/g;

/**
 * @param written - as shape-schema writes it
 * @param root - Clark name of the message element
 * @returns undefined when the whole is needed: the element is not known, or what stands in it may be anything
 */
export function excerptOf(written: PreparedSchema, root: string): PreparedSchema | undefined {
  const documents = new Map<string, Document>();
  for (const [name, bytes] of written.files) {
    const document = name === written.entry ? undefined : documentOf(Buffer.from(bytes).toString('utf8'));
    if (document) documents.set(name.replace(/\.xsd$/, ''), document);
  }
  if (documents.size !== written.files.size - 1) return undefined;
  const [, namespace = '', local = ''] = /^\{(.*)\}(.*)$/.exec(root) ?? [];
  const [home] = [...documents].find(([, { head }]) => head.includes(` targetNamespace="${namespace}"`)) ?? [];
  const needed = home === undefined ? undefined : neededFrom(home, `element ${local}`, documents);
  if (!needed) return undefined;
  const files = [...documents].map(([prefix, document]): [string, Uint8Array] => [
    `${prefix}.xsd`,
    Buffer.from(textOf(document, needed.get(prefix) ?? new Set())),
  ]);
  const entry = written.files.get(written.entry) ?? new Uint8Array();
  return { ...written, files: new Map([...files, [written.entry, entry]]) };
}

function documentOf(text: string): Document | undefined {
  const [xml = '', head = '', ...lines] = text.split('\n');
  const end = lines.indexOf('</schema>');
  const declarations = new Map<string, string>();
  for (const line of lines.slice(0, Math.max(end, 0))) {
    const [, kind, name] = DECLARATION.exec(line) ?? [];
    if (kind === undefined) return undefined;
    declarations.set(`${kindOf(kind)} ${name}`, line);
  }
  return end < 0 ? undefined : { head: `${xml}\n${head}`, declarations, tail: lines.slice(end).join('\n') };
}

/** Simple and complex types share their names. */
function kindOf(tag: string): string {
  return /Type$/.test(tag) ? 'type' : tag;
}

/** What a declaration refers to, and what that refers to, by prefix; undefined where something else may stand too. */
function neededFrom(
  home: string,
  root: string,
  documents: ReadonlyMap<string, Document>,
): ReadonlyMap<string, ReadonlySet<string>> | undefined {
  const needed = new Map<string, Set<string>>();
  const waiting: (readonly [string, string])[] = [[home, root]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [prefix, key] = next;
    const known = needed.get(prefix) ?? new Set();
    if (known.has(key)) continue;
    const line = documents.get(prefix)?.declarations.get(key);
    if (line === undefined || /processContents="(?!skip")/.test(line)) return undefined;
    needed.set(prefix, known.add(key));
    for (const [, tag = '', of = '', name = ''] of line.matchAll(REFERENCE))
      waiting.push([of, `${/^(?:group|attributeGroup)$/.test(tag) ? tag : 'type'} ${name}`]);
  }
  return needed;
}

function textOf({ head, declarations, tail }: Document, needed: ReadonlySet<string>): string {
  const kept = [...declarations].filter(([key]) => needed.has(key)).map(([, line]) => line);
  return [head, ...kept, tail].join('\n');
}

/** Whether a message may name a type for an element itself: then every type of the whole counts. */
export function mayNameTypes(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (text[1] === 0 || text[0] === 0 || (text[0] ?? 0) >= 0xfe) return true;
  for (let at = text.indexOf(':type'); at >= 0; at = text.indexOf(':type', at + 1)) {
    if (/^\s*=/.test(text.toString('latin1', at + 5, at + 100)) || text.length < at + 100) return true;
  }
  return false;
}
