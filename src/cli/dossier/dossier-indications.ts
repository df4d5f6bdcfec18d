/** What the reports of a dossier amount to for a catalogue, on the day it is looked at. */
import { join } from 'node:path';
import type { Indicatie } from '../../dossier/indication/indication.js';
import { indicationsOf } from '../../dossier/indication/indications-of.js';
import { type SealedReport, sealedReport } from '../../dossier/sealed-report.js';
import { momentAt } from '../indication/moment.js';
import { openPackageFolder } from '../package-folder.js';
import { packageFacts } from '../package-root.js';
import type { DossierCall } from './dossier-call.js';
import type { OpenedDossier } from './dossier-folder.js';

/** By id of the report; absent for one that decides nothing. */
export async function indicationsIn(
  { path, stand }: OpenedDossier,
  { trust, at }: Pick<DossierCall, 'trust' | 'at'>,
): Promise<ReadonlyMap<string, Indicatie>> {
  const reports: SealedReport[] = [];
  for (const { id, map } of stand.rapporten) {
    const folder = join(path, ...map.split('/'));
    const source = openPackageFolder(folder, '.');
    const listed = await source.list().catch(() => undefined);
    if (listed) reports.push(await sealedReport(id, source, { ...trust, version: packageFacts().version }));
  }
  const isTrusting = trust.trust !== undefined;
  const { indicaties } = indicationsOf(reports, [], { at: momentAt({ name: 'at', texts: [at] }), isTrusting });
  return new Map(
    stand.rapporten.flatMap(({ id, digest }) => {
      const own = indicaties.find(({ rapporten }) => rapporten.some((each) => each.digest === digest && each.telt));
      return own ? [[id, own.indicatie] as const] : [];
    }),
  );
}
