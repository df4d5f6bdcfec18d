/**
 * Reads a recorded message as text for showing: decoded, unpacked, and with what is long left out on the way,
 * so that a document of 50 MB costs no 50 MB of memory and no 50 MB of report.
 */
import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type HeaderList, headerOf } from '../model/body.js';
import type { Tekst } from '../model/finding.js';
import { type Cut, createShortener } from './shortener.js';

export interface ShownText {
  readonly text: string;
  /** What was left out, by place in `text`. */
  readonly cuts: readonly Cut[];
  readonly notes: readonly Tekst[];
}

/** After unpacking, more than this is not read. */
const UNPACKED_BYTES = 512 * 1024 * 1024;

/** Reads what is to be shown; a message that cannot be unpacked or decoded is shown as far as it goes, with a note. */
export async function readShown(body: AsyncIterable<Uint8Array>, headers: HeaderList): Promise<ShownText> {
  const notes: Tekst[] = [];
  const shortener = createShortener();
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let bytes = 0;
  try {
    for await (const chunk of unpack(body, headers, notes)) {
      decoder ??= decoderFor(chunk, headers, notes);
      shortener.add(decoder.decode(chunk, { stream: true }));
      bytes += chunk.byteLength;
      if (bytes > UNPACKED_BYTES || shortener.isFull()) break;
    }
    shortener.add(decoder?.decode() ?? '');
  } catch {
    notes.push({ nl: 'de inhoud kon niet worden uitgepakt', en: 'the content could not be unpacked' });
  }
  const { text, cuts } = shortener.end();
  if (bytes === 0) notes.push({ nl: 'leeg', en: 'empty' });
  if (shortener.isFull())
    notes.push({ nl: 'ingekort: alleen het begin staat hier', en: 'shortened: only the beginning is shown' });
  return { text, cuts, notes };
}

function unpack(body: AsyncIterable<Uint8Array>, headers: HeaderList, notes: Tekst[]): AsyncIterable<Uint8Array> {
  const coding = headerOf(headers, 'content-encoding')?.trim().toLowerCase();
  const unpackers = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress };
  const unpacker = Object.entries(unpackers).find(([name]) => name === coding)?.[1];
  if (unpacker === undefined) return body;
  notes.push({ nl: `uitgepakt (${coding})`, en: `unpacked (${coding})` });
  const source = Readable.from(body, { objectMode: false });
  const target = unpacker();
  source.on('error', (error) => target.destroy(error));
  return source.pipe(target);
}

function decoderFor(first: Uint8Array, headers: HeaderList, notes: Tekst[]): InstanceType<typeof TextDecoder> {
  const head = Buffer.from(first.subarray(0, 200)).toString('latin1');
  const name =
    (head.startsWith('\xff\xfe') && 'utf-16le') ||
    (head.startsWith('\xfe\xff') && 'utf-16be') ||
    /^\s*<\?xml[^>]*encoding=["']([\w.-]+)/.exec(head)?.[1] ||
    /charset="?([\w.-]+)/i.exec(headerOf(headers, 'content-type') ?? '')?.[1] ||
    'utf-8';
  try {
    const decoder = new TextDecoder(name);
    if (decoder.encoding !== 'utf-8') notes.push({ nl: `gelezen als ${decoder.encoding}`, en: `read as ${decoder.encoding}` });
    return decoder;
  } catch {
    return new TextDecoder('utf-8');
  }
}
