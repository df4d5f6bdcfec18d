/** What a gebrek refers to: a report of the dossier or on disk, another gebrek, a requirement, a round. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Gebrek, Stand } from '../../dossier/acceptance/state.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import type { Report } from '../../model/report.js';
import { addReport } from './add-report.js';
import { type DossierCall, usage } from './dossier-call.js';
import { evidenceOf } from './dossier-files.js';
import { openDossier } from './dossier-folder.js';

/** By its id, or a package on disk, which is added then. @throws {HarnessError} `USAGE` when there is none, or it does not hold */
export async function reportCalled(call: DossierCall, name: string): Promise<{ readonly id: string; readonly report: Report }> {
  const { shell, shown, trust } = call;
  const isId = /^R\d+$/i.test(name);
  const id = isId || !existsSync(resolve(shell.cwd, name)) ? name.toUpperCase() : await addReport(call, name);
  const dossier = openDossier(shell.cwd, shown);
  const ids = dossier.stand.rapporten.map((each) => each.id);
  if (!ids.includes(id)) {
    throw usage(`er is geen rapport ${name}`, `there is no report ${name}`, {
      nl: `Noem een rapport van dit dossier (${ids.join(', ') || 'nog geen'}), of de map van een verzegeld rapport.`,
      en: `Name a report of this dossier (${ids.join(', ') || 'none yet'}), or the folder of a sealed report.`,
    });
  }
  const report = (await evidenceOf(dossier, trust)).get(id)?.report;
  if (!report) {
    throw usage(`rapport ${id} houdt niet, en toont niets aan`, `report ${id} does not hold, and shows nothing`, {
      nl: `"ketentest dossier verify ${shown}" zegt er meer over.`,
      en: `"ketentest dossier verify ${shown}" tells more.`,
    });
  }
  return { id, report };
}

/** @throws {HarnessError} `USAGE` with the nearest one */
export function findingCalled({ gebreken }: Stand, id: string): Gebrek {
  const found = gebreken.find((each) => each.id === id);
  if (found) return found;
  const near = didYouMean(
    nearest(
      id,
      gebreken.map((each) => each.id),
    ),
  );
  throw usage(`er is geen gebrek ${id}${near.nl}`, `there is no gebrek ${id}${near.en}`);
}

/** @throws {HarnessError} `USAGE` for a requirement or a round that is not there */
export function checkReferences({ eisen, rondes }: Stand, { eis, ronde }: Partial<Gebrek>): void {
  const known = eisen.map(({ id }) => id);
  if (eis !== undefined && !known.includes(eis)) {
    const near = didYouMean(nearest(eis, known));
    throw usage(`er is geen eis "${eis}"${near.nl}`, `there is no requirement "${eis}"${near.en}`);
  }
  if (ronde !== undefined && !rondes.some(({ nr }) => nr === ronde))
    throw usage(`er is geen ronde ${ronde}`, `there is no round ${ronde}`);
}
