/** The test of names that a step makes. */
import type { TreeNode } from '../tree/tree-node.js';
import type { Test } from './syntax.js';

export interface NameTest extends Test {
  readonly passes: (node: TreeNode) => boolean;
}

export function nameTest(test: Test): NameTest {
  return { ...test, passes: passing(test) };
}

function passing({ namespace, names }: Test): (node: TreeNode) => boolean {
  const only = onlyOf({ names });
  if (!names) return namespace === undefined ? () => true : (node) => node.namespace === namespace;
  if (only === undefined) return (node) => names.has(node.name) && (namespace === undefined || node.namespace === namespace);
  return namespace === undefined ? (node) => node.name === only : (node) => node.name === only && node.namespace === namespace;
}

/** The name that is asked for, where it is one. */
export function onlyOf({ names }: Pick<Test, 'names'>): string | undefined {
  const [only] = names?.size === 1 ? names : [];
  return only;
}

const NOTHING: readonly never[] = [];

/** Lists in which everything is that can pass. */
export function byNames<T>(
  { names }: Test,
  named: ReadonlyMap<string, readonly T[]>,
  all: readonly T[],
): readonly (readonly T[])[] {
  if (!names) return [all];
  const found: (readonly T[])[] = [];
  for (const name of names) {
    const list = named.get(name);
    if (list) found.push(list);
  }
  return found.length === 0 ? NOTHING : found;
}
