/**
 * Changes of a message in its tree: what a product reads that does not read what was sent.
 */
import { type PathStep, parsePath } from '../model/element-path.js';
import type { TextEdit, TreeEdit } from '../model/misbehaviour.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import type { XmlAttribute, XmlElement } from '../model/xml-element.js';

/** What becomes of the elements of one name below one parent, and of the rest that stands between them. */
type Siblings = (of: readonly XmlElement[]) => readonly XmlElement[];

/** @param message - the message element; comes back changed at every place that the edit leads to */
export function edited(message: XmlElement, edit: TreeEdit, { namespaces }: StandardDefinition): XmlElement {
  const [path, change] = changeOf(edit);
  const steps = parsePath(path, namespaces);
  const last = steps.at(-1);
  if (!last?.attribute) return walk(message, steps, change);
  return walk(message, steps.slice(0, -1), (of) => of.map((each) => withAttribute(each, last, edit)));
}

/** The text after the edit. */
export function replaced(text: string, { replace, by, all = false }: TextEdit): string {
  return text.replace(new RegExp(replace, all ? 'g' : ''), by);
}

function changeOf(edit: TreeEdit): readonly [string, Siblings] {
  if ('drop' in edit) return [edit.drop, () => []];
  if ('set' in edit) return [edit.set, (of) => of.map((each) => ({ ...each, text: edit.to, children: [] }))];
  if ('change' in edit) return [edit.change, (of) => of.map((each) => ({ ...each, text: replaced(each.text, edit) }))];
  if ('first' in edit) return [edit.first, (of) => of.slice(0, 1)];
  return [edit.reverse, (of) => of.toReversed()];
}

function walk(at: XmlElement, [step, ...rest]: readonly PathStep[], change: Siblings): XmlElement {
  if (!step) return change([at])[0] ?? at;
  const isMeant = (child: XmlElement) => child.name === step.name && child.namespace === step.namespace;
  const meant = at.children.filter(isMeant);
  const changed = [...(rest.length === 0 ? change(meant) : meant.map((child) => walk(child, rest, change)))];
  const children = at.children.flatMap((child) => (isMeant(child) ? changed.splice(0, 1) : [child]));
  return { ...at, children };
}

function withAttribute(element: XmlElement, { namespace, name }: PathStep, edit: TreeEdit): XmlElement {
  const isMeant = (each: XmlAttribute) => each.name === name && each.namespace === namespace;
  const before = element.attributes.find(isMeant)?.value;
  const value = 'set' in edit ? edit.to : 'change' in edit && before !== undefined ? replaced(before, edit) : undefined;
  const others = element.attributes.filter((each) => !isMeant(each));
  return { ...element, attributes: value === undefined ? others : [...others, { namespace, name, value }] };
}
