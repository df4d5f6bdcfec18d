/** The faults that a simulated counterpart makes on purpose: which there are, and what `--fault` asks for. */
import type { PlannedFault } from '../../actor/faulter.js';
import { SENDING_FAULTS } from '../../actor/sending-faults.js';
import type { CertificateFault } from '../../model/disturbance.js';
import { HarnessError } from '../../model/harness-error.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import type { Family } from '../../standard/family.js';
import type { FaultFacts } from '../../standard/spoken-fault.js';

/** A fault of the listener, before any message comes. */
export const EXPIRED_CERTIFICATE: FaultFacts & { readonly name: CertificateFault } = {
  name: 'expired-certificate',
  text: { nl: 'toont een certificaat dat gisteren is verlopen', en: 'shows a certificate that expired yesterday' },
};

/** Every fault that a counterpart of this family can make. */
export function faultsOf({ spokenFaults }: Pick<Family, 'spokenFaults'>): readonly FaultFacts[] {
  return [...SENDING_FAULTS, EXPIRED_CERTIFICATE, ...spokenFaults];
}

/** Those of a reply. */
export function replyFaultsOf({ spokenFaults }: Pick<Family, 'spokenFaults'>): readonly PlannedFault['fault'][] {
  return [...SENDING_FAULTS, ...spokenFaults];
}

/** What `--fault` asks for. */
export interface Asked {
  readonly replies: readonly PlannedFault[];
  readonly isExpired: boolean;
}

/**
 * Reads `NAME[@SERVICE][#N],…`, of replies and of the listener itself.
 * @throws {HarnessError} `USAGE` with the nearest name
 */
export function askedFaults(text: string, standard: StandardDefinition, family: Family): Asked {
  const names = text.split(',');
  const others = names.filter((each) => each.trim() !== EXPIRED_CERTIFICATE.name);
  const replies = others.length === 0 ? [] : plannedFaults(others.join(','), standard, family);
  return { replies, isExpired: others.length < names.length };
}

/**
 * Reads `NAME[@SERVICE][#N],…`, of replies alone.
 * @throws {HarnessError} `USAGE` with the nearest name
 */
export function plannedFaults(text: string, standard: StandardDefinition, family: Family): readonly PlannedFault[] {
  const known = replyFaultsOf(family);
  return text.split(',').map((each) => {
    const [, name = '', service, nth] = /^\s*([^@#\s]+)(?:@([^#\s]+))?(?:#([1-9]\d{0,5}))?\s*$/.exec(each) ?? [];
    const fault = known.find((of) => of.name === name);
    if (!fault)
      throw unknown(
        each.trim() || text,
        name,
        faultsOf(family).map((of) => of.name),
      );
    if (service !== undefined && !standard.services.some(({ id }) => id === service))
      throw unknown(
        service,
        service,
        standard.services.map(({ id }) => id),
      );
    return { fault, ...(service !== undefined && { service }), ...(nth !== undefined && { nth: Number(nth) }) };
  });
}

function unknown(given: string, name: string, known: readonly string[]): HarnessError {
  const near = didYouMean(nearest(name, known));
  const all = known.join(', ');
  return new HarnessError(
    'USAGE',
    { nl: `--fault: er is geen "${given}"${near.nl}`, en: `--fault: there is no "${given}"${near.en}` },
    {
      hint: {
        nl: `Schrijf NAAM, NAAM@DIENST of NAAM@DIENST#N, met komma's ertussen. Er zijn: ${all}.`,
        en: `Write NAME, NAME@SERVICE or NAME@SERVICE#N, with commas between them. There are: ${all}.`,
      },
    },
  );
}
