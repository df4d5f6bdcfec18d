/**
 * What a message is owed whose number came before: the same answer for the same message, a refusal for another one.
 * "The same" is not defined by the standard; the content decides here, not the bytes.
 *
 * @see StUF 03.01 §4.4, §4.4.3, table 4.1 (StUF016)
 */
import type { Breach, Conversation, ExchangeCheck, ExchangeCheckInput, MessageFacts } from '../../family.js';
import { askedBefore, isSame } from './said-before.js';

const NOT_UNIQUE = 'StUF016';

/** Confirmed before, the same again: confirmed again. */
export const repeatedConfirmed: ExchangeCheck = (input) =>
  onRepeat(input, 'Bv03', true, (reply) => (reply.berichtcode === 'Bv03' ? [] : [breach(reply, 'Bv03')]));

/** Refused before, the same again: looked at anew, and so never refused for being known. */
export const repeatedRefused: ExchangeCheck = (input) =>
  onRepeat(input, 'Fo03', true, (reply) => {
    const anew = reply.berichtcode === 'Bv03' || (reply.berichtcode === 'Fo03' && reply.fout?.code !== NOT_UNIQUE);
    return anew ? [] : [breach(reply, 'Bv03 / Fo03')];
  });

/** Confirmed before, something else under the same number: refused. A fault that stands earlier in the table goes first. */
export const reusedReference: ExchangeCheck = (input) =>
  onRepeat(input, 'Bv03', false, (reply) => {
    const due = reply.berichtcode === 'Fo03' && (reply.fout?.code ?? '') <= NOT_UNIQUE;
    return due ? [] : [breach(reply, `Fo03 ${NOT_UNIQUE}`)];
  });

function onRepeat(
  input: ExchangeCheckInput,
  earlierReply: string,
  same: boolean,
  judge: (reply: MessageFacts) => readonly Breach[],
): readonly Breach[] | undefined {
  const { service, request, reply, before } = input;
  const earlier: Conversation | undefined = service.asynchronous ? askedBefore(request, before) : undefined;
  if (!reply?.message || earlier?.reply?.berichtcode !== earlierReply) return undefined;
  return isSame(request.message, earlier.request.message) === same ? judge(reply) : undefined;
}

function breach(reply: MessageFacts, expected: string): Breach {
  const found = [reply.berichtcode, reply.fout?.code].filter((each) => each !== undefined).join(' ');
  return { path: '.', line: reply.message?.line ?? 0, expected, found };
}
