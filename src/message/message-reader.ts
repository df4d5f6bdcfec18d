/**
 * Opens recorded messages once, however many judges ask.
 */
import { HarnessError } from '../model/harness-error.js';
import type { MessageReader, OpenedMessage } from '../model/record.js';
import { decoded } from './content-coding.js';
import { readXml } from './xml-reader.js';

/** Bodies above this size are read again for every judge instead of being kept, in bytes. */
const KEPT_BYTES = 4 * 1024 * 1024;

/** A reader for one run; what it keeps goes when it goes. */
export function createMessageReader(): MessageReader {
  const kept = new Map<string, Promise<OpenedMessage>>();
  return {
    open(message) {
      const known = kept.get(message.body.id);
      if (known) return known;
      const opened = decoded(message.body, message.headers).then(readXml).catch(problemOf);
      if (message.body.size <= KEPT_BYTES) kept.set(message.body.id, opened);
      return opened;
    },
  };
}

/** What the bytes are to blame for is a problem of the message; everything else is ours and passes. */
function problemOf(error: unknown): OpenedMessage {
  if (!(error instanceof HarnessError) || !['MESSAGE_MALFORMED', 'MESSAGE_TOO_LARGE'].includes(error.code)) throw error;
  return { problem: { kind: 'encoding', detail: error.message } };
}
