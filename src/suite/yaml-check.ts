/**
 * Holds the value of a YAML file against the shape that it must have. Every complaint names file, line and column, what was
 * expected, and the nearest name. A file that came with the package was checked when it was built, and needs none of this.
 */
import type { z } from 'zod';
import { type ErrorCode, formatPlace, HarnessError, type Place } from '../model/harness-error.js';
import { elementsFile, gemmaFile, planFile } from './ketenplaat/plan-shapes.js';
import { misbehavioursFile } from './misbehaviours-file.js';
import { ruleFile } from './rule-file.js';
import { shapeFile } from './shape-file.js';
import type { YamlFiles, YamlKind } from './yaml-files.js';
import { basisFile, chainFile, privacyFile, roleFile, scenarioFile, serviceFile, standardFile } from './yaml-shapes.js';

const SHAPES: { readonly [K in YamlKind]: z.ZodType<YamlFiles[K]> } = {
  standard: standardFile,
  basis: basisFile,
  privacy: privacyFile,
  service: serviceFile,
  role: roleFile,
  scenario: scenarioFile,
  chain: chainFile,
  plan: planFile,
  gemma: gemmaFile,
  elements: elementsFile,
  rules: ruleFile,
  shapes: shapeFile,
  misbehaviours: misbehavioursFile,
};

/** @throws {HarnessError} with `code`, listing every complaint with its place */
export function checkKind<K extends YamlKind>(value: unknown, kind: K, place: PlaceOf, code: ErrorCode): YamlFiles[K] {
  return checkShape(value, SHAPES[kind], place, code);
}

/** @throws {HarnessError} with `code`, listing every complaint with its place */
export function checkShape<T>(value: unknown, shape: z.ZodType<T>, place: PlaceOf, code: ErrorCode): T {
  const result = shape.safeParse(value);
  if (!result.success) throw refuse(result.error.issues, place, code);
  return result.data;
}

/** Where a path of keys and indexes stands in the file. */
type PlaceOf = (path: readonly PropertyKey[]) => Place;

function refuse(issues: readonly z.core.$ZodIssue[], place: PlaceOf, code: ErrorCode): HarnessError {
  const told = issues.slice(0, 20).map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const at = place([...issue.path, ...unknown.slice(0, 1)]);
    return { at, text: `${formatPlace(at)}: ${issue.path.map(String).join('.') || 'this file'}: ${explain(issue)}` };
  });
  return new HarnessError(code, told.map(({ text }) => text).join('\n'), told[0] ? { place: told[0].at } : {});
}

function explain(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return issue.message.replace(/^Invalid input: /, '');
  return `unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
}
