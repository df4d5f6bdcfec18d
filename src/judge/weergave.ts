/**
 * `weergave`: what was stored equals what was sent. The answer must hold at least what an honest counterpart would
 * return, given everything that was sent and confirmed before in this run. Because a confirmation of receipt is not
 * success, this is asked, with a deadline, and judged here.
 */
import type { Exchange } from '../model/exchange.js';
import type { Finding } from '../model/finding.js';
import { judged, type Rule, undecided } from '../model/judged.js';
import type { XmlElement } from '../model/xml-element.js';
import type { SentMessage } from '../standard/family.js';
import { compareSubset } from './compare-subset.js';
import { type Case, inMessage, type Judge, openExchange } from './judge.js';

const STORED: Rule = {
  id: 'WEERGAVE',
  ernst: 'fout',
  verplicht: true,
  melding: {
    nl: 'Het product geeft terug wat eerder is gestuurd en bevestigd',
    en: 'The product returns what was sent and confirmed before',
  },
  advies: {
    nl: 'Vergelijk de eerdere berichten over dit object met wat het product heeft opgeslagen.',
    en: 'Compare the earlier messages about this object with what the product has stored.',
  },
};

export const weergave: Judge = {
  kind: 'weergave',
  complaints: (options) => Object.keys(options).map((option) => `unknown option "${option}"`),
  async judge(_, on) {
    const rule = { ...STORED, bron: on.service.bron };
    const opened = await openExchange(on);
    if (!opened?.request.message || !opened.reply.message) return [];
    const { family, standard } = on.tools;
    const question: SentMessage = { service: on.service, message: opened.request.message };
    const predicted = family.registry(standard).predict(await sentBefore(on), question);
    if (!predicted) return [undecided(rule, 'harnas', { gevonden: 'niet te voorspellen' })];
    const differences = compareSubset(predicted, opened.reply.message, standard.namespaces);
    const findings: readonly Finding[] =
      differences.length === 0
        ? [judged(rule, true, { gevonden: `${count(predicted)} waarden gelijk` })]
        : differences.map(({ path, expected, found, line }) =>
            judged(rule, false, { pad: path, verwacht: expected, gevonden: found, regelnummer: line }),
          );
    return inMessage(findings, on.exchange, 'antwoord');
  },
};

/** What was sent before this exchange and confirmed or proven; the request that a read-back is to prove counts whatever its reply was. */
async function sentBefore(on: Case): Promise<readonly SentMessage[]> {
  const { exchanges, disproved, established } = on.record;
  const { scenario, step } = on.exchange.purpose;
  const all: SentMessage[] = [];
  for (const exchange of exchanges) {
    if (exchange.id === on.exchange.id) break;
    const { purpose } = exchange;
    if (purpose.kind !== 'step') continue;
    const path = `${purpose.scenario}/${purpose.step}`;
    if (disproved.has(path)) continue;
    const sent = known.has(exchange) ? known.get(exchange) : await openSent(exchange, on);
    const proves = purpose.scenario === scenario && purpose.step === step;
    if (sent && (proves || sent.isConfirmed || established.has(path))) all.push(sent.message);
  }
  return all;
}

interface Sent {
  readonly message: SentMessage;
  /** By its reply. */
  readonly isConfirmed: boolean;
}

/** Every later question looks back at all before it. */
const known = new WeakMap<Exchange, Sent | undefined>();

async function openSent(exchange: Exchange, { tools }: Case): Promise<Sent | undefined> {
  const { family, standard, reader } = tools;
  const service = standard.services.find((each) => each.id === exchange.purpose.service);
  const root = (await reader.open(exchange.request)).root;
  const message = root && family.read(root).message;
  const replyRoot = exchange.reply && (await reader.open(exchange.reply)).root;
  const reply = replyRoot && family.read(replyRoot);
  const sent = service &&
    message && {
      message: { service, message, ...(reply?.message && { reply: reply.message }) },
      isConfirmed: reply !== undefined && family.confirms(standard, service, reply),
    };
  known.set(exchange, sent);
  return sent;
}

function count(element: XmlElement): number {
  return element.children.length === 0 ? 1 : element.children.reduce((sum, child) => sum + count(child), 0);
}
