/** Says of an element, by where it stands, how it is masked. */
import type { PrivacyTable } from '../model/privacy.js';

export type MaskKind = 'text' | 'date' | 'document';

export interface Masked {
  readonly kind: MaskKind;
  /** Digits at the beginning that stay. */
  readonly keeps: number;
}

export interface MaskTable {
  /** @param way - local names from the root to the element @param isInside - whether everything around it is masked */
  howOf(way: readonly string[], isInside: boolean): Masked | undefined;
  /** Whether everything in this element is masked. */
  opens(way: readonly string[]): boolean;
  isAttribute(name: string): boolean;
}

const EVERYTHING = '/**';

export function maskTable(table: PrivacyTable): MaskTable {
  const [wholes, singles] = [true, false].map((isWhole) =>
    byLastName(table.masked.filter((each) => each.endsWith(EVERYTHING) === isWhole).map((each) => each.replace(EVERYTHING, ''))),
  );
  const kept = new Set(table.kept);
  const dates = new Set(table.dates);
  const documents = new Set(table.documents);
  const attributes = new Set(table.attributes);
  return {
    howOf(way, isInside) {
      const name = way.at(-1) ?? '';
      if (documents.has(name)) return { kind: 'document', keeps: 0 };
      if (kept.has(name) || !(isInside || isNamed(singles, way) || isNamed(wholes, way))) return undefined;
      return { kind: dates.has(name) ? 'date' : 'text', keeps: table.codes[name] ?? 0 };
    },
    opens: (way) => isNamed(wholes, way),
    isAttribute: (name) => attributes.has(name),
  };
}

type ByLastName = ReadonlyMap<string, readonly (readonly string[])[]>;

function byLastName(paths: readonly string[]): ByLastName {
  const found = new Map<string, (readonly string[])[]>();
  for (const path of paths) {
    const steps = path.split('/');
    const last = steps.at(-1) ?? '';
    found.set(last, [...(found.get(last) ?? []), steps]);
  }
  return found;
}

function isNamed(paths: ByLastName | undefined, way: readonly string[]): boolean {
  const alike = paths?.get(way.at(-1) ?? '') ?? [];
  return alike.some((steps) => {
    const from = way.length - steps.length;
    return from >= 0 && steps.every((step, index) => way[from + index] === step);
  });
}
