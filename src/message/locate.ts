/**
 * Finds a place in the text of a message: line, column, and the line itself. Only to show it to a person; a parser has
 * read the message before, and what this cannot follow it does not show.
 */

export interface Located {
  /** From 1. */
  readonly line: number;
  readonly column?: number;
  /** The whole line. */
  readonly text: string;
  /** Characters from `column` on that are meant. */
  readonly length?: number;
}

export interface Sought {
  /** Below the message element; `.` for the message element itself. */
  readonly path?: string | undefined;
  /** Where the parser saw it: the line on which the start tag ends. */
  readonly line?: number | undefined;
}

/** Larger documents are not searched, in bytes. */
const MAX_BYTES = 4 * 1024 * 1024;

interface Tag {
  readonly name: string;
  readonly parent: number;
  /** Among siblings of this name, from 1. */
  readonly position: number;
  readonly at: number;
  readonly end: number;
}

/**
 * A finder of places in one message.
 * @param message - local name of the message element, where paths begin
 */
export function openLocator(bytes: Uint8Array, message: string | undefined): (sought: Sought) => Located | undefined {
  if (bytes.length > MAX_BYTES) return () => undefined;
  const text = textOf(bytes);
  const starts = lineStarts(text);
  let tags: readonly Tag[] | undefined;

  return ({ path, line }) => {
    if (path !== undefined) tags ??= tagsOf(text);
    const found = path !== undefined && tags ? search(tags, path, line) : undefined;
    if (found) return show(found.at, found.length);
    if (line === undefined || line < 1 || line > starts.length) return undefined;
    return { line, text: lineAt(line) };
  };

  function search(all: readonly Tag[], path: string, line: number | undefined) {
    const first = all.findIndex((tag) => tag.name === message);
    const steps = path.split('/').filter((step) => step !== '' && step !== '.');
    const attribute = steps.at(-1)?.startsWith('@') ? steps.pop() : undefined;
    let at = first < 0 ? [] : [first];
    for (const step of steps) {
      const next = at.flatMap((parent) => childrenAt(all, parent, step));
      if (next.length === 0) break;
      at = next;
    }
    const tagged = at.map((index) => all[index]).filter((tag) => tag !== undefined);
    const tag = tagged.find((each) => lineOf(each.end) === line) ?? tagged[0];
    return tag && { at: tag.at, length: nameLength(tag.at), ...attributeAt(tag, attribute) };
  }

  /** The attribute inside its tag, when it is there. */
  function attributeAt({ at, end }: Tag, attribute: string | undefined): { at: number; length: number } | undefined {
    if (attribute === undefined) return undefined;
    const name = localName(attribute.slice(1));
    const found = new RegExp(`[\\s:](${escaped(name)}\\s*=\\s*("[^"]*"|'[^']*'))`).exec(text.slice(at, end));
    if (found?.[1] === undefined) return undefined;
    return { at: at + found.index + 1, length: found[1].length };
  }

  function nameLength(at: number): number {
    return /^<[^\s/>]*/.exec(text.slice(at, at + 200))?.[0].length ?? 1;
  }

  function show(at: number, length: number): Located {
    const line = lineOf(at);
    const column = at - (starts[line - 1] ?? 0) + 1;
    const whole = lineAt(line);
    return { line, column, text: whole, length: Math.max(1, Math.min(length, whole.length - column + 1)) };
  }

  function lineOf(at: number): number {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function lineAt(line: number): string {
    return text.slice(starts[line - 1] ?? 0, starts[line] ?? text.length).replace(/[\r\n]+$/, '');
  }
}

function childrenAt(tags: readonly Tag[], parent: number, step: string): readonly number[] {
  const name = localName(step.replace(/\[.*$/, ''));
  const position = /\[(\d+)\]$/.exec(step)?.[1];
  return tags.flatMap((tag, index) =>
    tag.parent === parent && tag.name === name && (position === undefined || tag.position === Number(position)) ? [index] : [],
  );
}

const MARKUP = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<\/[^>]*>|<(?:[^"'<>]|"[^"]*"|'[^']*')*>/g;

/** Start tags in order; the parser knows that they match. */
function tagsOf(text: string): readonly Tag[] {
  const tags: Tag[] = [];
  const open: { readonly index: number; readonly counts: Map<string, number> }[] = [{ index: -1, counts: new Map() }];
  for (const { 0: markup, index: at } of text.matchAll(MARKUP)) {
    if (markup.startsWith('</')) {
      if (open.length > 1) open.pop();
      continue;
    }
    if (/^<[!?]/.test(markup)) continue;
    const parent = open.at(-1);
    const name = localName(/^<([^\s/>]+)/.exec(markup)?.[1] ?? '');
    const position = (parent?.counts.get(name) ?? 0) + 1;
    parent?.counts.set(name, position);
    tags.push({ name, parent: parent?.index ?? -1, position, at, end: at + markup.length - 1 });
    if (!markup.endsWith('/>')) open.push({ index: tags.length - 1, counts: new Map() });
  }
  return tags;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function escaped(name: string): string {
  return name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function textOf(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const wide = /^(\xff\xfe|<\0)/.test(head) ? 'utf-16le' : /^(\xfe\xff|\0<)/.test(head) ? 'utf-16be' : undefined;
  const named = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)/.exec(head)?.[1];
  try {
    return new TextDecoder(wide ?? named ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder('utf-8').decode(bytes);
  }
}
