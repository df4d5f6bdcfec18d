/**
 * The element table of a service, held against a message: what is mandatory is there and filled, and what may come once
 * comes once. Nil does not count as filled. Of a situation before and after, the table speaks about the last.
 * Options: `only` or `except`, lists of paths: rows at or below these; `values`, path → the value that must stand there;
 * `oneOf`, whether of rows that exclude each other one must be filled; `reasonWillDo`, whether an element may be empty
 * when it says why.
 * Rows about what an answer shows when asked are left to the exchange.
 */
import { follow, type PathStep, parsePath, pathUntil, valuesAt } from '../../../model/element-path.js';
import type { ElementRow, ServiceDefinition, StandardDefinition } from '../../../model/standard-definition.js';
import type { XmlElement } from '../../../model/xml-element.js';
import type { Breach, MessageCheck, MessageCheckInput } from '../../family.js';
import { isFilled, noValueOf, verwerkingssoortOf } from '../registry/elements.js';
import { breachAt } from './place.js';

/** verwerkingssoort of a relation that ends or goes: what replaces it may stand beside it. */
const LEAVING = ['V', 'E'];

export const requiredElements: MessageCheck = (input) => {
  const { standard, subject, options, message } = input;
  const service = standard.services.find((each) => each.id === (subject?.service ?? single(subject?.candidates)));
  const rows = service && rowsOf(service, standard, message);
  if (!rows) return undefined;
  const { mandatory, optional, once, values, choices } = tableOf(rows, options);
  if (mandatory.length + values.length + choices.length === 0) return undefined;
  return [
    ...mandatory.flatMap((row) => missing(row, optional, input)),
    ...choices.flatMap((rows) => noneOf(rows, optional, input)),
    ...once.flatMap((row) => tooMany(row, input)),
    ...values.flatMap(([path, value]) => otherValue(path, value, input)),
  ];
};

/** The rows that a rule speaks of, and what it asks of them. */
interface Table {
  readonly mandatory: readonly ElementRow[];
  readonly optional: ReadonlySet<string>;
  /** Rows of what may come once. */
  readonly once: readonly ElementRow[];
  readonly values: readonly (readonly [string, string])[];
  readonly choices: readonly (readonly string[])[];
}

/** Neither rows nor options change, and every message asks for them. */
const READ = new WeakMap<MessageCheckInput['options'], Map<readonly ElementRow[], Table>>();

function tableOf(rows: readonly ElementRow[], options: MessageCheckInput['options']): Table {
  const read = READ.get(options) ?? new Map<readonly ElementRow[], Table>();
  READ.set(options, read);
  const table = read.get(rows) ?? readTable(rows, options);
  read.set(rows, table);
  return table;
}

function readTable(rows: readonly ElementRow[], options: MessageCheckInput['options']): Table {
  const among = rows.filter((row) => isChosen(row.path, options));
  return {
    mandatory: among.filter((row) => !row.whenAsked && (row.use === 'v' || row.use === '1..1')),
    optional: new Set(rows.filter((row) => /^[o0]/.test(row.use)).map((row) => row.path)),
    once: among.filter((row) => row.use.endsWith('..1')),
    values: Object.entries((options.values as Readonly<Record<string, string>> | undefined) ?? {}),
    choices: options.oneOf === true ? choicesIn(among) : [],
  };
}

function single(candidates: readonly string[] | undefined): string | undefined {
  return candidates?.length === 1 ? candidates[0] : undefined;
}

function rowsOf(service: ServiceDefinition, { namespaces }: StandardDefinition, message: XmlElement): readonly ElementRow[] {
  const [prefix = '', name] = service.request.element.split(':');
  const isRequest = name === message.name && namespaces[prefix] === message.namespace;
  return isRequest ? service.elements.request : service.elements.reply;
}

function isChosen(path: string, { only, except }: MessageCheckInput['options']): boolean {
  const under = (paths: unknown) => (paths as readonly string[]).some((each) => path === each || path.startsWith(`${each}/`));
  return (only === undefined || under(only)) && (except === undefined || !under(except));
}

function missing(row: ElementRow, optional: ReadonlySet<string>, input: MessageCheckInput): readonly Breach[] {
  const steps = parsePath(row.path, input.standard.namespaces);
  return walk(input.message, steps, 0, optional)
    .filter((element) => input.options.reasonWillDo !== true || noValueOf(element) === undefined)
    .map((element) => breachAt(input, element, { expected: row.path, found: 'afwezig of leeg' }));
}

/** Rows that exclude each other: those that start at the same gerelateerde. A row on its own depends on what the table does not say. */
function choicesIn(rows: readonly ElementRow[]): readonly (readonly string[])[] {
  const groups = new Map<string, readonly string[]>();
  for (const { path } of rows.filter((row) => row.use === 'v*')) {
    const start = path.slice(0, path.lastIndexOf('gerelateerde') + 'gerelateerde'.length);
    groups.set(start, [...(groups.get(start) ?? []), path]);
  }
  return [...groups.values()].filter((paths) => paths.length > 1);
}

function noneOf(paths: readonly string[], optional: ReadonlySet<string>, input: MessageCheckInput): readonly Breach[] {
  const lacking = paths.map((path) => walk(input.message, parsePath(path, input.standard.namespaces), 0, optional));
  const [first] = lacking[0] ?? [];
  if (!first || lacking.some((each) => each.length === 0)) return [];
  return [breachAt(input, first, { expected: paths.join(' | '), found: 'afwezig of leeg' })];
}

/** The elements that lack what the steps ask of them. Below what is optional, nothing is asked when it is not there. */
function walk(at: XmlElement, steps: readonly PathStep[], depth: number, optional: ReadonlySet<string>): readonly XmlElement[] {
  const step = steps[depth];
  if (!step) return isTold(at) ? [] : [at];
  if (step.attribute) {
    const value = at.attributes.find((each) => each.name === step.name && each.namespace === step.namespace)?.value;
    return value?.trim() ? [] : [at];
  }
  const path = pathUntil(steps, depth);
  const found = at.children.filter((child) => child.name === step.name && child.namespace === step.namespace);
  const isOptional = depth < steps.length - 1 && optional.has(path);
  if (found.length === 0) return isOptional ? [] : [at];
  const held = isOptional ? found.filter(isTold) : isSituation(found) ? found.slice(-1) : found;
  return held.flatMap((child) => walk(child, steps, depth + 1, optional));
}

/** A relation holds elements; what is nil or says why it is empty is not told. */
function isTold(element: XmlElement): boolean {
  return isFilled(element) && noValueOf(element) === undefined;
}

/** An entity as it was and as it is now. */
function isSituation(found: readonly XmlElement[]): boolean {
  return found.length === 2 && found[0]?.name === 'object';
}

function tooMany(row: ElementRow, input: MessageCheckInput): readonly Breach[] {
  const steps = parsePath(row.path, input.standard.namespaces);
  const last = steps.at(-1);
  if (!last || last.attribute) return [];
  return follow(input.message, steps, steps.length - 1).flatMap((parent) => {
    const found = parent.children.filter(
      (child) =>
        child.name === last.name && child.namespace === last.namespace && !LEAVING.includes(verwerkingssoortOf(child) ?? ''),
    );
    const second = found[1];
    return second ? [breachAt(input, second, { expected: row.use, found: String(found.length) })] : [];
  });
}

function otherValue(path: string, value: string, input: MessageCheckInput): readonly Breach[] {
  return valuesAt(input.message, parsePath(path, input.standard.namespaces))
    .filter((found) => found.value !== value)
    .map(({ element, value: found }) => breachAt(input, element, { expected: value, found }));
}
