/**
 * Reads a zip file whole into memory: bytes in, files out. Made for archives from strangers, so it refuses more than it
 * has to: what is too big, too many or suspiciously well compressed, and every name that could point outside a folder.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import type { Tekst } from '../model/finding.js';
import { HarnessError } from '../model/harness-error.js';

export interface ZipLimits {
  readonly maxFiles: number;
  readonly maxTotalBytes: number;
  /** Uncompressed against compressed, for files above 1 MB. */
  readonly maxRatio: number;
}

/** Ten times what the largest published schema set needs. */
export const ZIP_LIMITS: ZipLimits = { maxFiles: 5_000, maxTotalBytes: 200 * 1024 * 1024, maxRatio: 200 };

const END_OF_DIRECTORY_BYTES = 22;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const SMALL_FILE_BYTES = 1024 * 1024;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly isSymbolicLink: boolean;
  readonly at: number;
}

/** Whether bytes begin as a zip file does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * @returns path with `/` → bytes, in the order of the archive; folders are left out
 * @throws {HarnessError} `STANDARDS_INVALID` when it is no zip, is damaged, or is refused
 */
export function readZip(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Map<string, Uint8Array> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = guarded(() => directoryOf(zip)).filter((entry) => !entry.name.endsWith('/'));
  checkLimits(entries, limits);
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    checkEntry(entry, limits);
    if (files.has(entry.name)) throw refused({ nl: `${entry.name} staat er twee keer in`, en: `${entry.name} is in it twice` });
    files.set(
      entry.name,
      guarded(() => contentOf(zip, entry)),
    );
  }
  return files;
}

function directoryOf(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + END_OF_DIRECTORY_BYTES > zip.length)
    throw refused({ nl: 'het is geen zipbestand, of het is afgekapt', en: 'it is no zip file, or it was cut off' });
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffffffff)
    throw refused({
      nl: 'het is een ZIP64-archief, en dat leest deze versie niet',
      en: 'it is a ZIP64 archive, which this version does not read',
    });
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY)
      throw refused({ nl: 'de inhoudsopgave is beschadigd', en: 'its directory is damaged' });
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const flags = zip.readUInt16LE(at + 8);
    const name = zip.toString((flags & 0x800) === 0 ? 'latin1' : 'utf8', at + 46, at + 46 + nameBytes);
    entries.push({
      name,
      flags,
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packedBytes: zip.readUInt32LE(at + 20),
      bytes: zip.readUInt32LE(at + 24),
      isSymbolicLink: (zip.readUInt16LE(at + 40) & 0xf000) === 0xa000,
      at: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + extraBytes + commentBytes;
  }
  return entries;
}

function checkLimits(entries: readonly Entry[], limits: ZipLimits): void {
  if (entries.length > limits.maxFiles)
    throw refused({
      nl: `het bevat ${entries.length} bestanden, meer dan ${limits.maxFiles}`,
      en: `it holds ${entries.length} files, more than ${limits.maxFiles}`,
    });
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (total > limits.maxTotalBytes)
    throw refused({
      nl: `uitgepakt is het ${total} bytes, meer dan ${limits.maxTotalBytes}`,
      en: `it unpacks to ${total} bytes, more than ${limits.maxTotalBytes}`,
    });
}

function checkEntry(entry: Entry, limits: ZipLimits): void {
  const { name } = entry;
  const steps = name.split('/');
  const points = /^[A-Za-z]:/.test(name) || steps.some((step) => step === '' || step === '.' || step === '..');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: such characters are what is looked for
  if (points || /[\\\u0000-\u001f]/.test(name))
    throw refused({
      nl: `de naam ${JSON.stringify(name)} kan buiten een map wijzen`,
      en: `the name ${JSON.stringify(name)} could point outside a folder`,
    });
  if (entry.isSymbolicLink) throw refused({ nl: `${name} is een symbolische koppeling`, en: `${name} is a symbolic link` });
  if ((entry.flags & 1) !== 0) throw refused({ nl: `${name} is versleuteld`, en: `${name} is encrypted` });
  if (entry.method !== 0 && entry.method !== 8)
    throw refused({
      nl: `${name} is ingepakt op een manier (${entry.method}) die deze versie niet leest`,
      en: `${name} is packed in a way (${entry.method}) that this version does not read`,
    });
  if (entry.bytes > SMALL_FILE_BYTES && entry.bytes > entry.packedBytes * limits.maxRatio) {
    throw refused({
      nl: `${name} wordt uitgepakt meer dan ${limits.maxRatio} keer zo groot`,
      en: `${name} unpacks to more than ${limits.maxRatio} times its size`,
    });
  }
}

function contentOf(zip: Buffer, entry: Entry): Uint8Array {
  if (zip.readUInt32LE(entry.at) !== LOCAL_HEADER)
    throw refused({
      nl: `${entry.name} staat niet waar de inhoudsopgave het zegt`,
      en: `${entry.name} is not where the directory says`,
    });
  const start = entry.at + 30 + zip.readUInt16LE(entry.at + 26) + zip.readUInt16LE(entry.at + 28);
  const packed = zip.subarray(start, start + entry.packedBytes);
  // One byte more than declared is enough to see a lie.
  const content = entry.method === 0 ? Buffer.from(packed) : inflateRawSync(packed, { maxOutputLength: entry.bytes + 1 });
  if (content.length !== entry.bytes || crc32(content) !== entry.crc)
    throw refused({ nl: `${entry.name} is beschadigd`, en: `${entry.name} is damaged` });
  return content;
}

/** Reading past the end and broken compression are damage too. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw cause instanceof HarnessError ? cause : refused({ nl: 'het is beschadigd', en: 'it is damaged' }, cause);
  }
}

function refused(reason: Tekst, cause?: unknown): HarnessError {
  return new HarnessError(
    'STANDARDS_INVALID',
    { nl: `het zipbestand is geweigerd: ${reason.nl}`, en: `the zip file was refused: ${reason.en}` },
    {
      cause,
      hint: {
        nl: 'Haal het opnieuw op bij de uitgever, of pak het zelf uit en geef de map.',
        en: 'Download it again from the publisher, or unpack it yourself and give the folder.',
      },
    },
  );
}
