/** A report with a great many checks: the run with faults over and over, with more checks and longer messages. */
import type { Exchange } from '../../src/model/exchange.js';
import type { Report, ReportRule, ReportStep } from '../../src/model/report.js';
import { bodyOf, WITH_FAULTS } from './samples.js';

/** Checks that hold, beside those of the sample, at each step that has any. */
const MORE = 22;
/** Elements in each message. */
const ELEMENTS = 180;

const LONG = `<a xmlns="urn:voorbeeld">${Array.from({ length: ELEMENTS }, (_, at) => `<element${at}>waarde ${at} van dit bericht</element${at}>`).join('')}</a>`;

/** @param least - at least so many checks */
export function largeSample(least: number): {
  readonly report: Report;
  readonly exchanges: readonly Exchange[];
  readonly checks: number;
} {
  const { report, exchanges } = WITH_FAULTS();
  const scenarios = report.scenarios.map((scenario) => ({ ...scenario, stappen: scenario.stappen.map(withMore) }));
  const each = scenarios.flatMap(({ stappen }) => stappen).reduce((sum, { regels }) => sum + regels.length, 0);
  const times = Math.ceil(least / each);
  const nth = (id: string, copy: number) => `${String(copy).padStart(3, '0')}-${id}`;
  const renamed = (scenario: string, copy: number) => scenario.replace(/^cat\./, `cat.${copy}.`);
  const copies = Array.from({ length: times }, (_, copy) => copy);
  return {
    checks: each * times,
    report: {
      ...report,
      scenarios: copies.flatMap((copy) =>
        scenarios.map((scenario) => ({
          ...scenario,
          id: renamed(scenario.id, copy),
          stappen: scenario.stappen.map((step) => ({
            ...step,
            bewijs: step.bewijs.map((id) => nth(id, copy)),
            ...(step.gevolgVan !== undefined && { gevolgVan: renamed(step.gevolgVan, copy) }),
            regels: step.regels.map((rule) =>
              rule.bericht === undefined ? rule : { ...rule, bericht: nth(rule.bericht, copy) },
            ),
          })),
        })),
      ),
      achtergelaten: [],
    },
    exchanges: copies.flatMap((copy) =>
      exchanges.map((exchange) => {
        const id = nth(exchange.id, copy);
        return {
          ...exchange,
          id,
          purpose: { ...exchange.purpose, scenario: renamed(exchange.purpose.scenario, copy) },
          request: { ...exchange.request, body: bodyOf(LONG, `${id}q`) },
          ...(exchange.reply && { reply: { ...exchange.reply, body: bodyOf(LONG, `${id}a`) } }),
        };
      }),
    ),
  };
}

function withMore(step: ReportStep): ReportStep {
  const [first] = step.regels;
  if (!first) return step;
  const more = Array.from({ length: MORE }, (_, at): ReportRule => ({ ...HELD, id: `BIEB-1${String(at).padStart(2, '0')}` }));
  return {
    ...step,
    regels: [
      ...step.regels,
      ...more.map((rule) => ({ ...rule, ...(first.bericht !== undefined && { bericht: first.bericht }) })),
    ],
  };
}

const HELD = {
  ...{ verdict: 'voldoet', ernst: 'fout', verplicht: true },
  melding: {
    nl: 'het boek staat waar het volgens de catalogus staat',
    en: 'the book stands where the catalogue says that it does',
  },
  bron: { document: 'BIEB10', plaats: '§4.2.1' },
} as const satisfies Partial<ReportRule>;
