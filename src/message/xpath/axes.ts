/** The ways to go from a node. */
import type { TreeElement, TreeNode } from '../tree/tree-node.js';
import { descendantsOf, type NamesIn } from './names-in.js';
import type { Axis, Test } from './syntax.js';

/** Nodes in the order of the axis: away from where it starts. */
export type Walk = (from: TreeNode, names: NamesIn) => readonly TreeNode[];

const NOTHING: readonly never[] = [];

export function walkOf(axis: Axis, test: Test): Walk {
  const passes = passing(test);
  const filtered = (nodes: readonly TreeNode[]) => nodes.filter(passes);
  const walk = WALKS[axis];
  if (axis === 'descendant')
    return (from, names) =>
      from === names.message ? filtered(named(test, names.elementsNamed, names.elements)) : filtered(walk(from));
  if (axis === 'descendant-attribute')
    return (from, names) =>
      from === names.message ? filtered(named(test, names.attributesNamed, names.attributes)) : filtered(walk(from));
  return (from) => filtered(walk(from));
}

/** Where only some names are asked for, only those are looked at. */
function named<T extends TreeNode>({ names }: Test, byName: ReadonlyMap<string, readonly T[]>, all: readonly T[]): readonly T[] {
  if (!names) return all;
  const found = [...names].map((name) => byName.get(name) ?? NOTHING);
  return found.length === 1 ? (found[0] ?? NOTHING) : found.flat();
}

function passing({ namespace, names }: Test): (node: TreeNode) => boolean {
  const [only] = names ?? [];
  if (!names || only === undefined) return namespace === undefined ? () => true : (node) => node.namespace === namespace;
  if (names.size > 1) return (node) => names.has(node.name) && (namespace === undefined || node.namespace === namespace);
  return namespace === undefined ? (node) => node.name === only : (node) => node.name === only && node.namespace === namespace;
}

const WALKS: Readonly<Record<Axis, (from: TreeNode) => readonly TreeNode[]>> = {
  self: (from) => (from.isElement ? [from] : NOTHING),
  child: (from) => (from.isElement ? from.children : NOTHING),
  attribute: (from) => (from.isElement ? from.attributes : NOTHING),
  parent: (from) => (from.parent ? [from.parent] : NOTHING),
  descendant: (from) => (from.isElement ? descendantsOf(from) : NOTHING),
  'descendant-attribute': (from) =>
    from.isElement ? [from, ...descendantsOf(from)].flatMap(({ attributes }) => attributes) : NOTHING,
  ancestor: (from) => ancestorsOf(from),
  'ancestor-or-self': (from) => (from.isElement ? [from, ...ancestorsOf(from)] : ancestorsOf(from)),
  'preceding-sibling': (from) => siblingsOf(from, (all, at) => all.slice(0, at).reverse()),
  'following-sibling': (from) => siblingsOf(from, (all, at) => all.slice(at + 1)),
};

function ancestorsOf(from: TreeNode): readonly TreeElement[] {
  const found: TreeElement[] = [];
  for (let at = from.parent; at; at = at.parent) found.push(at);
  return found;
}

function siblingsOf(
  from: TreeNode,
  take: (all: readonly TreeElement[], at: number) => readonly TreeElement[],
): readonly TreeElement[] {
  return from.isElement && from.parent ? take(from.parent.children, from.parent.children.indexOf(from)) : NOTHING;
}

/** The one that comes first in the document. */
export function firstOf(nodes: readonly TreeNode[]): TreeNode | undefined {
  return nodes.reduce<TreeNode | undefined>((first, node) => (first && !isBefore(node, first) ? first : node), undefined);
}

/** In the order of the document, each once. */
export function inOrder(nodes: readonly TreeNode[]): readonly TreeNode[] {
  if (nodes.length < 2) return nodes;
  return [...new Set(nodes)].sort((one, other) => (isBefore(one, other) ? -1 : 1));
}

function isBefore(one: TreeNode, other: TreeNode): boolean {
  const [left, right] = [placeOf(one), placeOf(other)];
  const at = left.findIndex((step, index) => step !== right[index]);
  if (at < 0) return left.length < right.length;
  return (left[at] ?? 0) < (right[at] ?? -1);
}

/** Positions from the root down; attributes come before children. */
function placeOf(node: TreeNode): readonly number[] {
  const place: number[] = [];
  for (let at: TreeNode = node; at.parent; at = at.parent) {
    const { parent } = at;
    place.unshift(at.isElement ? parent.attributes.length + parent.children.indexOf(at) : parent.attributes.indexOf(at));
  }
  return place;
}
