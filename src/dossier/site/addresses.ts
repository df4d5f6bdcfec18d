/**
 * Where everything stands on a site. An address follows from what it is about and from nothing else, so that it stays the same
 * whatever is published beside it; names that a file system or a reader could take for one another differ in their digest.
 */
import { createHash } from 'node:crypto';
import type { Tupel } from '../indication/indication.js';

/** Folders, relative to the site, with a `/` at the end; the site itself is the empty text. */
export const INDEX = '';
export const EXPLANATION = 'uitleg/';
export const CHANGES = 'wijzigingen/';
export const FEED = 'compliancy-feed.json';
export const FEED_SEAL = 'compliancy-feed.sigstore.json';
export const JSON_FEED = 'wijzigingen/feed.json';
export const ATOM = 'wijzigingen/atom.xml';

/** @param digest - SHA-256 of `rapport.json` */
export function reportAddress(digest: string): string {
  return `rapport/${digest}/`;
}

/** Where the public part of a package stands, as it was sealed. */
export function packageAddress(digest: string): string {
  return `${reportAddress(digest)}pakket/`;
}

/** Everything of a package in one file, to take along. */
export function archiveAddress(digest: string): string {
  return `${reportAddress(digest)}${archiveName(digest)}`;
}

export function archiveName(digest: string): string {
  return `rapport-${digest.slice(0, 12)}.zip`;
}

export function productAddress({ product, leverancier }: Pick<Tupel, 'leverancier'> & { readonly product: Named }): string {
  return `product/${segment(leverancier.naam)}/${segment(product.pakketnaam)}/`;
}

/** Of a product in one version of a standard: what a catalogue links to. */
export function landingAddress(of: Pick<Tupel, 'leverancier' | 'standaard'> & { readonly product: Named }): string {
  return `${productAddress(of)}${standardSegment(of.standaard)}/`;
}

/** Of one version of a product in one role: where its badge stands. */
export function indicationAddress(of: Tupel): string {
  return `${landingAddress(of)}${segment(of.product.versie)}/${segment(of.rol)}/`;
}

/** The picture that tells what it amounts to. */
export function badgeAddress(of: Tupel): string {
  return `${indicationAddress(of)}badge.svg`;
}

/** The same for shields.io. */
export function shieldsAddress(of: Tupel): string {
  return `${indicationAddress(of)}badge.json`;
}

export function standardAddress(standaard: Tupel['standaard']): string {
  return `standaard/${standardSegment(standaard)}/`;
}

/** Where all products in one role stand side by side. */
export function roleAddress(standaard: Tupel['standaard'], rol: string): string {
  return `${standardAddress(standaard)}${segment(rol)}/`;
}

export function componentAddress(component: string): string {
  return `referentiecomponent/${segment(component)}/`;
}

interface Named {
  readonly pakketnaam: string;
}

function standardSegment({ naam, versie }: Tupel['standaard']): string {
  return `${segment(naam)}/${segment(versie)}`;
}

const PLAIN = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;
/** What could be a file of ours, or a name with a piece of its digest. */
const TAKEN = /\.(?:html|svg|json|xml|zip)$|-[0-9a-f]{8}$/;
/** Names that some systems keep for themselves. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;
const MAX_LENGTH = 48;

/** A name as one part of an address: itself when it is plain, otherwise what can be read of it with a piece of its digest. */
export function segment(name: string): string {
  if (PLAIN.test(name) && name.length <= MAX_LENGTH && !RESERVED.test(name) && !TAKEN.test(name)) return name;
  const readable = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .slice(0, MAX_LENGTH)
    .replace(/^[.-]+|[.-]+$/g, '');
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return readable === '' ? digest : `${readable}-${digest}`;
}

/** From one folder of a site to another place, such that it works without a server too. */
export function relative(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  const [path = '', hash] = to.split('#');
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return `${up}${file}${hash === undefined ? '' : `#${hash}`}`;
}
