/**
 * How scenarios, steps and checks are called in renditions: paths for people, anchors for links.
 * Anchors are stable: the same suite gives the same anchors in every report.
 */
import type { Tekst } from '../model/finding.js';
import type { Report, ReportRule, ReportScenario, ReportStep } from '../model/report.js';

/** A step with the scenario it stands in. */
export interface PlacedStep {
  readonly scenario: ReportScenario;
  readonly step: ReportStep;
}

export function placedSteps(report: Report): readonly PlacedStep[] {
  return report.scenarios.flatMap((scenario) => scenario.stappen.map((step) => ({ scenario, step })));
}

/** `<scenario>/<nr>` */
export function pathOf({ scenario, step }: PlacedStep): string {
  return `${scenario.id}/${step.nr}`;
}

/** The fragment of a scenario's or step's place in a page, from its path. */
export function anchorOf(path: string): string {
  return `s-${path.replaceAll(/[^A-Za-z0-9._-]+/g, '-')}`;
}

/** One anchor for each check of a step; a check that occurs more than once gets a number. */
export function ruleAnchors({ scenario, step }: PlacedStep): readonly string[] {
  const seen = new Map<string, number>();
  return step.regels.map(({ id }) => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    return `${anchorOf(`${scenario.id}/${step.nr}/${id}`)}${count > 1 ? `-${count}` : ''}`;
  });
}

/** Where a check was made: path, line and message. */
export function placeOf(rule: ReportRule): Tekst | undefined {
  const [exchange, side] = rule.bericht?.split('/') ?? [];
  if (rule.pad === undefined && rule.regelnummer === undefined && exchange === undefined && rule.hop === undefined)
    return undefined;
  const message = {
    nl: `${side === 'vraag' ? 'verzoek' : 'antwoord'} ${exchange}`,
    en: `${side === 'vraag' ? 'request' : 'reply'} ${exchange}`,
  };
  const on = (by: string) => rule.hop && `hop ${rule.hop.replace('-', ' → ')}${rule.partij ? `, ${by} ${rule.partij}` : ''}`;
  const said = (line: string, of: string | undefined, by: string) =>
    [rule.pad, rule.regelnummer === undefined ? undefined : `${line} ${rule.regelnummer}`, of, on(by)]
      .filter((part) => part !== undefined)
      .join(' · ');
  return {
    nl: said('regel', exchange === undefined ? undefined : message.nl, 'partij'),
    en: said('line', exchange === undefined ? undefined : message.en, 'actor'),
  };
}

/** In a chain: the hop where it was seen and the actor whose doing it is, e.g. `bus → archief, bus`; empty elsewhere. */
export function onHop({ hop, partij }: Pick<ReportRule, 'hop' | 'partij'>): string {
  return hop === undefined ? '' : [hop.replace('-', ' → '), partij].filter((part) => part !== undefined).join(', ');
}

/** The document and the place in it that a check comes from, in full. */
export function sourceOf({ bron }: Pick<ReportRule, 'bron'>, sources: Report['bronnen']): string | undefined {
  if (bron === undefined) return undefined;
  const { document, plaats } = bron;
  const known = sources[document];
  const title = known === undefined ? document : titleOf(known);
  return [title, plaats].filter((part) => part !== undefined).join(', ');
}

/** A title with its version, unless the title says it already. */
function titleOf({ titel, versie }: Report['bronnen'][string]): string {
  return versie === undefined || titel.includes(versie) ? titel : `${titel} ${versie}`;
}

/** Whether a check found something worth showing: a fault, a warning, or a required check that stayed open. */
export function isNotable(rule: ReportRule): boolean {
  return rule.verdict === 'voldoet_niet' || (rule.verdict === 'niet_beslist' && rule.verplicht);
}

/** Whether a check is known but was not made, without any weight for the result. */
export function isUnchecked(rule: ReportRule): boolean {
  return rule.verdict === 'niet_beslist' && !rule.verplicht;
}

/** A finding in words: a symptom says what is wrong, a rule says what should be. */
export function wording(rule: ReportRule, taal: 'nl' | 'en'): string {
  const { verdict, melding } = rule;
  if (isSymptom(rule) || verdict !== 'voldoet_niet') return melding[taal];
  return `${taal === 'nl' ? 'geldt niet' : 'does not hold'}: ${melding[taal]}`;
}

/** Of what the product sends by itself the Content-Type is told as it should be. */
function isSymptom({ id, bericht }: ReportRule): boolean {
  if (id === 'HTTP-CONTENT-TYPE') return bericht?.endsWith('/vraag') !== true;
  return /^(TRANSPORT|HTTP|BODY|BESTAND|STANDAARD|OORDEEL|SOAP)-|^BERICHT-(AFWEZIG|VERPAKT)$/.test(id);
}

/** The same as a sentence of its own. */
export function sentence(rule: ReportRule, taal: 'nl' | 'en'): string {
  return wording(rule, taal).replace(/^./, (letter) => letter.toUpperCase());
}

/** What to do about a finding; where it does not say so itself, the rule is explained. */
export function nextStep({ id, advies }: ReportRule, taal: 'nl' | 'en'): string {
  return advies?.[taal] ?? `ketentest explain ${id}`;
}

/** A value as it is shown: nothing is said in words, since nobody sees it. */
export function shownValue(value: string | undefined, taal: 'nl' | 'en'): string | undefined {
  return value === '' ? (taal === 'nl' ? '(leeg)' : '(empty)') : value;
}
