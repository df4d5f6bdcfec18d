/** Where the oracle's material is: official schema sets and real messages, beside the repository or where told. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { prepareSchema } from '../../src/message/schema-preparation.js';
import { compileSchema, type SchemaValidator } from '../../src/message/schema-validator.js';
import { writeSchema } from '../../src/message/shape-schema.js';
import { readXml } from '../../src/message/xml-reader.js';
import type { ShapeSet } from '../../src/model/shape.js';
import type { OfficialSchema } from '../../src/model/standard-definition.js';
import type { XmlElement } from '../../src/model/xml-element.js';
import { packageRoot } from '../package-root.js';

/** The folder with official sets, or undefined. */
export function standardsRoot(): string | undefined {
  return firstFolder(process.env.KETENTEST_STANDARDS, join(packageRoot, '..', 'shared', 'standards'));
}

/** The folder with collected messages, or undefined. */
export function corpusRoot(): string | undefined {
  return firstFolder(process.env.KETENTEST_CORPUS, join(packageRoot, '..', 'shared', 'corpus'));
}

export function compileOfficial(root: string, schema: OfficialSchema): SchemaValidator {
  const folder = join(root, schema.set);
  const files = new Map(filesBelow(folder).map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file)]));
  return compileSchema(prepareSchema(files, schema.entries));
}

export function compileCompact(shapes: ShapeSet): SchemaValidator {
  return compileSchema(writeSchema(shapes), shapes.prefixes);
}

export interface CollectedMessage {
  readonly path: string;
  readonly type: string;
  readonly message: XmlElement;
}

/** Messages of the corpus that the official schemas find good, whose message element is one of these. */
export function collectedMessages(root: string, names: ReadonlySet<string>): readonly CollectedMessage[] {
  const [head = '', ...rows] = readFileSync(join(root, 'index.tsv'), 'utf8').split('\n');
  const column = (name: string) => head.split('\t').indexOf(name);
  return rows.flatMap((row) => {
    const fields = row.split('\t');
    const path = fields[column('path')] ?? '';
    const verdict = fields[column('xerces_valid')] || fields[column('xmllint_valid')];
    if (verdict !== 'yes' || !names.has(fields[column('message_type')] ?? '')) return [];
    const message = messageIn(readXml(readFileSync(join(root, path))).root);
    return message ? [{ path, type: fields[column('message_type')] ?? '', message }] : [];
  });
}

function messageIn(root: XmlElement | undefined): XmlElement | undefined {
  if (root?.name !== 'Envelope') return root;
  const first = root.children.find((each) => each.name === 'Body')?.children[0];
  if (first?.name !== 'Fault') return first;
  return first.children.find((each) => each.name === 'detail')?.children[0];
}

function firstFolder(...folders: readonly (string | undefined)[]): string | undefined {
  return folders.find((each) => each !== undefined && existsSync(each) && statSync(each).isDirectory());
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xsd'))
    .map((name) => join(folder, name));
}
