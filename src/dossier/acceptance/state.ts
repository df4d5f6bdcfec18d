/** What a dossier holds: the nouns of it. Everything is optional that nobody said yet. */
import type { Oorzaak, Verdict } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import type { GebrekStatus, Gegevens, GibitEditie, ToerekenbaarAan, Uitkomst, Zijde } from './words.js';

/** Where a dossier stands after its changes. */
export interface Stand {
  readonly contract: Contract;
  readonly product: { readonly pakketnaam?: string; readonly versie?: string };
  readonly plan: Plan;
  readonly eisen: readonly Eis[];
  readonly rapporten: readonly KeptReport[];
  readonly hergebruik: readonly Hergebruik[];
  readonly keten: readonly KetenNotitie[];
  readonly derden: readonly Derde[];
  readonly rondes: readonly Ronde[];
  readonly gebreken: readonly Gebrek[];
  readonly opmerkingen: readonly Opmerking[];
  readonly testverslagen: readonly TestverslagRef[];
  /** The last one counts. */
  readonly besluiten: readonly Besluit[];
  readonly gebruik: { readonly productiefSinds?: string; readonly uitzondering?: string };
  readonly betaling: { readonly eenmalig?: string; readonly ingehouden?: number; readonly periodiekVanaf?: string };
  readonly privacy: Privacy;
}

export interface Contract {
  readonly opdrachtgever?: string;
  readonly leverancier?: string;
  readonly overeenkomstnummer?: string;
  readonly gibit?: GibitEditie;
  readonly ictKwaliteitsnormen?: string;
  /** What was agreed otherwise than the terms. */
  readonly afwijkingen?: readonly string[];
}

export interface Plan {
  readonly implementatieplan?: string;
  readonly testprotocol?: string;
  /** Dates are `2027-01-31`: the day in the Netherlands. */
  readonly einddatumImplementatie?: string;
  readonly fataal?: boolean;
  readonly rondes?: number;
  readonly omgevingen?: readonly string[];
}

/** A requirement. With a standaard, reports can show that it is met. */
export interface Eis {
  readonly id: string;
  readonly eis: string;
  /** Where it comes from, such as an id in a programme of requirements. */
  readonly bron?: string;
  readonly norm?: string;
  readonly standaard?: string;
  readonly versie?: string;
  readonly rol?: string;
  readonly verplicht: boolean;
}

/** A report package in the folder of the dossier: what it said, and who vouched for it, on the day it was added. */
export interface KeptReport extends Pick<Report, 'product' | 'standaard' | 'schemabasis' | 'omgeving'> {
  /** `R1`, `R2`, … */
  readonly id: string;
  readonly map: string;
  readonly nummer: string;
  /** SHA-256 of `rapport.json`, and of the seal: later another package in its place is noticed. */
  readonly digest: string;
  readonly zegel: string;
  readonly leverancier: string;
  /** Id of the suite, as it was run: `<standard>/<role>`; absent when the package does not say. */
  readonly suite?: string;
  readonly testset: Pick<Report['testset'], 'id' | 'versie' | 'digest' | 'bron' | 'berichten' | 'omvang'>;
  readonly totaal: Report['resultaat']['totaal'];
  readonly profiel: 'strict' | 'praktijk';
  readonly beeindigdOp: string;
  readonly keten: boolean;
  readonly bijToevoegen: {
    readonly oordeel: 'houdt' | 'ongewijzigd';
    readonly zekerheid: string;
    readonly sleutel: string;
    readonly naam?: string;
  };
}

/** A claim that a test need not be done again: the fourth comparison is a person's. */
export interface Hergebruik {
  readonly rapport: string;
  /** Version of the norm and of the test set that count here. */
  readonly norm?: string;
  readonly testset?: string;
  readonly vergelijkbaar: boolean;
  readonly uitleg: string;
  readonly door: string;
}

/** What a person adds to a row of the chain-test matrix. */
export interface KetenNotitie {
  readonly koppeling: string;
  readonly scenario?: string;
  /** Id in a catalogue or model. */
  readonly bron?: string;
  readonly bevestigdDoor?: string;
  /** The effect that was seen at the other end. */
  readonly effect?: string;
  readonly gebrek?: string;
  readonly toerekenbaarAan?: ToerekenbaarAan;
  readonly door: string;
  readonly op: string;
}

export interface Derde {
  readonly naam: string;
  readonly rol?: string;
  readonly afspraak?: string;
  readonly datum?: string;
}

export interface Ronde {
  readonly nr: number;
  readonly datum: string;
  readonly omvang?: string;
  readonly omgeving?: string;
  readonly testers?: readonly string[];
  readonly uitslagen: readonly Uitslag[];
}

export interface Uitslag {
  readonly eis: string;
  readonly verdict: Verdict;
  readonly uitleg?: string;
}

export interface Gebrek {
  /** `G1`, `G2`, … */
  readonly id: string;
  readonly omschrijving: string;
  readonly eis?: string;
  /** Absent as long as nobody said. */
  readonly blokkeertProductie?: boolean;
  readonly toerekenbaarAan: ToerekenbaarAan;
  readonly status: GebrekStatus;
  readonly ronde?: number;
  readonly zichtbaarInRonde1?: boolean;
  readonly herstelAfgesproken?: string;
  readonly hertest?: { readonly op: string; readonly rapport?: string; readonly uitleg?: string };
  readonly afspraak?: string;
  readonly herkomst?: Herkomst;
}

/** Where a gebrek was seen, when a report told it. */
export interface Herkomst {
  readonly rapport: string;
  readonly regel: string;
  /** What the harness says was the cause; who has to answer for it is for the parties. */
  readonly oorzaak?: Oorzaak;
  readonly partij?: string;
  /** `<scenario>/<nr>`, all of them. */
  readonly stappen: readonly string[];
}

export interface Opmerking {
  readonly ronde: number;
  readonly partij: Zijde;
  readonly tekst: string;
  readonly op: string;
}

/** A testverslag is a file of its own that no longer changes: two parties sign the same bytes. */
export interface TestverslagRef {
  readonly ronde: number;
  readonly bestand: string;
  readonly digest: string;
  readonly op: string;
}

export interface Besluit {
  readonly uitkomst: Uitkomst;
  /** Day of signing. */
  readonly datum: string;
  readonly door: string;
  /** A part of what is delivered, or all of it together. */
  readonly omvang: 'deel' | 'integraal';
  readonly deel?: string;
  readonly voorwaarden?: readonly { readonly tekst: string; readonly uiterlijk?: string }[];
  readonly reden?: string;
}

export interface Privacy {
  readonly gegevens?: Gegevens;
  readonly maskering?: string;
  readonly bewaartermijn?: string;
  readonly selectielijst?: string;
  /** `2027-05-01 wat`. */
  readonly vernietigen?: readonly string[];
  readonly vernietigd?: readonly string[];
}
