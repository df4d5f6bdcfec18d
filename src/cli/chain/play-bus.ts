/** Plays an actor of a chain that passes on, within a run or as a process of its own. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Listener } from '../../actor/listener.js';
import { type BusOptions, startServicebus } from '../../actor/servicebus.js';
import { readXml } from '../../message/xml-reader.js';
import type { Clock } from '../../model/clock.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import { familyOf } from '../../standard/index.js';
import { listeningTls, ownConnectionOptions } from '../settings/probe-options.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { failureText } from '../tell-error.js';
import { unique } from '../unique.js';

export interface BusPlaying {
  readonly shell: Shell;
  readonly settings: Settings;
  readonly standard: Pick<StandardDefinition, 'family'>;
  readonly clock: Clock;
  /** Sets its references apart. */
  readonly token: string;
  /** Where everything goes on to. */
  readonly target: string;
  /** Where one message goes on to, when several hops are behind it. */
  readonly route?: BusOptions['route'];
  /** Which one it is, when several pass on in one run. */
  readonly number?: number;
  /** How many references were given out before. */
  readonly passed?: number;
  /** How long it waits for an answer, in milliseconds; as long as the settings say when absent. */
  readonly patience?: number | undefined;
  /** An address that others know, over TLS when the settings say so; without it any port of this machine. */
  readonly listen?: { readonly host: string; readonly port: number };
  /** The version that it says it is of, when it stands alone. */
  readonly announce?: string;
}

/** @throws {HarnessError} `LISTEN_FAILED` when the address is taken or not ours */
export function playBus({
  shell,
  settings,
  standard,
  clock,
  token,
  target,
  listen,
  announce,
  ...more
}: BusPlaying): Promise<Listener> {
  const family = familyOf(standard.family);
  const mark = more.number === undefined ? 'B' : `B${more.number}-`;
  let passed = more.passed ?? 0;
  return startServicebus({
    ...(listen ? { ...listen, ...listeningTls(shell, settings) } : { host: '127.0.0.1', port: 0 }),
    ...{ target, clock, onward: ownConnectionOptions(shell, settings) },
    ...(announce !== undefined && { announce }),
    ...(more.route && { route: more.route }),
    timeoutMillis: Math.min(more.patience ?? settings.timeoutMillis, settings.timeoutMillis),
    maxBodyBytes: settings.maxBodyBytes,
    spoolFolder: join(tmpdir(), `ketentest-${unique()}`),
    referenceIn: (bytes) => {
      const { root } = readXml(bytes);
      return root && family.read(root).referentienummer;
    },
    reference: () => `KT-${token}-${mark}${String(++passed).padStart(6, '0')}`,
    failed: (error) => shell.talk(`${failureText(error, settings.language)}\n`),
  });
}
