/** The addresses of a product: one for all portTypes, or one for each. */
import { HarnessError } from '../../model/harness-error.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import type { ServiceDefinition } from '../../model/standard-definition.js';
import type { Settings } from './settings.js';

type Given = Pick<Settings, 'endpoints'>;

/** The address for one portType: its own, or the one for all. */
export function endpointOf({ endpoints }: Given, portType: string): string | undefined {
  return endpoints[portType] ?? endpoints['*'];
}

/**
 * Every address that these services need, with the services behind it.
 * @param known - every service of the standard, so that a portType that is no such thing is refused
 * @throws {HarnessError} `CONFIG_INVALID` for an unknown portType, with the nearest name, and for one without an address
 */
export function addressesOf(
  given: Given,
  services: readonly ServiceDefinition[],
  known: readonly ServiceDefinition[],
): ReadonlyMap<string, readonly ServiceDefinition[]> {
  refuseUnknownPortTypes(given, known);
  const found = new Map<string, readonly ServiceDefinition[]>();
  for (const service of services) {
    const endpoint = endpointOf(given, service.portType);
    if (endpoint === undefined) throw noEndpoint(service.portType);
    found.set(endpoint, [...(found.get(endpoint) ?? []), service]);
  }
  return found;
}

function refuseUnknownPortTypes({ endpoints }: Given, services: readonly ServiceDefinition[]): void {
  const known = [...new Set(services.map((service) => service.portType))];
  for (const portType of Object.keys(endpoints)) {
    if (portType === '*' || known.includes(portType)) continue;
    const near = nearest(portType, known);
    throw new HarnessError(
      'CONFIG_INVALID',
      {
        nl: `endpoint: er is geen portType "${portType}"${didYouMean(near).nl}`,
        en: `endpoint: there is no portType "${portType}"${didYouMean(near).en}`,
      },
      {
        hint: { nl: `PortTypes: ${known.join(', ')}.`, en: `PortTypes: ${known.join(', ')}.` },
      },
    );
  }
}

function noEndpoint(portType: string): HarnessError {
  return new HarnessError(
    'CONFIG_INVALID',
    { nl: `er is geen endpoint voor berichten van ${portType}`, en: `there is no endpoint for messages of ${portType}` },
    {
      hint: {
        nl: `Geef er een voor alles met --endpoint URL, of voor dit portType met --endpoint ${portType}=URL.`,
        en: `Give one for all with --endpoint URL, or for this one with --endpoint ${portType}=URL.`,
      },
    },
  );
}
