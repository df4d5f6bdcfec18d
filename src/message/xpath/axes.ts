/**
 * The ways to go from a node. Each calls back for every node that it comes to, in the order of the axis, until somebody
 * has seen enough: most rules only ask whether there is one.
 */
import type { TreeAttribute, TreeElement, TreeNode } from '../tree/tree-node.js';
import type { At, Focus, Found, Way } from './compiler.js';
import { byNames, type NameTest } from './name-test.js';
import { descendantsOf } from './names-in.js';
import type { Axis } from './syntax.js';

/**
 * @param keep - predicates that a node must hold
 * @param next - where to go from each; undefined at the end of a path
 */
export function wayOf(axis: Axis, test: NameTest, keep: At<boolean> | undefined, next: Way | undefined): Way {
  const { passes } = test;
  const at = (node: TreeNode, focus: Focus, found: Found): boolean =>
    passes(node) &&
    (keep === undefined || keep(node, focus)) &&
    (next === undefined ? found(node, focus) : next(node, focus, found));
  const among = (nodes: readonly TreeNode[], focus: Focus, found: Found): boolean => {
    for (const node of nodes) if (at(node, focus, found)) return true;
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
      return (from, focus, found) => inside(from, focus, (list) => among(list, focus, found));
    case 'descendant-attribute':
      return (from, focus, found) => attributesInside(from, focus, (list) => among(list, focus, found));
  }

  /** Where only some names are asked for, only those are looked at. */
  function inside(from: TreeNode, { names }: Focus, look: (nodes: readonly TreeElement[]) => boolean): boolean {
    if (from !== names.message) return from.isElement && look(descendantsOf(from));
    return byNames(test, names.elementsNamed, names.elements).some(look);
  }

  function attributesInside(from: TreeNode, { names }: Focus, look: (nodes: readonly TreeAttribute[]) => boolean): boolean {
    if (from === names.message) return byNames(test, names.attributesNamed, names.attributes).some(look);
    return from.isElement && [from, ...descendantsOf(from)].some(({ attributes }) => look(attributes));
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
