/**
 * The invented koppelvlak of test/suites/vaartuigen-1.0, loaded as any other, and a register to talk to. Whatever the
 * register says is held against the schema at once: a reply that is not valid is never what a test expects.
 */
import { join } from 'node:path';
import { JUDGES } from '../../src/judge/index.js';
import { compileSchema, type SchemaValidator } from '../../src/message/schema-validator.js';
import { writeSchema } from '../../src/message/shape-schema.js';
import { readXml } from '../../src/message/xml-reader.js';
import type { StandardDefinition } from '../../src/model/standard-definition.js';
import type { XmlElement } from '../../src/model/xml-element.js';
import type { Incoming, Reply } from '../../src/standard/family.js';
import { wrap } from '../../src/standard/stuf/envelope.js';
import { readFacts } from '../../src/standard/stuf/facts.js';
import { createRegistry } from '../../src/standard/stuf/registry/registry.js';
import { writeStuurgegevens } from '../../src/standard/stuf/stuurgegevens.js';
import { type FileSet, openFileSet } from '../../src/suite/file-set.js';
import { loadStandard } from '../../src/suite/load-standard.js';
import { type LoadedSuite, loadSuite } from '../../src/suite/load-suite.js';
import { packageRoot } from '../package-root.js';

export const VTR = 'http://voorbeeld.example/sector/vtr/0100';
export const MORNING = Date.parse('2026-03-02T08:00:00Z');
const STUF = 'http://www.egem.nl/StUF/StUF0301';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** Invented koppelvlakken: their own folders, and what they build on from ours. */
export function inventedFiles(): FileSet {
  const [own, base] = [openFileSet(join(packageRoot, 'test', 'suites')), openFileSet(join(packageRoot, 'suites'))];
  const of = (path: string) => (path.startsWith('_basis/') ? base : own);
  return { ...own, read: (path) => of(path).read(path), list: (folder) => of(folder).list(folder) };
}

let loaded: Promise<StandardDefinition> | undefined;

export function loadBoats(): Promise<StandardDefinition> {
  loaded ??= loadStandard(inventedFiles(), 'vaartuigen-1.0');
  return loaded;
}

export function loadBoatSuite(role: 'register' | 'schipper' = 'register'): Promise<LoadedSuite> {
  return loadSuite(inventedFiles(), `vaartuigen-1.0/${role}`, JUDGES);
}

/** With other settings of the counterpart. */
export function withSettings(standard: StandardDefinition, settings: Readonly<Record<string, unknown>>): StandardDefinition {
  return { ...standard, simulator: { ...standard.simulator, ...settings } };
}

export interface Said {
  readonly status: number;
  /** The message element of the reply. */
  readonly answer: XmlElement;
  /** As it went out. */
  readonly text: string;
  readonly summary: Reply['summary'];
  /** Code in the foutbericht, when it is one. */
  readonly fault: string | undefined;
}

export interface Message {
  /** Content after the stuurgegevens. */
  readonly content?: string;
  readonly referentienummer?: string;
  readonly tijdstipBericht?: string;
  readonly berichtcode?: string;
  readonly entiteittype?: string;
  readonly functie?: string;
  readonly zender?: string | undefined;
  readonly ontvanger?: string | undefined;
  /** Name of the message element. */
  readonly element?: string;
  readonly soapAction?: string;
  readonly incoming?: Partial<Incoming>;
}

export interface Register {
  readonly standard: StandardDefinition;
  /** Sends a message to a service. */
  tell(service: string, message?: Message): Said;
  /** Asks for boats and gives the objects of the answer. */
  boats(content: string): readonly XmlElement[];
  /** What a store saves. */
  save(): unknown;
  /** Milliseconds since 1970; each message comes a second after the one before. */
  now: number;
}

const validators = new WeakMap<object, SchemaValidator>();

function validatorOf(standard: StandardDefinition): SchemaValidator {
  if (!standard.shapes) throw new Error('the boats have no shapes');
  const known = validators.get(standard.shapes);
  if (known) return known;
  const made = compileSchema(writeSchema(standard.shapes), standard.namespaces);
  validators.set(standard.shapes, made);
  return made;
}

export function openRegister(standard: StandardDefinition, saved?: unknown): Register {
  const registry = createRegistry(standard);
  const store = registry.createStore(saved);
  // Numbers of a store that is read back must not be those of before.
  let count = saved === undefined ? 0 : 1000;
  const register: Register = {
    standard,
    now: MORNING,
    tell(serviceId, message = {}) {
      const service = standard.services.find((each) => each.id === serviceId);
      if (!service) throw new Error(`no service ${serviceId}`);
      register.now += 1000;
      const { root } = readXml(bodyOf(service.request, message, `B${++count}`));
      const soapAction = message.soapAction ?? `"${service.soapAction}"`;
      const incoming: Incoming = {
        soapAction,
        contentType: 'text/xml',
        receivedAt: register.now,
        ...(root && { root }),
        ...message.incoming,
      };
      return said(standard, registry.handle(store, incoming));
    },
    boats(content) {
      const { answer } = register.tell('vraagVaartuigen', { content });
      return answer.children.find((each) => each.name === 'antwoord')?.children ?? [];
    },
    save: () => JSON.parse(JSON.stringify(store)) as unknown,
  };
  return register;
}

/** Holds a reply against the schema; a reply without a StUF message is left as it is. */
function said(standard: StandardDefinition, reply: Reply): Said {
  const { root } = readXml(reply.body);
  const facts = root && readFacts(root);
  const text = new TextDecoder().decode(reply.body);
  if (facts?.message) {
    const outcome = validatorOf(standard).validate(reply.body);
    const problem = outcome.decided
      ? outcome.violations.map((each) => `${each.path}: ${each.message}`).join('; ')
      : outcome.detail;
    if (problem !== '') throw new Error(`the reply is not valid: ${problem}\n${text}`);
  }
  const nothing: XmlElement = { namespace: '', name: '', attributes: [], children: [], text: '', line: 0 };
  return { status: reply.status, answer: facts?.message ?? nothing, text, summary: reply.summary, fault: facts?.fout?.code };
}

export function bodyOf(
  request: { element: string; code: string; entiteittype?: string; functie?: string },
  of: Message,
  reference: string,
): Uint8Array {
  const party = (name: string | undefined) => (name === undefined ? {} : { organisatie: '9999', applicatie: name });
  const [entiteittype, functie] = [of.entiteittype ?? request.entiteittype, of.functie ?? request.functie];
  const zender = 'zender' in of ? of.zender : 'HAVENKANTOOR';
  const ontvanger = 'ontvanger' in of ? of.ontvanger : 'REGISTER';
  const stuurgegevens = writeStuurgegevens({
    berichtcode: of.berichtcode ?? request.code,
    ...(zender !== undefined && { zender: { applicatie: '', ...party(zender) } }),
    ...(ontvanger !== undefined && { ontvanger: { applicatie: '', ...party(ontvanger) } }),
    referentienummer: of.referentienummer ?? reference,
    tijdstipBericht: of.tijdstipBericht ?? '20260302090000000',
    ...(entiteittype !== undefined && { entiteittype }),
    ...(functie !== undefined && { functie }),
  });
  const element = of.element ?? request.element;
  return wrap(
    `<${element} xmlns:VTR="${VTR}" xmlns:StUF="${STUF}" xmlns:xsi="${XSI}" xmlns:xmime="http://www.w3.org/2005/05/xmlmime">` +
      `<VTR:stuurgegevens>${stuurgegevens}</VTR:stuurgegevens>${expand(of.content ?? '')}</${element}>`,
  );
}

/** Gives names without a prefix that of the boats, and marks an element that ends in `~` as empty: `<roepnaam~/>`. */
function expand(content: string): string {
  return content
    .replaceAll(/<([\w.]+)~((?:\s[^>]*?)?)\/>/g, '<$1 xsi:nil="true" StUF:noValue="geenWaarde"$2/>')
    .replaceAll(/<(\/?)([A-Za-z][\w.]*)(?=[\s/>])/g, '<$1VTR:$2')
    .replaceAll(/\s(entiteittype|verwerkingssoort|functie|scope|exact|noValue|bestandsnaam|sleutel\w+)="/g, ' StUF:$1="');
}

/** A kennisgeving about one boat, or about how it was and is. */
export function boat(mutatiesoort: string, ...objects: readonly string[]): Message {
  return { content: parametersLk(mutatiesoort) + objects.map((each) => object('VTG', mutatiesoort, each)).join('') };
}

/** A kennisgeving about one owner. */
export function owner(mutatiesoort: string, ...objects: readonly string[]): Message {
  return { content: parametersLk(mutatiesoort) + objects.map((each) => object('EIG', mutatiesoort, each)).join('') };
}

function parametersLk(mutatiesoort: string): string {
  return `<parameters><StUF:mutatiesoort>${mutatiesoort}</StUF:mutatiesoort><StUF:indicatorOvername>V</StUF:indicatorOvername></parameters>`;
}

/** The content may begin with the verwerkingssoort of the object and a colon: `S: <kenteken>…`. */
function object(type: string, mutatiesoort: string, content: string): string {
  const [, soort = mutatiesoort === 'C' ? 'W' : mutatiesoort, rest = content] = /^([A-Z]): (.*)$/s.exec(content) ?? [];
  return `<object entiteittype="${type}" verwerkingssoort="${soort}">${rest}</object>`;
}

/** A relation to an entity. */
export function relation(name: string, type: string, soort: string, target: string, more = ''): string {
  const [, targetType = ''] = /^([A-Z]{3}) /.exec(target) ?? [];
  return `<${name} entiteittype="${type}" verwerkingssoort="${soort}"><gerelateerde entiteittype="${targetType}" verwerkingssoort="I">${target.slice(4)}</gerelateerde>${more}</${name}>`;
}

/** A question: parameters, then what is given. */
export function asking(content: string, parameters = ''): string {
  return `<parameters><StUF:sortering>0</StUF:sortering><StUF:indicatorVervolgvraag>false</StUF:indicatorVervolgvraag>${parameters}</parameters>${content}`;
}

export const EVERYTHING = '<scope><object entiteittype="VTG" scope="alles"/></scope>';

/** The element at the end of a path of local names; the first of each. */
export function at(element: XmlElement | undefined, path: string): XmlElement | undefined {
  return path.split('/').reduce((found, name) => found?.children.find((each) => each.name === name), element);
}

/** Its text, `nil` when it is empty for a reason, or undefined when it is not there. */
export function textAt(element: XmlElement | undefined, path: string): string | undefined {
  const found = at(element, path);
  return found?.attributes.some((each) => each.namespace === XSI && each.name === 'nil') ? 'nil' : found?.text;
}
