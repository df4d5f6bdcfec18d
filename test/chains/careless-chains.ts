/**
 * What an actor of a chain can do wrongly when it gets to see a wrong certificate, as data: what it fails to look at, and whom a
 * report has to name for it, on which hop.
 */
import type { Meddle, Trust } from '../support/meddler.js';
import type { Offering } from '../support/offering.js';

export interface Careless {
  readonly id: string;
  readonly title: string;
  readonly by: 'vakapp' | 'bus';
  readonly scenario: string;
  /** How it looks at certificates, given that of the authority; as it should when absent. */
  readonly trust?: (ca: string) => Trust;
  readonly meddle?: Meddle;
  /** Only of who speaks first; once, unchanged, when absent. */
  readonly offers?: Offering;
  readonly blamed: readonly [hop: string, partij: string, regel: string];
}

const FIRST = 'vakapp-bus';
const SECOND = 'bus-zaaksysteem';
const CHECKED = 'KETEN-CERTIFICAAT';

/** It takes whatever it gets to see. */
const anything = (): Trust => ({ rejectUnauthorized: false });

/** It looks at the issuer, and not at the name. */
const anyName = (ca: string): Trust => ({ ca, checkServerIdentity: () => undefined });

export const CARELESS: readonly Careless[] = [
  {
    ...{ id: 'speaker-expired', title: 'speaks in spite of a certificate that has expired', by: 'vakapp', trust: anything },
    ...{ scenario: 'vzc.1.verlopen', blamed: [FIRST, 'vakapp', CHECKED] },
  },
  {
    ...{ id: 'speaker-foreign', title: 'speaks with whoever has any certificate', by: 'vakapp', trust: anything },
    ...{ scenario: 'vzc.3.onbekendeUitgever', blamed: [FIRST, 'vakapp', CHECKED] },
  },
  {
    ...{ id: 'speaker-gives-up', title: 'turns away, and never offers it again', by: 'vakapp', offers: { times: 0 } },
    ...{ scenario: 'vzc.1.verlopen', blamed: [FIRST, 'vakapp', 'KETEN-HERSTEL'] },
  },
  {
    ...{ id: 'bus-expired', title: 'passes on in spite of a certificate that has expired', by: 'bus', trust: anything },
    ...{ scenario: 'vzc.2.verlopenAchterBus', blamed: [SECOND, 'bus', CHECKED] },
  },
  {
    ...{ id: 'bus-foreign', title: 'passes on to whoever has any certificate', by: 'bus', trust: anything },
    ...{ scenario: 'vzc.4.onbekendeUitgeverAchterBus', blamed: [SECOND, 'bus', CHECKED] },
  },
  {
    ...{ id: 'bus-any-name', title: 'looks at the issuer, and not at whose certificate it is', by: 'bus', trust: anyName },
    ...{ scenario: 'vzc.5.anderAdresAchterBus', blamed: [SECOND, 'bus', CHECKED] },
  },
  {
    ...{ id: 'bus-hides', title: 'confirms what it could not pass on', by: 'bus' },
    meddle: { on: 'creeerZaak', onFailure: 'elsewhere' },
    ...{ scenario: 'vzc.2.verlopenAchterBus', blamed: [FIRST, 'bus', 'KETEN-VERZWEGEN'] },
  },
];
