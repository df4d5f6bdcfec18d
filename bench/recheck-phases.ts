/**
 * Where the time of computing a report again goes: the sampling profiler looks once in a while at what runs, and what runs
 * belongs to the first part of the list that is found on the way out. The shares are of processor time of this one thread;
 * beside it the engine compiles and clears away on threads of its own.
 */
import { type Profiler, Session } from 'node:inspector';
import { recheckPackage } from '../src/cli/recheck/recheck-package.js';
import { openWorkshop } from '../src/cli/recheck/workshop.js';

/** From a part of the work to the files that do it. */
const PHASES: readonly (readonly [string, RegExp])[] = [
  ['reading messages', /src\/message\/(?:sure-tree|sure-names|xml-|open-|content-coding|charset|tree\/)/],
  ['schema', /src\/message\/(?:schema-|sure-)|src\/judge\/schema\./],
  ['rules in XPath', /src\/message\/(?:xpath|rule-evaluator)/],
  ['rules in code', /src\/judge\/message-rules\./],
  ['rules of exchanges', /src\/judge\/exchange-rules\./],
  ['what was stored (weergave)', /src\/judge\/weergave\./],
  ['other judging', /src\/judge\//],
  ['writing and comparing the report', /src\/report\/canonical-json\./],
  ['folding the report', /src\/report\/fold/],
  [
    'opening the package',
    /src\/cli\/(?:recheck\/(?:opened-package|read-once)|journal|run\/assignment|privacy\/privacy-key)|src\/report\/rapport-json/,
  ],
  ['masking the report', /src\/(?:cli|report)\/privacy/],
  ['digest of the test set', /src\/cli\/recheck\/workshop\./],
  ['walking the plan', /src\/(?:run|actor)/],
];
const CLEARING = 'clearing memory';
const REST = 'the rest';

export interface Phase {
  readonly name: string;
  /** Of processor time, for each package. */
  readonly millis: number;
}

/**
 * @param warm - packages before anything counts
 * @returns the parts, the largest first, and the processor time of one package, that of the engine's own threads included
 */
export async function recheckPhases(
  folder: string,
  warm: readonly string[],
  packages: readonly string[],
): Promise<{ readonly phases: readonly Phase[]; readonly millis: number }> {
  await using workshop = openWorkshop({ cwd: folder, env: {} }, undefined);
  const recheck = async (all: readonly string[]) => {
    const before = process.cpuUsage();
    for (const each of all) await recheckPackage(workshop, folder, each, {});
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / all.length;
  };
  await recheck(warm);
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: 500 });
  session.post('Profiler.start');
  await recheck(packages);
  const profile = await stopped(session);
  session.disconnect();
  // Looking takes time as well: what one package takes is measured with nobody looking.
  const millis = await recheck(packages);
  return { phases: phasesOf(profile, millis), millis };
}

function stopped(session: Session): Promise<Profiler.Profile> {
  return new Promise((resolve, reject) => {
    session.post('Profiler.stop', (error, { profile }) => (error ? reject(error) : resolve(profile)));
  });
}

function phasesOf({ nodes, samples = [] }: Profiler.Profile, millis: number): readonly Phase[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const above = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const counts = new Map<string, number>();
  for (const sample of samples) {
    const phase = phaseOf(sample, byId, above);
    if (phase !== undefined) counts.set(phase, (counts.get(phase) ?? 0) + 1);
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const phases = [...counts].map(([name, count]) => ({ name, millis: (millis * count) / total }));
  return phases.sort((one, other) => other.millis - one.millis);
}

type Nodes = ReadonlyMap<number, Profiler.ProfileNode>;

/** @returns undefined for a sample in which nothing ran */
function phaseOf(sample: number, nodes: Nodes, above: ReadonlyMap<number, number>): string | undefined {
  const { functionName } = nodes.get(sample)?.callFrame ?? {};
  if (functionName === '(idle)') return undefined;
  if (functionName === '(garbage collector)') return CLEARING;
  for (let at: number | undefined = sample; at !== undefined; at = above.get(at)) {
    const url = nodes.get(at)?.callFrame.url ?? '';
    const known = PHASES.find(([, files]) => files.test(url));
    if (known) return known[0];
  }
  return REST;
}
