/** A report as a data catalogue describes it (DCAT 3, with Dublin Core terms), so that one that knows nothing of tests can list it. */
import type { CatalogueIds } from '../../model/catalogue-ids.js';
import type { Tekst } from '../../model/finding.js';
import type { SealedFacts } from '../sealed-report.js';
import { archiveAddress, reportAddress } from '../site/addresses.js';

export interface ReportMetadata {
  readonly '@type': 'dcat:Dataset';
  readonly 'dct:identifier': string;
  readonly 'dct:title': Tekst;
  /** Who ran the test, as the report says. */
  readonly 'dct:publisher': string;
  /** When it was sealed, as who sealed it says. */
  readonly 'dct:issued': string;
  /** Of the version of the standard; its name when no id is known. */
  readonly 'dct:conformsTo': string;
  readonly 'dcat:landingPage': string;
  readonly 'dcat:distribution': readonly {
    readonly 'dcat:downloadURL': string;
    readonly 'dcat:mediaType': string;
    readonly 'spdx:checksum'?: { readonly algorithm: 'sha256'; readonly checksumValue: string };
  }[];
}

interface Sources {
  readonly catalogue: readonly CatalogueIds[];
  readonly baseUrl?: string;
}

export function reportMetadata(of: SealedFacts, { catalogue, baseUrl = '' }: Sources): ReportMetadata {
  const { product, standaard, rapport, uitvoerder, uitvoering, ondertekenaars, digest } = of;
  const ids = catalogue.find((each) => each.standaard.naam === standaard.naam && each.standaard.versie === standaard.versie);
  const about = `${product.pakketnaam} ${product.versie}, ${standaard.naam} ${standaard.versie}, ${standaard.rol}`;
  return {
    '@type': 'dcat:Dataset',
    'dct:identifier': `urn:sha256:${digest}`,
    'dct:title': { nl: `Testrapport ${rapport.nummer}: ${about}`, en: `Test report ${rapport.nummer}: ${about}` },
    'dct:publisher': uitvoerder.organisatie,
    'dct:issued': ondertekenaars[0]?.verzegeldOp ?? uitvoering.beeindigdOp,
    'dct:conformsTo': ids ? `urn:uuid:${ids.gemmaId.versie}` : `${standaard.naam} ${standaard.versie}`,
    'dcat:landingPage': `${baseUrl}${reportAddress(digest)}`,
    'dcat:distribution': [
      {
        'dcat:downloadURL': `${baseUrl}${reportAddress(digest)}pakket/rapport.json`,
        'dcat:mediaType': 'application/json',
        'spdx:checksum': { algorithm: 'sha256', checksumValue: digest },
      },
      { 'dcat:downloadURL': `${baseUrl}${archiveAddress(digest)}`, 'dcat:mediaType': 'application/zip' },
    ],
  };
}
