/** `ketentest statement`: something that one states about a product, a report, a standard or a key, signed. */
import { hasShapeOf, SOORTEN } from '../../dossier/statement/shapes.js';
import { STATEMENT_FILE, writeSigned } from '../../dossier/statement/signed-statement.js';
import { HarnessError } from '../../model/harness-error.js';
import { keyIdOf } from '../../report/seal/seal-key.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { momentAt } from '../indication/moment.js';
import { writeNewFiles } from '../new-files.js';
import { sealingKeyFrom } from '../seal/sealing-key.js';
import { choice } from '../settings/option-values.js';
import { settingsOnLine } from '../settings/settings.js';
import { statementOf } from './statement-of.js';
import { asked } from './what-it-is-about.js';

/** @throws {HarnessError} `USAGE`, `REPORT_INVALID`, `CONFIG_INVALID` for the key, `OUTPUT_FAILED` when the file is there already */
export async function statementCommand(call: Call): Promise<ExitCode> {
  const { shell, operands, options } = call;
  const { language } = settingsOnLine(shell, { ...(options.lang !== undefined && { lang: options.lang }) });
  const soort = choice({ name: 'kind', texts: [operands[0] ?? ''] }, SOORTEN);
  const of = asked(call);
  const key = sealingKeyFrom(shell, options);
  const now = new Date(shell.clock.now()).toISOString();
  const moment = (name: 'since' | 'until', millis: (text: string) => number) =>
    of.has(name) ? new Date(millis(of.word(name))).toISOString() : undefined;
  const since = moment('since', beginning) ?? now;
  const until = moment('until', (text) => momentAt({ name: 'until', texts: [text] }));
  const verklaring = await statementOf(soort, of, { cwd: shell.cwd, since, ownKey: keyIdOf(key.publicKey) });
  const { soort: _, ...said } = verklaring;
  if (!hasShapeOf(soort, said)) throw new HarnessError('USAGE', TEXTS.form, { hint: TEXTS.see });
  const opgesteld = { opgesteldOp: now, ...(until !== undefined && { geldigTot: until }) };
  const out = of.wordOr('out', `${soort}-${now.replace(/\D/g, '').slice(0, 14)}${STATEMENT_FILE}`);
  if (!out.endsWith(STATEMENT_FILE)) throw new HarnessError('USAGE', TEXTS.name, { hint: TEXTS.ending });
  await writeNewFiles(shell.cwd, '.', [{ name: out, text: await writeSigned(verklaring, opgesteld, key), isSecret: false }]);
  shell.out(`${out}\n${TEXTS.next[language]}`);
  return EXIT.ok;
}

/** A day counts from its beginning. */
function beginning(text: string): number {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  const end = momentAt({ name: 'since', texts: [text] });
  return isDay ? end + 1 - 24 * 60 * 60 * 1000 : end;
}

const TEXTS = {
  form: { nl: 'dit is geen verklaring zoals die gelezen wordt', en: 'this is no statement as they are read' },
  see: { nl: 'Zie docs/indication.md.', en: 'See docs/indication.md.' },
  name: { nl: `--out: de naam eindigt op ${STATEMENT_FILE}`, en: `--out: the name ends in ${STATEMENT_FILE}` },
  ending: {
    nl: 'Zo vindt "ketentest indication" de verklaring naast de rapporten.',
    en: 'So "ketentest indication" finds the statement beside the reports.',
  },
  next: {
    nl: 'Zet dit bestand naast de rapporten, of noem het: ketentest indication RAPPORTEN --statements BESTAND --trust VERTROUWEN',
    en: 'Put this file beside the reports, or name it: ketentest indication REPORTS --statements FILE --trust TRUST',
  },
} as const;
