/**
 * Questions to persons in a report: what was shown, who answered what, when and how. They are counted apart: an answer of
 * a person is not what a machine established.
 */
import type { HumanCheck } from '../../model/human-check.js';
import type { Bevestiging, ReportStep, Tellingen } from '../../model/report.js';
import type { Answered, Asked } from '../../model/run-event.js';

/** What the events tell about questions, by `<scenario>/<nr>`. */
export interface Confirmations {
  readonly asked: ReadonlyMap<string, Asked>;
  readonly answered: ReadonlyMap<string, Answered>;
}

/**
 * What became of the question of a step.
 * @param values - for a question that was never asked, whose text may name variables
 */
export function confirmationOf(
  check: HumanCheck,
  path: string,
  { asked, answered }: Confirmations,
  values: Readonly<Record<string, string>>,
): Bevestiging {
  const question = asked.get(path);
  if (question === undefined) {
    return { stand: 'niet_gevraagd', vraag: filled(check.question, values), kijkNaar: filled(check.lookAt, values) };
  }
  const shown = { vraag: question.question, kijkNaar: question.lookAt, gevraagdOp: question.at };
  const answer = answered.get(path);
  if (answer === undefined) return { stand: 'geen_antwoord', ...shown };
  const { answer: stand, at: beantwoordOp, by: door, how: hoe, note } = answer;
  return { stand, ...shown, beantwoordOp, door, hoe, ...(note !== undefined && { notitie: note }) };
}

/** @returns nothing when no step asks anything */
export function countConfirmations(steps: readonly ReportStep[]): Pick<Tellingen, 'bevestigingen'> {
  const counts: Partial<Record<Bevestiging['stand'], number>> = {};
  for (const { handmatigeBevestiging: each } of steps) if (each) counts[each.stand] = (counts[each.stand] ?? 0) + 1;
  return Object.keys(counts).length === 0 ? {} : { bevestigingen: counts };
}

function filled({ nl, en }: HumanCheck['question'], values: Readonly<Record<string, string>>): HumanCheck['question'] {
  const fill = (text: string) => text.replaceAll(/\{\{\s*([^{}\s]+)\s*\}\}/g, (all, name: string) => values[name] ?? all);
  return { nl: fill(nl), en: fill(en) };
}
