/**
 * The kinds of expectation that a suite can name; one file each, one line here.
 */
import { bytegelijk } from './bytegelijk.js';
import { herhaald } from './herhaald.js';
import type { Judge } from './judge.js';
import { uniek } from './uniek.js';
import { waarde } from './waarde.js';
import { weergave } from './weergave.js';

export const JUDGES: ReadonlyMap<string, Judge> = new Map(
  [bytegelijk, herhaald, uniek, waarde, weergave].map((judge) => [judge.kind, judge]),
);
