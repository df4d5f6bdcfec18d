/**
 * What a component with open source can take over into its `publiccode.yml`. That file has no key for a test report, so the report
 * is linked from the README and the landing page.
 *
 * @see https://yml.publiccode.tools
 */
import type { Tekst } from '../../model/finding.js';
import type { ProductIndication } from '../indication/indication.js';

export interface PubliccodeHint {
  /** Keys that follow from the reports. */
  readonly velden: { readonly name: string; readonly softwareVersion: string };
  /** Keys that have to be there too, and that no report knows. */
  readonly zelfInvullen: readonly string[];
  /** A line for the README. */
  readonly readme: Tekst;
}

/** @param landing - the address of the product on the site */
export function publiccodeHints(
  { product, standaard }: Pick<ProductIndication, 'product' | 'standaard'>,
  landing: string,
): PubliccodeHint {
  const about = `${standaard.naam} ${standaard.versie}`;
  return {
    velden: { name: product.pakketnaam, softwareVersion: product.versie },
    zelfInvullen: ['url', 'releaseDate', 'developmentStatus', 'maintenance', 'legal'],
    readme: {
      nl: `Testrapporten van versie ${product.versie} voor ${about}: ${landing}`,
      en: `Test reports of version ${product.versie} for ${about}: ${landing}`,
    },
  };
}
