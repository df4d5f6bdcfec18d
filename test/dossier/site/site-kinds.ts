/** The kinds of pages of a site, and how to find one of each. */

import type { SiteInput } from '../../../src/dossier/site/published.js';
import { siteFiles } from '../../../src/dossier/site/site.js';

/** Address → markup. */
export function pagesOf(site: SiteInput): ReadonlyMap<string, string> {
  return new Map(siteFiles(site).flatMap(({ path, text }) => (path.endsWith('.html') ? [[path, text] as const] : [])));
}

/** What a page is → where one stands, in whichever language. */
export const KINDS: Readonly<Record<string, RegExp>> = {
  'the first page': /^(?:en\/)?index\.html$/,
  'what changed': /^(?:en\/)?wijzigingen\/index\.html$/,
  'the explanation': /^(?:en\/)?uitleg\/index\.html$/,
  'a product': /^(?:en\/)?product\/[^/]+\/boekenplank[^/]*\/index\.html$/,
  'a product in a standard': /^(?:en\/)?product\/[^/]+\/boekenplank[^/]*\/[^/]+\/1\.0\/index\.html$/,
  'an indication': /^(?:en\/)?product\/[^/]+\/boekenplank[^/]*\/[^/]+\/1\.0\/4\.2\.1\/[^/]+\/index\.html$/,
  'an indication with an alarm': /^(?:en\/)?product\/[^/]+\/product-i[^/]*\/[^/]+\/1\.0\/9\.0\/[^/]+\/index\.html$/,
  'a report': /^(?:en\/)?rapport\/[^/]+\/index\.html$/,
  'a standard': /^(?:en\/)?standaard\/[^/]+\/1\.0\/index\.html$/,
  'a role': /^(?:en\/)?standaard\/[^/]+\/1\.0\/[^/]+\/index\.html$/,
  'a component': /^(?:en\/)?referentiecomponent\/[^/]+\/index\.html$/,
};
