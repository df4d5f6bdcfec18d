/**
 * What in a message may be about a person, as data of a standard: `privacy.yaml`. By local names, so that a
 * product that chose a wrong namespace or a strange prefix is masked as well.
 */
export interface PrivacyTable {
  /** `name`, `parent/name`: the text of such elements; `name/**`: of everything in them as well. */
  readonly masked: readonly string[];
  /** Local names that stay as they are, also inside what is masked: codes that a schema lists, and say nothing of a person. */
  readonly kept: readonly string[];
  /** Local names of elements that hold a date, written yyyymmdd or the beginning of that. */
  readonly dates: readonly string[];
  /** Local names of elements that hold a document in base64. */
  readonly documents: readonly string[];
  /** Local name → how many digits at the beginning are a code of an organisation, and stay. */
  readonly codes: Readonly<Record<string, number>>;
  /** Local names of attributes. */
  readonly attributes: readonly string[];
  /** Local names of elements that number messages: what stands there is of nobody. */
  readonly references: readonly string[];
}

/** Where a table hides everything that one of several hides. What one of them keeps is kept. */
export function joinedTables(tables: readonly PrivacyTable[]): PrivacyTable {
  const all = (of: (table: PrivacyTable) => readonly string[]) => [...new Set(tables.flatMap(of))].sort();
  return {
    masked: all(({ masked }) => masked),
    kept: all(({ kept }) => kept),
    dates: all(({ dates }) => dates),
    documents: all(({ documents }) => documents),
    codes: Object.assign({}, ...tables.map(({ codes }) => codes)),
    attributes: all(({ attributes }) => attributes),
    references: all(({ references }) => references),
  };
}
