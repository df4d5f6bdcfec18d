/** Goes through traffic that was watched again: from the same record with the same judges, what passed is found anew. */
import type { Report } from '../../model/report.js';
import type { WatchSetup } from '../../model/watched.js';
import { canonicalJson } from '../../report/canonical-json.js';
import { fold } from '../../report/fold/fold.js';
import { observe } from '../../run-observing.js';
import type { Shell } from '../shell.js';
import { openWatchBench, type WatchBench } from '../watch/watch-bench.js';
import type { OpenedPackage } from './opened-package.js';
import { type Rejudged, toldIn } from './rejudge.js';

export interface RejudgedWatch extends Rejudged {
  readonly bench: Pick<WatchBench, 'standard'>;
  /** Of official schemas that decided then and are not here. */
  readonly missing: readonly string[];
}

export async function rejudgeWatched(
  world: Pick<Shell, 'cwd' | 'env'>,
  { report, exchanges, suites }: Pick<OpenedPackage, 'report' | 'exchanges' | 'suites'>,
  setup: WatchSetup,
  schemas: string | undefined,
): Promise<RejudgedWatch> {
  const { uitvoering, waarneming } = report;
  const decided = new Map(waarneming?.hops.map(({ hop, schemabasis }) => [hop, schemabasis]));
  const missing = new Set<string>();
  await using bench = await openWatchBench(world, {
    ...{ setup, root: suites, schemas, profile: uitvoering.profiel },
    pick(hop, all) {
      const { soort, digest = '' } = decided.get(hop) ?? {};
      const first = all.findIndex((each) => each.soort === soort && each.digest === digest);
      if (first >= 0) return all.slice(first);
      missing.add(digest);
      return all.filter((each) => each.soort === 'ingebouwd');
    },
  });
  const { gestartOp: startedAt, beeindigdOp: endedAt, seed, kenmerk: token, einde } = uitvoering;
  const observed = await observe(exchanges, {
    ...{ setup, suite: bench.suite, toolsOf: bench.toolsOf, begin: { startedAt, endedAt, seed, token } },
    end: einde === 'cancelled' ? 'cancelled' : 'done',
    lost: waarneming?.nietVastgelegd ?? 0,
  });
  return {
    plan: observed.plan,
    planText: canonicalJson(observed.plan),
    report: fold({ ...observed, run: { ...factsOf(report), standaard: bench.standard, waarneming: observed.waarneming } }),
    bench: { standard: bench.standard },
    missing: [...missing],
  };
}

/** Who, what and when are no verdicts: they are taken as the report names them. */
function factsOf({
  rapport,
  standaard,
  product,
  leverancier,
  harnas,
  schemabasis,
  omgeving,
  uitvoerder,
  uitvoering,
  keten,
}: Report) {
  return {
    ...{ nummer: rapport.nummer, taal: rapport.taal, poging: uitvoering.poging, rol: standaard.rol },
    ...{ product, leverancier, harnas, schemabasis, omgeving, uitvoerder },
    ...{ profiel: uitvoering.profiel, modus: uitvoering.modus },
    ...(keten && { echt: keten.partijen.flatMap(({ id, echt }) => (echt ? [id] : [])), partijen: toldIn(keten) }),
  };
}
