/**
 * A package as one zip file, to take along: nothing is packed, and every time in it is the same, so that the same package gives the
 * same bytes everywhere.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3
 */
import { crc32 } from 'node:zlib';
import type { PackageSource } from '../../report/package-source.js';

/** What the form can say without its extension for large files. */
const MAX_BYTES = 0xffff_0000;
const MAX_FILES = 0xfffe;

/** Whether it fits; what does not is taken along file by file. */
export function fitsArchive(files: readonly { readonly naam: string; readonly grootte: number }[]): boolean {
  const total = files.reduce((sum, { naam, grootte }) => sum + grootte + 2 * (Buffer.byteLength(naam) + 100), 0);
  return files.length <= MAX_FILES && total < MAX_BYTES;
}

/** @param names - as the package lists them; each is read twice */
export async function* archiveOf(source: PackageSource, names: readonly string[]): AsyncGenerator<Uint8Array> {
  const entries: Buffer[] = [];
  let offset = 0;
  for (const name of names.toSorted()) {
    const fields = fieldsOf(name, await sumOf(source, name));
    const head = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), fields, Buffer.from(name)]);
    yield head;
    yield* source.open(name);
    entries.push(centralOf(name, fields, offset));
    offset += head.length + fields.readUInt32LE(14);
  }
  const central = Buffer.concat(entries);
  yield central;
  yield endOf(entries.length, central.length, offset);
}

async function sumOf(source: PackageSource, name: string): Promise<{ readonly crc: number; readonly size: number }> {
  let [crc, size] = [0, 0];
  for await (const chunk of source.open(name)) {
    crc = crc32(chunk, crc);
    size += chunk.byteLength;
  }
  return { crc, size };
}

/** What both heads of a file say: version, UTF-8 names, stored, the first of January 1980. */
function fieldsOf(name: string, { crc, size }: { readonly crc: number; readonly size: number }): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x0800, 2);
  fields.writeUInt16LE(0, 4);
  fields.writeUInt16LE(0, 6);
  fields.writeUInt16LE(0x0021, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(size, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
}

function centralOf(name: string, fields: Buffer, offset: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), fields, tail, Buffer.from(name)]);
}

function endOf(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.set([0x50, 0x4b, 5, 6]);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
