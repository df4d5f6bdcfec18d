/**
 * The ways to go from a node. Each calls back for every node that it comes to, in the order of the axis, until somebody
 * has seen enough: most rules only ask whether there is one.
 */
import type { TreeElement, TreeNode } from '../tree/tree-node.js';
import type { At, Focus, Found, Way } from './compiler.js';
import { byNames, type NameTest, onlyOf } from './name-test.js';
import { descendantsOf } from './names-in.js';
import type { Axis } from './syntax.js';

/**
 * @param keep - predicates that a node must hold
 * @param next - where to go from each; undefined at the end of a path
 * @param marked - name of an attribute without which a node cannot be kept
 */
export function wayOf(axis: Axis, test: NameTest, keep: At<boolean> | undefined, next: Way | undefined, marked?: string): Way {
  const { passes, namespace } = test;
  const only = onlyOf(test);
  const here = (node: TreeNode, focus: Focus, found: Found): boolean =>
    (keep === undefined || keep(node, focus)) && (next === undefined ? found(node, focus) : next(node, focus, found));
  const at = (node: TreeNode, focus: Focus, found: Found): boolean => passes(node) && here(node, focus, found);
  const among = (nodes: readonly TreeNode[], focus: Focus, found: Found): boolean => {
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index];
      if (!node || (only !== undefined && node.name !== only)) continue;
      if (only === undefined ? !passes(node) : namespace !== undefined && node.namespace !== namespace) continue;
      if (here(node, focus, found)) return true;
    }
    return false;
  };
  switch (axis) {
    case 'self':
      return (from, focus, found) => from.isElement && at(from, focus, found);
    case 'child':
      return (from, focus, found) => from.isElement && among(from.children, focus, found);
    case 'attribute':
      return (from, focus, found) => from.isElement && among(from.attributes, focus, found);
    case 'parent':
      return ({ parent }, focus, found) => parent !== undefined && at(parent, focus, found);
    case 'ancestor':
      return (from, focus, found) => upwards(from.parent, at, focus, found);
    case 'ancestor-or-self':
      return (from, focus, found) => upwards(from.isElement ? from : from.parent, at, focus, found);
    case 'preceding-sibling':
      return (from, focus, found) => aside(from, -1, at, focus, found);
    case 'following-sibling':
      return (from, focus, found) => aside(from, 1, at, focus, found);
    case 'descendant':
      return (from, focus, found) => {
        if (from !== focus.names.message) return from.isElement && among(descendantsOf(from), focus, found);
        if (marked !== undefined) return carrying(marked, focus, found);
        return amongAll(byNames(test, focus.names.elementsNamed, focus.names.elements), focus, found);
      };
    case 'descendant-attribute':
      return (from, focus, found) => {
        if (from === focus.names.message)
          return amongAll(byNames(test, focus.names.attributesNamed, focus.names.attributes), focus, found);
        return from.isElement && [from, ...descendantsOf(from)].some(({ attributes }) => among(attributes, focus, found));
      };
  }

  /** Where only some names are asked for, only those are looked at. */
  function amongAll(lists: readonly (readonly TreeNode[])[], focus: Focus, found: Found): boolean {
    for (const list of lists) if (among(list, focus, found)) return true;
    return false;
  }

  /** Where only elements with some attribute can be kept, only those are looked at. */
  function carrying(name: string, focus: Focus, found: Found): boolean {
    let last: TreeNode | undefined;
    for (const { parent } of focus.names.attributesNamed.get(name) ?? []) {
      // Attributes stand in the order of the document: those of one element follow each other.
      if (parent === last || parent === focus.names.message) continue;
      last = parent;
      if (at(parent, focus, found)) return true;
    }
    return false;
  }
}

function upwards(from: TreeElement | undefined, at: Way, focus: Focus, found: Found): boolean {
  for (let node = from; node; node = node.parent) if (at(node, focus, found)) return true;
  return false;
}

/** Backwards siblings come nearest first. A message can have very many of them: nobody looks at more than it takes. */
function aside(from: TreeNode, way: 1 | -1, at: Way, focus: Focus, found: Found): boolean {
  const all = from.isElement ? from.parent?.children : undefined;
  if (!from.isElement || !all) return false;
  for (let index = from.index + way; index >= 0; index += way) {
    const sibling = all[index];
    if (!sibling) return false;
    if (at(sibling, focus, found)) return true;
  }
  return false;
}
