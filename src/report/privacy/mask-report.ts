/** Puts tokens in a report where values stand that are masked in its messages. Words and counts stay: no verdict changes. */
import type { Tekst } from '../../model/finding.js';
import type { Report, ReportRule } from '../../model/report.js';

/** What a text of the report is about. */
export interface Mentioned {
  /** Path in the message. */
  readonly pad?: string | undefined;
  /** `<exchange id>/vraag` or `<exchange id>/antwoord` */
  readonly bericht?: string | undefined;
}

export type MaskText = (text: string, of: Mentioned) => string;

export function maskReport(report: Report, mask: MaskText): Report {
  const plain = (text: string) => mask(text, {});
  const both = ({ nl, en }: Tekst, of: Mentioned = {}): Tekst => ({ nl: mask(nl, of), en: mask(en, of) });
  return {
    ...report,
    scenarios: report.scenarios.map((scenario) => ({
      ...scenario,
      stappen: scenario.stappen.map((step) => ({
        ...step,
        regels: step.regels.map((rule) => maskRule(rule, mask, both)),
        ...(step.handmatigeBevestiging && {
          handmatigeBevestiging: {
            ...step.handmatigeBevestiging,
            vraag: both(step.handmatigeBevestiging.vraag),
            kijkNaar: both(step.handmatigeBevestiging.kijkNaar),
            ...(step.handmatigeBevestiging.notitie !== undefined && { notitie: plain(step.handmatigeBevestiging.notitie) }),
          },
        }),
      })),
    })),
    uitvoering: {
      ...report.uitvoering,
      overschrijvingen: report.uitvoering.overschrijvingen.map((each) => ({ ...each, waarde: plain(each.waarde) })),
    },
    achtergelaten: report.achtergelaten.map((each) => ({ ...each, identificatie: plain(each.identificatie) })),
    ...(report.onverwacht && {
      onverwacht: report.onverwacht.map((each) => {
        const { verschil, bewijs } = each;
        if (!verschil) return each;
        const of = { bericht: `${bewijs}/vraag` };
        return {
          ...each,
          verschil: { ...verschil, verwacht: mask(verschil.verwacht, of), gevonden: mask(verschil.gevonden, of) },
        };
      }),
    }),
  };
}

function maskRule(rule: ReportRule, mask: MaskText, both: (text: Tekst, of: Mentioned) => Tekst): ReportRule {
  const { melding, verwacht, gevonden, advies, pad, bericht } = rule;
  const of: Mentioned = { pad, bericht };
  // What a rule says of itself has no values of this message.
  const said = (text: Tekst) => both(text, { bericht });
  return {
    ...rule,
    melding: said(melding),
    ...(verwacht !== undefined && { verwacht: mask(verwacht, of) }),
    ...(gevonden !== undefined && { gevonden: mask(gevonden, of) }),
    ...(advies && { advies: said(advies) }),
  };
}
