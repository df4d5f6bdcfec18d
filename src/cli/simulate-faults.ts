/** The faults that a simulated counterpart makes on purpose: which there are, and what `--fault` asks for. */
import type { PlannedFault } from '../actor/faulter.js';
import { SENDING_FAULTS } from '../actor/sending-faults.js';
import { HarnessError } from '../model/harness-error.js';
import { didYouMean, nearest } from '../model/nearest.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import type { Family } from '../standard/family.js';

/** Every fault that a counterpart of this family can make. */
export function faultsOf({ spokenFaults }: Pick<Family, 'spokenFaults'>): readonly PlannedFault['fault'][] {
  return [...SENDING_FAULTS, ...spokenFaults];
}

/**
 * Reads `NAME[@SERVICE][#N],…`.
 * @throws {HarnessError} `USAGE` with the nearest name
 */
export function plannedFaults(text: string, standard: StandardDefinition, family: Family): readonly PlannedFault[] {
  const known = faultsOf(family);
  return text.split(',').map((each) => {
    const [, name = '', service, nth] = /^\s*([^@#\s]+)(?:@([^#\s]+))?(?:#([1-9]\d{0,5}))?\s*$/.exec(each) ?? [];
    const fault = known.find((of) => of.name === name);
    if (!fault)
      throw unknown(
        each.trim() || text,
        name,
        known.map((of) => of.name),
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
