/**
 * Signs with a key that stays elsewhere: on a card, in an HSM, at a key service. A command that the user declares gets what is to
 * be signed and gives a signature back; nothing of it is kept that does not fit the public key.
 */
import { spawn } from 'node:child_process';
import { createHash, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import { algorithmOf, isSignedBy } from '../../report/seal/seal-key.js';
import { integer, sequence } from '../certs/der.js';
import type { Shell } from '../shell.js';

/** How long somebody may take to find their card, in milliseconds. */
const PATIENCE = 300_000;
/** No signature is longer, in any writing. */
const MAX_OUTPUT = 16_384;

type Surroundings = Pick<Shell, 'cwd' | 'env' | 'stop' | 'talk'>;

/**
 * The command is started as it stands, without a shell. `{file}` gives way to the name of a file with the bytes to sign,
 * `{digest}` to one with their SHA-256; without either they come on standard input. The signature is what it prints: as it is, in
 * base64 or in hexadecimal.
 * @throws {HarnessError} `CONFIG_INVALID` when it fails, or gives a signature that does not hold
 */
export async function signWithCommand(
  shell: Surroundings,
  line: string,
  publicKey: KeyObject,
  bytes: Uint8Array,
): Promise<Buffer> {
  const words = wordsOf(line);
  const hasDigest = words.some((word) => word.includes('{digest}'));
  if (hasDigest && algorithmOf(publicKey) === 'ed25519') throw failed(TEXTS.noDigest, TEXTS.useFile);
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-sign-'));
  try {
    const [file, digest] = [join(folder, 'to-sign.bin'), join(folder, 'digest.bin')];
    writeFileSync(file, bytes, { mode: 0o600 });
    writeFileSync(digest, createHash('sha256').update(bytes).digest(), { mode: 0o600 });
    const filled = words.map((word) => word.replaceAll('{file}', file).replaceAll('{digest}', digest));
    const isByName = hasDigest || words.some((word) => word.includes('{file}'));
    const said = await output(shell, filled, isByName ? undefined : bytes);
    const signature = writingsOf(said, publicKey).find((each) => isSignedBy(publicKey, bytes, each));
    if (signature === undefined) throw failed(said.length === 0 ? TEXTS.nothing : TEXTS.other, TEXTS.what);
    return signature;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Words as a shell would split them, as far as quotes go. */
export function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g) ?? [];
  return words.map((word) =>
    word.replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? ''),
  );
}

/** Every signature that an output may stand for. Tools for cards write the two numbers of ECDSA behind each other. */
function writingsOf(said: Buffer, publicKey: KeyObject): readonly Buffer[] {
  const text = said.toString('latin1').replaceAll(/\s+/g, '');
  const bytes = [
    said,
    ...(/^(?:[0-9a-f]{2})+$/i.test(text) ? [Buffer.from(text, 'hex')] : []),
    ...(/^[\w+/-]+={0,2}$/.test(text) ? [Buffer.from(text, 'base64')] : []),
  ];
  if (algorithmOf(publicKey) === 'ed25519') return bytes;
  const plain = bytes.filter(({ length }) => length === 64);
  return [...bytes, ...plain.map((each) => sequence(number(each.subarray(0, 32)), number(each.subarray(32))))];
}

/** In DER a number has no zeros in front. */
function number(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  return integer(first === -1 ? bytes.subarray(-1) : bytes.subarray(first));
}

function output(
  { cwd, env, stop, talk }: Surroundings,
  words: readonly string[],
  input: Uint8Array | undefined,
): Promise<Buffer> {
  const [command = '', ...args] = words;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let complaint = '';
    const child = spawn(command, args, { cwd, env: { ...env }, stdio: 'pipe', signal: stop, timeout: PATIENCE });
    child.once('error', ({ message }) => reject(failed({ nl: `: ${message}`, en: `: ${message}` }, TEXTS.what)));
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_OUTPUT) chunks.push(chunk);
    });
    // What it asks or complains of is for the person at the terminal.
    child.stderr.on('data', (chunk: Buffer) => {
      talk(String(chunk));
      complaint = `${complaint}${chunk}`.slice(-500);
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.once('close', (code, signal) => {
      if (code === 0 && size <= MAX_OUTPUT) return resolve(Buffer.concat(chunks));
      const why = code === 0 ? `${size} bytes` : `${code ?? signal} ${complaint.trim()}`.trim();
      reject(failed({ nl: ` eindigde met ${why}`, en: ` ended with ${why}` }, TEXTS.what));
    });
  });
}

function failed({ nl, en }: Tekst, hint: Tekst): HarnessError {
  return new HarnessError('CONFIG_INVALID', { nl: `--sign-command${nl}`, en: `--sign-command${en}` }, { hint });
}

const TEXTS = {
  nothing: { nl: ' gaf geen handtekening', en: ' gave no signature' },
  other: {
    nl: ' gaf een handtekening die niet bij de openbare sleutel past',
    en: ' gave a signature that does not fit the public key',
  },
  noDigest: {
    nl: ': Ed25519 ondertekent geen digest; {digest} is voor ECDSA',
    en: ': Ed25519 signs no digest; {digest} is for ECDSA',
  },
  useFile: { nl: 'Gebruik {file}, of lees van stdin.', en: 'Use {file}, or read from stdin.' },
  what: {
    nl: 'De opdracht krijgt wat te ondertekenen is op stdin (of {file}, of de SHA-256 ervan in {digest}) en drukt alleen de handtekening af. Er is niets verzegeld.',
    en: 'The command gets what is to be signed on stdin (or {file}, or its SHA-256 in {digest}) and prints the signature alone. Nothing was sealed.',
  },
} as const;
