/**
 * What a seal says about its report, in the words of `rapport.json` and of in-toto's test-result. Nobody has to believe it:
 * whoever verifies makes it again from the report. How sure a report is does not stand here, and cannot be claimed.
 *
 * @see https://github.com/in-toto/attestation, spec/predicates/test-result.md
 */
import type { Report, Totaal } from '../../model/report.js';
import type { MessageRoot } from './message-leaf.js';

/** What the report does not tell. */
export interface SealFacts {
  /** SHA-256 of the published JSON Schema of `rapport.json`. */
  readonly schemaDigest: string;
  /** Of the harness that seals. */
  readonly harness: { readonly version: string; readonly digest: string };
}

/** What a test-result of in-toto says, save with what was tested. */
export function testResultFacts(report: Report) {
  return {
    result: RESULTS[report.resultaat.totaal],
    passedTests: scenariosOf(report, ['voldoet']),
    warnedTests: scenariosOf(report, ['niet_beslist', 'niet_uitgevoerd']),
    failedTests: scenariosOf(report, ['voldoet_niet']),
  };
}

/** The facts of a report that its seal repeats; a function of the report alone. */
export function sealedFacts(report: Report): Readonly<Record<string, unknown>> {
  const { zelftoets: _, ...testset } = report.testset;
  return {
    ...testResultFacts(report),
    rapport: report.rapport,
    standaard: report.standaard,
    product: report.product,
    leverancier: report.leverancier,
    uitvoerder: report.uitvoerder,
    omgeving: report.omgeving,
    testset,
    schemabasis: report.schemabasis,
    harnas: report.harnas,
    resultaat: report.resultaat,
    uitvoering: report.uitvoering,
    // Known beforehand; they explain faults, and change no result.
    afwijkingen: report.afwijkingen ?? [],
  };
}

/** Everything that a seal says about its report. @param bewijs - absent when the messages have no tree */
export function sealPredicate(
  report: Report,
  { schemaDigest, harness }: SealFacts,
  bewijs: MessageRoot | undefined,
): Readonly<Record<string, unknown>> {
  return {
    ...sealedFacts(report),
    ...(bewijs && { bewijs }),
    configuration: [
      { name: 'testset', digest: { sha256: report.testset.digest } },
      { name: 'schemabasis', digest: { sha256: report.schemabasis.digest } },
      { name: 'rapport.schema.json', uri: report.$schema, digest: { sha256: schemaDigest } },
      { name: 'harnas', uri: `pkg:npm/ketentest@${harness.version}`, digest: { sha256: harness.digest } },
    ].filter(({ digest }) => digest.sha256 !== ''),
  };
}

/** Only what is flawless has passed. */
const RESULTS: Readonly<Record<Totaal, string>> = { foutloos: 'PASSED', met_fouten: 'FAILED', niet_vastgesteld: 'WARNED' };

function scenariosOf({ scenarios }: Report, verdicts: readonly string[]): readonly string[] {
  return scenarios.filter(({ verdict }) => verdicts.includes(verdict)).map(({ id }) => id);
}
