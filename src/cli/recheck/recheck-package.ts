/** Computes one package again and says what comes out otherwise. */
import { createHash } from 'node:crypto';
import type { Report } from '../../model/report.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import { canonicalJson } from '../../report/canonical-json.js';
import { writeReport } from '../../report/rapport-json.js';
import { packageFacts } from '../package-root.js';
import { publicTexts } from '../privacy/privacy.js';
import { onlyItsOwn, refuseStranger } from './against.js';
import { type Difference, differencesBetween, verdictsThatChange } from './differences.js';
import { type OpenedPackage, openPackage } from './opened-package.js';
import type { Rechecked, RecheckOptions, Remark } from './rechecked.js';
import { type Rejudged, rejudge } from './rejudge.js';
import { withoutMasked } from './without-masked.js';
import type { Bench, Workshop } from './workshop.js';

/** @throws {HarnessError} `REPORT_INVALID` for a package that cannot be read; `SUITE_INVALID` for a test set that cannot */
export async function recheckPackage(
  workshop: Workshop,
  cwd: string,
  shown: string,
  { against }: RecheckOptions,
): Promise<Rechecked> {
  const opened = await openPackage(cwd, shown);
  const { computed, rules, remarks } = await judgedAgain(workshop, opened, against);
  const { planText, report } = await asPublished(opened, computed);
  const byteGelijk = writeReport(report) === opened.reportText;
  const { versie } = opened.report.harnas;
  const wasStopped = opened.report.uitvoering.einde === 'cancelled';
  const laidBeside = (was: Report, is: Report) =>
    against === undefined
      ? ownDifferences({ ...opened, report: was }, byteGelijk ? undefined : is, planText)
      : verdictsThatChange(was, is);
  const whole = laidBeside(opened.report, report);
  const open = opened.isOriginal ? undefined : withoutMasked(opened.report, report, { paths: opened.paths, rules });
  const verschillen = open && whole.length > 0 ? laidBeside(open.recorded, open.computed) : whole;
  const herberekend = open && whole.length > 0 ? open.totaal : report.resultaat.totaal;
  const touched = await otherBytesIn(opened);
  return {
    map: shown,
    klopt: verschillen.length === 0,
    byteGelijk,
    bron: opened.isOriginal ? 'prive' : 'openbaar',
    uitwisselingen: opened.exchanges.length,
    totaal: { vastgelegd: opened.report.resultaat.totaal, herberekend },
    verschillen,
    nietBeslist: open?.undecided ?? [],
    opmerkingen: [
      ...(touched.length > 0 ? [{ soort: 'andere-bytes', berichten: touched } as const] : []),
      ...remarks,
      ...(versie === packageFacts().version ? [] : [{ soort: 'andere-versie', versie } as const]),
      ...(wasStopped ? [{ soort: 'afgebroken' } as const] : []),
    ],
  };
}

/** What was computed, the rules it was computed by, and what could not be done as the run did it. */
interface JudgedAgain {
  readonly computed: Rejudged;
  readonly rules: StandardDefinition['rules'];
  readonly remarks: readonly Remark[];
}

async function judgedAgain(workshop: Workshop, opened: OpenedPackage, against: string | undefined): Promise<JudgedAgain> {
  const { watched } = opened.plan;
  if (watched) {
    if (against !== undefined) throw onlyItsOwn(opened.shown);
    const computed = await workshop.watched(opened, watched);
    const remarks = computed.missing.map((digest) => ({ soort: 'schemabasis-ontbreekt', digest }) as const);
    return { computed, rules: computed.bench.standard.rules, remarks };
  }
  const bench = await benchFor(workshop, opened, against);
  if (against !== undefined) refuseStranger(opened, bench, against);
  const { bases, remark } = basesFor(opened, bench.bases, against !== undefined);
  const computed = await rejudge(opened, bench, bases);
  return { computed, rules: bench.loaded.standard.rules, remarks: remark ? [remark] : [] };
}

/** Computed from originals, a report is masked as the one that was written. */
async function asPublished({ exchanges, masking, paths }: OpenedPackage, computed: Rejudged): Promise<Rejudged> {
  if (!masking) return computed;
  const { report, plan } = await publicTexts(exchanges, computed, masking, paths);
  return { report, plan, planText: plan === computed.plan ? computed.planText : canonicalJson(plan) };
}

/**
 * Of a run that was stopped, what it was doing at that moment is left alone, and what follows from it.
 * @param computed - absent when it is the report itself, byte for byte
 */
function ownDifferences(opened: OpenedPackage, computed: Report | undefined, planText: string): readonly Difference[] {
  const { report } = opened;
  const all = computed ? differencesBetween(report, computed) : [];
  const plan = planText === opened.planText ? [] : [{ waar: 'testset/plan.json', ...PLAN_DIFFERS }];
  if (report.uitvoering.einde !== 'cancelled') return [...all, ...plan];
  const over = stepsOver(report);
  return [...all.filter(({ waar }) => over.has(waar.split(' ')[0] ?? '')), ...plan];
}

const PLAN_DIFFERS = { vastgelegd: 'testset/plan.json', herberekend: 'testset/suites' } as const;

/** The package's own, or the one that it is held against: a standard stands for its suite of the same role. */
function benchFor(workshop: Workshop, { suites, plan }: OpenedPackage, against: string | undefined): Promise<Bench> {
  const { id } = plan.suite;
  if (against === undefined) return workshop.own(suites, id);
  return workshop.installed(against.includes('/') ? against : `${against}/${id.split('/')[1]}`);
}

/** The official schemas count only when they are those of the run; by another test set, whatever is installed. */
function basesFor({ report }: OpenedPackage, all: Bench['bases'], isAgainst: boolean) {
  const { soort, digest } = report.schemabasis;
  if (isAgainst) return { bases: all };
  const first = all.findIndex((each) => each.soort === soort && each.digest === digest);
  if (first >= 0) return { bases: all.slice(first) };
  return { bases: all.filter((each) => each.soort === 'ingebouwd'), remark: { soort: 'schemabasis-ontbreekt', digest } as const };
}

/** Steps that were over when the run was stopped: all that were taken but the last. */
function stepsOver({ scenarios }: Report): ReadonlySet<string> {
  const taken = scenarios.flatMap(({ id, stappen }) =>
    stappen.flatMap(({ nr, verdict }) => (verdict.startsWith('niet_u') || verdict.startsWith('niet_v') ? [] : [`${id}/${nr}`])),
  );
  return new Set(taken.slice(0, -1));
}

/** Messages whose bytes are not those that the record names. */
async function otherBytesIn({ exchanges }: OpenedPackage): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { id, request, reply } of exchanges) {
    const sides = [['vraag', request.body] as const, ...(reply ? [['antwoord', reply.body] as const] : [])];
    for (const [side, body] of sides) {
      const hash = createHash('sha256');
      for await (const chunk of body.open()) hash.update(chunk);
      if (hash.digest('hex') !== body.digest) found.push(`${id}/${side}`);
    }
  }
  return found;
}
