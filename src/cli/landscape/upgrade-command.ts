/** `ketentest may-we-upgrade`: whether what a gemeente has goes on working with another version, and what to test before. */
import { renderAnswer } from '../../dossier/interop/answer-text.js';
import type { Landschap } from '../../dossier/interop/landscape.js';
import { standardsOf } from '../../dossier/interop/matrix.js';
import { mayWeUpgrade } from '../../dossier/interop/upgrade.js';
import { HarnessError } from '../../model/harness-error.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import { openFileSet } from '../../suite/file-set.js';
import { loadStandard } from '../../suite/load-standard.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { packageFacts } from '../package-root.js';
import { readGivenFile } from '../settings/given-file.js';
import { choice } from '../settings/option-values.js';
import { settingsOnLine } from '../settings/settings.js';
import { gather } from './gather.js';
import { readLandscape } from './landscape-file.js';

/** @returns 0 when each koppeling is proven, 1 when one is known to go wrong, 3 otherwise */
export async function mayWeUpgradeCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const { language } = settingsOnLine(shell, { lang: options.lang });
  const format = choice({ name: 'format', texts: [String(options.format ?? 'text')] }, ['text', 'json'] as const);
  if (options.with === undefined) throw new HarnessError('USAGE', NO_LANDSCAPE, { hint: HOW });
  const file = String(options.with);
  const text = readGivenFile(shell.cwd, file, HOW);
  const trust = options.trust === undefined ? undefined : String(options.trust);
  const gathering = { cwd: shell.cwd, at: shell.clock.now(), ...(trust !== undefined && { trust }) };
  const known = await gather([...listed(options.reports), ...operands], gathering);
  const suites = openFileSet(packageFacts().suites);
  const landscape = await readLandscape(text, file, {
    inReports: standardsOf(known),
    load: (id) => loadStandard(suites, id),
  });
  const answer = mayWeUpgrade(landscape, changesIn(listed(options.product), landscape, file), known);
  if (format === 'json') shell.out(JSON.stringify(answer));
  else shell.out(renderAnswer(answer, language));
  return { ja: EXIT.ok, nee: EXIT.productFault, eerst_testen: EXIT.notEstablished }[answer.mag];
}

/** @throws {HarnessError} `USAGE` for a product that the landscape does not have, with the nearest */
function changesIn(given: readonly string[], { systemen }: Landschap, file: string): ReadonlyMap<string, string> {
  const known = [...new Set(systemen.map(({ release }) => release.pakketnaam))];
  return new Map(
    given.map((text) => {
      const at = text.lastIndexOf('@');
      const [product, version] = [text.slice(0, at), text.slice(at + 1)];
      if (at < 1 || version === '') throw new HarnessError('USAGE', notSplit(text), { hint: HOW });
      if (known.includes(product)) return [product, version];
      const meant = didYouMean(nearest(product, known));
      throw new HarnessError(
        'USAGE',
        {
          nl: `--product: "${product}" staat niet in ${file}${meant.nl}`,
          en: `--product: "${product}" is not in ${file}${meant.en}`,
        },
        { place: { file }, hint: { nl: `Producten: ${known.join(', ')}.`, en: `Products: ${known.join(', ')}.` } },
      );
    }),
  );
}

/** What was given once or more. */
export function listed(given: unknown): readonly string[] {
  if (given === undefined) return [];
  return (Array.isArray(given) ? given : [given]).map(String);
}

function notSplit(text: string) {
  return {
    nl: `--product: verwacht: PRODUCT@VERSIE, gekregen: "${text}"`,
    en: `--product: expected PRODUCT@VERSION, got "${text}"`,
  };
}

const NO_LANDSCAPE = {
  nl: '--with ontbreekt: wat er staat, en wat met wat praat',
  en: '--with is missing: what there is, and what talks with what',
};
const HOW = {
  nl: 'Bijvoorbeeld: ketentest may-we-upgrade --product "Mijn product@2.0" --with landscape.yaml --reports reports (docs/may-we-upgrade.md).',
  en: 'For instance: ketentest may-we-upgrade --product "My product@2.0" --with landscape.yaml --reports reports (docs/may-we-upgrade.md).',
};
