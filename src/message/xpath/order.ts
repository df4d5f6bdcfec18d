/** The order in which nodes stand in a document. */
import type { TreeNode } from '../tree/tree-node.js';

/** The one that comes first in the document. */
export function firstOf(nodes: readonly TreeNode[]): TreeNode | undefined {
  if (nodes.length < 2) return nodes[0];
  return nodes.reduce((first, node) => (isBefore(node, first) ? node : first));
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
    place.unshift(at.isElement ? parent.attributes.length + at.index : parent.attributes.indexOf(at));
  }
  return place;
}
