/** `ketentest chain propose <file>`: which chains an architecture model suggests, and a plan for each. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import { openFileSet } from '../../suite/file-set.js';
import { type Candidate, candidatesIn } from '../../suite/ketenplaat/candidates.js';
import { type HeldStandard, heldStandards } from '../../suite/ketenplaat/held-standards.js';
import type { Ketenplaat, PlateView } from '../../suite/ketenplaat/ketenplaat.js';
import { planNames } from '../../suite/ketenplaat/plan-names.js';
import { planText } from '../../suite/ketenplaat/plan-text.js';
import { readKetenplaat } from '../../suite/ketenplaat/read-ketenplaat.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { writeNewFiles } from '../new-files.js';
import { packageFacts } from '../package-root.js';
import { settingsOnLine } from '../settings/settings.js';
import { proposalText, readText } from './propose-text.js';

/** Nobody reviews more plans at once; what is left out is told. */
const MOST_PLANS = 25;

/**
 * @returns 3 when the model suggests no chain that we could run
 * @throws {HarnessError} `MODEL_INVALID` with the line, `USAGE` for a view that there is not, `OUTPUT_FAILED` when a plan is
 *   there already
 */
export async function propose({ shell, operands, options }: Call): Promise<ExitCode> {
  const { language } = settingsOnLine(shell, { lang: options.lang });
  const name = operands[1] ?? '';
  const path = resolve(shell.cwd, name);
  await refuseUnreadable(path, name);
  const held = await heldStandards(openFileSet(packageFacts().suites));
  const standard = options.standard === undefined ? undefined : knownStandard(String(options.standard), held);
  const plate = await readKetenplaat({ name, open: () => createReadStream(path) });
  const view = options.view === undefined ? undefined : viewOf(plate, String(options.view));
  const wanted = { ...(view && { view }), ...(standard !== undefined && { standard }) };
  const all = candidatesIn(plate, held, wanted);
  const plans = all.found.filter(({ held: { blocks } }) => blocks.length > 0).slice(0, MOST_PLANS);
  const names = planNames(plans);
  const fileOf = new Map<Candidate, string>(plans.map((plan, index) => [plan, `${names[index] ?? ''}.yaml`]));
  shell.talk(readText(plate, language));
  const out = options.out === undefined ? undefined : String(options.out);
  if (out !== undefined) {
    const context = { plate, file: basename(name), language, ...(view && { view }) };
    const files = [...fileOf].map(([plan, file]) => ({ name: file, text: planText(plan, context), isSecret: false }));
    if (files.length > 0) await writeNewFiles(resolve(shell.cwd, out), out, files);
  }
  shell.out(proposalText(all, { fileOf, out, language }));
  return plans.length > 0 ? EXIT.ok : EXIT.notEstablished;
}

async function refuseUnreadable(path: string, name: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return;
  const text = { nl: `${name} is geen bestand dat er is`, en: `${name} is no file that is there` };
  throw new HarnessError('USAGE', text, {
    hint: {
      nl: 'Noem een architectuurmodel in het uitwisselformaat AMEFF: ketentest chain propose model.xml --out plannen',
      en: 'Name an architecture model in the exchange format AMEFF: ketentest chain propose model.xml --out plans',
    },
  });
}

function knownStandard(wanted: string, held: readonly HeldStandard[]): string {
  const known = held.map(({ id }) => id);
  if (known.includes(wanted)) return wanted;
  const meant = didYouMean(nearest(wanted, known));
  throw new HarnessError(
    'USAGE',
    {
      nl: `van "${wanted}" is niet bekend welke standaard in GEMMA het is${meant.nl}`,
      en: `of "${wanted}" it is not known which standaard in GEMMA it is${meant.en}`,
    },
    { hint: { nl: `Bekend: ${known.join(', ')}.`, en: `Known: ${known.join(', ')}.` } },
  );
}

/** By its identifier or its name. */
function viewOf({ views }: Ketenplaat, wanted: string): PlateView {
  const found = views.find(({ id }) => id === wanted) ?? views.find(({ name }) => name === wanted);
  if (found) return found;
  const known = views.map(({ name }) => name);
  const meant = didYouMean(nearest(wanted, known) ?? known.find((name) => name.toLowerCase().startsWith(wanted.toLowerCase())));
  const all = known.slice(0, 40).join('; ') || '–';
  throw new HarnessError(
    'USAGE',
    {
      nl: `er is geen view "${wanted}" met componenten erop${meant.nl}`,
      en: `there is no view "${wanted}" with components on it${meant.en}`,
    },
    { hint: { nl: `Views: ${all}.`, en: `Views: ${all}.` } },
  );
}
