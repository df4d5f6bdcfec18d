/**
 * What a run does not prove. It stands on the first screen of every rendition, before any detail.
 */
import type { Tekst } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { chainResult } from './chain/chain-result.js';
import { watchedLimits } from './fold/watched.js';
import { selftestLimit } from './selftest-limit.js';
import { isUnchecked } from './step-names.js';

/** Said above everything else when the thing tested is the harness's own reference. */
export const OWN_REFERENCE: Tekst = {
  nl: 'Dit is geen bewijs. Getest is het referentiesysteem van dit testharnas zelf, niet het product van een leverancier.',
  en: "This is not evidence. What was tested is this harness's own reference system, not a supplier's product.",
};

/** The limits of this report, the general ones first; those that do not apply are left out. */
export function limitsOf(report: Report): readonly Tekst[] {
  const { testset, schemabasis, product } = report;
  const unbuilt = report.scenarios
    .flatMap((each) => each.stappen)
    .flatMap((each) => each.regels)
    .filter(isUnchecked);
  const { ja = 0, nee = 0 } = report.resultaat.tellingen.bevestigingen ?? {};
  const seen = ja + nee;
  return [
    {
      nl: 'Dit is een aanwijzing uit één testrun. Het is geen certificaat en geen oordeel van een officiële instantie; daarvoor is een test op het officiële testplatform nodig.',
      en: 'This is an indication from one test run. It is no certificate and no ruling of an official body; that takes a test on the official test platform.',
    },
    ...chainLimits(report),
    ...when(report.keten === undefined, {
      nl: `Het geldt alleen voor versie ${product.versie}, in deze rol en met deze testset. Andere versies, inrichtingen en koppelpartners zijn niet getest.`,
      en: `It holds only for version ${product.versie}, in this role and with this test set. Other versions, set-ups and partners were not tested.`,
    }),
    {
      nl: 'Ook een foutloze run geeft geen zekerheid dat systemen in de praktijk volledig kunnen samenwerken.',
      en: 'Even a run without faults gives no certainty that systems fully work together in practice.',
    },
    ...watchedLimits(report),
    ...when(testset.omvang === 'deels' && !report.waarneming, {
      nl: 'Niet de hele testset is uitgevoerd.',
      en: 'Not the whole test set was run.',
    }),
    ...(testset.zelftoets ? [selftestLimit(testset.zelftoets)] : []),
    ...when(testset.bron === 'eigen' && !report.waarneming, {
      nl: 'De scenario’s zijn van ons: voor deze versie van de standaard is geen officiële testset gebruikt.',
      en: 'The scenarios are ours: no official test set was used for this version of the standard.',
    }),
    ...when(testset.bron === 'officieel' && testset.berichten === 'eigen', {
      nl: 'De scenario’s komen uit de officiële testset, de voorbeeldberichten zijn van ons.',
      en: 'The scenarios come from the official test set, the sample messages are ours.',
    }),
    ...when(schemabasis.soort === 'ingebouwd', {
      nl: 'De structuur is gecontroleerd met het ingebouwde compacte schema, niet met de officiële schema’s.',
      en: 'The structure was checked against the built-in compact schema, not against the official schemas.',
    }),
    ...when(seen > 0, {
      nl: `${seen} ${seen === 1 ? 'controle berust' : 'controles berusten'} op wat een persoon in het product zag. Dat is met de berichten niet na te rekenen.`,
      en: `${seen} ${seen === 1 ? 'check rests' : 'checks rest'} on what a person saw in the product. The messages cannot bear that out.`,
    }),
    ...when(unbuilt.length > 0, {
      nl: `${unbuilt.length} ${unbuilt.length === 1 ? 'aanvullende controle is' : 'aanvullende controles zijn'} niet beslist en ${unbuilt.length === 1 ? 'telt' : 'tellen'} niet mee in de uitkomst.`,
      en: `${unbuilt.length} additional ${unbuilt.length === 1 ? 'check was' : 'checks were'} not decided and ${unbuilt.length === 1 ? 'does' : 'do'} not count in the result.`,
    }),
  ];
}

/** A chain holds on the versions of everybody in it. */
function chainLimits(report: Report): readonly Tekst[] {
  if (!report.keten) return [];
  const general = {
    nl: 'Het geldt alleen voor deze partijen op deze versies, in één sessie en met deze testset. Een andere versie van één van hen opent haar koppelingen opnieuw.',
    en: 'It holds only for these actors on these versions, in one session and with this test set. Another version of any of them opens its links again.',
  };
  return [general, ...(chainResult(report)?.caveats ?? [])];
}

function when(holds: boolean, tekst: Tekst): readonly Tekst[] {
  return holds ? [tekst] : [];
}
