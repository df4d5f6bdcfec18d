/** `ketentest watch`: stands between real systems, records and judges what passes, and makes a report of it when it stops. */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createBodyStore } from '../../actor/body-store.js';
import { steadyStore } from '../../actor/steady-recorder.js';
import type { Clock } from '../../model/clock.js';
import type { Exchange } from '../../model/exchange.js';
import { formatPlace, HarnessError } from '../../model/harness-error.js';
import { shownUrl } from '../../model/left-out.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import { listStandards } from '../../suite/load-standard.js';
import { type RelayEntry, readWatchFile, WATCH_KEYS, type WatchFile } from '../../suite/watch-file.js';
import type { Call } from '../command.js';
import { type ExitCode, worstExit } from '../exit-code.js';
import { packageFacts } from '../package-root.js';
import { signingKeyOf } from '../seal/signing-key.js';
import { CONFIG_NAME } from '../settings/config-file.js';
import { say } from '../settings/language.js';
import { choice, count, duration, type Given } from '../settings/option-values.js';
import { readSettingsBeside } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { failureText } from '../tell-error.js';
import { unique } from '../unique.js';
import { openRelays } from './open-relays.js';
import { reportApart, reportHere } from './report-part.js';
import { openWatchBench } from './watch-bench.js';
import { openWatchLog } from './watch-log.js';
import { openParts } from './watch-parts.js';

/** Exchanges in one report, unless told otherwise: what a browser opens and a person reads. */
const MOST = 1_000;

export async function watchCommand({ shell, options }: Call): Promise<ExitCode> {
  const option = <T>(name: string, read: (of: Given) => T): T | undefined =>
    options[name] === undefined ? undefined : read({ name, texts: [String(options[name])] });
  const form = option('log', (of) => choice(of, ['text', 'json'] as const)) ?? 'text';
  const forMillis = option('for', duration);
  const most = option('exchanges', count);
  const file = readFile(shell, String(options.config ?? CONFIG_NAME));
  const { setup, relays: entries } = file;
  const read = await readSettingsBeside(shell, options, WATCH_KEYS, { timeout: '10m' });
  const settings = { ...read, actorFacts: file.facts };
  const key = signingKeyOf(shell, settings);
  const bench = { setup, root: packageFacts().suites, schemas: settings.schemas, profile: settings.profile };
  refuseUnknown(entries, await listStandards(bench.root));
  await using judging = await openWatchBench(shell, bench);
  const failed = (error: unknown) => shell.talk(`${failureText(error, settings.language)}\n`);
  const store = createBodyStore({ spoolFolder: join(tmpdir(), `ketentest-${unique()}`) });
  const log = await openWatchLog(shell, { form, setup, settings });
  const perReport = option('per-report', count) ?? MOST;
  const parts = await openParts({ shell, settings, setup, bench: judging, failed }, perReport, (part) =>
    reportApart(shell, settings, part, key),
  );
  const over = new AbortController();
  const telling = new Set<Promise<void>>();
  let passed = 0;
  const deliver = (exchange: Exchange): void => {
    passed += 1;
    if (most !== undefined && passed >= most) over.abort();
    const bodies = [exchange.request.body, ...(exchange.reply ? [exchange.reply.body] : [])];
    const told = log
      .tell(exchange)
      .then(() => parts.settled(exchange.id))
      .then(() => Promise.all(bodies.map((body) => store.release(body))))
      .catch(failed)
      .then(() => void telling.delete(told));
    telling.add(told);
    parts.delivered(exchange.id);
  };
  const { recorder, exchangeIds } = parts;
  const timeoutMillis = settings.timeoutMillis;
  const relays = await openRelays(
    ...([shell, settings, entries] as const),
    { recorder, exchangeIds, deliver, timeoutMillis, clock: shell.clock, bodyStore: steadyStore(store, failed) },
    failed,
  ).catch(async (error) => {
    await log[Symbol.asyncDispose]();
    (await parts.finish()).last?.drop();
    throw error;
  });
  tellStart(shell, settings.language, file, relays.urls);
  shell.out(JSON.stringify({ listening: relays.urls, report: parts.first.folder.shown }));
  await stay(shell.clock, forMillis, AbortSignal.any([shell.stop, over.signal]));
  await relays.stop();
  await Promise.all(telling);
  await log[Symbol.asyncDispose]();
  shell.talk(`${say(TEXTS.judging, settings.language).replace('{count}', String(passed))}\n`);
  const { last, codes } = await parts.finish();
  await store.dispose();
  return worstExit([...codes.map((code) => code as ExitCode), ...(last ? [await reportHere(shell, settings, last, key)] : [])]);
}

/** No timer can be set for longer, in milliseconds: some 24 days. */
const LONGEST = 2 ** 31 - 1;

/** Stays until it was long enough, or somebody wants us to stop. */
async function stay(clock: Clock, millis: number | undefined, stop: AbortSignal): Promise<void> {
  const end = clock.now() + (millis ?? Number.POSITIVE_INFINITY);
  while (!stop.aborted && clock.now() < end) await clock.sleep(Math.min(end - clock.now(), LONGEST), stop);
}

function readFile(shell: Shell, file: string): WatchFile {
  try {
    return readWatchFile(readFileSync(resolve(shell.cwd, file), 'utf8'), file);
  } catch (cause) {
    if (cause instanceof HarnessError) throw cause;
    throw new HarnessError(
      'CONFIG_INVALID',
      { nl: `${file} is niet te lezen`, en: `cannot read ${file}` },
      {
        cause,
        place: { file },
        hint: {
          nl: 'Noem met --config een bestand met "relays"; docs/watching.md heeft een voorbeeld.',
          en: 'Name a file that holds "relays" with --config; docs/watching.md has an example.',
        },
      },
    );
  }
}

/** Said with its place, before anything else is done. */
function refuseUnknown(entries: readonly RelayEntry[], known: readonly string[]): void {
  for (const { hop, place } of entries) {
    if (known.includes(hop.standard)) continue;
    const meant = didYouMean(nearest(hop.standard, known));
    throw new HarnessError(
      'CONFIG_INVALID',
      {
        nl: `${formatPlace(place)}: er is geen standaard "${hop.standard}"${meant.nl}`,
        en: `${formatPlace(place)}: there is no standard "${hop.standard}"${meant.en}`,
      },
      { place, hint: { nl: `Standaarden: ${known.join(', ')}.`, en: `Standards: ${known.join(', ')}.` } },
    );
  }
}

function tellStart({ talk }: Shell, language: 'nl' | 'en', { relays }: WatchFile, urls: Readonly<Record<string, string>>): void {
  const rows = relays.map(
    ({ name, hop, to }) => `  ${hop.from} → ${hop.to}: ${urls[name]} (${name}, ${hop.standard}) → ${shownUrl(to)}`,
  );
  talk(`${say(TEXTS.start, language)}\n${rows.join('\n')}\n`);
}

const TEXTS = {
  start: {
    nl: 'Wij staan tussen deze partijen; stel bij wie het woord neemt het adres van de relay in. Stop met Ctrl-C, dan volgt het rapport.',
    en: 'We stand between these actors; configure in who speaks the address of the relay. Stop with Ctrl-C; the report follows.',
  },
  judging: { nl: 'Rapport maken van {count} uitwisselingen…', en: 'Making the report of {count} exchanges…' },
} as const;
