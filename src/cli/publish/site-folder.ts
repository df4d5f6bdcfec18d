/**
 * Puts a whole site in the place of the one that was there: it is made ready beside it, and then the two change names. Who looks in
 * between sees the old one or the new one, and a publication that is cut off leaves the old one. What somebody else keeps in the
 * folder (`.git`, `CNAME`) stays.
 */
import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import { claimRun } from '../journal/run-lock.js';

/** Written by us at the root of every site; whatever else stands there is not ours. */
export const OWN_ENTRIES: readonly string[] = [
  ...[
    'index.html',
    'rapport',
    'product',
    'standaard',
    'referentiecomponent',
    'wijzigingen',
    'uitleg',
    'verklaringen',
    'nl',
    'en',
  ],
  ...['compliancy-feed.json', 'compliancy-feed.sigstore.json', 'publicatie.json'],
];

/** A site that is made ready. */
export interface Stage extends AsyncDisposable {
  /** Where it is made. */
  readonly root: string;
  /** Where the old one stands; absent when there is none. */
  readonly old: string | undefined;
  /** Puts it in its place. */
  finish(): Promise<void>;
}

/**
 * @param out - whole path @param shown - as the user calls it
 * @throws {HarnessError} `RUN_BUSY` while somebody else publishes there, `OUTPUT_FAILED` when it is no site and not empty
 */
export async function openStage(out: string, shown: string): Promise<Stage> {
  const beside = (what: string) => join(dirname(out), `.${basename(out)}.${what}`);
  const [fresh, aside, lock] = [beside('nieuw'), beside('oud'), beside('bezig')];
  return told(shown, async () => {
    await mkdir(join(lock, 'prive'), { recursive: true });
    const claim = claimRun(lock, shown);
    try {
      await recover(out, aside);
      await refuseOther(out, shown);
      await rm(fresh, { recursive: true, force: true });
      await mkdir(fresh, { recursive: true });
    } catch (error) {
      claim[Symbol.dispose]();
      throw error;
    }
    return {
      root: fresh,
      old: existsSync(out) ? out : undefined,
      finish: () => told(shown, () => swap(out, fresh, aside)),
      async [Symbol.asyncDispose]() {
        await rm(fresh, { recursive: true, force: true });
        claim[Symbol.dispose]();
        await rm(lock, { recursive: true, force: true });
      },
    };
  });
}

async function swap(out: string, fresh: string, aside: string): Promise<void> {
  if (existsSync(out)) await rename(out, aside);
  await rename(fresh, out);
  await recover(out, aside);
}

/** Ends what a publication that was cut off began. */
async function recover(out: string, aside: string): Promise<void> {
  if (!existsSync(aside)) return;
  if (!existsSync(out)) return rename(aside, out);
  for (const name of await readdir(aside)) {
    if (!OWN_ENTRIES.includes(name) && !existsSync(join(out, name))) await rename(join(aside, name), join(out, name));
  }
  await rm(aside, { recursive: true, force: true });
}

/** A folder with other things in it is not taken for a site. */
async function refuseOther(out: string, shown: string): Promise<void> {
  if (!existsSync(out)) return;
  const names = (await readdir(out)).filter((name) => !name.startsWith('.'));
  if (names.length === 0 || names.includes('publicatie.json')) return;
  throw new HarnessError(
    'OUTPUT_FAILED',
    { nl: `${shown} is geen site van ketentest, en niet leeg`, en: `${shown} is no site of ketentest, and not empty` },
    {
      place: { file: shown },
      hint: { nl: 'Noem met --out een nieuwe of lege map.', en: 'Name a new or empty folder with --out.' },
    },
  );
}

/** Writes a file of which the folder need not be there yet. */
export async function putFile(root: string, path: string, content: string | AsyncIterable<Uint8Array>): Promise<void> {
  const file = join(root, ...path.split('/'));
  await mkdir(dirname(file), { recursive: true });
  // What is there may be a file of the old site by another name.
  await rm(file, { force: true });
  await writeFile(file, content);
}

/** The same bytes: of a site, whose files are never changed in place, without writing them again. */
export async function takeFile(from: string, root: string, path: string, isOfSite: boolean): Promise<void> {
  const file = join(root, ...path.split('/'));
  await mkdir(dirname(file), { recursive: true });
  await rm(file, { force: true });
  if (
    isOfSite &&
    (await link(from, file).then(
      () => true,
      () => false,
    ))
  )
    return;
  await copyFile(from, file);
}

async function told<T>(shown: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (cause instanceof HarnessError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    const text = { nl: `${shown} is niet te schrijven: ${why}`, en: `cannot write ${shown}: ${why}` };
    throw new HarnessError('OUTPUT_FAILED', text, {
      cause,
      place: { file: shown },
      hint: { nl: 'Kijk naar de rechten en de ruimte op de schijf.', en: 'Look at the permissions and the space on the disk.' },
    });
  }
}
