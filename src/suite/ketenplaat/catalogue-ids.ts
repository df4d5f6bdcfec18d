/** Reads what a catalogue calls the koppelvlakken that we hold: `gemma.yaml` of each, and `_catalogus/elementen.yaml` beside them. */
import type { CatalogueIds } from '../../model/catalogue-ids.js';
import type { FileSet } from '../file-set.js';
import { listStandards } from '../load-standard.js';
import { readYaml } from '../yaml-reader.js';

const ELEMENTS = '_catalogus/elementen.yaml';

/**
 * Every koppelvlak with a `gemma.yaml`, in order of name.
 * @throws {HarnessError} `SUITE_INVALID` with file, line and column
 */
export async function catalogueIds(files: FileSet): Promise<readonly CatalogueIds[]> {
  const hasElements = (await files.list('_catalogus')).includes('elementen.yaml');
  const elements = hasElements ? (await readYaml(await files.read(ELEMENTS), files.nameOf(ELEMENTS), 'elements')).value : {};
  const all: CatalogueIds[] = [];
  for (const id of await listStandards(files.root)) {
    if (!(await files.list(id)).includes('gemma.yaml')) continue;
    const [{ value: standard }, { value: gemma }] = await Promise.all([
      readYaml(await files.read(`${id}/standard.yaml`), files.nameOf(`${id}/standard.yaml`), 'standard'),
      readYaml(await files.read(`${id}/gemma.yaml`), files.nameOf(`${id}/gemma.yaml`), 'gemma'),
    ]);
    const { element, rollen = {} } = elements[id] ?? {};
    const named = Object.entries(rollen).map(([role, component]) => [standard.roles[role]?.naam ?? role, component]);
    all.push({
      standaard: { naam: standard.naam, versie: standard.versie },
      gemmaId: { standaard: gemma.standaard.id, versie: gemma.versie.id },
      ...(element !== undefined && { elementId: element }),
      componenten: Object.fromEntries(named),
    });
  }
  return all;
}
