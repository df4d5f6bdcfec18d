/** The messages that are measured: our own good examples, and large ones made from one of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFacts } from '../src/cli/package-root.js';

export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function smallMessages(): readonly Sample[] {
  return [
    'zds-1.1/good/actualiseerZaakstatus.xml',
    'zds-1.1/good/voegZaakdocumentToe.xml',
    'zds-1.2/good/actualiseerZaakstatus.xml',
  ].map((name) => ({ name, bytes: readFileSync(join(packageFacts().root, 'fixtures', name)) }));
}

/** A message with a document in it, in base64, of about so many bytes. */
export function withDocumentOf(size: number): Uint8Array {
  const text = readFileSync(join(packageFacts().root, 'fixtures', 'zds-1.1/good/voegZaakdocumentToe.xml'), 'utf8');
  const content = /(<(?:[\w-]+:)?inhoud\b[^>]*>)([^<]*)(<)/;
  const filled = text.replace(
    content,
    (_, open: string, __, close: string) => `${open}${'QUJD'.repeat(Math.ceil(size / 4))}${close}`,
  );
  if (filled.length < size) throw new Error('the example holds no document');
  return new TextEncoder().encode(filled);
}
