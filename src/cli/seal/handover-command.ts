/** `ketentest handover` and `ketentest receive`: the private part of a report, closed for one receiver and nobody else. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import { bundled, unbundled } from '../../report/files/file-bundle.js';
import { readReport } from '../../report/rapport-json.js';
import { closedFor, isReceiverKey, openedWith } from '../../report/seal/handover.js';
import { keyIdOf } from '../../report/seal/seal-key.js';
import type { Call } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { claimRun } from '../journal/run-lock.js';
import { say } from '../settings/language.js';
import { readSecret, secretReference } from '../settings/passphrase.js';
import { settingsOnLine } from '../settings/settings.js';
import type { Shell } from '../shell.js';

/** @throws {HarnessError} `USAGE`, `CONFIG_INVALID` for the key, `REPORT_INVALID` without a private part, `OUTPUT_FAILED` */
export async function handoverCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const shown = operands[0] ?? '';
  const { language } = settingsOnLine(shell, { ...(options.lang !== undefined && { lang: options.lang }) });
  const [to, out] = [needed(options.to, 'handover', '--to'), needed(options.out, 'handover', '--out')];
  const key = keyIn(shell, to, 'to', (pem) => createPublicKey(pem));
  const folder = resolve(shell.cwd, shown);
  const rapport = reportIn(folder);
  if (!rapport || !existsSync(join(folder, 'prive'))) {
    throw new HarnessError('REPORT_INVALID', TEXTS.noPrivate(shown), { place: { file: shown } });
  }
  using _ = claimRun(folder, shown);
  const names = filesBelow(join(folder, 'prive'));
  const files = names.map((name) => {
    const path = join(folder, 'prive', ...name.split('/'));
    return { name, size: statSync(path).size, open: () => createReadStream(path) };
  });
  const drawn = { own: generateKeyPairSync('x25519'), salt: randomBytes(32) };
  await written(resolve(shell.cwd, out), out, (path) =>
    pipeline(closedFor(key, rapport, bundled(files), drawn), createWriteStream(path, { flags: 'wx', mode: 0o600 })),
  );
  shell.out(`${say(TEXTS.closed(files.length, out), language)}\n${say(TEXTS.receiver, language)} ${keyIdOf(key)}`);
  return EXIT.ok;
}

/** @throws {HarnessError} `HANDOVER_INVALID` for what was changed, cut off or closed for another; nothing of it is kept then */
export async function receiveCommand({ shell, operands, options }: Call): Promise<ExitCode> {
  const shown = operands[0] ?? '';
  const { language } = settingsOnLine(shell, { ...(options.lang !== undefined && { lang: options.lang }) });
  const [file, out] = [needed(options.key, 'receive', '--key'), needed(options.out, 'receive', '--out')];
  const secret = options.keyPassphrase;
  const key = keyIn(shell, file, 'key', (pem) => {
    if (!/ENCRYPTED/.test(pem) || secret === undefined) return createPrivateKey(pem);
    const passphrase = readSecret(shell, secretReference({ name: 'key-passphrase', texts: [String(secret)] }));
    return createPrivateKey({ key: pem, passphrase });
  });
  const source = resolve(shell.cwd, shown);
  if (!existsSync(source)) throw new HarnessError('HANDOVER_INVALID', TEXTS.noFile(shown), { place: { file: shown } });
  const { head, plain } = await openedWith(key, createReadStream(source));
  const folder = resolve(shell.cwd, out);
  const own = reportIn(folder);
  if (own && own.sha256 !== head.rapport.sha256) {
    throw new HarnessError('HANDOVER_INVALID', TEXTS.otherReport(head.rapport.nummer, own.nummer), { place: { file: out } });
  }
  let count = 0;
  await written(join(folder, 'prive'), join(out, 'prive'), async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 });
    for await (const { name, open } of unbundled(plain)) {
      const target = join(path, ...name.split('/'));
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await pipeline(open(), createWriteStream(target, { flags: 'wx', mode: 0o600 }));
      count++;
    }
  });
  shell.out(say(TEXTS.opened(count, join(out, 'prive'), head.rapport.nummer), language));
  return EXIT.ok;
}

/** Under another name until it is whole; never over what is there. */
async function written(path: string, shown: string, write: (draft: string) => Promise<void>): Promise<void> {
  if (existsSync(path))
    throw new HarnessError('OUTPUT_FAILED', TEXTS.there(shown), { place: { file: shown }, hint: TEXTS.other });
  const draft = `${path}.${process.pid}.deel`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await write(draft);
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    if (cause instanceof HarnessError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new HarnessError('OUTPUT_FAILED', TEXTS.unwritten(shown, why), { cause, place: { file: shown } });
  }
}

/** What is needed to compute the report again; who is at work in the folder is nobody's business. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^bezig-\d+\.json/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}

function reportIn(folder: string): { readonly nummer: string; readonly sha256: string } | undefined {
  if (!existsSync(join(folder, 'rapport.json'))) return undefined;
  const bytes = readFileSync(join(folder, 'rapport.json'));
  const { rapport } = readReport(bytes.toString());
  return { nummer: rapport.nummer, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function keyIn(shell: Pick<Shell, 'cwd'>, file: string, option: string, read: (pem: string) => KeyObject): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = read(readFileSync(resolve(shell.cwd, file), 'utf8'));
  } catch (error) {
    if (error instanceof HarnessError) throw error;
    // Told below.
  }
  if (key && isReceiverKey(key)) return key;
  const text = key ? TEXTS.wrongKind(option, file) : TEXTS.noKey(option, file);
  throw new HarnessError('CONFIG_INVALID', text, { place: { file }, hint: TEXTS.make });
}

function needed(value: unknown, command: string, option: string): string {
  if (value !== undefined) return String(value);
  throw new HarnessError('USAGE', { nl: `${command} heeft ${option} nodig`, en: `${command} needs ${option}` });
}

const TEXTS = {
  make: {
    nl: '"ketentest keys create --algorithm x25519 --out MAP" maakt een paar; de ontvanger geeft zijn public.pem.',
    en: '"ketentest keys create --algorithm x25519 --out DIR" makes a pair; the receiver gives out public.pem.',
  },
  other: { nl: 'Noem met --out een andere plek.', en: 'Name another place with --out.' },
  receiver: { nl: 'Alleen te openen met de sleutel met id (sha256):', en: 'Opens only with the key with id (sha256):' },
  noKey: (option: string, file: string): Tekst => ({
    nl: `--${option}: ${file} bevat geen leesbare sleutel`,
    en: `--${option}: ${file} holds no readable key`,
  }),
  wrongKind: (option: string, file: string): Tekst => ({
    nl: `--${option}: ${file} is geen sleutel om mee te ontvangen (X25519)`,
    en: `--${option}: ${file} is no key to receive with (X25519)`,
  }),
  noPrivate: (shown: string): Tekst => ({
    nl: `${shown} heeft geen rapport met een private deel (prive/)`,
    en: `${shown} has no report with a private part (prive/)`,
  }),
  noFile: (shown: string): Tekst => ({ nl: `${shown} is er niet`, en: `${shown} does not exist` }),
  otherReport: (of: string, own: string): Tekst => ({
    nl: `deze overdracht hoort bij rapport ${of}, niet bij ${own} zoals het hier staat`,
    en: `this hand-over belongs to report ${of}, not to ${own} as it stands here`,
  }),
  there: (shown: string): Tekst => ({
    nl: `${shown} is er al en wordt niet overschreven`,
    en: `${shown} is there already, and is not written over`,
  }),
  unwritten: (shown: string, why: string): Tekst => ({
    nl: `${shown} is niet te schrijven: ${why}`,
    en: `cannot write ${shown}: ${why}`,
  }),
  closed: (count: number, out: string): Tekst => ({
    nl: `${count} bestanden van prive/ versleuteld in ${out}`,
    en: `${count} files of prive/ encrypted in ${out}`,
  }),
  opened: (count: number, out: string, number: string): Tekst => ({
    nl: `${count} bestanden in ${out}, van rapport ${number}. Na te rekenen met "ketentest recheck".`,
    en: `${count} files in ${out}, of report ${number}. "ketentest recheck" computes it again.`,
  }),
} as const;
