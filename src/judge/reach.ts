/**
 * Did the request reach the product, and did the product take it?
 */
import type { Exchange } from '../model/exchange.js';
import { isGateway, isHttp, isSilence } from '../model/silence.js';
import { type Case, openExchange } from './judge.js';

/** Answers that come from something before the product: rights, address, method. */
const BEFORE_THE_PRODUCT = new Set([401, 403, 404, 405, 407, 410]);

/** Whether the product itself answered, well or badly. */
export function reached({ reply }: Exchange): boolean {
  if (!isHttp(reply) || BEFORE_THE_PRODUCT.has(reply.status) || isGateway(reply)) return false;
  return reply.status < 300 || reply.status >= 400;
}

/** Whether the reply is one that the service describes or tolerates; what we fail to read was not, and is judged undecided. */
export async function confirmed(on: Case): Promise<boolean> {
  try {
    const opened = await openExchange(on);
    return opened !== undefined && on.tools.family.confirms(on.tools.standard, on.service, opened.reply);
  } catch {
    return false;
  }
}

/**
 * What the record says of this endpoint before: whether it answered; and whether it is silent for the second time, with this
 * very request, or with one before it and with everything since.
 */
export function history({ record, exchange }: Case): { readonly earlierAnswered: boolean; readonly failedTwice: boolean } {
  const before = record.exchanges.slice(
    0,
    record.exchanges.findIndex((each) => each.id === exchange.id),
  );
  const same = (each: Exchange) =>
    each.purpose.scenario === exchange.purpose.scenario &&
    each.purpose.step === exchange.purpose.step &&
    each.purpose.kind === exchange.purpose.kind;
  const here = before.filter((each) => each.request.url === exchange.request.url);
  const since = here.slice(here.findLastIndex((each) => !isSilence(each)) + 1);
  const again = exchange.purpose.attempt > 1 && before.some((each) => same(each) && isSilence(each));
  return {
    earlierAnswered: here.some((each) => reached(each) && !isSilence(each)),
    failedTwice: again || since.some((each) => each.purpose.attempt > 1),
  };
}
