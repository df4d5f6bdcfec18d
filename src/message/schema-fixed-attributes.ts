/**
 * Rewrites `<attribute ref="p:name" fixed="value"/>`, whose `fixed` libxml2 ignores, to a reference to an attribute group
 * of the attribute's namespace, which declares the attribute locally: same name, type, use and fixed value.
 */
import type { Closure } from './schema-closure.js';
import { isSchema, makeNode, type QName, resolveName, type SchemaNode } from './schema-document.js';

export interface FixedAttributes {
  /** The document with every reference that fixes a value rewritten. */
  rewrite(root: SchemaNode): SchemaNode;
  /** The groups that the wrapper of a namespace has to declare; complete after all documents were rewritten. */
  groupsFor(namespace: string): readonly SchemaNode[];
}

type Scope = Readonly<Record<string, string>>;

/** @param closure - to find the global declarations that references mean */
export function fixedAttributes(closure: Closure): FixedAttributes {
  const globals = globalAttributes(closure);
  const groups = new Map<string, Map<string, SchemaNode>>();
  return {
    rewrite: (root) => walk(root, {}),
    groupsFor: (namespace) => [...(groups.get(namespace)?.values() ?? [])],
  };

  function walk(node: SchemaNode, outer: Scope): SchemaNode {
    const scope = { ...outer, ...node.declares };
    const reference = fixedReference(node);
    const target = reference === undefined ? undefined : resolveName(reference, scope);
    const declaration = target && globals.get(`{${target.namespace}}${target.name}`);
    if (target && declaration) return groupReference(node, groupFor(target, declaration, node));
    return { ...node, children: node.children.map((child) => walk(child, scope)) };
  }

  /** Name of the group that stands for this reference; the same for equal references. */
  function groupFor(target: QName, declaration: GlobalAttribute, node: SchemaNode): string {
    const ofNamespace = groups.get(target.namespace) ?? new Map<string, SchemaNode>();
    groups.set(target.namespace, ofNamespace);
    const { fixed = '', use = 'optional' } = node.attributes;
    const key = JSON.stringify([target.name, use, fixed]);
    const group =
      ofNamespace.get(key) ?? makeGroup(`ketentest-${target.name}-${ofNamespace.size}`, target.name, declaration, use, fixed);
    ofNamespace.set(key, group);
    return group.attributes.name ?? '';
  }
}

interface GlobalAttribute {
  readonly node: SchemaNode;
  readonly scope: Scope;
}

function globalAttributes(closure: Closure): ReadonlyMap<string, GlobalAttribute> {
  const found = new Map<string, GlobalAttribute>();
  for (const { namespace, root } of closure.documents) {
    for (const node of root.children) {
      const key = `{${namespace}}${node.attributes.name}`;
      // A document without a target namespace means the including one's by an unprefixed name.
      const scope = { ...(root.attributes.targetNamespace === undefined ? { '': namespace } : {}), ...root.declares };
      if (isSchema(node, 'attribute') && !found.has(key)) found.set(key, { node, scope: { ...scope, ...node.declares } });
    }
  }
  return found;
}

/** The name that an attribute refers to, when it also fixes a value and the attribute is not taken away. */
function fixedReference(node: SchemaNode): string | undefined {
  const { ref, fixed, use } = node.attributes;
  return isSchema(node, 'attribute') && fixed !== undefined && use !== 'prohibited' ? ref : undefined;
}

/** Keeps the prefix of the reference, which means the namespace of the group as well. */
function groupReference(node: SchemaNode, group: string): SchemaNode {
  const [prefix, name] = (node.attributes.ref ?? '').trim().split(':');
  const ref = name === undefined ? group : `${prefix}:${group}`;
  return { ...node, name: 'attributeGroup', attributes: { ref }, children: [] };
}

function makeGroup(name: string, attribute: string, { node, scope }: GlobalAttribute, use: string, fixed: string): SchemaNode {
  const { type } = node.attributes;
  const typed = type === undefined ? {} : { type };
  const local = makeNode('attribute', { name: attribute, form: 'qualified', ...typed, use, fixed }, node.children);
  return makeNode('attributeGroup', { name }, [{ ...local, declares: { ...scope, ...local.declares } }]);
}
