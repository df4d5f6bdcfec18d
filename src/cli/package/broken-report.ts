/**
 * A report that somebody changed by hand may be JSON and still no report: then nothing that reads it can go on. Only when
 * something breaks is it held against the published schema; what breaks on a report that follows it is our own fault.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import { complaints } from '../../report/fold/schema-complaints.js';
import { packageFacts } from '../package-root.js';

const SCHEMA = 'docs/rapport.schema.json';

/** So many places are told. */
const TOLD = 3;

/**
 * Does something with a report.
 * @param file - as the user calls it
 * @throws {HarnessError} `REPORT_INVALID` with the places when it breaks and the report does not follow its schema
 */
export async function withReport<T>(report: unknown, file: string, act: () => Promise<T> | T): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof HarnessError) throw error;
    const schema = JSON.parse(readFileSync(join(packageFacts().root, SCHEMA), 'utf8'));
    const found = complaints(report, schema).map((each) => each.replace(/^\$\.?/, ''));
    if (found.length === 0) throw error;
    throw broken(file, found, error);
  }
}

function broken(file: string, found: readonly string[], cause: unknown): HarnessError {
  const [told, rest] = [found.slice(0, TOLD).join('; '), Math.max(0, found.length - TOLD)];
  const more = { nl: rest > 0 ? `; en nog ${rest}` : '', en: rest > 0 ? `; and ${rest} more` : '' };
  return new HarnessError(
    'REPORT_INVALID',
    { nl: `${file} is geen rapport: ${told}${more.nl}`, en: `${file} is no report: ${told}${more.en}` },
    {
      cause,
      place: { file },
      hint: {
        nl: `Zet het bestand terug zoals ketentest het schreef; ${SCHEMA} zegt hoe een rapport eruitziet.`,
        en: `Put the file back as ketentest wrote it; ${SCHEMA} says what a report looks like.`,
      },
    },
  );
}
