/**
 * Systems of a chain that speak first and are not ours: each says what we would have said, in a conversation of its own, when
 * somebody makes it do so.
 */
import { createBodyStore } from '../../src/actor/body-store.js';
import type { ConnectionOptions } from '../../src/actor/connection.js';
import { createDriver } from '../../src/actor/driver.js';
import { createExchangeIds } from '../../src/actor/exchange-ids.js';
import { createMessenger, type Sender } from '../../src/actor/messenger.js';
import { createRecorder } from '../../src/actor/recorder.js';
import { hopsOf } from '../../src/model/chain.js';
import type { Asked } from '../../src/run-listening.js';
import { familyOf } from '../../src/standard/index.js';
import { freshValues } from '../../src/suite/functions.js';
import type { LoadedSuite } from '../../src/suite/load-suite.js';
import { memoryJournal } from './memory-journal.js';
import { machineClock } from './reference-run.js';

export interface Speakers {
  /** Makes whoever has to speak do so. */
  prompt(asked: Asked): Promise<undefined>;
  /** When everything was said. */
  close(): Promise<void>;
}

/**
 * @param wrap - what comes between such a system and the wire
 * @param connection - whom they trust
 */
export function openSpeakers(
  { suite, standard, templates }: LoadedSuite,
  urlOf: (hop: string) => string,
  wrap: (sender: Sender) => Sender = (sender) => sender,
  connection: ConnectionOptions = {},
): Speakers {
  const bodyStore = createBodyStore({ spoolFolder: '' });
  const driver = createDriver({
    ...connection,
    ...{ endpointOf: (url: string) => url, bodyStore, clock: machineClock, timeoutMillis: 10_000 },
    ...{ recorder: createRecorder(memoryJournal()), exchangeIds: createExchangeIds() },
  });
  const stepOf = ({ scenario, step }: Pick<Asked, 'scenario' | 'step'>) =>
    suite.scenarios.find(({ id }) => id === scenario)?.steps.find(({ nr }) => nr === step);
  const linkOf = (asked: Pick<Asked, 'scenario' | 'step'>) => suite.chain?.links.find(({ id }) => id === stepOf(asked)?.link);
  const wrapped = wrap(driver);
  const messenger = createMessenger({
    ...{ standard, templates, family: familyOf(standard.family), clock: machineClock, token: 'echt', offersOnce: true },
    sender: {
      send: (outgoing, _, purpose, signal) => {
        const link = linkOf(purpose);
        return wrapped.send(outgoing, { portType: urlOf((link && hopsOf(link)[0]?.id) ?? '') }, purpose, signal);
      },
    },
    fresh: (now) => freshValues(suite.variables, { now, token: 'echt' }),
  });
  const saying: Promise<unknown>[] = [];
  return {
    async prompt({ scenario, step, service, values }) {
      const source = stepOf({ scenario, step })?.send;
      if (source) saying.push(messenger.send(source, { scenario, step, service, kind: 'step' }, values));
      await saying.at(-1);
      return undefined;
    },
    async close() {
      await Promise.all(saying);
      driver.close();
      await bodyStore.dispose();
    },
  };
}
