/**
 * The last step of the build: parses every YAML file of the package and builds every compact schema, so that a run does
 * not have to.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFileSet } from '../suite/file-set.js';
import { listStandards, loadStandard } from '../suite/load-standard.js';
import { preparedShapesName, writeShapes } from '../suite/prepared-shapes.js';
import { prepareYaml } from '../suite/prepared-yaml.js';
import { packageFacts } from './package-root.js';

const { suites } = packageFacts();
const folder = fileURLToPath(new URL('../../prepared/', import.meta.url));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const names = readdirSync(suites, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
const texts = names.sort().map((name) => readFileSync(join(suites, name), 'utf8'));
writeFileSync(join(folder, 'yaml.json'), prepareYaml(texts));

for (const id of await listStandards(suites)) {
  const { shapes } = await loadStandard(openFileSet(suites), id);
  if (shapes?.digest) writeFileSync(join(folder, preparedShapesName(shapes.digest)), writeShapes(shapes));
}
