/** The report and the exit code that a run in this process amounts to, as the command line would give them. */
import { type ExitCode, exitCodeOf } from '../../src/cli/exit-code.js';
import type { Report } from '../../src/model/report.js';
import type { StandardDefinition } from '../../src/model/standard-definition.js';
import { fold } from '../../src/report/fold/fold.js';
import type { RunOutcome } from './reference-run.js';

export interface Folded {
  readonly report: Report;
  readonly exitCode: ExitCode;
}

export function folded(standard: StandardDefinition, { plan, events }: Pick<RunOutcome, 'plan' | 'events'>): Folded {
  const report = fold({
    plan,
    events,
    run: {
      nummer: 'proef',
      taal: 'nl',
      poging: 1,
      standaard: standard,
      rol: plan.suite.role,
      product: { pakketnaam: 'Proef', versie: '1', eigenReferentie: false },
      leverancier: { naam: 'Proef' },
      harnas: { naam: 'ketentest', versie: '0' },
      schemabasis: { soort: 'ingebouwd', naam: 'proef', digest: '' },
      omgeving: { type: 'test' },
      uitvoerder: { organisatie: 'Proef' },
      profiel: 'strict',
      modus: 'onvoorwaardelijk',
    },
  });
  return { report, exitCode: exitCodeOf(report) };
}
