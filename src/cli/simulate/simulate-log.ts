/** The log of a simulated counterpart: one line a message, and below it what was wrong with it. */
import type { Heard } from '../../actor/simulator.js';
import { notesOn } from '../../actor/simulator-notes.js';
import { type HeaderList, headerOf } from '../../model/body.js';
import type { Exchange } from '../../model/exchange.js';
import type { Tekst } from '../../model/finding.js';
import type { ReportRule } from '../../model/report.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import type { Reply } from '../../standard/family.js';
import { familyOf } from '../../standard/index.js';
import type { JudgedMessage } from '../judging/judged-message.js';
import type { Judging } from '../judging/open-judging.js';
import { oneLine } from '../one-line.js';
import { type Language, say } from '../settings/language.js';
import type { Shell } from '../shell.js';
import { refusedJson, refusedText } from './simulate-refused.js';

export interface LogOptions {
  readonly form: 'text' | 'json';
  readonly profile: 'strict' | 'praktijk';
  readonly standard: StandardDefinition;
  readonly language: Language;
  /** Absent when nothing is judged, and only told. */
  readonly judging?: Pick<Judging, 'judge'> | undefined;
}

export interface TrafficLog {
  tell(summary: Reply['summary'], status: number, heard: Heard): Promise<void>;
  /** What came and was no message to us: it is told too, by its outside. */
  turnedAway(exchange: Exchange): void;
}

/** More than this of one message is counted, not told. */
const TOLD = 10;

/** Every message is judged by its schema and by every rule that one message can answer. */
export function openLog(shell: Shell, { standard, form, language, judging }: LogOptions): TrafficLog {
  const family = familyOf(standard.family);
  return {
    async tell(summary, status, heard) {
      const { request, root, bytes, faults } = heard;
      const message = root && family.read(root).message;
      const notes = message ? notesOn({ ...request, message }, standard) : [];
      const judged = await judging?.judge({ bytes, ...soapActionOf(request.headers) });
      const at = new Date(shell.clock.now()).toISOString();
      const entry = { at, summary, status, notes, faults, judged };
      shell.talk(form === 'json' ? `${jsonLine(entry)}\n` : textLines(entry, language));
    },
    turnedAway(exchange) {
      shell.talk(`${form === 'json' ? refusedJson(exchange) : refusedText(exchange, language)}\n`);
    },
  };
}

/** As a judge wants it: without quotes. */
export function soapActionOf(headers: HeaderList): { readonly soapAction?: string } {
  const soapAction = headerOf(headers, 'SOAPAction')?.replaceAll('"', '').trim();
  return soapAction ? { soapAction } : {};
}

interface Entry {
  readonly at: string;
  readonly summary: Reply['summary'];
  readonly status: number;
  readonly notes: readonly Tekst[];
  readonly faults: readonly string[];
  /** Absent when nothing is judged. */
  readonly judged?: JudgedMessage | undefined;
}

function jsonLine({ at, summary, status, notes, faults, judged }: Entry): string {
  if (!judged) return JSON.stringify({ at, status, ...summary, notes, faults });
  const { verdict, regels } = judged;
  return JSON.stringify({ at, status, ...summary, verdict, notes, faults, regels });
}

function textLines({ at, summary, status, notes, faults, judged }: Entry, language: Language): string {
  const head = `${at}  ${summary.request} → ${summary.reply}${summary.fault ? ` ${summary.fault}` : ''}  HTTP ${status}`;
  return [
    head,
    ...notes.map((note) => `    ! ${say(note, language)}`),
    ...ruleLines(judged?.regels ?? [], language),
    ...faults.map((name) => (language === 'nl' ? `    met opzet: ${name}` : `    on purpose: ${name}`)),
    '',
  ]
    .map((line) => oneLine(line, 400))
    .join('\n');
}

/** A line for each rule, up to a few. */
export function ruleLines(notable: readonly ReportRule[], language: Language): readonly string[] {
  const lines = notable.slice(0, TOLD).map((rule) => {
    const place = rule.regelnummer === undefined ? '' : ` (${language === 'nl' ? 'regel' : 'line'} ${rule.regelnummer})`;
    const found = rule.gevonden === undefined ? '' : `: ${oneLine(String(rule.gevonden))}`;
    return oneLine(`    ${rule.ernst} [${rule.id}] ${say(rule.melding, language)}${found}${place}`, 400);
  });
  const more = notable.length - lines.length;
  return [...lines, ...(more > 0 ? [language === 'nl' ? `    … en nog ${more}` : `    … and ${more} more`] : [])];
}
