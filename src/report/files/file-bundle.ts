/**
 * Files one behind the other, as the plain bytes of a hand-over: of each four bytes with the length of a line of JSON (its
 * name and size), that line, and its bytes. A length of nothing ends them.
 */
import { HarnessError } from '../../model/harness-error.js';
import { piecesOf } from '../byte-pieces.js';

export interface BundledFile {
  /** With `/` between folders. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
}

const MAX_LINE_BYTES = 4096;

/** @throws {HarnessError} `HANDOVER_INVALID` when a file is not as long as it was said to be */
export async function* bundled(files: readonly BundledFile[]): AsyncGenerator<Uint8Array> {
  for (const { name, size, open } of files) {
    const line = Buffer.from(JSON.stringify({ naam: name, grootte: size }));
    yield lengthOf(line.length);
    yield line;
    let left = size;
    for await (const chunk of open()) {
      left -= chunk.length;
      yield chunk;
    }
    if (left !== 0) throw invalid(`${name} verandert terwijl het gelezen wordt`, `${name} changes while it is read`);
  }
  yield lengthOf(0);
}

/**
 * Hands every file on as it comes; each has to be read before the next.
 * @throws {HarnessError} `HANDOVER_INVALID` for what is no such thing, or names a file outside the folder
 */
export async function* unbundled(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<BundledFile> {
  const source = piecesOf(bytes);
  for (;;) {
    const length = (await source.exactly(4))?.readUInt32BE(0);
    if (length === undefined || length > MAX_LINE_BYTES) throw unreadable();
    if (length === 0) break;
    const { naam, grootte } = lineIn(await source.exactly(length));
    let left = grootte;
    const open = async function* () {
      while (left > 0) {
        const chunk = await source.atMost(left);
        if (!chunk) throw unreadable();
        left -= chunk.length;
        yield chunk;
      }
    };
    yield { name: naam, size: grootte, open };
    if (left > 0) for await (const _ of open());
  }
  if (await source.atMost(1)) throw unreadable();
}

function lineIn(line: Buffer | undefined): { readonly naam: string; readonly grootte: number } {
  try {
    const { naam, grootte } = JSON.parse(String(line)) as { readonly naam: unknown; readonly grootte: unknown };
    const isPlain = typeof naam === 'string' && /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(naam);
    if (isPlain && Number.isSafeInteger(grootte) && Number(grootte) >= 0) return { naam, grootte: Number(grootte) };
  } catch {
    // Told below.
  }
  throw unreadable();
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

function unreadable(): HarnessError {
  return invalid('wat is overgedragen, is niet te lezen', 'what was handed over cannot be read');
}

function invalid(nl: string, en: string): HarnessError {
  return new HarnessError('HANDOVER_INVALID', { nl, en });
}
