/** What somebody who signs along does beside signing: computes the verdicts again, or lays the messages beside their own. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import type { DoneAlong } from '../../report/seal/seal-statement.js';
import { openPackage } from '../recheck/opened-package.js';
import { recheckPackage } from '../recheck/recheck-package.js';
import { recheckText } from '../recheck/recheck-text.js';
import { openWorkshop } from '../recheck/workshop.js';
import { type ParsedOptions, settingsOnLine } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { sealFacts } from './harness-digest.js';

/**
 * @param isFirst - whether there is no seal yet: who ran it does not vouch for it a second time
 * @throws {HarnessError} `USAGE`, or `REPORT_INVALID` when something does not come out as the report says
 */
export async function doneAlong(
  shell: Shell,
  shown: string,
  { recheck, recorded, schemas, isFirst }: ParsedOptions & { readonly isFirst: boolean },
): Promise<DoneAlong> {
  if (recheck === undefined && recorded === undefined) return {};
  if (isFirst) throw new HarnessError('USAGE', TEXTS.first, { hint: TEXTS.sealFirst });
  return {
    ...(recheck === true && { nagerekend: await rechecked(shell, shown, settingsOnLine(shell, { schemas }).schemas) }),
    ...(recorded !== undefined && { meegeschreven: await recordedToo(shell.cwd, shown, String(recorded)) }),
  };
}

async function rechecked(
  shell: Shell,
  shown: string,
  schemas: string | undefined,
): Promise<NonNullable<DoneAlong['nagerekend']>> {
  await using workshop = openWorkshop(shell, schemas);
  const done = await recheckPackage(workshop, shell.cwd, shown, {});
  // Who saw masked messages only has not computed every verdict.
  if (!done.klopt || done.opmerkingen.length + done.nietBeslist.length > 0) {
    const said = (language: keyof Tekst) => `${TEXTS.other[language]}\n${recheckText(done, language, undefined)}`;
    throw new HarnessError(
      'REPORT_INVALID',
      { nl: said('nl'), en: said('en') },
      { place: { file: shown }, hint: TEXTS.recheckHint },
    );
  }
  const { version, digest } = sealFacts().harness;
  return { byteGelijk: done.byteGelijk, bron: done.bron, harnas: { versie: version, digest } };
}

/** Every message that belongs to a step has to be among what the other end has, byte for byte. */
async function recordedToo(cwd: string, shown: string, folder: string): Promise<NonNullable<DoneAlong['meegeschreven']>> {
  const { exchanges, isOriginal } = await openPackage(cwd, shown);
  if (!isOriginal) throw new HarnessError('REPORT_INVALID', TEXTS.masked, { place: { file: shown }, hint: TEXTS.askPrivate });
  const theirs = digestsBelow(cwd, folder);
  const ours = exchanges
    .filter(({ purpose }) => purpose.kind === 'step')
    .flatMap(({ id, request, reply }) => [
      { name: `${id}/vraag`, digest: request.body.digest },
      ...(reply ? [{ name: `${id}/antwoord`, digest: reply.body.digest }] : []),
    ]);
  const lacking = ours.filter(({ digest }) => !theirs.has(digest)).map(({ name }) => name);
  if (ours.length > 0 && lacking.length === 0) return { berichten: ours.length };
  const list = lacking.slice(0, 20).join(', ') + (lacking.length > 20 ? ', …' : '');
  throw new HarnessError(
    'REPORT_INVALID',
    {
      nl: `${folder} bevat ${lacking.length} van de ${ours.length} berichten niet byte voor byte: ${list}`,
      en: `${folder} does not hold ${lacking.length} of the ${ours.length} messages byte for byte: ${list}`,
    },
    { place: { file: folder }, hint: TEXTS.recordedHint },
  );
}

function digestsBelow(cwd: string, folder: string): ReadonlySet<string> {
  try {
    const files = readdirSync(resolve(cwd, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return new Set(files.map(({ parentPath, name }) => sha256(readFileSync(join(parentPath, name)))));
  } catch (cause) {
    const text = { nl: `--recorded: ${folder} is niet te lezen`, en: `--recorded: cannot read ${folder}` };
    throw new HarnessError('USAGE', text, { cause, place: { file: folder }, hint: TEXTS.recordedHint });
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const TEXTS = {
  first: {
    nl: '--recheck en --recorded zijn voor wie meeondertekent; dit rapport is nog niet verzegeld',
    en: '--recheck and --recorded are for who signs along; this report is not sealed yet',
  },
  sealFirst: {
    nl: 'Wie de run deed verzegelt eerst, zonder deze opties.',
    en: 'Who made the run seals first, without these options.',
  },
  other: {
    nl: 'niet medeondertekend, want nagerekend komt er iets anders uit, of is niet alles na te rekenen:',
    en: 'not signed along, since computed again something comes out otherwise, or not everything can be:',
  },
  recheckHint: {
    nl: 'Noem met --schemas de officiële schema’s waarmee de run werkte, of vraag om prive/.',
    en: 'Name the official schemas that the run worked with by --schemas, or ask for prive/.',
  },
  masked: {
    nl: 'zonder prive/ staan hier alleen gemaskeerde berichten, en die zijn niet te vergelijken',
    en: 'without prive/ only masked messages are here, and those cannot be compared',
  },
  askPrivate: { nl: 'Vraag wie de run deed om prive/.', en: 'Ask who made the run for prive/.' },
  recordedHint: {
    nl: 'Noem een map met één bestand per bericht, precies zoals het over de lijn ging.',
    en: 'Name a folder with one file a message, exactly as it went over the wire.',
  },
} as const;
