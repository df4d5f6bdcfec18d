/**
 * Reads a YAML file whose shape its reader checks value by value, as the settings of a run are.
 */
import { z } from 'zod';
import type { ErrorCode } from '../model/harness-error.js';
import { type ReadYaml, readYaml } from './yaml-reader.js';

/** @throws {HarnessError} with `code` when the text is no YAML */
export function readAnyYaml(text: string, file: string, code: ErrorCode): ReadYaml<unknown> {
  return readYaml(text, file, z.unknown(), code);
}
