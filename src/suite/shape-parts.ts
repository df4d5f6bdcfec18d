/**
 * Puts parts, pieces of content with a name, in the place where they are named.
 */
import type { Item } from './shape-items.js';
import { readItems, refuseName, type ShapeText } from './shape-text.js';

/** Texts that items came from when it was not the text under hand: parts that were filled in. */
const origins = new WeakMap<Item, ShapeText>();

/** The text that an item stands in. */
export function originOf(item: Item, otherwise: ShapeText): ShapeText {
  return origins.get(item) ?? otherwise;
}

/**
 * Parses a text and puts the parts that it names in their place.
 * @throws {HarnessError} `SHAPE_INVALID`
 */
export function expandItems(of: ShapeText, parts: ReadonlyMap<string, ShapeText>, args: readonly string[] = []): readonly Item[] {
  const key = args.join(',');
  const known = expanded.get(of) ?? new Map<string, readonly Item[]>();
  expanded.set(of, known);
  const items = known.get(key) ?? expandFilled(of, parts, args);
  known.set(key, items);
  return items;
}

const expanded = new WeakMap<ShapeText, Map<string, readonly Item[]>>();

function expandFilled(of: ShapeText, parts: ReadonlyMap<string, ShapeText>, args: readonly string[]): readonly Item[] {
  const expand = (items: readonly Item[], from: ShapeText): readonly Item[] =>
    items.flatMap((item): readonly Item[] => {
      if (item.kind === 'part') {
        const part = parts.get(item.name);
        if (!part) throw refuseName(from, item.at, 'part', item.name, parts.keys());
        return expand(readItems(part, item.args), part);
      }
      const whole = deepen(item, (inner) => expand(inner, from));
      if (from !== of) origins.set(whole, from);
      return [whole];
    });
  return expand(readItems(of, args), of);
}

function deepen(item: Item, expand: (items: readonly Item[]) => readonly Item[]): Item {
  if (item.kind === 'choice') return { ...item, alternatives: item.alternatives.map(expand) };
  if (item.kind === 'element' && item.type?.kind === 'inline') {
    return { ...item, type: { kind: 'inline', items: expand(item.type.items) } };
  }
  return item;
}
