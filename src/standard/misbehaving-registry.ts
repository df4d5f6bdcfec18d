/**
 * A registry that is wrong in one known way, and honest in everything else.
 */
import { type PathStep, parsePath } from '../model/element-path.js';
import type { Misbehaviour, TextEdit, TreeEdit } from '../model/misbehaviour.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import type { XmlElement } from '../model/xml-element.js';
import type { Family, Incoming, Registry, Reply } from './family.js';

/** Counts from its making: `nth` is about the requests that this registry sees. */
export function misbehavingRegistry(
  honest: Registry,
  wrong: Misbehaviour,
  standard: StandardDefinition,
  family: Family,
): Registry {
  let concerned = 0;
  return {
    ...honest,
    handle(store, incoming) {
      const isMeant =
        wrong.services.includes(serviceOf(incoming, standard, family) ?? '') && ++concerned === (wrong.nth ?? concerned);
      if (!isMeant) return honest.handle(store, incoming);
      const target = wrong.swallow ? honest.createStore(structuredClone(store.toJSON())) : store;
      return misspoken(honest.handle(target, misread(incoming, wrong.request, standard, family)), wrong);
    },
  };
}

/** The service of a request: by its SOAPAction, for several may share a message element. */
function serviceOf({ soapAction }: Incoming, { services }: StandardDefinition, _: Family): string | undefined {
  const action = soapAction?.replaceAll('"', '').trim();
  return services.find((service) => service.soapAction === action)?.id;
}

function misread(incoming: Incoming, edits: readonly TreeEdit[], standard: StandardDefinition, family: Family): Incoming {
  const message = incoming.root && family.read(incoming.root).message;
  if (!incoming.root || !message || edits.length === 0) return incoming;
  const changed = edits.reduce((of, edit) => edited(of, edit, standard), message);
  return { ...incoming, root: replaceElement(incoming.root, message, changed) };
}

function edited(message: XmlElement, edit: TreeEdit, { namespaces }: StandardDefinition): XmlElement {
  const steps = parsePath('drop' in edit ? edit.drop : edit.set, namespaces);
  return walk(message, steps, (found) => ('drop' in edit ? undefined : { ...found, text: edit.to, children: [] }));
}

/** Changes every place that the steps lead to; undefined takes it away. */
function walk(at: XmlElement, steps: readonly PathStep[], change: (found: XmlElement) => XmlElement | undefined): XmlElement {
  const [step, ...rest] = steps;
  if (!step) return at;
  const children = at.children.flatMap((child) => {
    if (child.name !== step.name || child.namespace !== step.namespace) return [child];
    const next = rest.length === 0 ? change(child) : walk(child, rest, change);
    return next ? [next] : [];
  });
  return { ...at, children };
}

function replaceElement(at: XmlElement, old: XmlElement, by: XmlElement): XmlElement {
  if (at === old) return by;
  return { ...at, children: at.children.map((child) => replaceElement(child, old, by)) };
}

function misspoken(reply: Reply, { reply: edits, status, contentType }: Misbehaviour): Reply {
  const text = new TextDecoder().decode(reply.body);
  const spoken = edits.reduce((of, edit) => replaced(of, edit), text);
  const headers = contentType === undefined ? reply.headers : withContentType(reply.headers, contentType);
  return {
    ...reply,
    headers,
    status: status ?? reply.status,
    body: spoken === text ? reply.body : new TextEncoder().encode(spoken),
  };
}

function replaced(text: string, { replace, by, all = false }: TextEdit): string {
  return text.replace(new RegExp(replace, all ? 'g' : ''), by);
}

function withContentType(headers: Reply['headers'], type: string): Reply['headers'] {
  return [...headers.filter(([name]) => name.toLowerCase() !== 'content-type'), ['Content-Type', type]];
}
