/**
 * The last step of the build: parses every YAML file of the package, so that a run does not have to.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareYaml } from '../suite/prepared-yaml.js';
import { packageFacts } from './package-root.js';

const { suites } = packageFacts();
const names = readdirSync(suites, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.yaml') && !name.startsWith('_sets'),
);
const texts = names.sort().map((name) => readFileSync(join(suites, name), 'utf8'));
writeFileSync(fileURLToPath(new URL('../../prepared-yaml.json', import.meta.url)), prepareYaml(texts));
