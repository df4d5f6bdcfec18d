/** Lays a report beside the one that was computed again, rule by rule. */
import type { Verdict } from '../../model/finding.js';
import type { Report, ReportRule, ReportScenario, ReportStep } from '../../model/report.js';
import { canonicalJson } from '../../report/canonical-json.js';

export interface Difference {
  /** `<scenario>/<step>`, with the id of the rule when one differs; or the name of what differs of the whole. */
  readonly waar: string;
  /** What the report says. */
  readonly vastgelegd: string;
  /** What was computed. */
  readonly herberekend: string;
}

const NOTHING = '–';

/** What of a rule is a verdict, or what a verdict rests on. */
const FACTS = ['verdict', 'oorzaak', 'ernst', 'verwacht', 'gevonden', 'pad', 'regelnummer', 'bericht', 'afwijking'] as const;

/** In the order of the report. */
export function differencesBetween(recorded: Report, computed: Report): readonly Difference[] {
  const scenarios = pairs(recorded.scenarios, computed.scenarios, ({ id }) => id);
  return [
    ...scenarios.flatMap(([one, other, id]) => scenarioDifferences(id, one, other)),
    ...whole('resultaat.totaal', recorded.resultaat.totaal, computed.resultaat.totaal),
    ...whole('resultaat.tellingen', recorded.resultaat.tellingen, computed.resultaat.tellingen),
    ...whole('testset', recorded.testset, computed.testset),
    ...whole('uitvoering', recorded.uitvoering, computed.uitvoering),
    ...whole('achtergelaten', recorded.achtergelaten, computed.achtergelaten),
    ...whole('onverwacht', recorded.onverwacht, computed.onverwacht),
    ...whole('afwijkingen', recorded.afwijkingen, computed.afwijkingen),
    ...whole('keten', recorded.keten, computed.keten),
    ...whole('regeldekking', recorded.regeldekking, computed.regeldekking),
  ];
}

/** Scenarios and steps whose verdict is another, for a report under another test set. */
export function verdictsThatChange(recorded: Report, computed: Report): readonly Difference[] {
  return pairs(recorded.scenarios, computed.scenarios, ({ id }) => id).flatMap(([one, other, id]) =>
    pairs(one?.stappen ?? [], other?.stappen ?? [], ({ nr }) => String(nr)).flatMap(([was, is, nr]) =>
      was?.verdict === is?.verdict ? [] : [{ waar: `${id}/${nr}`, vastgelegd: verdictOf(was), herberekend: withReason(is) }],
    ),
  );
}

function scenarioDifferences(id: string, one?: ReportScenario, other?: ReportScenario): readonly Difference[] {
  const steps = pairs(one?.stappen ?? [], other?.stappen ?? [], ({ nr }) => String(nr));
  return [
    ...whole(id, one?.verdict ?? NOTHING, other?.verdict ?? NOTHING),
    ...steps.flatMap(([was, is, nr]) => stepDifferences(`${id}/${nr}`, was, is)),
  ];
}

function stepDifferences(path: string, was?: ReportStep, is?: ReportStep): readonly Difference[] {
  // What follows from an earlier step was not judged here; which one that is, stands in the first line.
  if (was && is && was.regels.length > 0 && is.regels.length === 0) return whole(path, standOf(was), standOf(is));
  const counts = new Map<string, number>();
  const nth = ({ id, bericht = '' }: ReportRule) => `${id} ${bericht}`;
  const keyOf = (seen: Map<string, number>) => (rule: ReportRule) => {
    const key = nth(rule);
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return `${key}#${seen.get(key)}`;
  };
  const rules = joined(keyed(was?.regels ?? [], keyOf(counts)), keyed(is?.regels ?? [], keyOf(new Map())));
  return [
    ...whole(path, standOf(was), standOf(is)),
    ...whole(`${path} bewijs`, was?.bewijs ?? [], is?.bewijs ?? []),
    ...rules.flatMap(([one, other]) => {
      const waar = `${path} ${(one ?? other)?.id}`;
      return whole(waar, one ? ruleText(one) : NOTHING, other ? ruleText(other) : NOTHING);
    }),
  ];
}

function standOf(step: ReportStep | undefined): string {
  return step ? [step.verdict, step.oorzaak, step.gevolgVan].filter(Boolean).join(' ') : NOTHING;
}

function ruleText(rule: ReportRule): string {
  const kept = rule.gehouden ? [`gehouden ${rule.gehouden.join(' ')}`] : [];
  return [...FACTS.flatMap((name) => (rule[name] === undefined ? [] : [`${name} ${rule[name]}`])), ...kept].join(', ');
}

function verdictOf(step: ReportStep | undefined): Verdict | typeof NOTHING {
  return step?.verdict ?? NOTHING;
}

/** With the first rule that makes it so. */
function withReason(step: ReportStep | undefined): string {
  const rule = step?.regels.find(({ verdict, ernst }) => verdict === step.verdict && ernst === 'fout');
  return [verdictOf(step), rule && `(${[rule.id, rule.pad].filter(Boolean).join(' ')})`].filter(Boolean).join(' ');
}

function whole(waar: string, one: unknown, other: unknown): readonly Difference[] {
  const [vastgelegd, herberekend] = [one, other].map((each) =>
    typeof each === 'string' ? each : each === undefined ? NOTHING : canonicalJson(each),
  );
  return vastgelegd === herberekend ? [] : [{ waar, vastgelegd: vastgelegd ?? NOTHING, herberekend: herberekend ?? NOTHING }];
}

function pairs<T>(
  one: readonly T[],
  other: readonly T[],
  keyOf: (of: T) => string,
): readonly (readonly [T | undefined, T | undefined, string])[] {
  return joined(keyed(one, keyOf), keyed(other, keyOf));
}

function keyed<T>(all: readonly T[], keyOf: (of: T) => string): ReadonlyMap<string, T> {
  return new Map(all.map((each) => [keyOf(each), each]));
}

function joined<T>(one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>) {
  return [...new Set([...one.keys(), ...other.keys()])].map((key) => [one.get(key), other.get(key), key] as const);
}
