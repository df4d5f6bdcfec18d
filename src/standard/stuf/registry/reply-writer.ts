/**
 * Writes replies: confirmations, answers and faults, with our own referentienummer and a moment later than any before.
 *
 * @see StUF 03.01 §4.3.1, §4.3.2, §4.4.1, §4.4.3; Protocolbindingen voor StUF 03.02.04, chapter 3
 */
import { escapeXml } from '../../../message/escape-xml.js';
import { writeXml } from '../../../message/xml-writer.js';
import type { ReplyDefinition, StandardDefinition } from '../../../model/standard-definition.js';
import { clarkName, type XmlElement } from '../../../model/xml-element.js';
import type { MessageFacts, Reply } from '../../family.js';
import { wrap, wrapFault } from '../envelope.js';
import { STUF, XSI } from '../namespaces.js';
import { type Stuurgegevens, writeStuurgegevens } from '../stuurgegevens.js';
import type { Draft } from './draft.js';
import { make } from './elements.js';
import type { World } from './entity-source.js';
import type { Knowledge } from './knowledge.js';
import { layOut } from './layout.js';
import type { Laid } from './layout-rules.js';
import { asElements, mirrored } from './mirror.js';
import { faultOf, type Refusal } from './refusal.js';

/** A reply as it goes out, and its name for the log. */
export interface Written {
  readonly status: number;
  readonly body: Uint8Array;
  readonly name: string;
  /** The number that it was given, when it has one. */
  readonly referentienummer?: string | undefined;
}

/** The reply that the simulator sends. */
export function toReply(status: number, body: Uint8Array, summary: Reply['summary']): Reply {
  return { status, headers: [['Content-Type', 'text/xml; charset=utf-8']], body, summary };
}

/** Bv03 or Bv02: heard, or done. Bv02 says nothing but that. */
export function confirmation(world: World, code: string, facts: Partial<MessageFacts>, at: number): Written {
  const stuurgegevens = code === 'Bv02' ? { berichtcode: code } : mirrored(world, code, facts, at);
  return { status: 200, name: code, body: wrap(bericht(code, stuurgegevens)) };
}

/** Fo02 for a synchronous message, Fo03 for an asynchronous one; Fo02 says nothing of sender and receiver. */
export function foutbericht(
  world: World,
  code: 'Fo02' | 'Fo03',
  facts: Partial<MessageFacts>,
  at: number,
  refusal: Refusal,
): Written {
  const { plek, omschrijving } = faultOf(refusal.code);
  const stuurgegevens = code === 'Fo02' ? { berichtcode: code } : mirrored(world, code, facts, at);
  return {
    status: 500,
    name: code,
    body: wrapFault(plek, omschrijving, bericht(code, stuurgegevens, faultBody(refusal))),
  };
}

function faultBody({ code, details }: Refusal): string {
  const texts = Object.entries({ code, ...faultOf(code), details }).filter(([, text]) => text !== undefined);
  return `<StUF:body>${texts.map(([name, text]) => `<StUF:${name}>${escapeXml(text ?? '')}</StUF:${name}>`).join('')}</StUF:body>`;
}

/** Bv01 or Fo01: a message like any other, that comes later. */
export function reaction(
  world: World,
  code: 'Bv01' | 'Fo01',
  facts: Partial<MessageFacts>,
  at: number,
  refusal?: Refusal,
): Written {
  const stuurgegevens = mirrored(world, code, facts, at);
  const body = refusal && faultBody(refusal);
  return {
    status: 200,
    name: code,
    body: wrap(bericht(code, stuurgegevens, body)),
    referentienummer: stuurgegevens.referentienummer,
  };
}

/** A fault of the envelope, where no foutbericht can be made. */
export function soapFault(text: string): Written {
  return { status: 500, name: 'soap:Fault', body: wrapFault('client', text, '') };
}

/** An answer laid out by its schema, or what the schema demands and cannot be given. */
export function answerMessage(
  world: World,
  reply: ReplyDefinition,
  facts: Partial<MessageFacts>,
  at: number,
  draft: Draft,
): Laid<Written> {
  const own = mirrored(world, reply.code, facts, at, reply);
  draft.add('.', 'stuurgegevens', make(STUF, 'stuurgegevens', asElements(own)));
  const laid = messageOf(world.knowledge, reply, draft, false);
  if ('lacks' in laid) return laid;
  const body = wrap(write(world.knowledge, laid.value));
  return { value: { status: 200, name: reply.element.replace(/^.*:/, ''), body, referentienummer: own.referentienummer } };
}

/** The message element of a reply; sparse for a prediction. */
export function messageOf(knowledge: Knowledge, reply: ReplyDefinition, draft: Draft, sparse: boolean): Laid<XmlElement> {
  const { shapes, namespaces } = knowledge.standard;
  const [prefix = '', name = ''] = reply.element.split(':');
  const namespace = namespaces[prefix] ?? '';
  const shape = shapes?.roots.get(clarkName({ namespace, name }));
  if (!shapes || shape === undefined) return { lacks: reply.element };
  const defaultFor = (type: string | undefined, element: string) =>
    type === undefined ? undefined : knowledge.settings.defaults[type]?.[element];
  return layOut({ namespace, name, shape }, draft.asSource(), { shapes, defaultFor, sparse });
}

/** With the prefixes of the data; a namespace that somebody brought along gets one of its own. */
function write({ standard }: Knowledge, message: XmlElement): string {
  const { prefixes, namespaces } = prefixesOf(standard);
  const others = othersIn(message, namespaces);
  if (!others) return writeXml(message, prefixes);
  return writeXml(message, { ...prefixes, ...Object.fromEntries([...others].map((each, index) => [`ns${index + 1}`, each])) });
}

interface KnownPrefixes {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly namespaces: ReadonlySet<string>;
}

const PREFIXES = new WeakMap<StandardDefinition, KnownPrefixes>();

function prefixesOf(standard: StandardDefinition): KnownPrefixes {
  const before = PREFIXES.get(standard);
  if (before) return before;
  const prefixes = { ...standard.shapes?.prefixes, ...standard.namespaces, StUF: STUF, xsi: XSI };
  const known = { prefixes, namespaces: new Set(['', ...Object.values(prefixes)]) };
  PREFIXES.set(standard, known);
  return known;
}

/** Namespaces that are not among these; most messages have none. */
function othersIn(element: XmlElement, known: ReadonlySet<string>, before?: Set<string>): Set<string> | undefined {
  let others = before;
  const look = (namespace: string): void => {
    if (known.has(namespace)) return;
    others ??= new Set();
    others.add(namespace);
  };
  look(element.namespace);
  for (const { namespace } of element.attributes) look(namespace);
  for (const child of element.children) others = othersIn(child, known, others);
  return others;
}

function bericht(code: string, stuurgegevens: Stuurgegevens, rest = ''): string {
  return `<StUF:${code}Bericht xmlns:StUF="${STUF}"><StUF:stuurgegevens>${writeStuurgegevens(stuurgegevens)}</StUF:stuurgegevens>${rest}</StUF:${code}Bericht>`;
}
