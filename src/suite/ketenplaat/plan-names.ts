/** Short names for the actors of a plan, and for its file, made from what the model calls them. */
import type { PlateElement } from './ketenplaat.js';

const LONGEST = 24;

/** Lower-case letters and digits, each its own. */
export function actorNames(elements: readonly PlateElement[]): ReadonlyMap<PlateElement, string> {
  const names = new Map<PlateElement, string>();
  for (const element of elements) {
    const plain = lettersOf(element.name)
      .replaceAll(/[^a-z0-9]/g, '')
      .replace(/^\d+/, '')
      .slice(0, LONGEST);
    const taken = new Set(names.values());
    let name = plain || 'partij';
    for (let nth = 2; taken.has(name); nth++) name = `${plain || 'partij'}${nth}`;
    names.set(element, name);
  }
  return names;
}

/** Names of files for plans, in order: `<from>-<to>`, each its own. */
export function planNames(plans: readonly { readonly from: PlateElement; readonly to: PlateElement }[]): readonly string[] {
  const taken = new Set<string>();
  return plans.map(({ from, to }) => {
    const base = `${slug(from.name)}-${slug(to.name)}`;
    let name = base;
    for (let nth = 2; taken.has(name); nth++) name = `${base}-${nth}`;
    taken.add(name);
    return name;
  });
}

function slug(name: string): string {
  const plain = lettersOf(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return plain.slice(0, 2 * LONGEST).replace(/-+$/, '') || 'partij';
}

/** Without accents. */
function lettersOf(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
