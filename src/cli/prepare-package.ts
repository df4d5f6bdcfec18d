/**
 * The last step of the build: reads every YAML file of the package and builds every compact schema, so that a run does
 * not have to.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packPrepared } from '../message/schema-package.js';
import { writeSchema } from '../message/shape-schema.js';
import { openFileSet } from '../suite/file-set.js';
import { listStandards, loadStandard } from '../suite/load-standard.js';
import { preparedShapesName, writeShapes } from '../suite/prepared-shapes.js';
import { preparedLine } from '../suite/prepared-yaml.js';
import { kindOf } from '../suite/yaml-files.js';
import { readYaml } from '../suite/yaml-reader.js';
import { packageFacts } from './package-root.js';
import { builtSchemaFile } from './standards/schema-bases.js';

const { suites } = packageFacts();
const folder = fileURLToPath(new URL('../../prepared/', import.meta.url));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const lines: string[] = [];
for (const name of readdirSync(suites, { recursive: true, encoding: 'utf8' }).sort()) {
  const kind = kindOf(name.replaceAll('\\', '/'));
  if (!kind) continue;
  const text = readFileSync(join(suites, name), 'utf8');
  lines.push(preparedLine(text, kind, (await readYaml(text, `suites/${name}`, kind)).value));
}
writeFileSync(join(folder, 'yaml.txt'), lines.join(''));

for (const id of await listStandards(suites)) {
  const { shapes } = await loadStandard(openFileSet(suites), id);
  if (!shapes?.digest) continue;
  writeFileSync(join(folder, preparedShapesName(shapes.digest)), writeShapes(shapes));
  writeFileSync(builtSchemaFile(shapes.digest), packPrepared(writeSchema(shapes)));
}
