/**
 * Everything that a server can show of the services it offers: a description of our own writing, and where the published
 * set is installed that too, each with the address of the server filled in. Only documents that were handed in are shown.
 */
import type { StandardDefinition } from '../model/standard-definition.js';
import type { SchemaFiles } from './schema-closure.js';
import { escapeValue } from './shape-schema-text.js';
import { writeWsdl } from './wsdl.js';

export interface ServiceDescription {
  /** All services in one description of ours, or those of one port type, as published where that is installed. */
  wsdl(base: string, portType?: string): Uint8Array | undefined;
  /** One of the documents below `description/`. */
  document(path: string, base: string): Uint8Array | undefined;
  /** Paths of the published descriptions of these services. */
  readonly published: readonly string[];
}

export interface DescriptionSources {
  /** Our own schema documents; `schema.xsd` imports the others. Made when they are first asked for. */
  readonly own: () => ReadonlyMap<string, Uint8Array> | undefined;
  /** An installed set and the folder that its paths are shown below. */
  readonly published?: { readonly set: string; readonly files: SchemaFiles };
}

/** Where documents are found that others import. */
export const DESCRIPTION_PATH = 'description/';

export function describeServices(standard: StandardDefinition, { own, published }: DescriptionSources): ServiceDescription {
  let written: ReadonlyMap<string, Uint8Array> | undefined;
  const ownFiles = () => {
    written ??= own() ?? new Map();
    return written;
  };
  const ranked = rankedDescriptions(standard, published?.files ?? new Map());
  const shown = (path: string) => `${published?.set}/${path}`;

  return {
    published: ranked.map(shown),
    wsdl(base, portType) {
      const services = standard.services.filter((each) => portType === undefined || each.portType === portType);
      const actions = services.map((each) => each.soapAction);
      const official = portType === undefined ? undefined : best(ranked, published?.files, actions);
      if (official !== undefined) return this.document(shown(official), base);
      const schema = ownFiles().get('schema.xsd');
      if (schema === undefined || services.length === 0) return undefined;
      const types = latin(schema).replace(/^<\?xml[^>]*\?>\s*/, '');
      const text = writeWsdl(standard, services, {
        addressOf: (each) => new URL(each, base).href,
        types: located(types, new URL(`${DESCRIPTION_PATH}own/`, base).href),
      });
      return new TextEncoder().encode(text);
    },
    document(path, base) {
      if (path.startsWith('own/')) return ownFiles().get(path.slice('own/'.length));
      const inSet = published && path.startsWith(`${published.set}/`) ? path.slice(published.set.length + 1) : undefined;
      const bytes = inSet === undefined ? undefined : published?.files.get(inSet);
      if (bytes === undefined || !/\.(?:xsd|wsdl)$/i.test(path)) return undefined;
      if (!/\.wsdl$/i.test(path)) return bytes;
      const here = new URL(`${DESCRIPTION_PATH}${path}`, base).href;
      return bytesOf(addressed(located(latin(bytes), here), portTypeIn(standard, latin(bytes)), base));
    },
  };
}

/** Published descriptions that name a SOAPAction of ours, in the order of their paths. */
function rankedDescriptions({ services }: StandardDefinition, files: SchemaFiles): readonly string[] {
  const isOurs = (text: string) => services.some(({ soapAction }) => text.includes(`"${soapAction}"`));
  return [...files.keys()].filter((path) => /\.wsdl$/i.test(path) && isOurs(latin(files.get(path)))).sort();
}

/** The one that knows most of these actions. */
function best(paths: readonly string[], files: SchemaFiles | undefined, actions: readonly string[]): string | undefined {
  const known = (path: string) => actions.filter((action) => latin(files?.get(path)).includes(`"${action}"`)).length;
  const [first] = [...paths].sort((one, other) => known(other) - known(one));
  return first !== undefined && known(first) > 0 ? first : undefined;
}

function portTypeIn({ services }: StandardDefinition, text: string): string {
  return services.find(({ soapAction }) => text.includes(`"${soapAction}"`))?.portType ?? '';
}

/** Locations of other documents, in full: a description is shown at an address that has nothing to do with its path. */
function located(text: string, here: string): string {
  return text.replaceAll(
    /(<(?:[\w.-]+:)?(?:import|include)\b[^>]*?\b(?:schemaLocation|location)\s*=\s*")([^"]*)"/g,
    (whole, before: string, location: string) =>
      URL.canParse(location, here) ? `${before}${escapeValue(new URL(location, here).href)}"` : whole,
  );
}

/** A published description names an address that is nobody's: ours goes in its place. */
function addressed(text: string, portType: string, base: string): string {
  const address = escapeValue(new URL(portType, base).href);
  return text.replaceAll(
    /(<(?:[\w.-]+:)?address\b[^>]*?\blocation\s*=\s*")[^"]*"/g,
    (_, before: string) => `${before}${address}"`,
  );
}

/** Byte for byte, whatever the encoding: what we look for and what we put in is ASCII. */
function latin(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString('latin1');
}

function bytesOf(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}
