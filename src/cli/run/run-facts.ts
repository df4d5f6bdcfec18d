/** What a report says of a run that its events do not tell: who, what, with which schemas. */
import type { KnownDeviation } from '../../model/deviation.js';
import type { SchemaBasis } from '../../model/record.js';
import type { SelftestScore } from '../../model/report-coverage.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import { UNNAMED } from '../../model/unnamed.js';
import type { RunFacts } from '../../report/fold/fold.js';
import type { Settings } from '../settings/settings.js';

export interface KnownFacts {
  readonly number: string;
  readonly settings: Settings;
  readonly standard: StandardDefinition;
  /** Folder name of the role. */
  readonly role: string;
  /** The one that decides. */
  readonly basis: SchemaBasis | undefined;
  /** Version of our own reference, when that is what was tested. */
  readonly reference: string | undefined;
  /** Of ketentest. */
  readonly version: string;
  /** What is known of the test set itself; of real traffic nothing is. */
  readonly selftest: SelftestScore | undefined;
  /** Faults that were known beforehand, when somebody named some. */
  readonly deviations: readonly KnownDeviation[] | undefined;
  /** In a chain: ids of the actors that are real systems. */
  readonly real: readonly string[] | undefined;
}

const NAME = 'Ketentest';

export function runFacts({
  number,
  settings,
  standard,
  role,
  basis,
  reference,
  version,
  selftest,
  deviations,
  real,
}: KnownFacts): RunFacts {
  const isOurs = reference !== undefined;
  const vendor = settings.vendor ?? (isOurs ? NAME : UNNAMED);
  return {
    nummer: number,
    taal: settings.language,
    poging: 1,
    standaard: standard,
    rol: standard.roles.find((each) => each.id === role)?.naam ?? role.replace(/^chains\//, 'Keten '),
    product: {
      pakketnaam: settings.product ?? (isOurs ? `${NAME} referentie` : UNNAMED),
      versie: settings.productVersion ?? reference ?? UNNAMED,
      eigenReferentie: isOurs,
    },
    leverancier: { naam: vendor },
    harnas: { naam: NAME.toLowerCase(), versie: version },
    schemabasis: basis ?? { soort: 'ingebouwd', naam: 'geen', digest: '' },
    omgeving: { type: settings.environment },
    uitvoerder: { organisatie: settings.organisation ?? vendor },
    ...(real && { echt: real, partijen: participantsOf(settings.actorFacts) }),
    profiel: settings.profile,
    modus: settings.mode,
    ...(deviations && { afwijkingen: deviations }),
    ...(selftest && { zelftoets: selftest }),
  };
}

/** What was told of each actor, as a report names it. */
function participantsOf(told: Settings['actorFacts']): NonNullable<RunFacts['partijen']> {
  return Object.fromEntries(
    Object.entries(told).map(([actor, { product, version, supplier }]) => {
      const named = { ...(product !== undefined && { pakketnaam: product }), ...(version !== undefined && { versie: version }) };
      const facts = {
        ...(Object.keys(named).length > 0 && { product: named }),
        ...(supplier !== undefined && { leverancier: { naam: supplier } }),
      };
      return [actor, facts];
    }),
  );
}
