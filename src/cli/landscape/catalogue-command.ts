/** `ketentest catalogue check`: what a software catalogue says, laid beside sealed reports. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkCatalogue, worstOf } from '../../dossier/catalogue/check-catalogue.js';
import type { GezieneLink } from '../../dossier/catalogue/checked.js';
import { readCatalogue } from '../../dossier/catalogue/read-catalogue.js';
import { catalogueCsv, renderCatalogue } from '../../dossier/catalogue/render-catalogue.js';
import type { BekendeStandaard } from '../../dossier/catalogue/which-standard.js';
import type { Indications } from '../../dossier/indication/indication.js';
import { indicationsOf } from '../../dossier/indication/indications-of.js';
import type { TeltNiet } from '../../dossier/interop/evidence.js';
import { standardsOf } from '../../dossier/interop/matrix.js';
import type { Kennis } from '../../dossier/interop/together.js';
import { HarnessError } from '../../model/harness-error.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import { openFileSet } from '../../suite/file-set.js';
import { heldStandards } from '../../suite/ketenplaat/held-standards.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { momentAt } from '../indication/moment.js';
import { packageFacts } from '../package-root.js';
import { readGivenFile } from '../settings/given-file.js';
import { choice } from '../settings/option-values.js';
import { settingsOnLine } from '../settings/settings.js';
import { gather } from './gather.js';
import { listed } from './upgrade-command.js';

/** @returns 1 when something in the catalogue does not hold, 3 when something cannot be told or has no chain proof */
export async function catalogueCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const [action = '', file = '', ...folders] = operands;
  if (action !== 'check') throw unknownAction(action);
  const { language } = settingsOnLine(shell, { lang: options.lang });
  const format = choice({ name: 'format', texts: [String(options.format ?? 'text')] }, ['text', 'json', 'csv'] as const);
  const catalogus = readCatalogue(readGivenFile(shell.cwd, file, HOW), file);
  const trust = options.trust === undefined ? undefined : String(options.trust);
  const at = options.at === undefined ? shell.clock.now() : momentAt({ name: 'at', texts: [String(options.at)] });
  const known = await gather(folders, { cwd: shell.cwd, at, ...(trust !== undefined && { trust }) });
  const indicaties = indicationsOf(known.reports, known.statements, { at, isTrusting: trust !== undefined });
  const seen = known.said.of('publicatie');
  const toets = checkCatalogue(
    {
      ...{ catalogus, at, indicaties, kennis: known, standaarden: await standards(known) },
      gezien: [
        ...listed(options.copy).map((text) => copyOf(shell.cwd, text)),
        // Of one address the last that was said of it; statements stand newest first.
        ...[...new Map(seen.toReversed().map((each) => [each.verklaring.url, each])).values()].map(
          ({ naam, verklaring }): GezieneLink => ({
            ...{ url: verklaring.url, bron: naam },
            ...(verklaring.gezien !== 'onbereikbaar' && {
              rapport: { digest: verklaring.over.rapport, gelijk: verklaring.gezien === 'gelijk' },
            }),
          }),
        ),
      ],
    },
    alsoNotCounted(known.teltNiet, indicaties),
  );
  if (format === 'json') shell.out(JSON.stringify(toets));
  else shell.out(format === 'csv' ? catalogueCsv(toets, language).trimEnd() : renderCatalogue(toets, language));
  return { fout: EXIT.productFault, open: EXIT.notEstablished, goed: EXIT.ok }[worstOf(toets)];
}

/** Packages that count for a koppeling and not for a tick are named too; a report of a chain is never for a tick. */
function alsoNotCounted(known: readonly TeltNiet[], { teltNiet }: Indications): readonly TeltNiet[] {
  const more = teltNiet.filter(({ naam, waarom }) =>
    waarom.some(({ code }) => code !== 'KETEN_RAPPORT' && !known.some((each) => each.naam === naam && hasCode(each, code))),
  );
  return [...known, ...more];
}

function hasCode({ waarom }: TeltNiet, wanted: string): boolean {
  return waarom.some(({ code }) => code === wanted);
}

/** With the "Object ID" that somebody wrote down with a suite; of others nobody knows it. */
async function standards(kennis: Kennis): Promise<readonly BekendeStandaard[]> {
  const held = await heldStandards(openFileSet(packageFacts().suites));
  const known = held.map(({ naam, versie, gemma }) => ({ naam, versie, objectId: gemma.versie.id }));
  const isHeld = (of: BekendeStandaard) => known.some(({ naam, versie }) => naam === of.naam && versie === of.versie);
  return [...known, ...standardsOf(kennis).filter((each) => !isHeld(each))];
}

/** `ADDRESS=FILE`: what was fetched from there, or a file that is not there when nothing was. An address may have `=` in it. */
function copyOf(cwd: string, text: string): GezieneLink {
  const at = text.lastIndexOf('=');
  const [url, file] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || !URL.canParse(url) || file === '') {
    const wanted = {
      nl: `--copy: verwacht: ADRES=BESTAND, gekregen: "${text}"`,
      en: `--copy: expected ADDRESS=FILE, got "${text}"`,
    };
    throw new HarnessError('USAGE', wanted, { hint: HOW });
  }
  const path = resolve(cwd, file);
  if (!existsSync(path)) return { url, bron: file };
  return { url, bron: file, sha256: createHash('sha256').update(readFileSync(path)).digest('hex') };
}

function unknownAction(action: string): HarnessError {
  const meant = didYouMean(nearest(action, ['check']));
  return new HarnessError(
    'USAGE',
    { nl: `catalogue kent "${action}" niet${meant.nl}`, en: `catalogue does not know "${action}"${meant.en}` },
    { hint: HOW },
  );
}

const HOW = {
  nl: 'Bijvoorbeeld: ketentest catalogue check export.json reports (docs/catalogue-check.md).',
  en: 'For instance: ketentest catalogue check export.json reports (docs/catalogue-check.md).',
} as const;
