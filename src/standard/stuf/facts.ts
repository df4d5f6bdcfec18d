/**
 * What a StUF message says about itself: envelope, stuurgegevens, fault.
 *
 * @see StUF 03.01 §4.1–4.3
 */
import { remembered } from '../../message/tree/remembered.js';
import { childOf, descend, type XmlElement } from '../../model/xml-element.js';
import type { MessageFacts, Party } from '../family.js';
import { openEnvelope } from './envelope.js';

/**
 * Reads the facts of a document; never throws, what is absent is undefined. Every judge that looks back asks for those of
 * the same messages again.
 */
export const readFacts: (root: XmlElement) => MessageFacts = remembered(factsOf);

function factsOf(root: XmlElement): MessageFacts {
  const { envelope, bodyChildren, bodyText, fault } = openEnvelope(root);
  const message = fault ? fault.detail?.children[0] : bodyChildren[0];
  return {
    envelope,
    bodyChildren: bodyChildren.length + (bodyText === '' ? 0 : 1),
    ...(fault && { soapFault: { faultcode: fault.faultcode, faultstring: fault.faultstring, element: fault.element } }),
    ...(message && { message, ...stuurgegevensOf(message), ...foutOf(message) }),
  };
}

/** The stuurgegevens of a message element. Whoever handles a message asks again for what was read with the document. */
export const stuurgegevensOf: (message: XmlElement) => Partial<MessageFacts> = remembered(stuurgegevensIn);

function stuurgegevensIn(message: XmlElement): Partial<MessageFacts> {
  const stuurgegevens = childOf(message, 'stuurgegevens');
  if (!stuurgegevens) return {};
  return dropUndefined({
    berichtcode: textOf(stuurgegevens, 'berichtcode'),
    zender: partyOf(childOf(stuurgegevens, 'zender')),
    ontvanger: partyOf(childOf(stuurgegevens, 'ontvanger')),
    referentienummer: textOf(stuurgegevens, 'referentienummer'),
    crossRefnummer: textOf(stuurgegevens, 'crossRefnummer'),
    tijdstipBericht: textOf(stuurgegevens, 'tijdstipBericht'),
    entiteittype: textOf(stuurgegevens, 'entiteittype'),
    functie: textOf(stuurgegevens, 'functie'),
  });
}

/** Two addresses are the same party when organisatie, applicatie and administratie agree (S301 §4.2). */
export function sameParty(one: Party | undefined, other: Party | undefined): boolean {
  if (!one || !other) return one === other;
  const key = (party: Party) => [party.organisatie ?? '', party.applicatie, party.administratie ?? ''].join('|');
  return key(one) === key(other);
}

/** An address as people read it: organisatie/applicatie/administratie. */
export function formatParty(party: Party | undefined): string {
  if (!party) return '(afwezig)';
  return [party.organisatie, party.applicatie, party.administratie].filter((part) => part).join('/') || '(leeg)';
}

function foutOf(message: XmlElement): Partial<MessageFacts> {
  const body = descend(message, 'body');
  if (!body || !/^Fo0[1-3]/.test(message.name)) return {};
  return {
    fout: dropUndefined({
      code: textOf(body, 'code'),
      plek: textOf(body, 'plek'),
      omschrijving: textOf(body, 'omschrijving'),
      details: textOf(body, 'details'),
    }),
  };
}

function partyOf(element: XmlElement | undefined): Party | undefined {
  if (!element) return undefined;
  return {
    applicatie: textOf(element, 'applicatie') ?? '',
    ...dropUndefined({
      organisatie: textOf(element, 'organisatie'),
      administratie: textOf(element, 'administratie'),
      gebruiker: textOf(element, 'gebruiker'),
    }),
  };
}

function textOf(element: XmlElement, name: string): string | undefined {
  const text = childOf(element, name)?.text.trim();
  return text === '' ? undefined : text;
}

/** Leaves out what is undefined, so that optional properties stay absent. */
export function dropUndefined<T extends object>(of: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: Partial<T> = {};
  for (const key in of) if (of[key] !== undefined) kept[key] = of[key];
  return kept as { [K in keyof T]?: Exclude<T[K], undefined> };
}
