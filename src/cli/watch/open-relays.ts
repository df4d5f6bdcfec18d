/** Stands on every hop of a watch: an address of its own for each relay, TLS on both legs as its settings say. */
import { createRelay, type RelayOptions } from '../../actor/relay.js';
import { openSite, type Site } from '../../actor/site.js';
import type { Clock } from '../../model/clock.js';
import { formatPlace, HarnessError, inLanguage } from '../../model/harness-error.js';
import type { RelayEntry } from '../../suite/watch-file.js';
import { connectionOptions, listeningTls } from '../settings/probe-options.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';

export interface Relays {
  /** Name of a relay → where it listens. */
  readonly urls: Readonly<Record<string, string>>;
  /** Takes nothing new any more, lets what is under way end, and breaks off what then is not over. */
  stop(): Promise<void>;
}

export type RelayParts = Pick<RelayOptions, 'bodyStore' | 'recorder' | 'exchangeIds' | 'deliver' | 'clock' | 'timeoutMillis'>;

/** How long what is under way may take when we stop. */
const LAST_MILLIS = 10_000;

/** @throws {HarnessError} `LISTEN_FAILED` or `CONFIG_INVALID`, with the place of the relay in the file */
export async function openRelays(
  shell: Shell,
  settings: Settings,
  entries: readonly RelayEntry[],
  parts: RelayParts,
  failed: (error: unknown) => void,
): Promise<Relays> {
  const opened: { readonly entry: RelayEntry; readonly site: Site; readonly relay: ReturnType<typeof createRelay> }[] = [];
  const close = async (): Promise<void> => {
    for (const { relay, site } of opened) {
      await relay.close();
      await site.close();
    }
  };
  for (const entry of entries) {
    try {
      const own = { ...settings, ...given(entry.tls) };
      const site = await openSite({ ...entry.listen, ...listeningTls(shell, own), failed });
      const relay = createRelay({
        ...connectionOptions(shell, own),
        ...parts,
        ...{
          hop: entry.hop.id,
          path: '',
          target: entry.to,
          site: entry.allow ? guarded(site, entry, entry.allow, failed) : site,
        },
        // Of what passes nobody knows yet what it is for.
        purposeOf: () => NOBODY,
        maxBodyBytes: Number.POSITIVE_INFINITY,
      });
      opened.push({ entry, site, relay });
    } catch (error) {
      await close();
      throw placed(error, entry);
    }
  }
  return {
    urls: Object.fromEntries(opened.map(({ entry, relay }) => [entry.name, relay.url])),
    async stop() {
      await within(parts.clock, Promise.all(opened.map(({ site }) => site.finish())));
      await close();
    },
  };
}

const NOBODY = { scenario: '', step: 0, kind: 'step', service: '', attempt: 1 } as const;

async function within(clock: Clock, done: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  await Promise.race([done, clock.sleep(LAST_MILLIS, over.signal)]);
  over.abort();
}

/** Who may not speak through us is told so, and nothing of it goes on. */
function guarded(site: Site, { name, hop }: RelayEntry, allow: readonly string[], failed: (error: unknown) => void): Site {
  return {
    ...site,
    attach: (path, handler) =>
      site.attach(path, async (request, response) => {
        const from = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
        if (allow.includes(from)) return handler(request, response);
        failed(notAllowed(name, from));
        const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'X-Ketentest-Hop': hop.id, Connection: 'close' };
        response.writeHead(403, headers);
        response.end(`Ketentest stands between on hop ${hop.id} and lets nobody through from ${from}\n`);
      }),
  };
}

function notAllowed(name: string, from: string): HarnessError {
  return new HarnessError('CONFIG_INVALID', {
    nl: `${name}: ${from} staat niet bij "allow" en is geweigerd`,
    en: `${name}: ${from} is not under "allow" and was refused`,
  });
}

function given(tls: RelayEntry['tls']): Partial<Settings> {
  return Object.fromEntries(Object.entries(tls).filter(([, value]) => value !== undefined)) as Partial<Settings>;
}

function placed(error: unknown, { place, name }: RelayEntry): unknown {
  if (!(error instanceof HarnessError) || error.place) return error;
  const at = `${formatPlace(place)}: ${name}: `;
  const told = (language: 'nl' | 'en') => `${at}${inLanguage(error.text, language)}`;
  return new HarnessError(error.code, { nl: told('nl'), en: told('en') }, { ...error.options, cause: error, place });
}
