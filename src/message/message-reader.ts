/**
 * Opens recorded messages once, however many judges ask: a document of 50 MB takes a second to read, and every later
 * look at what was stored asks for it again.
 */
import { HarnessError } from '../model/harness-error.js';
import type { MessageReader, OpenedMessage } from '../model/record.js';
import { decoded } from './content-coding.js';
import { readXml } from './xml-reader.js';

/** Beyond this, in bytes of bodies, what was asked for longest ago is forgotten and read again when it is needed. */
const KEPT_BYTES = 256 * 1024 * 1024;

/**
 * A reader for one run; what it keeps goes when it goes.
 * @param keptBytes - bodies of so many bytes together are kept open
 */
export function createMessageReader(keptBytes = KEPT_BYTES): MessageReader {
  const kept = new Map<string, { readonly opened: Promise<OpenedMessage>; readonly size: number }>();
  let total = 0;
  const forget = (id: string): void => {
    total -= kept.get(id)?.size ?? 0;
    kept.delete(id);
  };
  const keep = (id: string, opened: Promise<OpenedMessage>, size: number): void => {
    kept.set(id, { opened, size });
    total += size;
    for (const oldest of kept.keys()) {
      if (total <= keptBytes) return;
      forget(oldest);
    }
  };
  return {
    open({ body, headers }) {
      const opened = kept.get(body.id)?.opened ?? decoded(body, headers).then(readXml).catch(problemOf);
      forget(body.id);
      keep(body.id, opened, body.size);
      return opened;
    },
  };
}

/** What the bytes are to blame for is a problem of the message; everything else is ours and passes. */
function problemOf(error: unknown): OpenedMessage {
  if (!(error instanceof HarnessError) || !['MESSAGE_MALFORMED', 'MESSAGE_TOO_LARGE'].includes(error.code)) throw error;
  return { problem: { kind: 'encoding', detail: error.message } };
}
