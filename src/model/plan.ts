/**
 * A plan: a suite in which nothing is left open but the values that only the product can give.
 */
import type { Scenario, Step, Suite } from './scenario.js';
import type { WatchSetup } from './watched.js';

export interface Plan {
  readonly suite: Suite;
  readonly scenarios: readonly PlannedScenario[];
  /** Constants after overriding; functions are evaluated when the run starts. */
  readonly constants: Readonly<Record<string, string>>;
  readonly overrides: readonly Override[];
  readonly variables: readonly VariableUse[];
  readonly omvang: 'volledig' | 'deels';
  /** Where real traffic was watched: then the scenarios are what passed, and nobody planned them. */
  readonly watched?: WatchSetup;
}

export interface PlannedScenario {
  readonly scenario: Scenario;
  /** Why a scenario is not run: left out by `--without`, or not selected by `--only`. */
  readonly skipped?: 'without' | 'only';
}

export interface Override {
  readonly name: string;
  readonly value: string;
  readonly default?: string;
}

/** Where a variable gets its value and where it is used: `<scenario>/<step>`. */
export interface VariableUse {
  readonly name: string;
  readonly type: 'constant' | 'captured' | 'function';
  readonly setBy?: string;
  readonly usedBy: readonly string[];
  readonly moetBestaan: boolean;
}

/** A message ready to go: what a family made of a template. */
export interface OutgoingMessage {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  readonly referentienummer: string;
}

export function stepPath(scenario: Pick<Scenario, 'id'>, step: Pick<Step, 'nr'>): string {
  return `${scenario.id}/${step.nr}`;
}
