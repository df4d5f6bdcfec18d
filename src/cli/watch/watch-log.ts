/**
 * Tells what passes while it passes: a line for each exchange, with what its two messages come to alone. The report looks
 * further, at what was said before and on other hops.
 */

import { decoded } from '../../message/content-coding.js';
import { readXml } from '../../message/xml-reader.js';
import type { Exchange, WireMessage } from '../../model/exchange.js';
import type { Verdict } from '../../model/finding.js';
import { worst } from '../../model/outcome.js';
import type { ReportRule } from '../../model/report.js';
import type { WatchSetup } from '../../model/watched.js';
import { VERDICT_SIGNS } from '../../report/words.js';
import { type Judging, openJudging } from '../judging/open-judging.js';
import { oneLine } from '../one-line.js';
import { type Language, say } from '../settings/language.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { ruleLines, soapActionOf } from '../simulate/simulate-log.js';

export interface WatchLog extends AsyncDisposable {
  /** Resolves when nobody needs the bodies any more; never throws. */
  tell(exchange: Exchange): Promise<void>;
}

export interface WatchLogOptions {
  readonly form: 'text' | 'json';
  readonly setup: WatchSetup;
  readonly settings: Settings;
}

/** Larger messages are judged in the report only, in bytes; so is what comes when so many are being judged already. */
const LARGE_BYTES = 4 * 1024 * 1024;
const AT_ONCE = 32;

export async function openWatchLog(shell: Shell, { form, setup, settings }: WatchLogOptions): Promise<WatchLog> {
  const { language, profile, schemas } = settings;
  const judging = new Map<string, Judging>();
  for (const { standard } of setup.hops) {
    if (judging.has(standard)) continue;
    const task = { cwd: shell.cwd, env: { ...shell.env }, standard, profile, ...(schemas !== undefined && { schemas }) };
    judging.set(standard, await openJudging(task, 1));
  }
  const standards = new Map(setup.hops.map(({ id, standard }) => [id, standard]));
  let busy = 0;
  const sideOf = async (exchange: Exchange, message: WireMessage | undefined): Promise<Side> => {
    if (!message || exchange.request.method !== 'POST' || message.body.size === 0) return { name: '' };
    if (message.body.size > LARGE_BYTES || busy > AT_ONCE) return { name: '', isLater: true };
    const bytes = await decoded(message.body, message.headers).catch(() => undefined);
    const name = bytes ? nameIn(bytes) : '';
    const job = bytes && { bytes, ...soapActionOf(exchange.request.headers) };
    const judged = job && (await judging.get(standards.get(exchange.hop ?? '') ?? '')?.judge(job));
    return { name, ...(judged && { verdict: judged.verdict, regels: judged.regels }) };
  };
  return {
    async tell(exchange) {
      busy += 1;
      try {
        const [asked, answered] = [await sideOf(exchange, exchange.request), await sideOf(exchange, exchange.reply)];
        const entry = { exchange, asked, answered };
        shell.talk(form === 'json' ? `${jsonLine(entry)}\n` : `${textLines(entry, language)}\n`);
      } catch (error) {
        // What we cannot say of it now stands in the report.
        shell.talk(`${exchange.id}: ${oneLine(error instanceof Error ? error.message : String(error))}\n`);
      } finally {
        busy -= 1;
      }
    },
    async [Symbol.asyncDispose]() {
      for (const each of judging.values()) await each[Symbol.asyncDispose]();
    },
  };
}

interface Side {
  /** Of the message element. */
  readonly name: string;
  /** It is judged in the report only. */
  readonly isLater?: true;
  readonly verdict?: Verdict;
  readonly regels?: readonly ReportRule[];
}

interface Entry {
  readonly exchange: Exchange;
  readonly asked: Side;
  readonly answered: Side;
}

function jsonLine({ exchange, asked, answered }: Entry): string {
  const { id, hop, startedAt: at, reply, failure, times } = exchange;
  return JSON.stringify({
    ...{ at, uitwisseling: id, hop, vraag: asked.name, antwoord: answered.name },
    ...(reply && { status: reply.status }),
    ...(failure && { storing: failure.kind }),
    ...(times?.replyInMillis !== undefined && { millis: times.replyInMillis }),
    verdict: verdictOf([asked, answered]),
    regels: [...(asked.regels ?? []), ...(answered.regels ?? [])],
  });
}

function textLines({ exchange, asked, answered }: Entry, language: Language): string {
  const { id, hop = '', startedAt, reply, failure, times } = exchange;
  const verdict = verdictOf([asked, answered]);
  const back = reply ? `${answered.name || '–'} HTTP ${reply.status}` : (failure?.kind ?? '–');
  const millis = times?.replyInMillis === undefined ? '' : `  ${times.replyInMillis} ms`;
  const head = `${verdict ? VERDICT_SIGNS[verdict] : '…'} ${startedAt.slice(11, 19)}  ${id}  ${hop}  ${asked.name || exchange.request.method} → ${back}${millis}`;
  const later = verdict ? '' : `  ${say(IN_REPORT, language)}`;
  return [oneLine(`${head}${later}`, 300), ...ruleLines([...(asked.regels ?? []), ...(answered.regels ?? [])], language)].join(
    '\n',
  );
}

/** Undefined as long as something may still be wrong. */
function verdictOf(sides: readonly Side[]): Verdict | undefined {
  const told = sides.flatMap(({ verdict }) => verdict ?? []);
  const known = told.length === 0 ? undefined : worst(told);
  return known === 'voldoet' && sides.some(({ isLater }) => isLater) ? undefined : known;
}

function nameIn(bytes: Uint8Array): string {
  const { root } = readXml(bytes);
  const body = root?.name === 'Envelope' ? root.children.find(({ name }) => name === 'Body')?.children[0] : root;
  return body?.name ?? '';
}

const IN_REPORT = { nl: '(oordeel in het rapport)', en: '(judged in the report)' } as const;
