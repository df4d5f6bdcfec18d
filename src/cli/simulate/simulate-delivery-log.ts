/** Tells what became of what a simulated counterpart said later: where it went, what was answered, what is wrong with that. */
import { judgeReply } from '../../judge/every-reply.js';
import { judgeRequest } from '../../judge/every-request.js';
import type { JudgeTools } from '../../judge/judge.js';
import { openRuleBook } from '../../judge/rule-book.js';
import { createMessageReader } from '../../message/message-reader.js';
import type { Exchange } from '../../model/exchange.js';
import type { Finding } from '../../model/finding.js';
import { stepOutcome } from '../../model/outcome.js';
import type { MessageReader, SchemaBasis } from '../../model/record.js';
import { isNotable } from '../../report/step-names.js';
import type { LaterMessage } from '../../standard/family.js';
import { familyOf } from '../../standard/index.js';
import { oneLine } from '../one-line.js';
import { say } from '../settings/language.js';
import type { Shell } from '../shell.js';
import { type LogOptions, ruleLines } from './simulate-log.js';

export interface DeliveryLog extends Disposable {
  /** @param about - the exchange that it follows on */
  told(message: LaterMessage, exchange: Exchange, about?: Exchange): Promise<void>;
}

/** @param form - only what failed is told without one, in words */
export function openDeliveryLog(
  shell: Pick<Shell, 'talk'>,
  { form, profile, standard, language }: Omit<LogOptions, 'form' | 'judging'> & { readonly form: LogOptions['form'] | undefined },
  bases: readonly SchemaBasis[],
): DeliveryLog {
  const family = familyOf(standard.family);
  const rules = openRuleBook(standard, family);
  return {
    async told(message, exchange, about) {
      if (form === undefined && exchange.reply?.status === 200) return;
      // What was said before does not matter here, and a reader that remembered would grow for ever.
      const tools: JudgeTools = { standard, family, reader: readerOf(about), bases, profile, rules };
      const before = about ? [{ ...about, id: `${about.id}-eerder` }] : [];
      const record = { exchanges: [...before, exchange], established: new Set<string>(), disproved: new Set<string>() };
      const on = { record, exchange, service: message.service, values: {}, tools };
      const findings = [...(await judgeRequest(on)), ...(await judgeReply(on))];
      const root = exchange.reply && (await tools.reader.open(exchange.reply)).root;
      const answer = root && family.read(root);
      const entry = {
        message,
        exchange,
        findings,
        reply: answer?.fout?.code ? `${answer.berichtcode} ${answer.fout.code}` : answer?.berichtcode,
      };
      shell.talk(form === 'json' ? `${jsonLine(entry)}\n` : textLines(entry, language));
    },
    [Symbol.dispose]: () => rules[Symbol.dispose](),
  };
}

/** What was heard and what was said were numbered apart, so each is opened by a reader of its own. */
function readerOf(about: Exchange | undefined): MessageReader {
  const [heard, said] = [createMessageReader(), createMessageReader()];
  return { open: (message) => (message === about?.request || message === about?.reply ? heard : said).open(message) };
}

interface Entry {
  readonly message: LaterMessage;
  readonly exchange: Exchange;
  readonly findings: readonly Finding[];
  /** What was answered, when that can be read. */
  readonly reply: string | undefined;
}

function jsonLine({ message: { name, fault, outgoing }, exchange, findings, reply }: Entry): string {
  return JSON.stringify({
    ...{ at: exchange.endedAt, sentTo: exchange.request.url, request: name, ...(fault !== undefined && { fault }) },
    ...{ referentienummer: outgoing.referentienummer, status: exchange.reply?.status, reply, failure: exchange.failure },
    ...{ verdict: stepOutcome(findings).verdict, regels: findings.filter(isNotable) },
  });
}

function textLines({ message, exchange, findings, reply }: Entry, language: LogOptions['language']): string {
  const { name, fault } = message;
  const came = exchange.failure
    ? `${say(FAILED, language)}: ${exchange.failure.detail}`
    : `${reply ?? '?'}  HTTP ${exchange.reply?.status}`;
  const head = `${exchange.endedAt}  ${name}${fault ? ` ${fault}` : ''} ⇢ ${exchange.request.url} → ${came}`;
  return `${[oneLine(head, 400), ...ruleLines(findings.filter(isNotable), language)].join('\n')}\n`;
}

const FAILED = { nl: 'niet bezorgd', en: 'not delivered' };
