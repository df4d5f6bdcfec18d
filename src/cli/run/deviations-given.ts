/** What `--known-deviations` names: the file as it was read, and what of it is about the suite that is run. */
import type { KnownDeviation } from '../../model/deviation.js';
import type { Tekst } from '../../model/finding.js';
import type { Suite } from '../../model/scenario.js';
import { findingCodes } from '../explain/finding-codes.js';
import { readGivenFile } from '../settings/given-file.js';
import type { Settings } from '../settings/settings.js';
import { openSuite } from '../suite-loading.js';

export interface DeviationsGiven {
  /** As it was read; kept with the report. */
  readonly text: string;
  readonly known: readonly KnownDeviation[];
}

/** Name below `testset/`. */
export const DEVIATIONS = 'afwijkingen.yaml';

/**
 * @param others - suites that are run beside this one: a deviation may be about a step of theirs
 * @returns undefined when no file was named
 * @throws {HarnessError} `CONFIG_INVALID` with file:line:column for what is no deviation, or is about nothing in these suites
 */
export async function deviationsGiven(
  cwd: string,
  { knownDeviations: file }: Pick<Settings, 'knownDeviations'>,
  suite: Suite,
  others: readonly string[] = [],
): Promise<DeviationsGiven | undefined> {
  if (file === undefined) return undefined;
  const { deviationsOf, readDeviations, refuseUnplanned } = await import('../../suite/deviations.js');
  const text = readGivenFile(cwd, file, HINT);
  const given = readDeviations(text, file);
  const beside = await Promise.all(others.filter((id) => id !== suite.id).map((id) => openSuite(id)));
  refuseUnplanned(given, [suite, ...beside.map((each) => each.suite)], await findingCodes());
  return { text, known: deviationsOf(suite, given) };
}

const HINT: Tekst = {
  nl: 'Noem bij --known-deviations een bestand met afwijkingen; docs/known-deviations.md toont er een.',
  en: 'Name a file with deviations with --known-deviations; docs/known-deviations.md shows one.',
};
