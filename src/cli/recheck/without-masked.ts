/**
 * What cannot be decided from the public part of a package: checks of something that was masked, or of a message that stays
 * private. They are named, and left out of both reports before these are laid beside each other.
 */
import type { Verdict } from '../../model/finding.js';
import { stepOutcome, totalOf, worst } from '../../model/outcome.js';
import type { Report, ReportRule, ReportStep, Totaal } from '../../model/report.js';
import type { RuleDefinition } from '../../model/rule-definition.js';
import { tally } from '../../report/fold/tally.js';
import { isMaskedPath } from '../../report/privacy/masked-paths.js';

export interface MaskedCheck {
  /** `<scenario>/<step> <rule>` */
  readonly waar: string;
  readonly bericht: string;
  /** Where in the message; absent for a rule that held, and for a message that stays private. */
  readonly pad?: string;
  /** What the report says. Computed: `niet_beslist`. */
  readonly vastgelegd?: Verdict;
}

export interface MaskedIn {
  /** What was masked, by message; undefined for one that stays private. */
  readonly paths: ReadonlyMap<string, readonly string[] | undefined>;
  readonly rules: readonly RuleDefinition[];
}

export interface WithoutMasked {
  readonly recorded: Report;
  readonly computed: Report;
  readonly undecided: readonly MaskedCheck[];
  /** Of the computed report; `niet_vastgesteld` when a fault of the recorded one could not be decided. */
  readonly totaal: Totaal;
}

export function withoutMasked(recorded: Report, computed: Report, masked: MaskedIn): WithoutMasked {
  const rests = restsOn(masked);
  const secret = [...masked.paths].flatMap(([message, all]) => (all === undefined ? [`${message} *`] : []));
  const left = new Set([...secret, ...leftIn(recorded, rests), ...leftIn(computed, rests)]);
  const isLeft = (id: string, bericht: string | undefined) => left.has(`${bericht} ${id}`) || left.has(`${bericht} *`);
  const [was, is] = [recorded, computed].map((report) => strip(report, isLeft, left.size > 0)) as [Report, Report];
  const undecided = checksLeft(recorded, isLeft);
  const known = new Set(undecided.map(({ waar }) => waar));
  const all = [
    ...undecided,
    ...checksLeft(computed, isLeft)
      .filter(({ waar }) => !known.has(waar))
      .map(asNew),
  ];
  const isOpen = all.some(({ vastgelegd }) => vastgelegd === 'voldoet_niet') && is.resultaat.totaal === 'foutloos';
  return { recorded: was, computed: is, undecided: all, totaal: isOpen ? 'niet_vastgesteld' : is.resultaat.totaal };
}

type Rests = (id: string, bericht: string, pad: string | undefined) => boolean;

/** Whether a check rests on something that is not public: by where it looked, or by what its rule speaks of. */
function restsOn({ paths, rules }: MaskedIn): Rests {
  const names = new Map(rules.map((rule) => [rule.id, namesOf(rule)]));
  const last = new Map([...paths].map(([message, all]) => [message, new Set(all?.map((path) => path.replace(/^.*\/@?/, '')))]));
  return (id, bericht, pad) => {
    if (pad !== undefined) return isMaskedPath(paths.get(bericht) ?? [], pad);
    const hidden = last.get(bericht);
    return [...(names.get(id) ?? [])].some((name) => hidden?.has(name));
  };
}

/** Local names in the paths of a rule. */
function namesOf({ check }: RuleDefinition): ReadonlySet<string> {
  const texts = check.kind === 'xpath' ? [check.violation] : check.kind === 'code' ? [JSON.stringify(check.options)] : [];
  return new Set(texts.flatMap((text) => [...text.matchAll(/[\w-]+:([A-Za-z_][\w.-]*)/g)].map(([, name = '']) => name)));
}

/** `<message> <rule>` of what is left out, `<message> *` of a whole message. */
function leftIn({ scenarios }: Report, rests: Rests): readonly string[] {
  return scenarios.flatMap(({ stappen }) =>
    stappen.flatMap(({ regels }) =>
      regels.flatMap(({ id, bericht, pad, gehouden }) => {
        if (bericht === undefined) return [];
        const held = (gehouden ?? []).filter((each) => rests(each, bericht, undefined));
        return [...(pad !== undefined && rests(id, bericht, pad) ? [id] : []), ...held].map((each) => `${bericht} ${each}`);
      }),
    ),
  );
}

type IsLeft = (id: string, bericht: string | undefined) => boolean;

/** @param isLess - something is left out: what a chain amounts to may rest on it */
function strip(report: Report, isLeft: IsLeft, isLess: boolean): Report {
  const scenarios = report.scenarios.map((scenario) => {
    const stappen = scenario.stappen.map((step) => stripped(step, isLeft));
    const isSame = stappen.every(({ verdict }, index) => verdict === scenario.stappen[index]?.verdict);
    return { ...scenario, stappen, verdict: isSame ? scenario.verdict : worst(stappen.map(({ verdict }) => verdict)) };
  });
  const { regeldekking: _, keten, ...rest } = report;
  const resultaat = {
    totaal: totalOf(scenarios, keten?.koppelingen),
    tellingen: tally(scenarios, report.onverwacht?.length ?? 0),
  };
  return { ...rest, ...(keten && !isLess && { keten }), scenarios, resultaat };
}

function stripped(step: ReportStep, isLeft: IsLeft): ReportStep {
  const kept = step.regels.filter(({ id, bericht }) => !isLeft(id, bericht));
  const regels = kept.flatMap((rule): readonly ReportRule[] => {
    if (!rule.gehouden) return [rule];
    const gehouden = rule.gehouden.filter((id) => !isLeft(id, rule.bericht));
    return gehouden.length === 0 ? [] : [{ ...rule, gehouden, gevonden: String(gehouden.length) }];
  });
  const isDecisive = step.regels.some(({ id, bericht, verdict }) => isLeft(id, bericht) && verdict !== 'voldoet');
  if (!isDecisive || step.gevolgVan !== undefined) return { ...step, regels };
  const { oorzaak: _, ...rest } = step;
  return { ...rest, ...stepOutcome(regels), regels };
}

/** In the order of the report. */
function checksLeft({ scenarios }: Report, isLeft: IsLeft): readonly MaskedCheck[] {
  return scenarios.flatMap(({ id: scenario, stappen }) =>
    stappen.flatMap(({ nr, regels }) =>
      regels.flatMap(({ id, bericht = '', pad, verdict, gehouden }): readonly MaskedCheck[] => {
        const waar = `${scenario}/${nr} `;
        const held = (gehouden ?? []).filter((each) => isLeft(each, bericht));
        return [
          ...(isLeft(id, bericht) ? [{ waar: waar + id, bericht, ...(pad !== undefined && { pad }), vastgelegd: verdict }] : []),
          ...held.map((each) => ({ waar: waar + each, bericht, vastgelegd: 'voldoet' as const })),
        ];
      }),
    ),
  );
}

/** What only the computed report has says nothing of the recorded one. */
function asNew({ vastgelegd: _, ...check }: MaskedCheck): MaskedCheck {
  return check;
}
