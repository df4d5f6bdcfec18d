/** The ticket of a run: read and looked at before anything is sent, kept in `prive/`, and part of the report in the end. */
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import type { Suite } from '../../model/scenario.js';
import { openTicket, TICKET, type Ticket } from '../../report/seal/ticket.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';

export interface RunTicket {
  /** Its number is the seed. */
  readonly ticket: Ticket;
  readonly bytes: Buffer;
}

/**
 * @returns undefined when none was named
 * @throws {HarnessError} `USAGE` beside `--seed`, `CONFIG_INVALID` for what is no ticket, or is one of something else
 */
export function ticketGiven(shell: Pick<Shell, 'cwd' | 'clock'>, settings: Settings, { testset }: Suite): RunTicket | undefined {
  const { ticket: file, seed } = settings;
  if (file === undefined) return undefined;
  if (seed !== undefined) throw new HarnessError('USAGE', TEXTS.seed, { hint: TEXTS.noSeed });
  const bytes = readBytes(shell.cwd, file);
  const opened = openTicket(bytes);
  if (typeof opened === 'string') throw invalid(file, TEXTS.none);
  const { ticket } = opened;
  const now = shell.clock.now();
  if (ticket.product.pakketnaam !== settings.product) throw invalid(file, forOther('--product', ticket.product.pakketnaam));
  if (ticket.product.versie !== settings.productVersion)
    throw invalid(file, forOther('--product-version', ticket.product.versie));
  if (ticket.testset.digest !== testset.digest)
    throw invalid(file, forOther('testset', `${ticket.testset.id} ${ticket.testset.versie}`));
  if (now < Date.parse(ticket.uitgegevenOp) || now > Date.parse(ticket.geldigTot)) throw invalid(file, TEXTS.time);
  return { ticket, bytes };
}

/** @param folder - of the package */
export async function keepTicket(folder: string, given: RunTicket | undefined): Promise<void> {
  if (given) await writeFile(join(folder, 'prive', TICKET), given.bytes, { mode: 0o600 });
}

/** Puts the ticket that was kept, if there is one, among what is public. @param folder - of the package */
export async function publishTicket(folder: string): Promise<void> {
  const kept = join(folder, 'prive', TICKET);
  if (existsSync(kept)) await copyFile(kept, join(folder, TICKET));
}

function readBytes(cwd: string, file: string): Buffer {
  try {
    return readFileSync(resolve(cwd, file));
  } catch {
    throw invalid(file, TEXTS.unreadable);
  }
}

function forOther(what: string, value: string): Tekst {
  return { nl: `is voor een andere ${what}: ${value}`, en: `is for another ${what}: ${value}` };
}

function invalid(file: string, { nl, en }: Tekst): HarnessError {
  const text = { nl: `--ticket: ${file} ${nl}`, en: `--ticket: ${file} ${en}` };
  return new HarnessError('CONFIG_INVALID', text, { place: { file }, hint: TEXTS.ask });
}

const TEXTS = {
  seed: { nl: '--ticket en --seed gaan niet samen', en: '--ticket and --seed do not go together' },
  noSeed: { nl: 'Het nummer van het ticket is het zaad.', en: 'The number of the ticket is the seed.' },
  unreadable: { nl: 'is niet te lezen', en: 'cannot be read' },
  none: { nl: 'is geen ticket, of is veranderd', en: 'is no ticket, or was changed' },
  time: { nl: 'geldt nu niet', en: 'is not valid now' },
  ask: {
    nl: 'Vraag de uitgever om een ticket voor dit product, deze versie en deze testset.',
    en: 'Ask the issuer for a ticket for this product, this version and this test set.',
  },
} as const;
