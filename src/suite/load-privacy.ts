/** Loads what may be about persons: every `privacy.yaml` there is, since a product may send what its standard does not know. */
import { joinedTables, type PrivacyTable } from '../model/privacy.js';
import type { FileSet } from './file-set.js';
import { listStandards } from './load-standard.js';
import { readYaml } from './yaml-reader.js';

const NAME = 'privacy.yaml';

/** @throws {HarnessError} `SUITE_INVALID` with file:line:column */
export async function loadPrivacy(files: FileSet): Promise<PrivacyTable> {
  const bases = (await files.list('_basis')).map((name) => `_basis/${name}`);
  const found: PrivacyTable[] = [];
  for (const folder of [...bases, ...(await listStandards(files.root))]) {
    if (!(await files.list(folder)).includes(NAME)) continue;
    const file = `${folder}/${NAME}`;
    const { value } = await readYaml(await files.read(file), files.nameOf(file), 'privacy');
    const { masked = [], kept = [], dates = [], documents = [], codes = {}, attributes = [], references = [] } = value;
    found.push({ masked, kept, dates, documents, codes, attributes, references });
  }
  return joinedTables(found);
}
