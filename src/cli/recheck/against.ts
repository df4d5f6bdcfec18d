/** When a package cannot be judged by another test set than its own. */
import { HarnessError } from '../../model/harness-error.js';
import type { OpenedPackage } from './opened-package.js';
import type { Bench } from './workshop.js';

/** A test set that shares no scenario says nothing about these messages. */
export function refuseStranger({ plan, shown }: OpenedPackage, { loaded }: Bench, against: string): void {
  const known = new Set(loaded.suite.scenarios.map(({ id }) => id));
  if (plan.scenarios.some(({ scenario }) => known.has(scenario.id))) return;
  throw new HarnessError(
    'USAGE',
    { nl: `${shown}: ${against} heeft geen scenario van dit rapport`, en: `${shown}: ${against} has no scenario of this report` },
    {
      hint: {
        nl: `Noem een testset met dezelfde scenario’s, zoals ${plan.suite.id}.`,
        en: `Name a suite with the same scenarios, such as ${plan.suite.id}.`,
      },
    },
  );
}

/** Real traffic follows no scenarios, so that there are none to lay beside those of a suite. */
export function onlyItsOwn(shown: string): HarnessError {
  return new HarnessError(
    'USAGE',
    {
      nl: `${shown}: meegelezen verkeer heeft geen scenario’s, en --against kan niet`,
      en: `${shown}: traffic that was watched has no scenarios, so that --against cannot be done`,
    },
    { hint: { nl: 'Laat --against weg.', en: 'Leave --against out.' } },
  );
}
