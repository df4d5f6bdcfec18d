/** `ketentest ticket`: leave to test one version of a product with one test set, signed by who gives it. */
import { resolve } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import { writeTicket } from '../../report/seal/ticket.js';
import { freshSeed } from '../chance.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { writeNewFiles } from '../new-files.js';
import { say } from '../settings/language.js';
import { count, one } from '../settings/option-values.js';
import { settingsOnLine } from '../settings/settings.js';
import { openSuite } from '../suite-loading.js';
import { sealingKeyFrom } from './sealing-key.js';

const DAY = 24 * 60 * 60 * 1000;

/** @throws {HarnessError} `USAGE`, `SUITE_UNKNOWN`, `CONFIG_INVALID` for the key, `OUTPUT_FAILED` when a file is there already */
export async function ticketCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const { language } = settingsOnLine(shell, { ...(options.lang !== undefined && { lang: options.lang }) });
  const word = (name: string, value: unknown) => {
    if (value === undefined) {
      const text = { nl: `ticket heeft --${name} nodig`, en: `ticket needs --${name}` };
      throw new HarnessError('USAGE', text, { hint: TEXTS.forExample });
    }
    return one({ name, texts: [String(value)] });
  };
  const product = { pakketnaam: word('product', options.product), versie: word('product-version', options.productVersion) };
  const out = word('out', options.out);
  const days = options.days === undefined ? 30 : count({ name: 'days', texts: [String(options.days)] });
  const key = sealingKeyFrom(shell, options);
  const { suite } = await openSuite(operands[0] ?? '');
  const { id, versie, digest } = suite.testset;
  const now = shell.clock.now();
  const at = (millis: number) => new Date(millis).toISOString();
  const ticket = {
    nummer: freshSeed(),
    product,
    testset: { id, versie, digest },
    uitgegevenOp: at(now),
    geldigTot: at(now + days * DAY),
  };
  await writeNewFiles(resolve(shell.cwd), '.', [{ name: out, text: await writeTicket(ticket, key), isSecret: false }]);
  shell.out(say(made(out, ticket.nummer, ticket.geldigTot), language));
  return EXIT.ok;
}

function made(out: string, nummer: number, until: string) {
  return {
    nl: `${out}: ticket ${nummer}, geldig tot ${until}.\nDe run: ketentest run <suite> --ticket ${out} --key private.pem …`,
    en: `${out}: ticket ${nummer}, valid until ${until}.\nThe run: ketentest run <suite> --ticket ${out} --key private.pem …`,
  };
}

const TEXTS = {
  forExample: {
    nl: 'Bijvoorbeeld: ketentest ticket <suite> --product X --product-version 1.0 --key uitgever.pem --out ticket.json',
    en: 'For example: ketentest ticket <suite> --product X --product-version 1.0 --key issuer.pem --out ticket.json',
  },
} as const;
