/** What a site is made of: what sealed reports amount to, the reports themselves, and what was published before. */
import type { CatalogueIds } from '../../model/catalogue-ids.js';
import type { Indications } from '../indication/indication.js';
import type { SealedFacts } from '../sealed-report.js';
import type { History } from './history.js';

/** A report whose package stands on the site. */
export interface PublishedReport {
  /** As it was given; of one that stood there already, its address. */
  readonly naam: string;
  /** Absent of a package that holds no more: it stays where it is, and counts for nothing. */
  readonly feiten?: SealedFacts;
  readonly digest: string;
  /** Its public files, with `/` between folders. */
  readonly bestanden: readonly { readonly naam: string; readonly grootte: number }[];
  /** Codes of what is wrong with it; empty when it holds. */
  readonly bezwaren: readonly string[];
}

/** A package that holds. */
export type HoldingReport = PublishedReport & { readonly feiten: SealedFacts };

export interface SiteInput {
  readonly indications: Indications;
  readonly reports: readonly PublishedReport[];
  readonly catalogue: readonly CatalogueIds[];
  /** What happened, this time included. */
  readonly history: History;
  readonly harness: { readonly naam: string; readonly versie: string };
  /** Where it will stand, with a `/` at the end; without it only relative addresses are written. */
  readonly baseUrl?: string;
  /** Language of the pages at the root; those in the other one stand in a folder of their own. */
  readonly language: 'nl' | 'en';
}

/** A file of the site that we write; those of packages are copied. */
export interface SiteFile {
  /** Relative to the site, with `/` between folders. */
  readonly path: string;
  readonly text: string;
}
