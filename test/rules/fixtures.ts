/**
 * Fixtures of rules: `fixtures/<layer>/broken/<rule id>[--what].xml` or a folder of that name with the messages of an
 * exchange, and `fixtures/<layer>/good/…`. See docs/rules.md.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from '../package-root.js';

export interface FixtureExchange {
  readonly request: string;
  readonly reply?: string;
  /** HTTP status of the reply; 200, or 500 for a fault. */
  readonly status: number;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly replyHeaders: Readonly<Record<string, string>>;
  readonly service?: string;
}

export interface Fixture {
  /** Path below `fixtures/`. */
  readonly name: string;
  readonly layer: string;
  /** The rule that it breaks; absent for a good one. */
  readonly breaks?: string;
  /** One message, or an exchange with what went before it: the last is under judgement. */
  readonly messages: readonly FixtureExchange[];
  readonly isExchange: boolean;
  /** Standard to judge it by, when the message element does not tell. */
  readonly standard?: string;
}

/** Read from `geval.yaml` in the folder of an exchange. */
interface CaseFile {
  readonly standard?: string;
  readonly service?: string;
  readonly exchanges?: readonly {
    readonly service?: string;
    readonly status?: number;
    readonly requestHeaders?: Record<string, string>;
    readonly replyHeaders?: Record<string, string>;
  }[];
}

export function readFixtures(): readonly Fixture[] {
  const root = join(packageRoot, 'fixtures');
  return folders(root)
    .filter((layer) => layer !== 'evil')
    .flatMap((layer) => ['broken', 'good'].flatMap((side) => readSide(join(root, layer, side), layer, side === 'broken')));
}

function readSide(folder: string, layer: string, broken: boolean): readonly Fixture[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name.endsWith('.xml'))
    .map((entry) => {
      const path = join(folder, entry.name);
      const named = {
        name: `${layer}/${broken ? 'broken' : 'good'}/${entry.name}`,
        layer,
        ...(broken && { breaks: entry.name.replace(/\.xml$/, '').split('--')[0] ?? '' }),
      };
      if (!entry.isDirectory()) return { ...named, messages: [single(readFileSync(path, 'utf8'))], isExchange: false };
      const of = existsSync(join(path, 'geval.yaml')) ? (parse(readFileSync(join(path, 'geval.yaml'), 'utf8')) as CaseFile) : {};
      return { ...named, messages: conversation(path, of), isExchange: true, ...(of.standard && { standard: of.standard }) };
    });
}

function single(text: string): FixtureExchange {
  const service = /<!--\s*service:\s*(\w+)\s*-->/.exec(text)?.[1];
  return { request: text, status: 200, requestHeaders: {}, replyHeaders: {}, ...(service && { service }) };
}

/** `vraag.xml` and `antwoord.xml`, or numbered: `1-vraag.xml`, `1-antwoord.xml`, `2-vraag.xml`, … */
function conversation(folder: string, of: CaseFile): readonly FixtureExchange[] {
  const numbers = readdirSync(folder).flatMap((name) => /^(\d+)-vraag\.xml$/.exec(name)?.[1] ?? []);
  const prefixes =
    numbers.length === 0 ? [''] : numbers.sort((one, other) => Number(one) - Number(other)).map((number) => `${number}-`);
  return prefixes.map((prefix, index) => {
    const text = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined);
    const told = of.exchanges?.[index] ?? {};
    const reply = text(`${prefix}antwoord.xml`);
    const service = told.service ?? of.service;
    return {
      request: text(`${prefix}vraag.xml`) ?? '',
      ...(reply !== undefined && { reply }),
      status: told.status ?? (reply?.includes('faultcode') ? 500 : 200),
      requestHeaders: told.requestHeaders ?? {},
      replyHeaders: told.replyHeaders ?? {},
      ...(service && { service }),
    };
  });
}

function folders(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
