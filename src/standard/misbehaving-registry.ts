/**
 * A registry that is wrong in one known way, and honest in everything else.
 */
import type { Misbehaviour } from '../model/misbehaviour.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import type { XmlElement } from '../model/xml-element.js';
import type { Family, Incoming, Registry, Reply } from './family.js';
import { edited, replaced } from './tree-edits.js';

/** Counts from its making: `nth` is about the requests that this registry sees. */
export function misbehavingRegistry(
  honest: Registry,
  wrong: Misbehaviour,
  standard: StandardDefinition,
  family: Family,
): Registry {
  const other = wrong.effects ? family.registry(otherwise(standard, wrong)) : honest;
  let concerned = 0;
  return {
    ...honest,
    handle(store, incoming) {
      const isMeant = wrong.services.includes(serviceOf(incoming, standard) ?? '') && ++concerned === (wrong.nth ?? concerned);
      if (!isMeant) return honest.handle(store, incoming);
      const target = wrong.swallow ? honest.createStore(structuredClone(store.toJSON())) : store;
      const heard = misheard(incoming, wrong, standard, family);
      if (!wrong.forgetful) return misspoken(other.handle(target, heard), wrong);
      const renamed = underAnotherNumber(heard, `-${concerned}`, family);
      return misspoken(underItsOwnNumber(other.handle(target, renamed), `-${concerned}`), wrong);
    },
  };
}

/** The standard as the product understands it. */
function otherwise(standard: StandardDefinition, { services, effects = [] }: Misbehaviour): StandardDefinition {
  return { ...standard, services: standard.services.map((each) => (services.includes(each.id) ? { ...each, effects } : each)) };
}

/** The service of a request: by its SOAPAction, for several may share a message element. */
function serviceOf({ soapAction }: Incoming, { services }: StandardDefinition): string | undefined {
  const action = soapAction?.replaceAll('"', '').trim();
  return services.find((service) => service.soapAction === action)?.id;
}

function misheard(incoming: Incoming, wrong: Misbehaviour, standard: StandardDefinition, family: Family): Incoming {
  const { violations, ...rest } = incoming;
  const heard = wrong.lenient || violations === undefined ? rest : { ...rest, violations };
  const message = incoming.root && family.read(incoming.root).message;
  if (!incoming.root || !message || wrong.request.length === 0) return heard;
  const changed = wrong.request.reduce((of, edit) => edited(of, edit, standard), message);
  return { ...heard, root: replaceElement(incoming.root, message, changed) };
}

function replaceElement(at: XmlElement, old: XmlElement, by: XmlElement): XmlElement {
  if (at === old) return by;
  return { ...at, children: at.children.map((child) => replaceElement(child, old, by)) };
}

/** A registry knows a message again by its number: under another one it is new. */
function underAnotherNumber(incoming: Incoming, suffix: string, family: Family): Incoming {
  const number = incoming.root && family.read(incoming.root).referentienummer;
  if (!incoming.root || number === undefined) return incoming;
  const renamed = (at: XmlElement): XmlElement => ({
    ...at,
    text: at.name === 'referentienummer' && at.text === number ? `${MARK}${number}${suffix}` : at.text,
    children: at.children.map(renamed),
  });
  return { ...incoming, root: renamed(incoming.root) };
}

function underItsOwnNumber(reply: Reply, suffix: string): Reply {
  const text = new TextDecoder().decode(reply.body);
  return { ...reply, body: new TextEncoder().encode(text.replaceAll(new RegExp(`${MARK}([^<]*)${suffix}<`, 'g'), '$1<')) };
}

/** Stands before a number that we made up, so that it is found again in the reply. */
const MARK = 'vergeten:';

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

function withContentType(headers: Reply['headers'], type: string): Reply['headers'] {
  return [...headers.filter(([name]) => name.toLowerCase() !== 'content-type'), ['Content-Type', type]];
}
