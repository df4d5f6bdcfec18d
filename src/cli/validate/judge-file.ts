/**
 * Judges one message file and puts what was found in its place in the file.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { judgeLoneMessage } from '../../judge/lone-message.js';
import type { LoneOptions, LoneVerdict } from '../../judge/lone-shelf.js';
import { openLocator } from '../../message/locate.js';
import type { Finding, Oorzaak, Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import { undecided } from '../../model/judged.js';
import type { FileRule, Fragment, JudgedFile } from '../../model/judged-file.js';
import type { Input, InputProblem } from './inputs.js';
import type { OpenShelf } from './shelf.js';

/** A line longer than this is shown around the mark only, in characters. */
const SHOWN = 110;

/** Files that are read into memory; larger ones cannot be opened anyway, in bytes. */
const MAX_FILE = 1024 ** 3;

/** A message is never of more standards than this. */
const MAX_OPENED = 50;

/** Reads and judges; whatever the file is, there is one entry for it. */
export async function judgeFile(input: Input, cwd: string, shelf: OpenShelf, options: LoneOptions): Promise<JudgedFile> {
  if (input.problem) return notRead(input.bestand, input.problem);
  if ((input.size ?? 0) > MAX_FILE) return notRead(input.bestand, { kind: 'too-large', detail: `${input.size} bytes` });
  try {
    return await judgeBytes(input.bestand, readFileSync(resolve(cwd, input.bestand)), shelf, options);
  } catch (error) {
    if (isParserBroken(error) || (error instanceof HarnessError && error.code !== 'INTERNAL')) throw error;
    const detail = (error as NodeJS.ErrnoException).code;
    if (error instanceof HarnessError || detail === undefined) return brokenOff(input.bestand, String(error));
    return notRead(input.bestand, { kind: 'unreadable', detail });
  }
}

/** After this the parser's memory is not to be trusted, and its thread has to end. */
export function isParserBroken(error: unknown): boolean {
  return error instanceof Error && (error.name === 'RuntimeError' || isParserBroken(error.cause));
}

export async function judgeBytes(
  bestand: string,
  bytes: Uint8Array,
  shelf: OpenShelf,
  options: LoneOptions,
): Promise<JudgedFile> {
  let verdict = judgeLoneMessage(bytes, shelf, options);
  for (let opened = 0; 'needs' in verdict; opened++) {
    if (opened > MAX_OPENED) throw new HarnessError('INTERNAL', `${verdict.needs} cannot be opened`);
    await shelf.open(verdict.needs);
    verdict = judgeLoneMessage(bytes, shelf, options);
  }
  return entry(bestand, verdict, placed(verdict, bytes));
}

/** An entry for a file of which the judgement itself broke off. */
export function brokenOff(bestand: string, detail: string): JudgedFile {
  return alone(bestand, 'OORDEEL-AFGEBROKEN', 'harnas', detail, {
    melding: { nl: 'Het oordeel is afgebroken', en: 'The judgement broke off' },
    advies: {
      nl: 'Dit ligt aan Ketentest: meld het met dit bestand.',
      en: 'Ketentest is to blame: report this with the file.',
    },
  });
}

function notRead(bestand: string, { kind, detail }: InputProblem): JudgedFile {
  return alone(bestand, 'BESTAND-ONLEESBAAR', 'configuratie', detail, FILE_TEXTS[kind]);
}

const FILE_TEXTS: Readonly<Record<InputProblem['kind'], { readonly melding: Tekst; readonly advies: Tekst }>> = {
  absent: {
    melding: { nl: 'Het bestand is er niet', en: 'The file is not there' },
    advies: { nl: 'Controleer de naam.', en: 'Check the name.' },
  },
  'no-files': {
    melding: { nl: 'Er zijn geen berichtbestanden op deze plaats', en: 'There are no message files in this place' },
    advies: {
      nl: 'Van een map tellen bestanden mee die op .xml eindigen, ook in mappen daaronder; een patroon moet op een bestand passen.',
      en: 'Of a folder, files that end in .xml count, also those in folders below it; a pattern must match a file.',
    },
  },
  unreadable: {
    melding: { nl: 'Het bestand is niet te lezen', en: 'The file cannot be read' },
    advies: { nl: 'Controleer de rechten.', en: 'Check the rights.' },
  },
  device: {
    melding: { nl: 'Dit is geen bestand maar een apparaat', en: 'This is not a file but a device' },
    advies: { nl: 'Geef een bestand, een map, of - voor stdin.', en: 'Give a file, a folder, or - for stdin.' },
  },
  'too-large': {
    melding: { nl: 'Het bestand is te groot om te lezen', en: 'The file is too large to read' },
    advies: { nl: 'Berichten tot 700 MB zijn te beoordelen.', en: 'Messages up to 700 MB can be judged.' },
  },
};

function alone(
  bestand: string,
  id: string,
  oorzaak: Oorzaak,
  gevonden: string,
  texts: { readonly melding: Tekst; readonly advies: Tekst },
): JudgedFile {
  const finding = undecided({ id, ernst: 'fout', verplicht: true, ...texts }, oorzaak, { gevonden });
  return {
    ...{ bestand, standaard: null, berichttype: null, verdict: 'niet_beslist', oorzaak },
    ...{ schema: { verdict: 'niet_beslist', basis: null }, regels: [finding] },
  };
}

function entry(bestand: string, of: LoneVerdict, regels: readonly FileRule[]): JudgedFile {
  return {
    bestand,
    standaard: of.standard ?? null,
    berichttype: of.element ?? null,
    ...(of.service !== undefined && { dienst: of.service }),
    verdict: of.verdict,
    ...(of.oorzaak && { oorzaak: of.oorzaak }),
    schema: { verdict: of.schema.verdict, basis: of.schema.basis ?? null },
    regels,
  };
}

/** Adds column and line to what is not well; what holds needs no place. */
function placed({ findings, element }: LoneVerdict, bytes: Uint8Array): readonly FileRule[] {
  const locate = openLocator(bytes, element?.replace(/^.*:/, ''));
  return findings.map((finding) => (finding.verdict === 'voldoet' ? finding : withPlace(finding, locate)));
}

function withPlace(finding: Finding, locate: ReturnType<typeof openLocator>): FileRule {
  const found = locate({ path: finding.pad, line: finding.regelnummer });
  if (!found) return finding;
  return {
    ...finding,
    regelnummer: found.line,
    ...(found.column !== undefined && { kolom: found.column }),
    fragment: fragment(found.text, found.column, found.length ?? 1),
  };
}

function fragment(line: string, column: number | undefined, length: number): Fragment {
  const text = line.replaceAll('\t', ' ');
  if (column === undefined) return { tekst: text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text };
  const from = text.length > SHOWN ? Math.max(0, column - 1 - Math.floor(SHOWN / 3)) : 0;
  const shown = text.slice(from, from + SHOWN);
  const tekst = `${from > 0 ? '…' : ''}${shown}${from + SHOWN < text.length ? '…' : ''}`;
  const vanaf = column - 1 - from + (from > 0 ? 1 : 0);
  return { tekst, vanaf, lengte: Math.max(1, Math.min(length, tekst.length - vanaf)) };
}
