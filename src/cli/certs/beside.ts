/** The authority that `certs create` wrote beside a certificate, with its key. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SET_FILES } from './certificate-set.js';
import type { Authority } from './wrong.js';

/** @param certFile - as the user named it; @returns undefined when there is none beside it */
export function authorityBeside(cwd: string, certFile: string | undefined): Authority | undefined {
  if (certFile === undefined) return undefined;
  const folder = dirname(resolve(cwd, certFile));
  const [cert, key] = [SET_FILES.ca, SET_FILES.caKey].map((name) => join(folder, name));
  if (!cert || !key || !existsSync(cert) || !existsSync(key)) return undefined;
  return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
}
