/** A scenario of the whole command line as a text file: its sections, and how expected text is compared. */

export interface ScenarioFile {
  readonly what: string;
  readonly files: ReadonlyMap<string, string>;
  readonly env: Readonly<Record<string, string>>;
  /** Suite whose reference must run. */
  readonly reference?: string;
  /** Name → the one answer that a server gives. */
  readonly servers: ReadonlyMap<string, string>;
  readonly command: readonly string[];
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
  /** Files that must be there afterwards. */
  readonly after: ReadonlyMap<string, string>;
}

const SECTIONS = ['what', 'file', 'env', 'reference', 'server', 'command', 'stdout', 'stderr', 'status', 'after'];

/** @throws when a section is unknown or `what`, `command` or `status` is absent */
export function readScenario(text: string, name: string): ScenarioFile {
  const sections = text
    .split(/^==== /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      const [kind = '', ...rest] = part.slice(0, end).trim().split(/\s+/);
      if (!SECTIONS.includes(kind)) throw new Error(`${name}: unknown section "${kind}"`);
      return { kind, argument: rest.join(' '), body: part.slice(end + 1).replace(/\n+$/, '') };
    });
  const one = (kind: string) => sections.find((each) => each.kind === kind)?.body;
  const named = (kind: string) =>
    new Map(sections.filter((each) => each.kind === kind).map((each) => [each.argument, each.body]));
  const needed = (kind: string) => {
    const body = one(kind);
    if (body === undefined) throw new Error(`${name}: section "${kind}" is missing`);
    return body;
  };
  const reference = one('reference');
  return {
    what: needed('what'),
    files: named('file'),
    env: Object.fromEntries(
      (one('env') ?? '')
        .split('\n')
        .filter(Boolean)
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    ),
    ...(reference !== undefined && { reference: reference.trim() }),
    servers: named('server'),
    command: words(needed('command')),
    stdout: one('stdout') ?? '',
    stderr: one('stderr') ?? '',
    status: Number(needed('status')),
    after: named('after'),
  };
}

/** Words of a command line without its first, `ketentest`; quotes keep words together. */
function words(line: string): readonly string[] {
  const found = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
  if (found[0] !== 'ketentest') throw new Error(`a command begins with "ketentest": ${line}`);
  return found.slice(1);
}

/** Fills `{name}` with what is known at run time. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-z][\w-]*)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The first line that cannot be matched, or undefined when the text is as expected. */
export function difference(expected: string, actual: string): string | undefined {
  const wanted = lines(expected);
  const seen = lines(actual);
  const failed = new Set<string>();
  let furthest = { at: -1, wanted: '' };
  const fits = (from: number, at: number): boolean => {
    const line = wanted[from];
    if (line === undefined) return at === seen.length || note(at, 'the end');
    if (failed.has(`${from}/${at}`)) return false;
    const isGap = line.trim() === '{**}';
    const found = isGap
      ? fits(from + 1, at) || (at < seen.length && fits(from, at + 1))
      : (matches(line, seen[at]) || note(at, `"${line}"`)) && fits(from + 1, at + 1);
    if (!found) failed.add(`${from}/${at}`);
    return found;
  };
  const note = (at: number, what: string): false => {
    if (at > furthest.at) furthest = { at, wanted: what };
    return false;
  };
  if (fits(0, 0)) return undefined;
  return `expected ${furthest.wanted}, seen ${seen[furthest.at] === undefined ? 'nothing' : `"${seen[furthest.at]}"`}`;
}

function lines(text: string): readonly string[] {
  const trimmed = text.replace(/\r\n/g, '\n').replace(/\n+$/, '');
  return trimmed === '' ? [] : trimmed.split('\n');
}

function matches(expected: string, actual: string | undefined): boolean {
  if (actual === undefined) return false;
  const parts = expected.split('{*}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(actual);
}
