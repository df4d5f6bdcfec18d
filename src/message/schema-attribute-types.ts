/**
 * Gives a name to the type that a global attribute declares in place. A validator takes two copies of a type without a
 * name for two types, and then a restriction that repeats the attribute is no restriction of its base.
 */
import { isSchema, makeNode, type SchemaNode } from './schema-document.js';

/** @returns the document with the types declared beside the attributes that have them */
export function withNamedAttributeTypes(root: SchemaNode): SchemaNode {
  const namespace = root.attributes.targetNamespace;
  // No prefix but `xml` may mean the XML namespace; nobody fixes a value of its attributes.
  if (namespace === undefined || namespace === 'http://www.w3.org/XML/1998/namespace') return root;
  return { ...root, children: root.children.flatMap((child) => named(child, namespace)) };
}

function named(node: SchemaNode, namespace: string): readonly SchemaNode[] {
  const inline = isSchema(node, 'attribute') ? node.children.find((child) => isSchema(child, 'simpleType')) : undefined;
  if (!inline) return [node];
  const name = `ketentest-type-of-${node.attributes.name ?? ''}`;
  const attribute = makeNode('attribute', { ...node.attributes, type: `ketentest-own:${name}` });
  return [
    { ...attribute, declares: { ...node.declares, ...attribute.declares, 'ketentest-own': namespace } },
    { ...inline, attributes: { name }, declares: { ...node.declares, ...inline.declares } },
  ];
}
