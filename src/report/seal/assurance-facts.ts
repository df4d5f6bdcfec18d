/** What follows from who sealed and signed along, for how sure a report is. What a report or a seal says of that itself is not asked. */
import type { Report } from '../../model/report.js';
import type { AssuranceFacts } from './assurance.js';
import { SEAL } from './seal-names.js';
import type { Signer } from './verify-seal.js';

/** @param hasTicket - a ticket of an issuer who is trusted, and who did not run it, fits this report */
export function assuranceFacts(
  signers: readonly Signer[],
  report: Pick<Report, 'omgeving'> | undefined,
  { holds, hasTicket }: Pick<AssuranceFacts, 'holds' | 'hasTicket'>,
): AssuranceFacts {
  const trusted = signers.filter(({ vertrouwd }) => vertrouwd);
  const runner = trusted.find(({ zegel }) => zegel === SEAL);
  // One party with two keys stays one party.
  const others = trusted.filter(({ naam }) => naam !== undefined && naam !== runner?.naam);
  return {
    holds,
    hasTicket,
    isTrusted: runner !== undefined,
    isIndependent: isIndependent(runner),
    isRechecked: others.some((signer) => isIndependent(signer) && signer.nagerekend === true),
    isOwnEnvironment: report?.omgeving.type === 'acceptatie' && trusted.some(({ wie }) => wie === 'gemeente'),
    hasBothEnds: others.some(({ meegeschreven }) => meegeschreven === true),
  };
}

function isIndependent(signer: Signer | undefined): boolean {
  return signer?.wie === 'onafhankelijk' || signer?.wie === 'gemeente';
}
