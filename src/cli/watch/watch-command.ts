/** `ketentest watch`: stands between real systems, records and judges what passes, and makes a report of it when it stops. */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createBodyStore } from '../../actor/body-store.js';
import { createExchangeIds } from '../../actor/exchange-ids.js';
import { createRecorder } from '../../actor/recorder.js';
import { createSteadyRecorder, steadyStore } from '../../actor/steady-recorder.js';
import type { Exchange } from '../../model/exchange.js';
import { formatPlace, HarnessError } from '../../model/harness-error.js';
import { shownUrl } from '../../model/left-out.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import { listStandards } from '../../suite/load-standard.js';
import { type RelayEntry, readWatchFile, WATCH_KEYS, type WatchFile } from '../../suite/watch-file.js';
import type { Call } from '../command.js';
import { CONFIG_NAME } from '../config-file.js';
import { type ExitCode, exitCodeOf } from '../exit-code.js';
import { openJournal } from '../journal.js';
import { say } from '../language.js';
import { choice, count, duration, type Given } from '../option-values.js';
import { packageFacts } from '../package-root.js';
import { claimReportFolder, reportNumber } from '../report-folder.js';
import { tokenOf } from '../run-crew.js';
import { claimRun } from '../run-lock.js';
import { sealRun } from '../seal-run.js';
import { readSettingsBeside } from '../settings.js';
import type { Shell } from '../shell.js';
import { signingKeyOf } from '../signing-key.js';
import { failureText } from '../tell-error.js';
import { tellReport } from '../tell-report.js';
import { openRelays } from './open-relays.js';
import { writeWatchAssignment } from './watch-assignment.js';
import { openWatchBench } from './watch-bench.js';
import { watchFacts } from './watch-facts.js';
import { openWatchLog } from './watch-log.js';
import { writeWatchReport } from './watch-report.js';

/** A message waits no longer than this for the disk, in milliseconds. */
const PATIENCE_MILLIS = 1_000;

/** Messages that wait for the disk take no more memory than this, in bytes. */
const WAITING_BYTES = 64 * 1024 * 1024;

export async function watchCommand({ shell, options }: Call): Promise<ExitCode> {
  const option = <T>(name: string, read: (of: Given) => T): T | undefined =>
    options[name] === undefined ? undefined : read({ name, texts: [String(options[name])] });
  const form = option('log', (of) => choice(of, ['text', 'json'] as const)) ?? 'text';
  const forMillis = option('for', duration);
  const most = option('exchanges', count);
  const file = readFile(shell, String(options.config ?? CONFIG_NAME));
  const { title, setup, relays: entries } = file;
  const settings = await readSettingsBeside(shell, options, WATCH_KEYS, { timeout: '10m' });
  const key = signingKeyOf(shell, settings);
  const startMillis = shell.clock.now();
  const bench = { setup, root: packageFacts().suites, schemas: settings.schemas, profile: settings.profile };
  refuseUnknown(entries, await listStandards(bench.root));
  await using judging = await openWatchBench(shell, bench);
  const token = tokenOf({ seed: startMillis, suite: judging.suite.id, startMillis });
  const folder = claimReportFolder(shell.cwd, settings.out, reportNumber(startMillis, token));
  using _ = claimRun(folder.path, folder.shown);
  const facts = watchFacts({ number: folder.number, settings, title, setup, standard: judging.standard });
  writeWatchAssignment(folder.path, { setup, facts, startMillis, token, settings });
  const failed = (error: unknown) => shell.talk(`${failureText(error, settings.language)}\n`);
  const journal = await openJournal({ folder: join(folder.path, 'prive'), fsync: settings.fsync });
  const store = createBodyStore({ spoolFolder: join(tmpdir(), `ketentest-${folder.number}`) });
  const recorder = createSteadyRecorder({
    ...{ recorder: createRecorder(journal), clock: shell.clock, failed },
    ...{ patienceMillis: PATIENCE_MILLIS, mostWaiting: 1_000, mostWaitingBytes: WAITING_BYTES },
  });
  const log = await openWatchLog(shell, { form, setup, settings });
  const over = new AbortController();
  const telling = new Set<Promise<void>>();
  let passed = 0;
  const deliver = (exchange: Exchange): void => {
    passed += 1;
    if (most !== undefined && passed >= most) over.abort();
    const told = log
      .tell(exchange)
      .then(() => recorder.settled())
      .then(() =>
        Promise.all([exchange.request, ...(exchange.reply ? [exchange.reply] : [])].map(({ body }) => store.release(body))),
      )
      .then(() => void telling.delete(told), failed);
    telling.add(told);
  };
  const relays = await openRelays(
    shell,
    settings,
    entries,
    {
      ...{ recorder, deliver, clock: shell.clock, timeoutMillis: settings.timeoutMillis },
      bodyStore: steadyStore(store, failed),
      exchangeIds: createExchangeIds(1, 6),
    },
    failed,
  );
  tellStart(shell, settings.language, file, relays.urls);
  shell.out(JSON.stringify({ listening: relays.urls, report: folder.shown }));
  await shell.clock.sleep(forMillis ?? FOREVER, AbortSignal.any([shell.stop, over.signal]));
  await relays.stop();
  await Promise.all(telling);
  await recorder.settled();
  await log[Symbol.asyncDispose]();
  await store.dispose();
  await journal.close();
  shell.talk(`${say(TEXTS.judging, settings.language).replace('{count}', String(passed))}\n`);
  const report = await writeWatchReport(shell, folder.path, { endMillis: shell.clock.now(), lost: recorder.lost });
  await tellReport(shell, settings, report, join(folder.shown, 'rapport.html'));
  const { tellPrivacy } = await import('../privacy-gate.js');
  await tellPrivacy(shell, folder.path, settings.language);
  return key ? sealRun(shell, settings, report, folder.shown, key) : exitCodeOf(report);
}

/** Longer than a timer can be set for is not needed, in milliseconds. */
const FOREVER = 2 ** 31 - 1;

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
