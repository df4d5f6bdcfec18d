/**
 * Takes values from a reply, for the messages that follow.
 */
import { parsePath, valuesAt } from '../model/element-path.js';
import type { Finding } from '../model/finding.js';
import { judged, type Rule } from '../model/judged.js';
import type { Capture } from '../model/scenario.js';
import { type Case, inMessage, openExchange } from './judge.js';
import { safely } from './safely.js';

const CAPTURED: Rule = {
  id: 'VASTGELEGD',
  ernst: 'fout',
  verplicht: true,
  melding: {
    nl: 'Het antwoord bevat de waarde die de volgende berichten nodig hebben',
    en: 'The reply holds the value that the next messages need',
  },
};

export interface Captured {
  readonly values: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
}

/** A value that is absent or empty is a finding, and stays unset. */
export async function captureValues(captures: readonly Capture[], on: Case): Promise<Captured> {
  let values: Captured['values'] = {};
  const findings = await safely(on.exchange, async () => {
    const taken = await take(captures, on);
    values = taken.values;
    return taken.findings;
  });
  return { values, findings };
}

async function take(captures: readonly Capture[], on: Case): Promise<Captured> {
  const message = captures.length > 0 ? (await openExchange(on))?.reply.message : undefined;
  if (!message) return { values: {}, findings: [] };
  const taken = captures.map((capture) => {
    const [found] = valuesAt(message, parsePath(capture.path, on.tools.standard.namespaces));
    return { ...capture, value: found?.value ?? '', line: found?.element.line ?? message.line };
  });
  return {
    values: Object.fromEntries(taken.filter(({ value }) => value !== '').map(({ variable, value }) => [variable, value])),
    findings: inMessage(
      taken.map(({ path, value, line, variable }) =>
        judged(CAPTURED, value !== '', {
          pad: path,
          verwacht: variable,
          gevonden: value || '(afwezig of leeg)',
          regelnummer: line,
        }),
      ),
      on.exchange,
      'antwoord',
    ),
  };
}
