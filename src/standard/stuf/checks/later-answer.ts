/**
 * An answer that comes later belongs to a message that was said before, and that was confirmed when it came.
 *
 * @see StUF 03.01 §4.4, §4.4.1, §4.4.3, table 4.1 (StUF043)
 */
import type { ExchangeCheck, MessageFacts } from '../../family.js';

const CONFIRMATIONS = ['Bv03', 'Bv04'];

/** An answer to what nobody asked is refused before it is confirmed. */
export const unknownCrossReference: ExchangeCheck = ({ request, reply, before }) => {
  const about = request.crossRefnummer;
  if (about === undefined || !reply?.message) return undefined;
  const asked = before.some((each) => each.request.referentienummer === about || each.reply?.referentienummer === about);
  if (asked) return undefined;
  const refused = reply.berichtcode === 'Fo03' && (reply.fout?.code ?? '') <= 'StUF043';
  return refused ? [] : [{ path: '.', line: reply.message.line, expected: 'Fo03 StUF043', found: codesOf(reply) }];
};

/** The message that is answered now got a confirmation of receipt first. */
export const confirmedFirst: ExchangeCheck = ({ request, before }) => {
  const about = request.crossRefnummer;
  const asked = about === undefined ? undefined : before.findLast((each) => each.request.referentienummer === about);
  if (!asked) return undefined;
  const code = asked.reply?.berichtcode;
  if (code !== undefined && CONFIRMATIONS.includes(code)) return [];
  return [{ path: '.', line: request.message?.line ?? 0, expected: CONFIRMATIONS.join(' / '), found: code ?? 'afwezig' }];
};

function codesOf({ berichtcode, fout }: MessageFacts): string {
  return [berichtcode, fout?.code].filter((each) => each !== undefined).join(' ');
}
