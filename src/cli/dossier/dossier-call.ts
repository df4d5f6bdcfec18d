/** What the commands of a dossier have in common: who calls, on which day, whom they trust, and reading their options. */

import { isDay } from '../../dossier/acceptance/days.js';
import { type DossierView, viewOf } from '../../dossier/acceptance/view.js';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import { dutchDay } from '../../report/dutch-time.js';
import type { Trust } from '../../report/seal/verify-signer.js';
import { nameIn } from '../answers/terminal-question.js';
import type { Call } from '../command.js';
import { readTrustFiles } from '../seal/trust-files.js';
import { type Language, languageOf } from '../settings/language.js';
import { choice } from '../settings/option-values.js';
import { evidenceOf, fileBreaks, signaturesOf } from './dossier-files.js';
import type { OpenedDossier } from './dossier-folder.js';

export interface DossierCall extends Call {
  readonly shown: string;
  readonly language: Language;
  /** Who makes a change: `--by`, or who is logged in. */
  readonly who: string;
  /** The day it is looked at: `--at`, or today. */
  readonly at: string;
  readonly trust: Trust;
}

/** @throws {HarnessError} `USAGE`, or `CONFIG_INVALID` for whom somebody trusts */
export function dossierCall(call: Call): DossierCall {
  const { shell, operands, options } = call;
  const language = options.lang === undefined ? languageOf([], shell.env) : languageGiven(options.lang);
  const today = dutchDay(new Date(shell.clock.now()).toISOString());
  return {
    ...call,
    ...{ shown: operands[0] ?? '', language, who: text(call, 'by') ?? nameIn(shell.env), at: day(call, 'at') ?? today },
    trust: options.trust === undefined ? {} : readTrustFiles(shell.cwd, String(options.trust)),
  };
}

function languageGiven(value: unknown): Language {
  return choice({ name: 'lang', texts: [String(value)] }, ['nl', 'en']);
}

/** An option as text; undefined when it was not given. @throws {HarnessError} `USAGE` when it is empty */
export function text({ options }: Call, name: string): string | undefined {
  const value = options[camel(name)];
  if (value === undefined) return undefined;
  const told = String(value).trim();
  if (told === '') throw usage(`--${name} is leeg`, `--${name} is empty`);
  return told;
}

/** An option that may be given more than once. */
export function texts({ options }: Call, name: string): readonly string[] {
  const value = options[camel(name)];
  return Array.isArray(value) ? value.map((each) => String(each).trim()).filter((each) => each !== '') : [];
}

/** @throws {HarnessError} `USAGE` when it is no day that exists */
export function day(call: Call, name: string): string | undefined {
  const value = text(call, name);
  if (value === undefined || isDay(value)) return value;
  throw usage(
    `--${name}: verwacht een dag zoals 2027-01-31, gekregen "${value}"`,
    `--${name}: expected a day such as 2027-01-31, got "${value}"`,
  );
}

/** `ja` or `nee`; `yes` and `no` too. @throws {HarnessError} `USAGE` */
export function yesNo(call: Call, name: string): boolean | undefined {
  const value = text(call, name);
  if (value === undefined) return undefined;
  return ['ja', 'yes'].includes(choice({ name, texts: [value] }, ['ja', 'nee', 'yes', 'no']));
}

/** From 1. @throws {HarnessError} `USAGE` */
export function number(call: Call, name: string): number | undefined {
  const value = text(call, name);
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,2}$/.test(value))
    throw usage(
      `--${name}: verwacht een nummer vanaf 1, gekregen "${value}"`,
      `--${name}: expected a number from 1, got "${value}"`,
    );
  return Number(value);
}

/** One of these words. @throws {HarnessError} `USAGE` with the nearest */
export function word<T extends string>(call: Call, name: string, words: readonly T[]): T | undefined {
  const value = text(call, name);
  return value === undefined ? undefined : choice({ name, texts: [value] }, words);
}

/** A dossier with everything that follows from it on that day. */
export async function lookedAt(
  dossier: OpenedDossier,
  { trust, at }: Pick<DossierCall, 'trust' | 'at'>,
  indicaties?: DossierView['indicaties'],
): Promise<DossierView> {
  const { stand, wijzigingen } = dossier;
  return viewOf({
    ...{ stand, wijzigingen, at },
    breuken: [...dossier.breuken.filter(({ code }) => code !== 'INDEX_BEHIND'), ...fileBreaks(dossier)],
    evidence: await evidenceOf(dossier, trust),
    handtekeningen: signaturesOf(dossier, trust),
    ...(indicaties && { indicaties }),
  });
}

/** A refusal of how a command was used. */
export function usage(nl: string, en: string, hint?: Tekst): HarnessError {
  return new HarnessError('USAGE', { nl, en }, hint && { hint });
}

/** With only the properties that are there. */
export function given<T extends object>(all: { readonly [K in keyof T]: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
