/**
 * What is judged of every message that we send: our own words, and whether they arrived.
 */
import type { Finding } from '../model/finding.js';
import { judged, type Rule } from '../model/judged.js';
import { type Case, inMessage } from './judge.js';
import { judgeMessageRules } from './message-rules.js';
import { history, reached } from './reach.js';
import { subjectOf } from './rule-subject.js';
import { judgeSchema } from './schema.js';
import { judgeTransport } from './transport.js';

/** Who was spoken to heard it. */
export const DELIVERED: Rule = {
  id: 'BEZORGD',
  ernst: 'fout',
  verplicht: true,
  melding: { nl: 'Het bericht is bij het product bezorgd', en: 'The message was delivered to the product' },
};

/** Findings about our own request; only its delivery can be held against the product. */
export async function judgeRequest(on: Case): Promise<readonly Finding[]> {
  const own = on.wrongOnPurpose
    ? []
    : [...(await judgeSchema(on.exchange.request, on.tools.bases, 'harnas')), ...(await judgeOwnRules(on))];
  const delivery = reached(on.exchange)
    ? [judged(DELIVERED, true, { gevonden: `HTTP ${on.exchange.reply?.status}` })]
    : judgeTransport({ exchange: on.exchange, ...history(on), profile: on.tools.profile });
  return inMessage([...own, ...delivery], on.exchange, 'vraag');
}

/** The semantic rules, held against our own message. */
async function judgeOwnRules({ exchange, service, tools }: Case): Promise<readonly Finding[]> {
  const root = (await tools.reader.open(exchange.request)).root;
  const facts = root && tools.family.read(root);
  const subject = facts && subjectOf(facts, tools.standard, { service: service.id, side: 'request' });
  if (!tools.rules || !subject || !facts.message) return [];
  const { standard, profile, rules: book } = tools;
  const bytes = await exchange.request.body.bytes();
  return judgeMessageRules({ book, subject, bytes, message: facts.message, standard, profile, oorzaak: 'harnas' });
}
