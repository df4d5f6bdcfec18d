/** The digest that tables, records and reports of schema sets use. */
import { createHash } from 'node:crypto';

/** Lower-case hex sha256. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
