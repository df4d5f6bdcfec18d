/** Adds one change to a dossier: whole or not at all, and also when two do so at once. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Wat, Wijziging } from '../../dossier/acceptance/change.js';
import { changeText, indexText, nextChange, textDigest } from '../../dossier/acceptance/history.js';
import type { Stand } from '../../dossier/acceptance/state.js';
import { HarnessError } from '../../model/harness-error.js';
import type { Shell } from '../shell.js';
import { SIGNATURES, signatureNames } from './dossier-files.js';
import { bytesIn, CHANGES, changeName, INDEX, type OpenedDossier, openDossier } from './dossier-folder.js';
import { told, writeFirst, writeWhole } from './dossier-write.js';

/** Makes the change that is due where the dossier stands; called again when somebody else was first. */
export type MakeChange = (stand: Stand, changes: readonly Wijziging[]) => Wat;

/**
 * @param who - who makes the change
 * @throws {HarnessError} `DOSSIER_INVALID` when the dossier was changed outside of ketentest: nothing is written onto that,
 *   `OUTPUT_FAILED` when it cannot be written
 */
export function appendChange(shell: Pick<Shell, 'cwd' | 'clock'>, shown: string, who: string, make: MakeChange): OpenedDossier {
  for (;;) {
    const before = openDossier(shell.cwd, shown);
    const broken = before.breuken.filter(({ code }) => code !== 'INDEX_BEHIND');
    if (broken.length > 0)
      throw changed(
        shown,
        broken.map(({ code, nr }) => [code, nr].filter((each) => each !== undefined).join(' ')),
      );
    const wat = make(before.stand, before.wijzigingen);
    if (takeNumber(shell, before.path, shown, before.wijzigingen, who, wat)) return indexed(shell.cwd, shown);
  }
}

/** The first change, of a folder that has none. @returns undefined when somebody else was first */
export function beginDossier(
  shell: Pick<Shell, 'cwd' | 'clock'>,
  path: string,
  shown: string,
  who: string,
  wat: Wat,
): OpenedDossier | undefined {
  told(shown, () => mkdirSync(join(path, CHANGES), { recursive: true }));
  return takeNumber(shell, path, shown, [], who, wat) ? indexed(shell.cwd, shown) : undefined;
}

function takeNumber(
  { clock }: Pick<Shell, 'clock'>,
  path: string,
  shown: string,
  before: readonly Wijziging[],
  wie: string,
  wat: Wat,
): boolean {
  const op = new Date(clock.now()).toISOString();
  const change = nextChange(before, { wie, op, wat, erbij: newSignatures(path, before) });
  const file = join(path, CHANGES, changeName(change.nr));
  return told(shown, () => writeFirst(file, changeText(change)));
}

/** Writes the index; whoever wrote it last has seen all changes. */
function indexed(cwd: string, shown: string): OpenedDossier {
  for (;;) {
    const now = openDossier(cwd, shown);
    told(shown, () => writeWhole(join(now.path, INDEX), indexText(now.wijzigingen)));
    const after = openDossier(cwd, shown);
    if (after.wijzigingen.length === now.wijzigingen.length && !after.breuken.some(({ code }) => code === 'INDEX_BEHIND'))
      return after;
  }
}

/** Signatures that no change names yet: so they cannot be taken away unseen. */
function newSignatures(path: string, before: readonly Wijziging[]) {
  const known = new Set(before.flatMap(({ erbij = [] }) => erbij.map(({ bestand }) => bestand)));
  return signatureNames(path)
    .map((name) => `${SIGNATURES}/${name}`)
    .filter((bestand) => !known.has(bestand))
    .map((bestand) => ({ bestand, digest: textDigest(bytesIn(join(path, bestand)) ?? Buffer.of()) }));
}

function changed(shown: string, codes: readonly string[]): HarnessError {
  const list = codes.join(', ');
  return new HarnessError(
    'DOSSIER_INVALID',
    {
      nl: `${shown} is buiten ketentest om veranderd (${list}); daar wordt niets aan toegevoegd`,
      en: `${shown} was changed outside of ketentest (${list}); nothing is added to that`,
    },
    {
      place: { file: shown },
      hint: {
        nl: `"ketentest dossier verify ${shown}" zegt wat er anders is. Is alleen dossier.json beschadigd: haal dat weg, het wordt uit wijzigingen/ opnieuw gemaakt.`,
        en: `"ketentest dossier verify ${shown}" tells what differs. When only dossier.json is damaged: take it away, it is made again from wijzigingen/.`,
      },
    },
  );
}
