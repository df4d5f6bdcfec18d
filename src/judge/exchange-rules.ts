/**
 * Holds an exchange against the rules about request and reply together, and about all that was said before.
 */
import type { Exchange } from '../model/exchange.js';
import type { Finding, Oorzaak } from '../model/finding.js';
import type { Conversation } from '../standard/family.js';
import type { Case } from './judge.js';
import { held, tellBreaches } from './message-rules.js';
import { subjectOf } from './rule-subject.js';

/** Of a request that is wrong on purpose only the rules that say so speak: the others count on one that is right. */
export async function judgeExchangeRules(on: Case): Promise<readonly Finding[]> {
  const { tools, exchange, service } = on;
  const conversation = await converse(exchange, on);
  const subject = conversation && subjectOf(conversation.request, tools.standard, { service: service.id, side: 'request' });
  const about = subject && tools.rules ? tools.rules.exchangeRules(subject) : [];
  const rules = about.filter(({ rule }) => !on.wrongOnPurpose || rule.onPurpose);
  if (!conversation || rules.length === 0) return [];
  const before = await everythingBefore(on);
  // Who asked is who we are, unless we listened.
  const [asking, answering]: readonly [Oorzaak, Oorzaak] =
    exchange.part === 'listener' ? ['product', 'harnas'] : ['harnas', 'product'];
  const looked = rules.map(({ rule, check }) => {
    const options = rule.check.kind === 'code' ? rule.check.options : {};
    const breaches = check({ ...conversation, options, standard: tools.standard, before });
    if (!breaches || breaches.length === 0) return { id: rule.id, spoke: breaches !== undefined, findings: [] };
    const told = (side: 'vraag' | 'antwoord', oorzaak: Oorzaak) =>
      tellBreaches(
        rule,
        { profile: tools.profile, oorzaak },
        breaches.filter((breach) => (breach.side === 'request') === (side === 'vraag')),
      ).map((finding) => ({ ...finding, bericht: `${exchange.id}/${side}` }));
    return { id: rule.id, spoke: true, findings: [...told('vraag', asking), ...told('antwoord', answering)] };
  });
  const findings = looked.flatMap((each) => each.findings);
  return [
    ...findings,
    ...held(
      looked.filter((each) => each.spoke).map(({ id }) => id),
      findings,
    ),
  ];
}

async function everythingBefore(on: Case): Promise<readonly Conversation[]> {
  const { exchanges } = on.record;
  const all: Conversation[] = [];
  for (const exchange of exchanges) {
    if (exchange.id === on.exchange.id) break;
    // Most of them are known, and to wait for each takes longer than anything that is looked at in them.
    const said = known.has(exchange) ? known.get(exchange) : await converse(exchange, on);
    if (said) all.push(said);
  }
  return all;
}

/** Every later exchange looks back at all before it. */
const known = new WeakMap<Exchange, Conversation | undefined>();

async function converse(exchange: Exchange, on: Case): Promise<Conversation | undefined> {
  if (!known.has(exchange)) known.set(exchange, await open(exchange, on));
  return known.get(exchange);
}

async function open(exchange: Exchange, { tools }: Case): Promise<Conversation | undefined> {
  const service = tools.standard.services.find((each) => each.id === exchange.purpose.service);
  const request = (await tools.reader.open(exchange.request)).root;
  if (!service || !request) return undefined;
  const reply = exchange.reply && (await tools.reader.open(exchange.reply)).root;
  return {
    service,
    request: tools.family.read(request),
    requestHeaders: exchange.request.headers,
    replyHeaders: exchange.reply?.headers ?? [],
    ...(exchange.reply && { status: exchange.reply.status }),
    ...(reply && { reply: tools.family.read(reply) }),
  };
}
