/**
 * What a run left behind in the product: everything that was created or issued and not taken away again, as far as the
 * product confirmed it or a read-back proved it. What was refused, or turned out not to be stored, is not there.
 */
import type { Exchange } from '../model/exchange.js';
import type { RunRecord } from '../model/record.js';
import type { SentMessage } from '../standard/family.js';
import type { JudgeTools } from './judge.js';

export interface LeftBehind {
  /** The step that made it. */
  readonly scenario: string;
  readonly step: number;
  readonly soort: string;
  readonly identificatie: string;
}

/**
 * Looks at the whole record; in the order in which things were made.
 * @returns nothing when reading the messages breaks: the judges, who read them too, have said so already
 */
export async function leftBehind(record: RunRecord, tools: JudgeTools): Promise<readonly LeftBehind[]> {
  try {
    return await remnantsOf(record, tools);
  } catch {
    return [];
  }
}

async function remnantsOf(record: RunRecord, tools: JudgeTools): Promise<readonly LeftBehind[]> {
  const said = record.exchanges.filter(({ purpose, part }) => purpose.kind === 'step' && part === 'driver');
  const opened = await Promise.all(said.map(async (exchange) => ({ exchange, sent: await taken(exchange, record, tools) })));
  const messages = opened.flatMap(({ exchange, sent }) => (sent ? [{ purpose: exchange.purpose, sent }] : []));
  const remnants = tools.family.registry(tools.standard).remains(messages.map(({ sent }) => sent));
  return remnants.flatMap(({ message, soort, identificatie }) => {
    const purpose = messages[message]?.purpose;
    return purpose ? [{ scenario: purpose.scenario, step: purpose.step, soort, identificatie }] : [];
  });
}

/** A message that the product took, by its own word or by what a read-back showed. */
async function taken(exchange: Exchange, record: RunRecord, tools: JudgeTools): Promise<SentMessage | undefined> {
  const { standard, family, reader } = tools;
  const path = `${exchange.purpose.scenario}/${exchange.purpose.step}`;
  const service = standard.services.find((each) => each.id === exchange.purpose.service);
  const root = (await reader.open(exchange.request)).root;
  const message = root && family.read(root).message;
  if (!service || !message || record.disproved.has(path)) return undefined;
  const replyRoot = exchange.reply && (await reader.open(exchange.reply)).root;
  const reply = replyRoot && family.read(replyRoot);
  const isConfirmed = reply !== undefined && family.confirms(standard, service, reply);
  if (!isConfirmed && !record.established.has(path)) return undefined;
  return { service, message, ...(isConfirmed && reply.message && { reply: reply.message }) };
}
