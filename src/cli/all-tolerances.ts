/** Every named tolerance of the profile praktijk: with a rule of a standard, or with a label on the wire. */
import type { Ernst, Tekst } from '../model/finding.js';
import type { Tolerance } from '../model/tolerance.js';
import { toleranceId } from '../model/tolerance.js';
import { type KnownRule, loadAllRules } from './all-rules.js';
import { loadAllSymptoms } from './all-symptoms.js';

export interface KnownTolerance {
  readonly tolerance: Tolerance;
  /** What it softens. */
  readonly about: { readonly id: string; readonly ernst: Ernst; readonly melding: Tekst };
  /** Absent for a label on the wire. */
  readonly rule?: KnownRule;
}

/** By id. */
export async function loadAllTolerances(): Promise<ReadonlyMap<string, KnownTolerance>> {
  const [rules, { TRANSPORT_TOLERANCES }, symptoms] = await Promise.all([
    loadAllRules(),
    import('../judge/transport-tolerances.js'),
    loadAllSymptoms(),
  ]);
  const ofRules = [...rules.values()].flatMap((rule): readonly KnownTolerance[] =>
    rule.rule.praktijk ? [{ tolerance: rule.rule.praktijk, about: rule.rule, rule }] : [],
  );
  const ofWire = TRANSPORT_TOLERANCES.flatMap((tolerance): readonly KnownTolerance[] => {
    const about = symptoms.find((symptom) => toleranceId(symptom.id) === tolerance.id);
    return about ? [{ tolerance, about }] : [];
  });
  return new Map([...ofRules, ...ofWire].map((each) => [each.tolerance.id, each]));
}
