/**
 * The kinds of YAML files of a koppelvlak, and which file is of which kind.
 */
import type { z } from 'zod';
import type { ElementsFile, GemmaFile, PlanFile } from './ketenplaat/plan-shapes.js';
import type { MisbehavioursFile } from './misbehaviours-file.js';
import type { RuleFile } from './rule-file.js';
import type { ShapeFile } from './shape-file.js';
import type { basisFile, ChainFile, privacyFile, RoleFile, ScenarioFile, ServiceFile, StandardFile } from './yaml-shapes.js';

/** Kind → what its files hold. */
export interface YamlFiles {
  readonly standard: StandardFile;
  readonly basis: z.infer<typeof basisFile>;
  readonly privacy: z.infer<typeof privacyFile>;
  readonly service: ServiceFile;
  readonly role: RoleFile;
  readonly scenario: ScenarioFile;
  readonly chain: ChainFile;
  readonly plan: PlanFile;
  readonly gemma: GemmaFile;
  readonly elements: ElementsFile;
  readonly rules: RuleFile;
  readonly shapes: ShapeFile;
  readonly misbehaviours: MisbehavioursFile;
}

export type YamlKind = keyof YamlFiles;

const KINDS: readonly (readonly [pattern: RegExp, kind: YamlKind])[] = [
  [/^(?:_basis\/)?[^/]+\/privacy\.yaml$/, 'privacy'],
  [/^_basis\/[^/]+\/basis\.yaml$/, 'basis'],
  [/^_basis\/[^/]+\/[^/]+\.yaml$|\/schema\/[^/]+\.yaml$/, 'shapes'],
  [/\/rules\/[^/]+\.yaml$/, 'rules'],
  [/^[^/]+\/standard\.yaml$/, 'standard'],
  [/^[^/]+\/gemma\.yaml$/, 'gemma'],
  [/^_catalogus\/elementen\.yaml$/, 'elements'],
  [/^[^/]+\/services\/[^/]+\.yaml$/, 'service'],
  [/^[^/]+\/roles\/[^/]+\/role\.yaml$/, 'role'],
  [/^[^/]+\/roles\/[^/]+\/[^/]+\.yaml$/, 'scenario'],
  [/^[^/]+\/chains\/[^/]+\.yaml$/, 'chain'],
  [/^[^/]+\/selftest\/misbehaviours\.yaml$/, 'misbehaviours'],
];

/** @param path - below the suites folder, with forward slashes @returns undefined for a file of no kind */
export function kindOf(path: string): YamlKind | undefined {
  return KINDS.find(([pattern]) => pattern.test(path))?.[1];
}
