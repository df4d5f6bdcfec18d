/** Which messages of a report somebody means: by exchange, by message, by step or by scenario. */
import { HarnessError } from '../../model/harness-error.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import { matchesPattern } from '../../model/pattern.js';
import type { Report } from '../../model/report.js';
import type { Manifest } from '../../report/manifest.js';
import { messageName, messagesIn } from '../../report/seal/message-leaf.js';

/**
 * @param patterns - `0007`, `0007/vraag`, `<scenario>/<step>`, `<scenario>`, with `*` and `**`
 * @returns names of messages, `<exchange id>/vraag` or `<exchange id>/antwoord`
 * @throws {HarnessError} `PATTERN_UNMATCHED` for one that is none of them, with the nearest
 */
export function chosenMessages(
  { manifest, report }: { readonly manifest: Manifest; readonly report: Report },
  patterns: readonly string[],
): ReadonlySet<string> {
  const names = namesOf(manifest, report);
  for (const pattern of patterns) {
    if ([...names.values()].flat().some((name) => matchesPattern(pattern, name))) continue;
    const near = nearest(pattern, [...new Set([...names.values()].flat())]);
    throw new HarnessError(
      'PATTERN_UNMATCHED',
      {
        nl: `--only: "${pattern}" past op geen bericht van dit rapport${didYouMean(near).nl}`,
        en: `--only: "${pattern}" matches no message of this report${didYouMean(near).en}`,
      },
      {
        hint: {
          nl: 'Noem een uitwisseling (0007), één bericht (0007/vraag), een stap (scenario/1) of een scenario.',
          en: 'Name an exchange (0007), one message (0007/vraag), a step (scenario/1) or a scenario.',
        },
      },
    );
  }
  return new Set(
    [...names].flatMap(([message, all]) =>
      patterns.some((each) => all.some((name) => matchesPattern(each, name))) ? [message] : [],
    ),
  );
}

/** Everything by which a message may be called. A step is also called by the exchanges that prove it. */
function namesOf(manifest: Manifest, { scenarios }: Report): ReadonlyMap<string, readonly string[]> {
  const steps = new Map<string, string[]>();
  for (const { id, stappen } of scenarios) {
    for (const { nr, bewijs } of stappen) {
      for (const exchange of bewijs) steps.set(exchange, [...(steps.get(exchange) ?? []), `${id}/${nr}`]);
    }
  }
  return new Map(
    messagesIn(manifest).map((facts) => {
      const { id, scenario, stap } = facts.uitwisseling;
      const name = messageName(facts);
      return [name, [id, name, scenario, `${scenario}/${stap}`, ...(steps.get(id) ?? [])]];
    }),
  );
}
