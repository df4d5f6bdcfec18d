/** A plan in a folder of the user's own: run as if it lay among the chains of its koppelvlak. */
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { HarnessError } from '../model/harness-error.js';
import type { LoadedSuite } from '../suite/load-suite.js';
import { packageFacts } from './package-root.js';

/** Whether an operand names a file and no suite that came with the package. */
export function isOwnFile(operand: string): boolean {
  return /\.ya?ml$/i.test(operand);
}

/** What its run is called where a suite has a path: the file's name, without folder and ending. */
export function ownName(file: string): string {
  return basename(file.replaceAll('\\', '/')).replace(/\.ya?ml$/i, '');
}

/**
 * @param path - where it is
 * @param name - how the user calls it
 * @throws {HarnessError} `SUITE_INVALID` with file:line:column, `PLAN_UNCONFIRMED` with everything that is still to do
 */
export async function openOwnFile(path: string, name: string = path): Promise<LoadedSuite> {
  const [{ JUDGES }, { openFileSet }, { chainsOf }, { loadSuite }, { readYaml }] = await Promise.all([
    import('../judge/index.js'),
    import('../suite/file-set.js'),
    import('../suite/load-chain.js'),
    import('../suite/load-suite.js'),
    import('../suite/yaml-reader.js'),
  ]);
  const file = resolve(path);
  const { value } = await readYaml(await readOwn(file, name), name, 'plan');
  const id = ownName(name);
  if (!/^\w[\w.-]*$/.test(id))
    throw unfit(name, { nl: 'een naam van letters, cijfers, punt en streepje', en: 'a name of letters, digits, dot and dash' });
  const { suites } = packageFacts();
  const taken = await chainsOf(openFileSet(suites), value.standard);
  if (taken.includes(id))
    throw unfit(name, {
      nl: `een andere naam: ${value.standard} heeft al een keten "${id}"`,
      en: `another name: ${value.standard} has a chain "${id}"`,
    });
  const suite = `${value.standard}/chains/${id}`;
  return loadSuite(openFileSet(suites, { path: `${suite}.yaml`, file, name }), suite, JUDGES);
}

async function readOwn(file: string, name: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code ?? String(cause);
    const text = { nl: `${name} is niet te lezen: ${why}`, en: `${name} cannot be read: ${why}` };
    throw new HarnessError('SUITE_INVALID', text, { place: { file: name }, cause, hint: PROPOSED });
  }
}

function unfit(name: string, { nl, en }: { readonly nl: string; readonly en: string }): HarnessError {
  return new HarnessError(
    'SUITE_INVALID',
    { nl: `${name} heeft nodig: ${nl}`, en: `${name} needs ${en}` },
    {
      place: { file: name },
      hint: { nl: 'Geef het bestand die naam.', en: 'Give the file that name.' },
    },
  );
}

const PROPOSED = {
  nl: 'Noem een testset (zie "ketentest list"), of een plan dat "ketentest chain propose" schreef.',
  en: 'Name a suite (see "ketentest list"), or a plan that "ketentest chain propose" wrote.',
} as const;
