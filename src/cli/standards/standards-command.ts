/** `ketentest standards list|add|show`: which official schema sets are installed, and whether they are as published. */
import { resolve } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import { columns } from '../columns.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { packageFacts } from '../package-root.js';
import type { Language } from '../settings/language.js';
import { settingsOnLine } from '../settings/settings.js';
import { unique } from '../unique.js';
import { addStandard } from './add-standard.js';
import { compareSet } from './compare-set.js';
import type { StandardsFolders } from './folders.js';
import { readKnownSet } from './known-sets.js';
import { folderOfSet, stateOf } from './official-basis.js';
import { folderCache } from './preparation-cache.js';
import { schemaFolders } from './schema-bases.js';
import { readSetFolder, setsUnder } from './set-files.js';
import { addedText, type SetFacts, setRow, setText } from './standards-text.js';

type Action = (call: Call, folders: StandardsFolders, language: Language) => Promise<ExitCode>;

const ACTIONS: Readonly<Record<string, Action>> = { list, add, show };

export async function standardsCommand(call: Call): Promise<ExitCode> {
  const { schemas, language } = settingsOnLine(call.shell, call.options);
  const name = call.operands[0] ?? '';
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (action === undefined) {
    const near = nearest(name, Object.keys(ACTIONS));
    throw new HarnessError(
      'USAGE',
      {
        nl: `er is geen "standards ${name}"${didYouMean(near && `standards ${near}`).nl}`,
        en: `there is no "standards ${name}"${didYouMean(near && `standards ${near}`).en}`,
      },
      {
        hint: { nl: 'Gebruik list, add of show.', en: 'Use list, add or show.' },
      },
    );
  }
  return action(call, schemaFolders(call.shell, schemas), language);
}

async function list({ shell, options }: Call, folders: StandardsFolders, language: Language): Promise<ExitCode> {
  const names = new Set((await Promise.all(folders.roots.map(setsUnder))).flat());
  const facts = (await Promise.all([...names].sort().map((set) => factsOf(set, folders)))).filter((each) => each !== undefined);
  const found = facts.filter(({ files }) => files > 0);
  if (options.json === true) shell.out(JSON.stringify(found, undefined, 2));
  else shell.out(found.length > 0 ? columns(found.map((each) => setRow(each, language))) : setText(undefined, language));
  return EXIT.ok;
}

async function show({ shell, operands, options }: Call, folders: StandardsFolders, language: Language): Promise<ExitCode> {
  const set = subject(operands[1], 'show <set>');
  const facts = await factsOf(set, folders);
  if (facts === undefined) {
    const names = (await Promise.all(folders.roots.map(setsUnder))).flat();
    const near = nearest(set, names);
    throw new HarnessError(
      'STANDARDS_INVALID',
      { nl: `${set} is niet geïnstalleerd${didYouMean(near).nl}`, en: `${set} is not installed${didYouMean(near).en}` },
      {
        hint: {
          nl: 'Installeer de set met "ketentest standards add <zip of map>".',
          en: 'Install it with "ketentest standards add <zip or folder>".',
        },
      },
    );
  }
  shell.out(options.json === true ? JSON.stringify(facts, undefined, 2) : setText(facts, language));
  return EXIT.ok;
}

async function add({ shell, operands, options }: Call, folders: StandardsFolders, language: Language): Promise<ExitCode> {
  const source = subject(operands[1], 'add <zip or folder>');
  const added = await addStandard(resolve(shell.cwd, source), {
    suites: packageFacts().suites,
    installRoot: folders.installRoot,
    cache: folderCache(folders.cache, unique),
    unique,
    now: new Date(shell.clock.now()).toISOString(),
  });
  shell.out(options.json === true ? JSON.stringify(added, undefined, 2) : addedText(added, language));
  return EXIT.ok;
}

async function factsOf(set: string, folders: StandardsFolders): Promise<SetFacts | undefined> {
  const folder = await folderOfSet(set, folders.roots);
  if (folder === undefined) return undefined;
  const [files, known] = await Promise.all([readSetFolder(folder), readKnownSet(packageFacts().suites, set)]);
  return {
    set,
    naam: known?.naam ?? set,
    patch: known?.patch ?? '',
    staat: stateOf(files, known),
    map: folder,
    files: files.size,
    ...(known && { afwijking: compareSet(files, known) }),
  };
}

function subject(given: string | undefined, usage: string): string {
  if (given !== undefined) return given;
  throw new HarnessError(
    'USAGE',
    { nl: `standards ${usage}: er ontbreekt iets`, en: `standards ${usage}: something is missing` },
    { hint: { nl: `Gebruik "ketentest standards ${usage}".`, en: `Use "ketentest standards ${usage}".` } },
  );
}
