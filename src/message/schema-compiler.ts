/**
 * Compiles a prepared schema set. This is the only time that the parser may open anything but the bytes it was given, and
 * all it can open is the prepared set.
 */
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlLibError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import { HarnessError } from '../model/harness-error.js';
import type { PreparedSchema } from './schema-preparation.js';

/** Names of the prepared documents as the parser sees them; no file and no network address looks like this. */
const BASE = 'ketentest:///';

/**
 * @returns to be disposed when nobody validates with it any more
 * @throws {HarnessError} `SCHEMA_MISSING` when it cannot be compiled and the set lacks a file that it names,
 *   `SCHEMA_INVALID` when it cannot be compiled otherwise
 */
export function compilePrepared(prepared: PreparedSchema): XsdValidator {
  const files = Object.fromEntries([...prepared.files].map(([name, bytes]) => [BASE + name, bytes]));
  const entry = files[BASE + prepared.entry] ?? new Uint8Array();
  xmlRegisterInputProvider(new XmlBufferInputProvider(files));
  try {
    const document = XmlDocument.fromBuffer(entry, { url: BASE + prepared.entry });
    try {
      return XsdValidator.fromDoc(document);
    } finally {
      document.dispose();
    }
  } catch (cause) {
    throw explained(prepared, cause);
  } finally {
    xmlCleanupInputProvider();
  }
}

function explained(prepared: PreparedSchema, cause: unknown): HarnessError {
  const first = cause instanceof XmlLibError ? cause.details.find((each) => each.level > 1) : undefined;
  const name = first?.file?.replace(BASE, '') ?? prepared.entry;
  const file = prepared.origins.get(name) ?? name;
  const said = (first?.message ?? String(cause)).trim();
  const missing = prepared.notes.filter((note) => note.kind === 'missing');
  if (missing.length === 0)
    return new HarnessError('SCHEMA_INVALID', `the schemas cannot be compiled: ${file}: ${said}`, { place: { file }, cause });
  const list = missing.map((note) => `${note.detail} (named in ${note.file})`).join('; ');
  return new HarnessError(
    'SCHEMA_MISSING',
    `the schemas cannot be compiled, and files are missing: ${list}. First complaint: ${said}`,
    {
      place: { file },
      cause,
      hint: 'Add the missing files from the same publication to the set, or start from an entry that does not need them.',
    },
  );
}
