/**
 * What a simulator shows to whoever asks without sending a message: a page that says what this is, and the description of
 * its services.
 */
import { DESCRIPTION_PATH, type ServiceDescription } from '../message/service-description.js';
import type { SentRequest } from '../model/exchange.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import type { OutgoingReply } from './listener.js';

export interface PageOptions {
  readonly standard: StandardDefinition;
  readonly version: string;
  readonly description?: ServiceDescription;
  /** Paths that make us send something, as a person has to read them. */
  readonly commandPaths?: readonly string[];
  /** The path below which we answer, when the address is not ours alone. */
  readonly shared?: { readonly path: string };
}

/** Whether somebody only looks: it is answered with a page or a description, and is no message. */
export function isLook({ method }: Pick<SentRequest, 'method'>): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** The reply to a GET. */
export function pageReply(options: PageOptions, { url }: Pick<SentRequest, 'url'>): OutgoingReply {
  if (!URL.canParse(url)) return html(400, page(options, 'http://localhost/'));
  const { origin, pathname, searchParams } = new URL(url);
  const below = options.shared?.path ?? '';
  const base = `${origin}${below}/`;
  const path = pathname.slice(below.length + 1);
  if (path.startsWith(DESCRIPTION_PATH))
    return document(options, options.description?.document(decoded(path.slice(DESCRIPTION_PATH.length)), base), base);
  const asksForWsdl = [...searchParams.keys()].some((name) => name.toLowerCase() === 'wsdl');
  if (!asksForWsdl) return html(200, page(options, base));
  return document(options, options.description?.wsdl(base, portTypeAt(options.standard, pathname)), base);
}

/** The port type that an address is for: the last part of its path. */
export function portTypeAt({ services }: Pick<StandardDefinition, 'services'>, pathname: string): string | undefined {
  const last = pathname.split('/').findLast((part) => part !== '');
  return services.find((service) => service.portType === last)?.portType;
}

function document(options: PageOptions, bytes: Uint8Array | undefined, base: string): OutgoingReply {
  if (bytes === undefined) return html(404, page(options, base));
  // No charset: the document says itself how it is written.
  return { status: 200, headers: [['Content-Type', 'text/xml']], body: bytes };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

function html(status: number, text: string): OutgoingReply {
  const headers = [
    ['Content-Type', 'text/html; charset=utf-8'],
    ['Content-Security-Policy', "default-src 'none'"],
  ] as const;
  return { status, headers, body: new TextEncoder().encode(text) };
}

function page({ standard, version, description, commandPaths = [] }: PageOptions, base: string): string {
  const portTypes = [...new Set(standard.services.map((service) => service.portType))];
  const operations = (portType: string) =>
    standard.services.filter((each) => each.portType === portType).map(({ operation }) => `<li>${escaped(operation)}</li>`);
  const link = (href: string) => `<a href="${escaped(href)}">${escaped(href)}</a>`;
  return [
    '<!DOCTYPE html><html lang="nl"><meta charset="utf-8"><title>Ketentest</title>',
    `<h1>${escaped(standard.naam)} ${escaped(standard.versie)}</h1>`,
    `<p>Dit is de referentie van Ketentest ${escaped(version)}: een nagespeelde tegenpartij, geen product. Wat zij antwoordt bewijst niets.</p>`,
    `<p lang="en">This is the reference of Ketentest ${escaped(version)}: a simulated counterpart, no product. What it answers proves nothing.</p>`,
    `<p>POST SOAP 1.1: <code>${escaped(base)}</code> (alles / everything)`,
    `${description ? `, WSDL: ${link(`${base}?wsdl`)}` : ''}</p>`,
    ...commandPaths.map((path) => `<p>POST application/json: <code>${escaped(base + path)}</code> (wij sturen / we send)</p>`),
    ...portTypes.flatMap((portType) => [
      `<h2>${escaped(portType)}</h2><p><code>${escaped(base + portType)}</code>`,
      `${description ? `, WSDL: ${link(`${base}${portType}?wsdl`)}` : ''}</p><ul>`,
      ...operations(portType),
      '</ul>',
    ]),
    ...(description?.published ?? []).map((path) => `<p>${link(`${base}${DESCRIPTION_PATH}${path}`)}</p>`),
    '</html>\n',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
