/** Tells a person that a file cannot be written, and what to do. */
import { HarnessError } from '../../model/harness-error.js';

/** @throws {HarnessError} `OUTPUT_FAILED` for what the system says */
export function told<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    if (cause instanceof HarnessError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new HarnessError(
      'OUTPUT_FAILED',
      { nl: `${file} is niet te schrijven: ${reason}`, en: `cannot write ${file}: ${reason}` },
      {
        cause,
        hint: {
          nl: 'Noem een bestand in een bestaande map waarin u mag schrijven, en maak ruimte op de schijf.',
          en: 'Name a file in a folder that is there and can be written, and make room on the disk.',
        },
      },
    );
  }
}
