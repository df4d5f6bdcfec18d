/**
 * What every family of standards can do: name, answer, refuse and correlate a message.
 * A family is pure: no socket, no file, no clock.
 */

import type { Template } from '../message/template.js';
import type { HeaderList } from '../model/body.js';
import type { Finding } from '../model/finding.js';
import type { OutgoingMessage } from '../model/plan.js';
import type { SchemaViolation } from '../model/record.js';
import type { RuleSubject } from '../model/rule-definition.js';
import type { ServiceDefinition, StandardDefinition } from '../model/standard-definition.js';
import type { Tolerance } from '../model/tolerance.js';
import type { XmlElement } from '../model/xml-element.js';
import type { Ledger } from './ledger.js';
import type { SpokenFault } from './spoken-fault.js';

export interface Family {
  readonly id: string;
  /** Complaints about what a definition says of this family: effects, simulator settings. Empty when all is right. */
  complaints(standard: StandardDefinition): readonly string[];
  /** Makes one message: fills the template, writes stuurgegevens, wraps the envelope, names the operation. */
  compose(input: ComposeInput): OutgoingMessage;
  /** Reads what a document says about itself; `root` is the whole document, envelope included. */
  read(root: XmlElement): MessageFacts;
  /** The kind of reply, the envelope and the correlation, as this family wants them. */
  judgeReply(input: ReplyInput): ReplyFindings;
  /**
   * Whether a question asked for what a path of its answer holds; true for a message that is no question.
   * @param question - the message element of the request
   * @param path - prefixed steps below the reply's message element
   */
  askedFor(standard: StandardDefinition, question: XmlElement, path: string): boolean;
  /** Whether a reply is one that the service describes or tolerates, so that the request counts as taken. */
  confirms(standard: StandardDefinition, service: ServiceDefinition, reply: MessageFacts): boolean;
  /** The tolerance of the profile praktijk that a violation of the schema falls under, when it is exactly that. */
  tolerates(violation: SchemaViolation, facts: MessageFacts, standard: StandardDefinition): Tolerance | undefined;
  /** What a message is about: every entity that it names by its key, the weightiest first. */
  subjects(standard: StandardDefinition, message: XmlElement): readonly Subject[];
  /** What a fault code says of the cause of the fault. */
  faultMeaning(standard: StandardDefinition, code: string): FaultMeaning;
  /** What one message says of its envelope and its kind, where it came alone, as a file. */
  judgeAlone(input: LoneInput): readonly Finding[];
  /** Named checks of rules that XPath says badly. */
  readonly checks: RuleChecks;
  /** What a counterpart can say wrongly on purpose. */
  readonly spokenFaults: readonly SpokenFault<Incoming>[];
  /** The counterpart that remembers: simulates a provider, and predicts for a judge what must have been stored. */
  registry(standard: StandardDefinition): Registry;
}

/** An entity that a message names. */
export interface Subject {
  /** In the words of the standard, e.g. an entity type. */
  readonly type: string;
  readonly key: string;
}

/** One cause, any cause, or a code that the standard leaves to others. */
export type FaultMeaning = 'specific' | 'general' | 'own';

export interface RuleChecks {
  /** One message decides. */
  readonly message: ReadonlyMap<string, MessageCheck>;
  /** Request and reply decide, or everything said before. */
  readonly exchange: ReadonlyMap<string, ExchangeCheck>;
}

/** A place that breaks a rule. */
export interface Breach {
  /** Below the message element, with the prefixes of the standard; `.` for the message itself. */
  readonly path: string;
  /** From 1; 0 when there is no place. */
  readonly line: number;
  readonly expected?: string;
  readonly found?: string;
  /** In which way the rule is broken, where a tolerance tells ways apart. */
  readonly as?: string;
  /** Whose message it is, for a rule about an exchange; the reply's unless told otherwise. */
  readonly side?: 'request' | 'reply';
}

/** @returns every breach; undefined when the rule says nothing about this message */
export type MessageCheck = (input: MessageCheckInput) => readonly Breach[] | undefined;

export interface MessageCheckInput {
  readonly message: XmlElement;
  /** What kind of message it is, and of which service, as far as known. */
  readonly subject?: RuleSubject;
  readonly options: Readonly<Record<string, unknown>>;
  readonly standard: StandardDefinition;
}

/** @returns every breach; undefined when the rule says nothing about this exchange */
export type ExchangeCheck = (input: ExchangeCheckInput) => readonly Breach[] | undefined;

export interface Conversation {
  readonly service: ServiceDefinition;
  readonly request: MessageFacts;
  /** Absent when nothing readable came. */
  readonly reply?: MessageFacts;
  readonly status?: number;
  readonly requestHeaders: HeaderList;
  readonly replyHeaders: HeaderList;
}

export interface ExchangeCheckInput extends Conversation {
  readonly options: Readonly<Record<string, unknown>>;
  readonly standard: StandardDefinition;
  /** Everything said before in this run, in order. */
  readonly before: readonly Conversation[];
}

export interface ComposeInput {
  readonly standard: StandardDefinition;
  readonly service: ServiceDefinition;
  readonly template: Template;
  readonly values: Readonly<Record<string, string>>;
  readonly identity: MessageIdentity;
  /** Instead of the one of the service, for a scenario that sends something wrong. */
  readonly soapAction?: string;
  /** Elements of stuurgegevens by name (`functie`, `zender.applicatie`) that are other than they should be. */
  readonly stuurgegevens?: Readonly<Record<string, string>>;
}

/** Who sends what to whom, and when. */
export interface MessageIdentity {
  readonly referentienummer: string;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  readonly zender: Party;
  readonly ontvanger: Party;
}

export interface Party {
  readonly organisatie?: string;
  readonly applicatie: string;
  readonly administratie?: string;
  readonly gebruiker?: string;
}

/** What a message says about itself. */
export interface MessageFacts {
  readonly envelope: 'soap-1.1' | 'soap-1.2' | 'none';
  /** Children of the SOAP Body; text beside them counts as one more. */
  readonly bodyChildren: number;
  /** The message element: in the Body, in a fault's detail, or the document itself. */
  readonly message?: XmlElement;
  readonly soapFault?: { readonly faultcode: string; readonly faultstring: string; readonly element: XmlElement };
  readonly berichtcode?: string;
  readonly zender?: Party;
  readonly ontvanger?: Party;
  readonly referentienummer?: string;
  readonly crossRefnummer?: string;
  readonly tijdstipBericht?: string;
  readonly entiteittype?: string;
  readonly functie?: string;
  /** Of a foutbericht. */
  readonly fout?: { readonly code?: string; readonly plek?: string; readonly omschrijving?: string; readonly details?: string };
}

export interface ReplyInput {
  readonly standard: StandardDefinition;
  readonly service: ServiceDefinition;
  readonly request: MessageFacts;
  readonly reply: MessageFacts;
  readonly status: number;
  readonly contentType: string | undefined;
  readonly profile: 'strict' | 'praktijk';
  /** True when the scenario provokes a fault. */
  readonly faultDue: boolean;
}

export interface LoneInput {
  readonly standard: StandardDefinition;
  readonly facts: MessageFacts;
  readonly profile: 'strict' | 'praktijk';
}

/** Grouped by what was looked at; each group has at least one finding when it was looked at. */
export interface ReplyFindings {
  readonly kind: readonly Finding[];
  readonly envelope: readonly Finding[];
  readonly correlation: readonly Finding[];
}

export interface Registry {
  /**
   * A fresh store, filled with the definition's own fixtures, or a saved one.
   * @param saved - what `toJSON` of a store gave
   */
  createStore(saved?: unknown): RegistryStore;
  /**
   * A store that writes what it takes over to a ledger, a line for each message, and holds only the latest in memory. What
   * stands in the ledger is taken over; with an empty one it is fresh, or filled with what was saved.
   * @param saved - what `toJSON` of a store gave
   */
  openStore(ledger: Ledger, saved?: unknown): KeptStore;
  /** Handles one request and changes the store. Pure but for the store: the reply depends on nothing else. */
  handle(store: RegistryStore, incoming: Incoming): Reply;
  /**
   * Begins an exchange of our own: from now on a reaction to its number is expected.
   * @param at - milliseconds since 1970
   */
  begin(store: RegistryStore, at: number): { readonly referentienummer: string; readonly zender: Party };
  /**
   * What an answer to `question` must hold at least, given what was sent and confirmed before.
   * @returns the predicted message element, or undefined when nothing can be predicted
   */
  predict(sent: readonly SentMessage[], question: SentMessage): XmlElement | undefined;
  /** What stays in a counterpart that took these messages: what was created or issued and not taken away, in order. */
  remains(sent: readonly SentMessage[]): readonly Remnant[];
}

/** Something that a message left behind. */
export interface Remnant {
  /** Index of the message that made it. */
  readonly message: number;
  /** What kind of thing it is, in the words of the standard, e.g. an entity type. */
  readonly soort: string;
  readonly identificatie: string;
}

/** Serialisable. */
export interface RegistryStore {
  toJSON(): unknown;
}

export interface KeptStore extends RegistryStore {
  /**
   * Writes what changed since the last message was handled, such as a number that was given to what follows on it.
   * @throws {HarnessError} `OUTPUT_FAILED`
   */
  settle(): void;
  /**
   * Writes everything to another ledger.
   * @returns makes that the ledger of this store; until then nothing has changed
   */
  copyTo(ledger: Ledger): () => void;
  /** Of what stands in its ledger, how much still counts. */
  readonly liveBytes: number;
}

export interface SentMessage {
  readonly service: ServiceDefinition;
  /** The message element. */
  readonly message: XmlElement;
  /** The message element of its reply, when there was one. */
  readonly reply?: XmlElement;
}

export interface Incoming {
  readonly soapAction: string | undefined;
  readonly contentType: string | undefined;
  /** The whole document; absent when the bytes could not be read. */
  readonly root?: XmlElement;
  readonly problem?: string;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  /** Numbers of messages that were sent in our name: a reaction to one of them is expected. */
  readonly begun?: ReadonlySet<string> | undefined;
  /** What a schema says of it, when one was asked. */
  readonly violations?: readonly SchemaViolation[];
}

export interface Reply {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  /** For the log: what came in, what goes out. */
  readonly summary: { readonly service?: string; readonly request: string; readonly reply: string; readonly fault?: string };
  /**
   * Makes what follows on connections of its own, in order; absent when nothing does. Made when it goes out, for it has a
   * number and a moment of its own.
   */
  readonly later?: (at: number) => readonly LaterMessage[];
}

/** A message that follows on an asynchronous one, for whoever sent that. */
export interface LaterMessage {
  readonly outgoing: OutgoingMessage;
  /** What it is, and which answers it is owed. */
  readonly service: ServiceDefinition;
  /** For the log: what it is called, and the fault that it tells. */
  readonly name: string;
  readonly fault?: string;
}
