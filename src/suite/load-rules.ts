/**
 * Loads the semantic rules of a standard: those of what it uses first, then its own. An id stands in one file only.
 */
import type { Bron } from '../model/finding.js';
import { formatPlace, HarnessError } from '../model/harness-error.js';
import type { RuleCheck, RuleDefinition } from '../model/rule-definition.js';
import { type Tolerance, toleranceId } from '../model/tolerance.js';
import type { FileSet } from './file-set.js';
import type { RuleText } from './rule-file.js';
import { readYaml } from './yaml-reader.js';

/**
 * @param folders - below the suites folder, e.g. `_basis/<layer>`, in the order in which they build on each other
 * @throws {HarnessError} `SUITE_INVALID` with file:line:column
 */
export async function loadRules(files: FileSet, folders: readonly string[]): Promise<readonly RuleDefinition[]> {
  const seen = new Map<string, string>();
  const rules: RuleDefinition[] = [];
  for (const folder of folders) {
    for (const file of await ruleFiles(files, folder)) {
      const { value, place } = await readYaml(await files.read(file), files.nameOf(file), 'rules');
      for (const [id, text] of Object.entries(value.rules)) {
        const earlier = seen.get(id);
        if (earlier) {
          const at = place(['rules', id]);
          throw new HarnessError('SUITE_INVALID', `${formatPlace(at)}: rule ${id} stands in ${earlier} already`, { place: at });
        }
        seen.set(id, files.nameOf(file));
        rules.push(definition(id, text));
      }
    }
  }
  return rules;
}

async function ruleFiles(files: FileSet, folder: string): Promise<readonly string[]> {
  const names = (await files.list(`${folder}/rules`)).filter((name) => name.endsWith('.yaml'));
  return names.map((name) => `${folder}/rules/${name}`);
}

function definition(id: string, of: RuleText): RuleDefinition {
  const { codes, elements, services, side } = of;
  return {
    id,
    melding: { nl: of.nl, en: of.en },
    ernst: of.ernst,
    scope: of.scope,
    appliesTo: { ...(codes && { codes }), ...(elements && { elements }), ...(services && { services }), ...(side && { side }) },
    bronnen: of.bron.map(bron),
    check: check(id, of),
    ...(of.praktijk && { praktijk: tolerance(id, of.praktijk) }),
    ...(of.onPurpose && { onPurpose: true }),
    ...(of.advies && { advies: of.advies }),
    ...(of.waarom && { waarom: of.waarom }),
  };
}

function check(id: string, of: RuleText): RuleCheck {
  const applies = of.applies === undefined ? {} : { applies: of.applies };
  if (of.violation !== undefined) return { kind: 'xpath', violation: of.violation, ...applies };
  if (of.code !== undefined) return { kind: 'code', name: of.code, options: of.options ?? {}, ...applies };
  if (of.checkedBy) {
    const own = of.checkedBy === 'reply' || of.checkedBy === 'transport' ? [id] : [];
    return { kind: 'elsewhere', by: of.checkedBy, told: of.told ?? own };
  }
  const none = of.notChecked;
  return { kind: 'none', reason: none?.reason ?? 'manual', why: { nl: none?.nl ?? '', en: none?.en ?? '' } };
}

function tolerance(rule: string, of: NonNullable<RuleText['praktijk']>): Tolerance {
  return { id: toleranceId(rule), reden: { nl: of.nl, en: of.en }, bron: bron(of.bron), ...(of.only && { only: of.only }) };
}

/** `S301 §4.2` is document S301, place §4.2. */
function bron(text: string): Bron {
  const [document = '', ...plaats] = text.split(' ');
  return plaats.length === 0 ? { document } : { document, plaats: plaats.join(' ') };
}
