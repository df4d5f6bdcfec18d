/**
 * Reports of many exchanges: of a test set that holds the scenarios of a known one many times over, each time on what that
 * time made. No such test set comes with the package, so it is made in a copy of it.
 */
import { cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageFacts } from '../src/cli/package-root.js';
import { type Packages, recheckPackages, type Verbs } from './recheck-packages.js';

const ROLE = ['suites', 'zds-1.1', 'roles', 'zaaksysteem'];

/** What a package is to run. */
const PARTS = ['package.json', 'suites', join('dist', 'src'), join('dist', 'prepared')];

/** The number in a scenario's id: the test set orders by it, and other scenarios refer to it. */
const NUMBER = /\bzs\.(\d+)\.(?=[a-zA-Z])/g;

/** @param times - how often the scenarios are done in one run */
export async function largePackages(folder: string, times: number, count: number): Promise<Packages> {
  const { root } = packageFacts();
  const copy = join(folder, 'copy');
  for (const part of PARTS) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  repeat(join(copy, ...ROLE), times);
  const verbs = (await import(pathToFileURL(join(copy, 'dist', 'src', 'index.js')).href)) as Verbs;
  return recheckPackages(join(folder, 'large'), count, verbs);
}

function repeat(role: string, times: number): void {
  for (const name of readdirSync(role)) {
    if (name.search(NUMBER) < 0) continue;
    const text = readFileSync(join(role, name), 'utf8');
    for (let time = 1; time < times; time++) writeFileSync(join(role, again(name, time)), again(text, time));
  }
  const list = readFileSync(join(role, 'role.yaml'), 'utf8');
  const [head = '', scenarios = ''] = list.split(/(?<=^scenarios:\n)/m);
  const all = Array.from({ length: times }, (_, time) => (time === 0 ? scenarios : again(scenarios, time)));
  writeFileSync(join(role, 'role.yaml'), `${head}${all.map((each) => each.trimEnd()).join('\n')}\n`);
}

function again(text: string, time: number): string {
  return text.replaceAll(NUMBER, (_, number: string) => `zs.${Number(number) + 100 * time}.`);
}
