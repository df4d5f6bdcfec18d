/**
 * What `--dry-run` does: makes every message of a plan, as it would go out, and sends none. What only the product can tell
 * stands in it as a placeholder.
 */
import { type Composer, createMessenger, type Messenger } from '../../actor/messenger.js';
import { HarnessError, inLanguage } from '../../model/harness-error.js';
import { type Plan, stepPath } from '../../model/plan.js';
import type { MessageSource, Scenario, Step } from '../../model/scenario.js';
import { familyOf } from '../../standard/index.js';
import { evaluateFunctions, freshValues } from '../../suite/functions.js';
import type { LoadedSuite } from '../../suite/load-suite.js';
import { columns } from '../columns.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type Language, say } from '../settings/language.js';

/** One message of a plan: made, or what stood in the way. */
interface DryMessage {
  readonly path: string;
  readonly service: string;
  readonly bytes?: number;
  /** Names of values that a reply has to give first. */
  readonly placeholders: readonly string[];
  readonly error?: HarnessError;
}

/**
 * @param now - the moment that functions are worked out for, in milliseconds since 1970
 * @param token - what would set the references of this run apart
 */
export function dryRun(loaded: LoadedSuite, plan: Plan, now: number, token: string): readonly DryMessage[] {
  const { standard, suite, templates } = loaded;
  const moment = { now, token };
  const captured = suite.variables.filter(({ type }) => type === 'captured').map(({ name }) => name);
  const messenger = createMessenger({
    ...{ standard, family: familyOf(standard.family), templates, token },
    sender: { send: () => Promise.reject(new HarnessError('INTERNAL', 'a dry run sends nothing')) },
    clock: { now: () => now, sleep: async () => undefined },
    fresh: (at) => freshValues(suite.variables, { now: at, token }),
  });
  const values = {
    ...Object.fromEntries(captured.map((name) => [name, `‹${name}›`])),
    ...plan.constants,
    ...evaluateFunctions(suite.variables, moment),
  };
  return plan.scenarios
    .filter(({ skipped }) => skipped === undefined)
    .flatMap(({ scenario }) => scenario.steps.flatMap((step) => messagesOf(messenger, scenario, step, values, captured)));
}

/** What was made, and the code that it amounts to. */
export function dryRunText(
  messages: readonly DryMessage[],
  language: Language,
): { readonly text: string; readonly code: ExitCode } {
  const failed = messages.filter(({ error }) => error !== undefined);
  const rows = messages.map(({ path, service, bytes, placeholders, error }) => [
    `  ${error ? '✗' : '✓'} ${path}`,
    service,
    error ? `${error.code}: ${inLanguage(error.text, language)}` : `${bytes} bytes`,
    placeholders.map((name) => `‹${name}›`).join(' '),
  ]);
  const made = `${messages.length - failed.length} ${say(TEXTS.of, language)} ${messages.length} ${say(TEXTS.made, language)}`;
  return { text: `${say(TEXTS.messages, language)}\n${columns(rows)}\n\n${made}`, code: failed.length > 0 ? EXIT.ours : EXIT.ok };
}

function messagesOf(
  messenger: Messenger & Composer,
  scenario: Scenario,
  step: Step,
  values: Readonly<Record<string, string>>,
  captured: readonly string[],
): readonly DryMessage[] {
  const sources: readonly (readonly [MessageSource, string, 'step' | 'read-back'])[] = [
    ...(step.send ? [[step.send, step.service, 'step'] as const] : []),
    ...(step.readBack ? [[step.readBack, step.readBack.service, 'read-back'] as const] : []),
  ];
  return sources.map(([source, service, kind]) => {
    const needed = new Set(messenger.needs(source));
    const told = { path: stepPath(scenario, step), service, placeholders: captured.filter((name) => needed.has(name)) };
    try {
      const { body } = messenger.compose(source, { scenario: scenario.id, step: step.nr, kind, service }, values);
      return { ...told, bytes: Buffer.byteLength(body) };
    } catch (error) {
      if (error instanceof HarnessError) return { ...told, error };
      throw error;
    }
  });
}

const TEXTS = {
  messages: {
    nl: 'Berichten zoals ze zouden gaan; ‹NAAM› staat voor een waarde uit een eerder antwoord',
    en: 'Messages as they would go; ‹NAME› stands for a value from an earlier reply',
  },
  of: { nl: 'van', en: 'of' },
  made: { nl: 'berichten zijn te maken.', en: 'messages can be made.' },
} as const;
