/** Makes the report of traffic that was watched, from what is on the disk: the same after a day as after a killed process. */
import { join } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import type { Report } from '../../model/report.js';
import { fold } from '../../report/fold/fold.js';
import { observe } from '../../run-observing.js';
import { readJournal } from '../journal/journal.js';
import { eventsOf } from '../journal/journal-events.js';
import { packageFacts } from '../package-root.js';
import { writePackage } from '../run/package-writer.js';
import { beginOf } from '../run/run-begin.js';
import type { Shell } from '../shell.js';
import { readWatchAssignment, readWatchEnd } from './watch-assignment.js';
import { openWatchBench } from './watch-bench.js';

/**
 * @param folder - of the report, as a whole path
 * @throws {HarnessError} `REPORT_INVALID` when it is no folder of a watch
 */
export async function writeWatchReport(world: Pick<Shell, 'cwd' | 'env'>, folder: string): Promise<Report> {
  const assignment = readWatchAssignment(folder);
  if (!assignment) throw new HarnessError('REPORT_INVALID', `nothing was watched in ${folder}`, { place: { file: folder } });
  const { setup, facts, startMillis, token, first, settings } = assignment;
  const end = readWatchEnd(folder);
  const lost = new Set(end?.lost);
  const prive = join(folder, 'prive');
  const told = eventsOf(prive, (await readJournal(prive)).lines);
  const all = told.flatMap((event) => (event.type === 'exchanged' ? [event.exchange] : []));
  const whole = all.filter(({ id }) => !lost.has(id));
  const last = all
    .map(({ endedAt }) => endedAt)
    .sort()
    .at(-1);
  const startedAt = new Date(startMillis).toISOString();
  await using bench = await openWatchBench(world, {
    ...{ setup, root: packageFacts().suites, schemas: settings.schemas, profile: settings.profile },
  });
  const { plan, events, waarneming } = await observe(whole, {
    ...{ setup, suite: bench.suite, toolsOf: bench.toolsOf },
    begin: { startedAt, endedAt: end ? new Date(end.endMillis).toISOString() : (last ?? startedAt), seed: 0, token },
    end: end ? 'done' : 'cancelled',
    lost: lostIn(
      whole.map(({ id }) => id),
      lost,
      first,
    ),
  });
  const [hop] = waarneming.hops;
  const report = fold({
    plan,
    events,
    run: { ...facts, standaard: bench.standard, ...(hop && { schemabasis: hop.schemabasis }), waarneming },
  });
  return await writePackage({ ...{ folder, report, events, plan, files: bench.files }, begin: beginOf(startMillis, settings) });
}

/** Numbers are given out one after the other: one that is missing passed, and is not in the record. */
function lostIn(ids: readonly string[], lost: ReadonlySet<string>, first: number): number {
  const known = [...ids, ...lost].map(Number);
  const highest = known.reduce((one, other) => Math.max(one, other), first - 1);
  return highest - (first - 1) - new Set(ids).size;
}
