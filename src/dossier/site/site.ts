/** All pages, badges and feeds of a site. A function of what is published: the same in, the same out, to the byte. */
import { HarnessError } from '../../model/harness-error.js';
import { canonicalJson } from '../../report/canonical-json.js';
import { shieldsEndpoint } from '../badge/badge-shields.js';
import { badgeSvg } from '../badge/badge-svg.js';
import { atomFeed, jsonFeed } from '../feed/change-feeds.js';
import { type ComplianceFeed, complianceFeed, feedText } from '../feed/feed.js';
import type { Indication } from '../indication/indication.js';
import { ATOM, badgeAddress, FEED, JSON_FEED, shieldsAddress } from './addresses.js';
import { keyOf, removedReports, tupelOf } from './history.js';
import { grouped, productKey, standardKey } from './ordered.js';
import { type Desk, inBothLanguages, type PageOf } from './page.js';
import { changesPage } from './page-changes.js';
import { componentPage, rolePage, standardPage } from './page-compare.js';
import { explanationPage } from './page-explanation.js';
import { indexPage } from './page-index.js';
import { indicationPage } from './page-indication.js';
import { landingPage } from './page-landing.js';
import { productPage } from './page-product.js';
import { reportPage, tombstonePage } from './page-report.js';
import type { HoldingReport, SiteFile, SiteInput } from './published.js';
import { componentsOf } from './site-components.js';

/** @throws {HarnessError} `INTERNAL` when two things would stand at one address */
export function siteFiles(input: SiteInput): readonly SiteFile[] {
  const feed = complianceFeed(input);
  const write = (page: (desk: Desk) => PageOf) => inBothLanguages(input, page);
  const files = [
    ...write((desk) => indexPage(input, desk)),
    ...write((desk) => changesPage(input, desk)),
    ...write((desk) => explanationPage(input, desk)),
    ...aboutProducts(input).flatMap(write),
    ...aboutReports(input).flatMap(write),
    ...ofIndications(input, feed),
    { path: FEED, text: feedText(feed) },
    { path: JSON_FEED, text: jsonFeed(input) },
    { path: ATOM, text: atomFeed(input) },
  ];
  refuseTwice(files);
  return files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

type Page = (desk: Desk) => PageOf;

function aboutProducts(input: SiteInput): readonly Page[] {
  const all = input.indications.indicaties;
  const ofProducts = whole(grouped(all, productKey));
  const ofLandings = whole(grouped(all, (each) => JSON.stringify([productKey(each), standardKey(each)])));
  const ofStandards = whole(grouped(all, standardKey));
  const ofRoles = whole(grouped(all, (each) => JSON.stringify([standardKey(each), each.rol])));
  return [
    ...ofProducts.map(
      (of): Page =>
        (desk) =>
          productPage(of, desk),
    ),
    ...ofLandings.map(
      (of): Page =>
        (desk) =>
          landingPage(of, desk),
    ),
    ...ofStandards.map(
      (of): Page =>
        (desk) =>
          standardPage(of[0].standaard, of, desk),
    ),
    ...ofRoles.map(
      (of): Page =>
        (desk) =>
          rolePage(of[0].standaard, of[0].rol, of, desk),
    ),
    ...componentsOf(input).map(
      ({ naam, indicaties }): Page =>
        (desk) =>
          componentPage(naam, indicaties, desk),
    ),
  ];
}

function aboutReports({ reports, history, indications }: SiteInput): readonly Page[] {
  const known = new Set(indications.indicaties.map((each) => keyOf(tupelOf(each))));
  return [
    ...reports.flatMap((of): readonly Page[] => {
      if (holds(of)) {
        const { product, leverancier, standaard } = of.feiten;
        const hasIndication = known.has(keyOf({ product, leverancier, standaard, rol: standaard.rol }));
        return [(desk) => reportPage(of, hasIndication, desk)];
      }
      const before = history.rapporten.find(({ digest }) => digest === of.digest);
      return before ? [(desk) => tombstonePage(before, { bezwaren: of.bezwaren }, desk)] : [];
    }),
    ...removedReports(history).map(
      ({ rapport, ...why }): Page =>
        (desk) =>
          tombstonePage(rapport, why, desk),
    ),
  ];
}

function ofIndications(input: SiteInput, { records }: ComplianceFeed): readonly SiteFile[] {
  const { baseUrl } = input;
  return input.indications.indicaties.flatMap((of, index) => {
    const record = records[index];
    if (record === undefined) return [];
    const shown = { of, record, ...(baseUrl !== undefined && { baseUrl }) };
    return [
      ...inBothLanguages(input, (desk) => indicationPage(shown, desk)),
      { path: badgeAddress(of), text: badgeSvg(of, input.language) },
      { path: shieldsAddress(of), text: canonicalJson(shieldsEndpoint(of, input.language)) },
    ];
  });
}

function holds(of: SiteInput['reports'][number]): of is HoldingReport {
  return of.feiten !== undefined;
}

function whole(groups: readonly (readonly Indication[])[]): readonly (readonly [Indication, ...Indication[]])[] {
  return groups.flatMap(([first, ...more]) => (first ? [[first, ...more] as const] : []));
}

/** Some file systems take small and capital letters for the same. */
function refuseTwice(files: readonly SiteFile[]): void {
  const seen = new Set<string>();
  for (const { path } of files) {
    const folded = path.toLowerCase();
    if (seen.has(folded)) throw new HarnessError('INTERNAL', `two things of the site have the address ${path}`);
    seen.add(folded);
  }
}
