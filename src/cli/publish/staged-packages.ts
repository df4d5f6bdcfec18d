/**
 * Brings packages into a site that is made ready: first those that stand on the old one, then what was given. What is published is
 * what was verified: each is read where it will stand.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SealedReport } from '../../dossier/sealed-report.js';
import { archiveAddress, packageAddress } from '../../dossier/site/addresses.js';
import { archiveOf, fitsArchive } from '../../dossier/site/archive.js';
import type { PublishedReport } from '../../dossier/site/published.js';
import { openPackageFolder } from '../package-folder.js';
import { isAboutSigner, refuseBlocked, refuseBroken, refusePart } from './refused-package.js';
import { putFile, takeFile } from './site-folder.js';

/** Verifies the package in a folder. */
export type ReadPackage = (shown: string) => Promise<SealedReport>;

export interface Staged {
  readonly sealed: SealedReport;
  readonly published: PublishedReport;
}

export interface Staging {
  /** Whole path of the site that is made ready, and of the one that stands there. */
  readonly root: string;
  readonly old: string | undefined;
  /** How the user calls the site. */
  readonly shown: string;
  readonly read: ReadPackage;
}

/** A package of the old site; what may not be published never came there. @throws {HarnessError} `REPORT_INVALID` when it was changed there */
export async function stageKept({ root, old = '', shown, read }: Staging, digest: string): Promise<Staged> {
  const address = packageAddress(digest);
  const from = join(old, ...address.split('/'));
  const names = await copied(from, root, address, true);
  const sealed = await read(join(root, ...address.split('/')));
  const of = `${shown}/${address}`;
  if (!isAboutSigner(sealed)) refuseBroken(sealed, of);
  const archive = archiveAddress(digest);
  const zip = join(old, ...archive.split('/'));
  if (existsSync(zip)) await takeFile(zip, root, archive, true);
  return staged(sealed, digest, names);
}

/**
 * A package that was given.
 * @returns undefined when it is there already, with every seal that this one has
 * @throws {HarnessError} `REPORT_INVALID` or `PRIVACY_BLOCKED` when it may not be published
 */
export async function stageGiven({ root, read }: Staging, cwd: string, shown: string): Promise<Staged | undefined> {
  const folder = resolve(cwd, shown);
  const listed = await openPackageFolder(cwd, shown).list();
  const before = await read(folder);
  refuseBroken(before, shown);
  refusePart(
    listed.map(({ name }) => name),
    shown,
  );
  await refuseBlocked(folder, shown);
  const digest = before.feiten?.digest ?? '';
  const address = packageAddress(digest);
  const place = join(root, ...address.split('/'));
  if (existsSync(place)) {
    const there = new Set((await openPackageFolder(place, '.').list()).map(({ name }) => name));
    if (listed.every(({ name }) => there.has(name))) return undefined;
  }
  const names = await copied(folder, root, address, false);
  const sealed = await read(place);
  refuseBroken(sealed, shown);
  const source = openPackageFolder(place, '.');
  if (fitsArchive(names)) {
    await putFile(
      root,
      archiveAddress(digest),
      archiveOf(
        source,
        names.map(({ naam }) => naam),
      ),
    );
  }
  return staged(sealed, digest, names);
}

/** Every public file; `prive/` is no part of a package. */
async function copied(from: string, root: string, address: string, isOfSite: boolean): Promise<PublishedReport['bestanden']> {
  const listed = (await openPackageFolder(from, '.').list()).filter(({ kind }) => kind === 'file');
  for (const { name } of listed) await takeFile(join(from, ...name.split('/')), root, `${address}${name}`, isOfSite);
  const all = await openPackageFolder(join(root, ...address.split('/')), '.').list();
  return all.map(({ name, size }) => ({ naam: name, grootte: size })).toSorted((one, other) => (one.naam < other.naam ? -1 : 1));
}

function staged(sealed: SealedReport, digest: string, bestanden: PublishedReport['bestanden']): Staged {
  const naam = packageAddress(digest).slice(0, -1);
  const bezwaren = sealed.bevindingen.map(({ code }) => code);
  return {
    sealed: { ...sealed, naam },
    published: { naam, digest, bestanden, bezwaren, ...(sealed.feiten && { feiten: sealed.feiten }) },
  };
}
