/**
 * EARL 1.0 (W3C) in JSON-LD: an assertion for each step and for each rule with a result of its own. Lossy; `rapport.json` is
 * the source. Names are relative to the report, so that nothing claims an address that nobody serves.
 */
import type { Report, ReportRule, ReportScenario, ReportStep } from '../../model/report.js';
import { canonicalJson } from '../canonical-json.js';
import { participantsOf } from '../chain/chain-participants.js';
import { explanation } from '../deviation-texts.js';
import { OUTCOME_WORDS } from '../fold/step-outcomes.js';
import { onHop, sourceOf } from '../step-names.js';
import type { Taal } from '../words.js';

const CONTEXT = {
  earl: 'http://www.w3.org/ns/earl#',
  dct: 'http://purl.org/dc/terms/',
  doap: 'http://usefulinc.com/ns/doap#',
  foaf: 'http://xmlns.com/foaf/0.1/',
};

/** @returns the text of `earl.jsonld` */
export function renderEarl(report: Report, taal: Taal = report.rapport.taal): string {
  const { product, harnas, uitvoerder, leverancier, standaard, testset } = report;
  return canonicalJson({
    '@context': CONTEXT,
    '@graph': [
      {
        ...{ '@id': '#product', '@type': ['earl:TestSubject', 'earl:Software'] },
        ...{ 'dct:title': product.pakketnaam, 'dct:hasVersion': product.versie, 'dct:publisher': leverancier.naam },
      },
      {
        ...{ '@id': '#harnas', '@type': ['earl:Assertor', 'earl:Software'] },
        ...{ 'dct:title': harnas.naam, 'dct:hasVersion': harnas.versie },
      },
      {
        ...{ '@id': '#uitvoerder', '@type': ['earl:Assertor', 'foaf:Group'], 'foaf:name': uitvoerder.organisatie },
        'earl:mainAssertor': { '@id': '#harnas' },
      },
      {
        ...{ '@id': '#testset', '@type': 'earl:TestRequirement', 'dct:identifier': testset.digest },
        'dct:title': `${standaard.naam} ${standaard.versie}, ${standaard.rol}: ${testset.id} ${testset.versie}`,
      },
      ...participantsOf(report).map(({ id, naam, product: own, versie }) => ({
        ...{ '@id': partyId(id), '@type': ['earl:TestSubject', 'earl:Software'], 'dct:isPartOf': { '@id': '#product' } },
        ...{ 'dct:title': [naam[taal], own].filter(Boolean).join(': '), ...(versie !== '' && { 'dct:hasVersion': versie }) },
      })),
      ...report.scenarios.flatMap((scenario) => scenario.stappen.flatMap((step) => stepNodes(report, scenario, step, taal))),
    ],
  });
}

function stepNodes(report: Report, scenario: ReportScenario, step: ReportStep, taal: Taal): readonly object[] {
  const path = `${scenario.id}/${step.nr}`;
  const asked = step.handmatigeBevestiging?.stand;
  const isAsked = asked !== undefined && asked !== 'niet_gevraagd';
  const title = { 'dct:title': `${scenario.titel}: ${step.nr} ${step.berichttype}`, 'dct:isPartOf': { '@id': '#testset' } };
  return [
    { '@id': `#${path}`, '@type': 'earl:TestCase', ...title },
    assertion({ '@id': `#${path}` }, step, isAsked ? 'semiAuto' : 'automatic', {
      'dct:date': report.uitvoering.beeindigdOp,
      ...(step.gevolgVan !== undefined && { 'earl:info': `→ ${step.gevolgVan}` }),
    }),
    ...step.regels.flatMap((rule) => (rule.gehouden ? [] : [ruleAssertion(report, path, rule, taal)])),
  ];
}

function ruleAssertion(report: Report, path: string, rule: ReportRule, taal: Taal): object {
  const { id, melding, pad, bericht, regelnummer, verwacht, gevonden } = rule;
  const on = onHop(rule);
  const place = [bericht, pad, regelnummer, on === '' ? undefined : `hop ${on}`].filter((part) => part !== undefined).join(' ');
  const source = sourceOf(rule, report.bronnen);
  const seen = [verwacht, gevonden].some((part) => part !== undefined) ? ` (${verwacht ?? '–'} / ${gevonden ?? '–'})` : '';
  const known = explanation(report, rule)?.[taal];
  const criterion = {
    ...{ '@type': 'earl:TestCriterion', 'dct:identifier': id, 'dct:title': melding[taal] },
    ...(source !== undefined && { 'dct:source': source }),
  };
  return assertion(
    criterion,
    rule,
    id === 'BEVESTIGING' ? 'manual' : 'automatic',
    {
      'earl:info': `${id}: ${melding[taal]}${seen}${known === undefined ? '' : `; ${known}`}`,
      ...(place !== '' && { 'earl:pointer': { '@type': 'earl:Pointer', 'dct:description': place } }),
      'dct:isPartOf': { '@id': `#${path}` },
    },
    rule.partij,
  );
}

function partyId(id: string): string {
  return `#partij-${encodeURIComponent(id)}`;
}

function assertion(
  criterion: object,
  { verdict, oorzaak }: Pick<ReportStep, 'verdict' | 'oorzaak'>,
  mode: 'automatic' | 'manual' | 'semiAuto',
  result: object,
  partij?: string,
): object {
  return {
    '@type': 'earl:Assertion',
    'earl:assertedBy': { '@id': '#uitvoerder' },
    'earl:subject': { '@id': partij === undefined ? '#product' : partyId(partij) },
    'earl:mode': { '@id': `earl:${mode}` },
    'earl:test': criterion,
    'earl:result': {
      '@type': 'earl:TestResult',
      'earl:outcome': { '@id': `earl:${OUTCOME_WORDS[verdict].earl}` },
      ...(oorzaak !== undefined && { 'dct:description': oorzaak }),
      ...result,
    },
  };
}
