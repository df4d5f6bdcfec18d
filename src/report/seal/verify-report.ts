/** Whether a report agrees with itself, with what its seal says of it, and with the evidence beside it. */
import { chainVerdict, linkOutcome, outcomeOfRows } from '../../model/chain-outcome.js';
import { stepOutcome, totalOf, worst } from '../../model/outcome.js';
import type { Report, ReportStep } from '../../model/report.js';
import type { Keten } from '../../model/report-chain.js';
import { canonicalJson } from '../canonical-json.js';
import { isRecord } from '../exact-json.js';
import { tally } from '../fold/tally.js';
import { sealedFacts } from './seal-predicate.js';
import type { SealFinding } from './verify-reasons.js';

/** Recomputes every verdict from the rules below it, and the numbers. */
export function contradictions(report: Report): readonly SealFinding[] {
  const { scenarios, resultaat, onverwacht = [], keten } = report;
  const wrong: (readonly [where: string, expected: unknown, seen: unknown])[] = [];
  for (const scenario of scenarios) {
    for (const step of scenario.stappen) {
      const atLeast = worst([step.verdict, lowestFor(step, scenario.verplicht)]);
      if (step.verdict !== atLeast) wrong.push([`${scenario.id}/${step.nr}`, atLeast, step.verdict]);
    }
    const expected = worst(scenario.stappen.map(({ verdict }) => verdict));
    if (scenario.verdict !== expected) wrong.push([scenario.id, expected, scenario.verdict]);
  }
  if (keten) wrong.push(...chainFacts(report, keten));
  wrong.push(['resultaat.totaal', totalOf(scenarios, keten?.koppelingen), resultaat.totaal]);
  wrong.push(['resultaat.tellingen', tally(scenarios, onverwacht.length), resultaat.tellingen]);
  return wrong
    .map(([where, expected, seen]) => [where, textOf(expected), textOf(seen)] as const)
    .filter(([, expected, seen]) => expected !== seen)
    .map(([where, expected, seen]) => ({
      ...inReport('REPORT_INCONSISTENT', where),
      verwacht: expected,
      gezien: seen,
    }));
}

/** Of a chain: each row of the matrix from its steps, each koppeling from its rows, and the whole from those. */
function chainFacts(
  { scenarios }: Report,
  { matrix, koppelingen, verdict }: Keten,
): readonly (readonly [where: string, expected: unknown, seen: unknown])[] {
  if (!matrix) return [];
  const rows = matrix.map(({ koppeling, scenario, verdict: said }) => {
    const steps = scenarios.find(({ id }) => id === scenario)?.stappen.filter((each) => each.koppeling === koppeling) ?? [];
    return [`keten ${koppeling} ${scenario}`, linkOutcome(steps).verdict, said] as const;
  });
  const links = koppelingen.map(({ id, verdict: said }) => {
    const own = matrix.filter(({ koppeling }) => koppeling === id);
    return [`keten ${id}`, outcomeOfRows(own).verdict, said] as const;
  });
  return [...rows, ...links, ['keten', chainVerdict(koppelingen), verdict]];
}

/** A step is no better than its rules; one that was switched off has none. */
function lowestFor({ regels, gevolgVan, verdict }: ReportStep, isMandatory: boolean) {
  if (gevolgVan !== undefined) return 'niet_beslist';
  if (regels.length === 0 && verdict === 'niet_van_toepassing' && !isMandatory) return verdict;
  return stepOutcome(regels).verdict;
}

/** What the seal says of the report, beside the report. What it says besides is its own affair. */
export function otherwiseSealed(report: Report, predicate: Readonly<Record<string, unknown>>): readonly SealFinding[] {
  return Object.entries(sealedFacts(report))
    .map(([name, fact]) => [name, textOf(fact), textOf(predicate[name])] as const)
    .filter(([, fact, said]) => fact !== said)
    .map(([name, fact, said]) => ({ ...inReport('PREDICATE_DIFFERS', name), verwacht: fact, gezien: said }));
}

/** The evidence: every message as the manifest says, no message beside it, and every piece that the report points at. */
export function otherwiseRecorded(
  report: Report,
  manifest: unknown,
  files: ReadonlyMap<string, { readonly size: number; readonly sha256: string }>,
): readonly SealFinding[] {
  const exchanges = isRecord(manifest) && Array.isArray(manifest.uitwisselingen) ? manifest.uitwisselingen : [];
  const ids = new Set(exchanges.map(({ id }) => String(id)));
  const messages = exchanges.flatMap(({ vraag, antwoord }) => [vraag, antwoord].filter(isRecord));
  // A message that nobody could read stays private, and has no file.
  const published = messages.filter((message) => 'bestand' in message || 'sha256' in message);
  const named = new Set(published.map(({ bestand }) => String(bestand)));
  const wrong = [
    ...published
      .filter(({ bestand, sha256, grootte }) => {
        const file = files.get(String(bestand));
        return !/^bewijs\/[^/]+$/.test(String(bestand)) || file?.sha256 !== sha256 || file?.size !== grootte;
      })
      .map(({ bestand }) => String(bestand)),
    ...(named.size === published.length && ids.size === exchanges.length ? [] : ['bewijs/manifest.json']),
    ...[...files.keys()].filter((name) => /^bewijs\/(?!manifest\.json$)/.test(name) && !named.has(name)),
    ...report.scenarios
      .flatMap(({ stappen }) => stappen.flatMap(({ bewijs }) => bewijs))
      .filter((id) => !ids.has(id))
      .map((id) => `bewijs ${id}`),
  ];
  return [...new Set(wrong)].map((gezien) => ({ code: 'MANIFEST_DIFFERS', bestand: 'bewijs/manifest.json', gezien }));
}

function inReport(code: 'REPORT_INCONSISTENT' | 'PREDICATE_DIFFERS', where: string): SealFinding {
  return { code, bestand: `rapport.json#${where}` };
}

function textOf(value: unknown): string {
  return value === undefined ? '' : typeof value === 'string' ? value : canonicalJson(value);
}
