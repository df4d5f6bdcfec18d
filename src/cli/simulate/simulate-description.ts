/** What a simulated counterpart shows of its services: our own description, and the published one where it is installed. */
import { describeServices, type ServiceDescription } from '../../message/service-description.js';
import { writeSchema } from '../../message/shape-schema.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import type { Shell } from '../shell.js';
import { folderOfSet } from '../standards/official-basis.js';
import { schemaFolders } from '../standards/schema-bases.js';
import { readSetFolder } from '../standards/set-files.js';

/** @param schemas - the `--schemas` option */
export async function descriptionOf(
  shell: Pick<Shell, 'cwd' | 'env'>,
  schemas: string | undefined,
  standard: StandardDefinition,
): Promise<ServiceDescription> {
  const { shapes } = standard;
  const { roots } = schemaFolders(shell, schemas);
  const published = await installed(standard, roots);
  return describeServices(standard, { own: () => shapes && writeSchema(shapes).files, ...(published && { published }) });
}

/** The files of the first set that is there. */
async function installed({ schemas }: StandardDefinition, roots: readonly string[]) {
  for (const { set } of schemas) {
    const folder = await folderOfSet(set, roots);
    if (folder !== undefined) return { set, files: await readSetFolder(folder) };
  }
  return undefined;
}
