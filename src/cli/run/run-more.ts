/** What a run needs to know that is in no settings: who plays with it, and what it goes on with. */
import type { Report } from '../../model/report.js';
import type { RunEvent } from '../../model/run-event.js';
import type { CutOffRun } from './cut-off-run.js';
import type { SharedAddress } from './run-counterpart.js';

/** Our own driver as the product of a suite in which the product sends. */
export interface OwnProduct {
  /** Told where we listen, when we do. */
  readonly listening: (url: string) => void;
  /** Its version. */
  readonly reference: string;
}

/** What is not in the settings. */
export interface RunMore {
  readonly own?: OwnProduct | undefined;
  /** The run to go on with. */
  readonly cutOff?: CutOffRun;
  /** Hears each event, and the report at the end. */
  readonly listener?: { told(event: RunEvent): void; reported(report: Report): void };
  /** Suites that are run beside it. */
  readonly others?: readonly string[];
  /** Where it would listen below the address, in a dry run. */
  readonly path?: string;
  /** Where it listens together with other runs, and how they take turns. */
  readonly shared?: SharedAddress & { readonly turn: () => Promise<void> };
}
