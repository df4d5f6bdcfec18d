/** One record of the feed: what is known of one version of a product, in one role of one version of a standard. Dutch, as its readers are. */
import type { CatalogueIds } from '../../model/catalogue-ids.js';
import type { Tekst } from '../../model/finding.js';
import type { Indication } from '../indication/indication.js';
import type { SealedFacts } from '../sealed-report.js';
import {
  badgeAddress,
  indicationAddress,
  landingAddress,
  packageAddress,
  reportAddress,
  shieldsAddress,
} from '../site/addresses.js';
import { componentOf } from '../site/site-components.js';
import { type ChainLink, chainLinks } from './chain-links.js';
import { semanticVersion } from './semantic-version.js';

export interface FeedRecord {
  readonly leverancier: { readonly naam: string };
  readonly product: {
    readonly pakketnaam: string;
    /** As the product calls itself. */
    readonly versieLabel: string;
    /** The same as a semantic version; null when it is none. */
    readonly versie: string | null;
  };
  readonly standaard: {
    readonly naam: string;
    readonly versie: string;
    /** "Object ID" of this version of the standaard; null when nobody wrote it down. */
    readonly gemmaId: string | null;
    /** Of the element in the exchange file; it does not follow from the other id. */
    readonly elementId: string | null;
  };
  readonly rol: string;
  readonly referentiecomponent: string | null;
  readonly indicatie: Indication['indicatie'];
  readonly zekerheid: Indication['zekerheid'];
  readonly resultaat: SealedFacts['resultaat']['totaal'] | null;
  readonly omvang: 'volledig' | 'deels' | null;
  /** Services that were tested, when not the whole test set was. */
  readonly alleenVoor: readonly string[];
  readonly testset: Pick<SealedFacts['testset'], 'id' | 'versie' | 'digest' | 'bron'> | null;
  readonly datum: string | null;
  readonly rapportDigest: string | null;
  /** Who ran it, as whoever published this trusts; null when that is not known. */
  readonly uitvoerplaats: 'leverancier' | 'onafhankelijk' | 'gemeente' | null;
  readonly geldigVoor: Tekst;
  readonly bewijs: {
    /** Of all versions and reports: the address for a catalogue. Relative to the feed when nobody said where the site stands. */
    readonly url: string;
    readonly indicatie: string;
    readonly rapport: string | null;
    readonly pakket: string | null;
    readonly badge: string;
    readonly shields: string;
  };
  readonly waarom: Indication['waarom'];
  readonly watNodig: Indication['watNodig'];
  readonly voorwaarden: Indication['voorwaarden'];
  readonly alarmen: Indication['alarmen'];
  readonly opmerkingen: Indication['opmerkingen'];
  readonly rapporten: Indication['rapporten'];
  /** What chain tests saw pass between this product and others; advice, the supplier decides what the catalogue says. */
  readonly koppelingen: readonly ChainLink[];
}

export interface RecordSources {
  readonly catalogue: readonly CatalogueIds[];
  /** By digest. */
  readonly reports: ReadonlyMap<string, SealedFacts>;
  readonly baseUrl?: string;
}

export function feedRecord(of: Indication, { catalogue, reports, baseUrl = '' }: RecordSources): FeedRecord {
  const { product, standaard, leverancier, rol, rapport } = of;
  const ids = catalogue.find((each) => each.standaard.naam === standaard.naam && each.standaard.versie === standaard.versie);
  const facts = rapport === undefined ? undefined : reports.get(rapport);
  const at = (address: string) => `${baseUrl}${address}`;
  return {
    leverancier: { naam: leverancier.naam },
    product: { pakketnaam: product.pakketnaam, versieLabel: product.versie, versie: semanticVersion(product.versie) ?? null },
    standaard: {
      naam: standaard.naam,
      versie: standaard.versie,
      gemmaId: ids?.gemmaId.versie ?? null,
      elementId: ids?.elementId ?? null,
    },
    rol,
    referentiecomponent: componentOf(catalogue, of) ?? null,
    indicatie: of.indicatie,
    zekerheid: of.zekerheid,
    resultaat: facts?.resultaat.totaal ?? null,
    omvang: of.omvang ?? null,
    alleenVoor: of.alleenVoor ?? [],
    testset: facts ? testsetOf(facts) : null,
    datum: of.datum ?? null,
    rapportDigest: rapport ?? null,
    uitvoerplaats: facts?.ondertekenaars[0]?.wie ?? null,
    geldigVoor: of.geldigVoor,
    bewijs: {
      url: at(landingAddress(of)),
      indicatie: at(indicationAddress(of)),
      rapport: rapport === undefined ? null : at(reportAddress(rapport)),
      pakket: rapport === undefined ? null : at(packageAddress(rapport)),
      badge: at(badgeAddress(of)),
      shields: at(shieldsAddress(of)),
    },
    waarom: of.waarom,
    watNodig: of.watNodig,
    voorwaarden: of.voorwaarden,
    alarmen: of.alarmen,
    opmerkingen: of.opmerkingen,
    rapporten: of.rapporten,
    koppelingen: chainLinks(of, [...reports.values()]),
  };
}

function testsetOf({ testset: { id, versie, digest, bron } }: SealedFacts): FeedRecord['testset'] {
  return { id, versie, digest, bron };
}
