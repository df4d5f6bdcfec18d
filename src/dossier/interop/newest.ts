/** Of several reports of one test the newest counts: a fault that was mended does not stay, and a new one does not hide behind an old run. */
import type { SealedFacts } from '../sealed-report.js';

interface Dated {
  readonly feiten: Pick<SealedFacts, 'digest' | 'uitvoering'>;
}

/** The newest of each kind first. @param kind - reports of one kind replace each other */
export function newestOfEach<T extends Dated>(of: readonly T[], kind: (of: T) => string): readonly T[] {
  const found = new Map<string, T>();
  for (const each of newestFirst(of)) if (!found.has(kind(each))) found.set(kind(each), each);
  return [...found.values()];
}

/** The newest of each kind that decides; one that was not decided hides no older one that was. */
export function newestDeciding<T extends Dated>(
  of: readonly T[],
  kind: (of: T) => string,
  decides: (of: T) => boolean,
): readonly T[] {
  const deciding = newestOfEach(of.filter(decides), kind);
  const kinds = new Set(deciding.map(kind));
  return [...deciding, ...newestOfEach(of, kind).filter((each) => !kinds.has(kind(each)))];
}

/** By when the run ended, as who ran it says. */
export function newestFirst<T extends Dated>(of: readonly T[]): readonly T[] {
  const moment = ({ feiten }: T) => Date.parse(feiten.uitvoering.beeindigdOp);
  return [...of].sort((one, other) => moment(other) - moment(one) || one.feiten.digest.localeCompare(other.feiten.digest));
}
