/** Whether a report was made on a ticket, and on one of its own. */
import type { Report } from '../../model/report.js';
import { bytesOf } from '../package-bytes.js';
import type { PackageSource } from '../package-source.js';
import { MAX_TICKET_BYTES, openTicket, otherThanTicket, TICKET } from './ticket.js';
import type { SealFinding } from './verify-reasons.js';
import type { Trust } from './verify-signer.js';

export interface TicketSeen {
  readonly nummer: number;
  readonly uitgegevenOp: string;
  readonly geldigTot: string;
  /** Whose it is; absent for somebody who is not trusted to issue tickets. */
  readonly uitgever?: string;
}

/** @returns nothing at all for a report without a ticket @param isThere - whether the seal covers one */
export async function ticketOf(
  source: PackageSource,
  report: Report,
  isThere: boolean,
  { trust }: Trust,
): Promise<{ readonly findings: readonly SealFinding[]; readonly ticket?: TicketSeen }> {
  if (!isThere) return { findings: [] };
  const bytes = await bytesOf(source, TICKET, MAX_TICKET_BYTES);
  const opened = bytes === undefined ? 'TICKET_INVALID' : openTicket(bytes, trust);
  if (typeof opened === 'string') return { findings: [{ code: opened, bestand: TICKET }] };
  const other = otherThanTicket(opened.ticket, report);
  if (other.length > 0) return { findings: other.map((gezien) => ({ code: 'TICKET_OTHER', bestand: TICKET, gezien })) };
  const { nummer, uitgegevenOp, geldigTot } = opened.ticket;
  return { findings: [], ticket: { nummer, uitgegevenOp, geldigTot, ...(opened.uitgever && { uitgever: opened.uitgever }) } };
}
