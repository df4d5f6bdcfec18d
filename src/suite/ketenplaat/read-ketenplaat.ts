/**
 * Reads a file in the exchange format for architecture models (AMEFF 3). It is read twice, since the names of properties
 * stand behind what has them: first for names and identifiers, then for what a chain is made of.
 *
 * @see The Open Group, ArchiMate Model Exchange File Format for ArchiMate 3.1
 */
import { createHash } from 'node:crypto';
import type { Refused } from '../../message/stream-refusal.js';
import { XmlStream } from '../../message/xml-stream.js';
import { HarnessError } from '../../model/harness-error.js';
import type { Ketenplaat } from './ketenplaat.js';
import { PlateContents } from './plate-contents.js';
import { PlateIndex } from './plate-index.js';
import { refusalText } from './refusals.js';

export interface ModelFile {
  /** As the user named it. */
  readonly name: string;
  /** From its beginning; called twice. */
  open(): AsyncIterable<Uint8Array>;
}

/** @throws {HarnessError} `MODEL_INVALID` with the line, for a file that is no such model or cannot be read on */
export async function readKetenplaat(file: ModelFile): Promise<Ketenplaat> {
  const refuse = (what: Refused, line: number): never => {
    throw modelInvalid(file.name, line, refusalText(what));
  };
  const index = new PlateIndex((line, text) => modelInvalid(file.name, line, text));
  const hash = createHash('sha256');
  await through(file, new XmlStream(index, refuse), (bytes) => hash.update(bytes));
  const contents = new PlateContents(index);
  await through(file, new XmlStream(contents, refuse));
  return contents.ketenplaat(hash.digest('hex'));
}

async function through(file: ModelFile, stream: XmlStream, look?: (bytes: Uint8Array) => void): Promise<void> {
  for await (const bytes of file.open()) {
    look?.(bytes);
    stream.write(bytes);
  }
  stream.close();
}

function modelInvalid(file: string, line: number, { nl, en }: ReturnType<typeof refusalText>): HarnessError {
  const at = `${file}:${line}: `;
  return new HarnessError('MODEL_INVALID', { nl: at + nl, en: at + en }, { place: { file, line }, hint: EXPORTED });
}

const EXPORTED = {
  nl: 'Exporteer het model opnieuw als "Open Group Exchange File" (AMEFF 3); in Archi: File > Export > Model To Open Exchange File.',
  en: 'Export the model again as an "Open Group Exchange File" (AMEFF 3); in Archi: File > Export > Model To Open Exchange File.',
} as const;
