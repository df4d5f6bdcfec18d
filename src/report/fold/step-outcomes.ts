/**
 * The verdicts in the words of other formats. One table, so that a step is never better in one rendition than in another:
 * nothing but `voldoet` is passed.
 */
import type { Verdict } from '../../model/finding.js';

interface OutcomeWords {
  readonly ctrf: 'passed' | 'failed' | 'skipped' | 'pending' | 'other';
  readonly earl: 'passed' | 'failed' | 'cantTell' | 'inapplicable' | 'untested';
  readonly gitb: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'UNDEFINED';
}

export const OUTCOME_WORDS: Readonly<Record<Verdict, OutcomeWords>> = {
  voldoet: { ctrf: 'passed', earl: 'passed', gitb: 'SUCCESS' },
  voldoet_niet: { ctrf: 'failed', earl: 'failed', gitb: 'FAILURE' },
  niet_beslist: { ctrf: 'other', earl: 'cantTell', gitb: 'WARNING' },
  niet_van_toepassing: { ctrf: 'skipped', earl: 'inapplicable', gitb: 'UNDEFINED' },
  niet_uitgevoerd: { ctrf: 'pending', earl: 'untested', gitb: 'UNDEFINED' },
};
