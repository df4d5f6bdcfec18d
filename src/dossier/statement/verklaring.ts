/** What somebody can state about a product, a report, a standard or a key, beside sealed reports. Dutch, as in the file of a statement. */
import type { Totaal } from '../../model/report.js';
import type { Tupel } from '../indication/indication.js';

/** About one report: the SHA-256 of its `rapport.json`. */
export interface VanRapport {
  readonly rapport: string;
}

/** A catalogue ties a tick to a product, often without its version, and never to a role. */
export interface Aanbod extends Omit<Tupel, 'product' | 'rol'> {
  readonly product: { readonly pakketnaam: string; readonly versie?: string };
  readonly rol?: string;
}

export const GEZIEN = ['gelijk', 'anders', 'onbereikbaar'] as const;
export const STATUSSEN = ['In ontwikkeling', 'In gebruik', 'Einde ondersteuning', 'Teruggetrokken'] as const;

/** Times are ISO 8601. */
export type Verklaring =
  /** We support this. */
  | { readonly soort: 'steun'; readonly over: Tupel }
  /** We take back this report, or what we said of this product. */
  | { readonly soort: 'intrekking'; readonly over: VanRapport | Tupel; readonly reden: string }
  /** We computed it again, and reject it. */
  | { readonly soort: 'betwisting'; readonly over: VanRapport; readonly reden: string }
  /** We fetched the report at this address. */
  | {
      readonly soort: 'publicatie';
      readonly over: VanRapport;
      readonly url: string;
      readonly gezien: (typeof GEZIEN)[number];
      readonly gezienOp: string;
    }
  /** The supplier ticked in the catalogue that it complies, or took the tick away; `rapport` is what the catalogue shows as proof. */
  | { readonly soort: 'vinkje'; readonly over: Aanbod; readonly gezet: boolean; readonly rapport?: string }
  /** We saw the report of the official instrument. */
  | {
      readonly soort: 'platformrapport';
      readonly over: Tupel;
      readonly instrument: string;
      readonly uitkomst: Totaal;
      readonly omvang: 'volledig' | 'deels';
      readonly bestand: { readonly naam: string; readonly sha256: string };
    }
  /** Runs of this test set by somebody independent count as those of the instrument. */
  | {
      readonly soort: 'erkenning';
      readonly standaard: Tupel['standaard'];
      readonly testset: Testset;
      readonly instrument: string;
    }
  /** This version is in use. */
  | { readonly soort: 'in_gebruik'; readonly over: Pick<Tupel, 'product' | 'leverancier'>; readonly sinds: string }
  /** This is the test set from then on. */
  | { readonly soort: 'testset_vervangen'; readonly testset: Testset; readonly sinds: string }
  /** What the owner says of a version of a standard; `instrument` is what shows that somebody complies. */
  | {
      readonly soort: 'standaardstatus';
      readonly standaard: Tupel['standaard'];
      readonly status: (typeof STATUSSEN)[number];
      readonly instrument?: string;
      readonly sinds: string;
    }
  /** This key counts no more for what was not shown to be older. */
  | { readonly soort: 'sleutel_ingetrokken'; readonly sleutel: string; readonly sinds: string }
  /** The run was made under conditions that are no longer those of the product. */
  | { readonly soort: 'niet_vergelijkbaar'; readonly over: VanRapport; readonly reden: string };

export interface Testset {
  readonly id: string;
  readonly versie: string;
  readonly digest: string;
}

export type Soort = Verklaring['soort'];
export type VerklaringVan<S extends Soort> = Extract<Verklaring, { readonly soort: S }>;

/** What every statement says beside. */
export interface Opgesteld {
  /** As the signer says. */
  readonly opgesteldOp: string;
  /** Absent when it stays true. */
  readonly geldigTot?: string;
}
