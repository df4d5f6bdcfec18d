/** Every semantic rule that any standard has, by id. */
import type { RuleCheck, RuleDefinition } from '../model/rule-definition.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import { packageFacts } from './package-root.js';

export interface KnownRule {
  readonly rule: RuleDefinition;
  /** Those that have it, in order of version. */
  readonly standards: readonly StandardDefinition[];
}

let loaded: Promise<ReadonlyMap<string, KnownRule>> | undefined;

/** By id; read once in a process. */
export function loadAllRules(): Promise<ReadonlyMap<string, KnownRule>> {
  loaded ??= readAllRules();
  return loaded;
}

async function readAllRules(): Promise<ReadonlyMap<string, KnownRule>> {
  const [{ openFileSet }, { listStandards, loadStandard }] = await Promise.all([
    import('../suite/file-set.js'),
    import('../suite/load-standard.js'),
  ]);
  const files = openFileSet(packageFacts().suites);
  const rules = new Map<string, KnownRule>();
  for (const id of await listStandards(files.root)) {
    const standard = await loadStandard(files, id);
    for (const rule of standard.rules) {
      rules.set(rule.id, { rule, standards: [...(rules.get(rule.id)?.standards ?? []), standard] });
    }
  }
  return new Map([...rules].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** In a word or two: `xpath`, `code:<name>`, `schema`, `reply`, …; or `-` and the reason why it is not checked. */
export function howChecked(check: RuleCheck): string {
  switch (check.kind) {
    case 'xpath':
      return 'xpath';
    case 'code':
      return `code:${check.name}`;
    case 'elsewhere':
      return check.by;
    case 'none':
      return `- ${check.reason}`;
  }
}
