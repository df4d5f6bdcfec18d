/**
 * Functions of a suite: values that are worked out once, when a run starts.
 */
import { HarnessError } from '../model/harness-error.js';
import { nearest } from '../model/nearest.js';
import type { VariableDefinition } from '../model/scenario.js';

export interface Moment {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What sets this run apart from others in the same product. */
  readonly token: string;
}

const DUTCH = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

const DAY = 86_400_000;

const FUNCTIONS: Readonly<Record<string, (moment: Moment) => string>> = {
  /** EEJJMMDD, Dutch time. */
  today: ({ now }) => digits(now).slice(0, 8),
  tomorrow: ({ now }) => digits(now + DAY).slice(0, 8),
  yesterday: ({ now }) => digits(now - DAY).slice(0, 8),
  nextMonth: ({ now }) => digits(now + 30 * DAY).slice(0, 8),
  nextYear: ({ now }) => digits(now + 365 * DAY).slice(0, 8),
  /** EEJJMMDDhhmmss, Dutch time. */
  now: ({ now }) => digits(now),
  runToken: ({ token }) => token,
};

/** Functions that give a new value at every use. */
const FRESH: ReadonlySet<string> = new Set(['now']);

export const FUNCTION_NAMES: readonly string[] = Object.keys(FUNCTIONS);

/** The values that are new for every message, at the moment it is sent. */
export function freshValues(variables: readonly VariableDefinition[], moment: Moment): Readonly<Record<string, string>> {
  return evaluateFunctions(
    variables.filter((variable) => FRESH.has(variable.function ?? variable.name)),
    moment,
  );
}

/**
 * Works out every variable of type `function`.
 * @throws {HarnessError} `SUITE_INVALID` for a function that does not exist, with the nearest name
 */
export function evaluateFunctions(variables: readonly VariableDefinition[], moment: Moment): Readonly<Record<string, string>> {
  return Object.fromEntries(
    variables
      .filter((variable) => variable.type === 'function')
      .map((variable) => {
        const name = variable.function ?? variable.name;
        const work = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
        if (work) return [variable.name, work(moment)];
        const near = nearest(name, FUNCTION_NAMES);
        throw new HarnessError(
          'SUITE_INVALID',
          `variable "${variable.name}" names the function "${name}", which does not exist${near ? `; did you mean "${near}"?` : ''}`,
          {
            hint: `Functions: ${FUNCTION_NAMES.join(', ')}.`,
          },
        );
      }),
  );
}

function digits(millis: number): string {
  return DUTCH.format(millis).replaceAll(/\D/g, '');
}
