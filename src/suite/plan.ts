/**
 * Makes a plan: which scenarios run, with which constants. Nothing is left open but what only the product can give.
 */
import type { Template } from '../message/template.js';
import type { Tekst } from '../model/finding.js';
import { HarnessError } from '../model/harness-error.js';
import { namesIn } from '../model/names-in.js';
import { didYouMean, nearest } from '../model/nearest.js';
import { matchesPattern } from '../model/pattern.js';
import { type Override, type Plan, type PlannedScenario, stepPath, type VariableUse } from '../model/plan.js';
import type { MessageSource, Scenario, Suite } from '../model/scenario.js';
import type { LoadedSuite } from './load-suite.js';

export interface Selection {
  /** Patterns of scenarios to run, e.g. `zs.1.*`; all when empty. */
  readonly only: readonly string[];
  /** Patterns of optional scenarios to leave out. */
  readonly without: readonly string[];
  readonly set: Readonly<Record<string, string>>;
}

/**
 * @throws {HarnessError} `PATTERN_UNMATCHED` for a pattern that matches nothing, `USAGE` when a mandatory scenario
 *   would be left out, `VARIABLE_UNKNOWN` for a value of an unknown name
 */
export function planSuite({ suite, templates }: LoadedSuite, selection: Selection): Plan {
  for (const pattern of [...selection.only, ...selection.without]) refuseUnmatched(suite, pattern);
  const scenarios = suite.scenarios.map((scenario) => select(suite, scenario, selection));
  return {
    suite,
    scenarios,
    constants: constants(suite, selection.set),
    overrides: overrides(suite, selection.set),
    variables: suite.variables.map((variable) => usesOf(variable.name, suite, templates)),
    omvang: scenarios.some((each) => each.skipped) ? 'deels' : 'volledig',
  };
}

function select(suite: Suite, scenario: Scenario, { only, without }: Selection): PlannedScenario {
  const hits = (pattern: string) => matchesPattern(pattern, scenario.id) || matchesPattern(pattern, `${suite.id}/${scenario.id}`);
  if (without.some(hits)) {
    if (scenario.verplicht) {
      throw new HarnessError(
        'USAGE',
        {
          nl: `--without: scenario ${scenario.id} is verplicht en kan niet worden weggelaten`,
          en: `--without: scenario ${scenario.id} is mandatory and cannot be left out`,
        },
        {
          hint: {
            nl: 'Draai met --only een deel zolang u ontwikkelt; het rapport zegt dan dat het een deel betreft.',
            en: 'Use --only to run a part while developing; the report then says that it covers a part.',
          },
        },
      );
    }
    return { scenario, skipped: 'without' };
  }
  return only.length > 0 && !only.some(hits) ? { scenario, skipped: 'only' } : { scenario };
}

function refuseUnmatched(suite: Suite, pattern: string): void {
  const known = suite.scenarios.map((scenario) => scenario.id);
  if (known.some((id) => matchesPattern(pattern, id) || matchesPattern(pattern, `${suite.id}/${id}`))) return;
  const near = nearest(pattern, known);
  throw new HarnessError(
    'PATTERN_UNMATCHED',
    {
      nl: `patroon "${pattern}" past op geen scenario van ${suite.id}${didYouMean(near).nl}`,
      en: `pattern "${pattern}" matches no scenario of ${suite.id}${didYouMean(near).en}`,
    },
    {
      hint: listing('Scenario’s', 'Scenarios', known),
    },
  );
}

function constants(suite: Suite, set: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const settable = suite.variables.filter((variable) => variable.type === 'constant');
  for (const name of Object.keys(set)) {
    if (settable.some((variable) => variable.name === name)) continue;
    const near = nearest(
      name,
      settable.map((variable) => variable.name),
    );
    throw new HarnessError(
      'VARIABLE_UNKNOWN',
      {
        nl: `--set: ${suite.id} heeft geen constante "${name}"${didYouMean(near).nl}`,
        en: `--set: ${suite.id} has no constant "${name}"${didYouMean(near).en}`,
      },
      {
        hint: listing(
          'Constanten',
          'Constants',
          settable.map((variable) => variable.name),
        ),
      },
    );
  }
  return Object.fromEntries(settable.map(({ name, value }) => [name, set[name] ?? value ?? '']));
}

/** More names than this are not read by anybody. */
const LISTED = 40;

function listing(nl: string, en: string, names: readonly string[]): Tekst {
  const more = names.length - LISTED;
  const told = (rest: string) => names.slice(0, LISTED).join(', ') + (more > 0 ? ` ${rest}` : '');
  return {
    nl: `${nl}: ${told(`en nog ${more}; "ketentest plan" noemt ze alle`)}.`,
    en: `${en}: ${told(`and ${more} more; "ketentest plan" tells them all`)}.`,
  };
}

function overrides(suite: Suite, set: Readonly<Record<string, string>>): readonly Override[] {
  return Object.entries(set).map(([name, value]) => {
    const standard = suite.variables.find((variable) => variable.name === name)?.value;
    return { name, value, ...(standard !== undefined && { default: standard }) };
  });
}

function usesOf(name: string, suite: Suite, templates: ReadonlyMap<string, Template>): VariableUse {
  const variable = suite.variables.find((each) => each.name === name);
  const steps = suite.scenarios.flatMap((scenario) => scenario.steps.map((step) => ({ scenario, step })));
  const setBy = steps.find(({ step }) => step.capture.some((capture) => capture.variable === name));
  const used = steps.filter(({ step }) => {
    const sources = [step.send, step.readBack, step.receive?.example].filter((source) => source !== undefined);
    const texts = JSON.stringify([
      step.expect,
      step.readBack?.expect,
      step.receive?.instruction,
      step.receive?.subject,
      step.confirm,
    ]);
    return sources.some((source) => usesName(source, templates, name)) || namesIn(texts).includes(name);
  });
  return {
    name,
    type: variable?.type ?? 'constant',
    ...(setBy && { setBy: stepPath(setBy.scenario, setBy.step) }),
    usedBy:
      name.startsWith('zender.') || name.startsWith('ontvanger.')
        ? ['*']
        : used.map(({ scenario, step }) => stepPath(scenario, step)),
    moetBestaan: variable?.moetBestaan ?? false,
  };
}

function usesName(source: MessageSource, templates: ReadonlyMap<string, Template>, name: string): boolean {
  const given = Object.values({ ...source.with, ...source.stuurgegevens }).some((value) => namesIn(value).includes(name));
  const direct = templates.get(source.template)?.names.includes(name) ?? false;
  return given || (direct && !Object.hasOwn(source.with, name));
}
