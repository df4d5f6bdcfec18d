/**
 * A run as it happens. The stream is written through to the journal; progress, report and recheck read it.
 * Every event is plain JSON, except that an exchange's bodies are handles (the journal keeps their digests).
 */
import type { Exchange } from './exchange.js';
import type { Finding, Oorzaak, Tekst, Verdict } from './finding.js';
import type { HumanAnswer, HumanCheck } from './human-check.js';
import type { Stray } from './stray.js';

export type RunEvent =
  | RunStarted
  | { readonly type: 'scenario-started'; readonly at: string; readonly scenario: string }
  | {
      readonly type: 'scenario-skipped';
      readonly at: string;
      readonly scenario: string;
      readonly reason: 'without' | 'only' | 'stopped';
    }
  | { readonly type: 'step-started'; readonly at: string; readonly scenario: string; readonly step: number }
  | {
      readonly type: 'waiting';
      readonly at: string;
      readonly scenario: string;
      readonly step: number;
      readonly for: string;
      readonly until: string;
      /** What somebody does in the product meanwhile, when we wait for a message of it; names of variables filled in. */
      readonly instruction?: Tekst;
    }
  /** A message of the product that no step waits for. */
  | ({ readonly type: 'unmatched'; readonly at: string; readonly exchange: string } & Stray)
  | { readonly type: 'exchanged'; readonly at: string; readonly exchange: Exchange }
  | {
      readonly type: 'variable-set';
      readonly at: string;
      readonly scenario: string;
      readonly step: number;
      readonly name: string;
      readonly value: string;
    }
  | Asked
  | Answered
  | StepJudged
  /** The step made something in the product that stays there. */
  | {
      readonly type: 'left-behind';
      readonly at: string;
      readonly scenario: string;
      readonly step: number;
      readonly soort: string;
      readonly identificatie: string;
    }
  | { readonly type: 'scenario-finished'; readonly at: string; readonly scenario: string }
  | { readonly type: 'run-finished'; readonly at: string; readonly reason: 'done' | 'stopped-at-step' | 'cancelled' };

export interface RunStarted {
  readonly type: 'run-started';
  readonly at: string;
  readonly suite: string;
  readonly seed: number;
  readonly token: string;
}

/** A question to a person, as it was shown. */
export interface Asked extends HumanCheck {
  readonly type: 'asked';
  readonly at: string;
  readonly scenario: string;
  readonly step: number;
  readonly until: string;
}

/** What a person said. */
export interface Answered extends HumanAnswer {
  readonly type: 'answered';
  readonly at: string;
  readonly scenario: string;
  readonly step: number;
}

/** What a step came to. Findings hold what was checked and held, too. */
export interface StepJudged {
  readonly type: 'step-judged';
  readonly at: string;
  readonly scenario: string;
  readonly step: number;
  readonly verdict: Verdict;
  readonly oorzaak?: Oorzaak;
  /** Path of the step it follows from, when its precondition failed. */
  readonly gevolgVan?: string;
  readonly findings: readonly Finding[];
  /** Ids of the exchanges that are its evidence. */
  readonly exchanges: readonly string[];
}
