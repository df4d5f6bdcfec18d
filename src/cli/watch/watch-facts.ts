/** What a report says of a watch that its traffic does not tell: who, where, with which settings. */
import type { StandardDefinition } from '../../model/standard-definition.js';
import type { WatchSetup } from '../../model/watched.js';
import type { RunFacts } from '../../report/fold/fold.js';
import { packageFacts } from '../package-root.js';
import { runFacts } from '../run/run-facts.js';
import type { Settings } from '../settings/settings.js';
import { WATCHED } from './watch-bench.js';

export interface WatchKnown {
  readonly number: string;
  readonly settings: Settings;
  readonly setup: WatchSetup;
  readonly standard: StandardDefinition;
}

/** Everybody there is a real system: nothing of it is our own reference. */
export function watchFacts({ number, settings, setup, standard }: WatchKnown): Omit<RunFacts, 'standaard'> {
  const { standaard: _, ...facts } = runFacts({
    ...{ number, standard, role: WATCHED, version: packageFacts().version },
    settings: { ...settings, product: settings.product ?? setup.title },
    ...{ basis: undefined, reference: undefined, selftest: undefined, deviations: undefined },
    real: setup.actors.map(({ id }) => id),
  });
  return facts;
}
