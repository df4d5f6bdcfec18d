/**
 * `compliancy-feed.json`: what a catalogue can take from a site, in one neutral document. In the form of RFC 8785, so that the same
 * evidence gives the same bytes, and it can be signed as a report is.
 *
 * @see docs/compliancy-feed.schema.json
 */
import type { Tekst } from '../../model/finding.js';
import { canonicalJson } from '../../report/canonical-json.js';
import type { Indications } from '../indication/indication.js';
import type { SealedFacts } from '../sealed-report.js';
import { productAddress } from '../site/addresses.js';
import type { SiteInput } from '../site/published.js';
import { type ExportField, G3_PROFILE, g3Profile } from './export-profile.js';
import { type FeedRecord, feedRecord } from './feed-record.js';
import { pasteText } from './paste-text.js';
import { type PubliccodeHint, publiccodeHints } from './publiccode-hints.js';
import { type ReportMetadata, reportMetadata } from './report-metadata.js';

/** Names the JSON Schema; another number when a reader of the old one would stumble. */
export const FEED_SCHEMA = 'urn:ketentest:compliancy-feed.schema.json:1';

export interface ComplianceFeed {
  readonly $schema: typeof FEED_SCHEMA;
  readonly titel: Tekst;
  /** Where the site stands; null when its addresses are relative to this file. */
  readonly basisUrl: string | null;
  /** Only evidence up to then was looked at. ISO 8601, UTC. */
  readonly peildatum: string;
  /** Whether anybody said whose seals count. */
  readonly vertrouwen: Indications['vertrouwen'];
  readonly gemaaktMet: SiteInput['harness'];
  readonly records: readonly WholeRecord[];
  readonly producten: readonly (Indications['producten'][number] & { readonly publiccode: PubliccodeHint })[];
  readonly rapporten: readonly ReportMetadata[];
  readonly teltNiet: Indications['teltNiet'];
}

export interface WholeRecord extends FeedRecord {
  /** Profile → the fields of that catalogue. */
  readonly export: Readonly<Record<string, readonly ExportField[]>>;
  readonly plaktekst: Tekst;
}

export function complianceFeed(input: SiteInput): ComplianceFeed {
  const { indications, catalogue, harness, baseUrl } = input;
  const reports = new Map<string, SealedFacts>(input.reports.flatMap(({ feiten }) => (feiten ? [[feiten.digest, feiten]] : [])));
  const sources = { catalogue, reports, ...(baseUrl !== undefined && { baseUrl }) };
  return {
    $schema: FEED_SCHEMA,
    titel: TITLE,
    basisUrl: baseUrl ?? null,
    peildatum: indications.peildatum,
    vertrouwen: indications.vertrouwen,
    gemaaktMet: { naam: harness.naam, versie: harness.versie },
    records: indications.indicaties.map((each): WholeRecord => {
      const record = feedRecord(each, sources);
      return { ...record, export: { [G3_PROFILE]: g3Profile(record) }, plaktekst: pasteText(record) };
    }),
    producten: indications.producten.map((each) => ({
      ...each,
      publiccode: publiccodeHints(each, `${baseUrl ?? ''}${productAddress(each)}`),
    })),
    rapporten: [...reports.values()]
      .toSorted((one, other) => (one.digest < other.digest ? -1 : 1))
      .map((each) => reportMetadata(each, sources)),
    teltNiet: indications.teltNiet,
  };
}

/** The bytes that are published and signed. */
export function feedText(feed: ComplianceFeed): string {
  return canonicalJson(feed);
}

const TITLE: Tekst = {
  nl: 'Indicaties uit testrapporten, per product, versie, standaard en rol',
  en: 'Indications from test reports, for each product, version, standard and role',
};
