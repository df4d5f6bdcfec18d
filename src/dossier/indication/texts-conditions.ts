/** What was found of each of the five conditions, in words. */
import { texts } from './texts.js';

export const CONDITION_TEXTS = texts({
  GEEN_RAPPORT: ['er is geen rapport dat telt', 'there is no report that counts'],
  GEHELE_TESTSET: [
    'de hele officiële testset {0} is uitgevoerd, met de officiële schema’s',
    'the whole official test set {0} was run, with the official schemas',
  ],
  BRON_EIGEN: [
    'de scenario’s zijn van ons: testset {0} is niet de officiële',
    'the scenarios are ours: test set {0} is not the official one',
  ],
  SCHEMA_INGEBOUWD: [
    'de structuur is met het ingebouwde schema gecontroleerd, niet met de officiële schema’s',
    'the structure was checked with the built-in schema, not with the official schemas',
  ],
  DEELSET: ['niet de hele testset is uitgevoerd; weggelaten: {0}', 'not the whole test set was run; left out: {0}'],
  PROFIEL_PRAKTIJK: [
    'uitgevoerd met het profiel praktijk, dat door de vingers ziet wat de standaard niet toestaat',
    'run with the profile praktijk, which lets pass what the standard does not allow',
  ],
  CONSTANTEN_GEWIJZIGD: [
    'waarden veranderd die de testset niet open laat: {0}',
    'values were changed that the test set does not leave open: {0}',
  ],
  PLATFORMRAPPORT: [
    '{0} zag het rapport van {1}: foutloos, de hele testset ({2})',
    '{0} saw the report of {1}: without faults, the whole test set ({2})',
  ],
  ERKEND: [
    '{0} erkent runs van deze testset door een onafhankelijke partij als gelijk aan {1}',
    '{0} recognises runs of this test set by somebody independent as equal to {1}',
  ],
  ERKENNING_NIET_EIGEN: [
    'runs van deze testset zijn erkend, maar alleen van een onafhankelijke partij met een ticket (A2); deze is {0}',
    'runs of this test set are recognised, but only those of somebody independent on a ticket (A2); this one is {0}',
  ],
  GEEN_PLATFORMRAPPORT: [
    'er is geen rapport van het officiële testplatform van deze versie gezien door iemand anders dan de leverancier',
    'no report of the official test platform about this version was seen by anybody but the supplier',
  ],
  PLATFORM_NIET_FOUTLOOS: [
    'het rapport van {0} is {1}, {2}: daarmee is niet voldaan',
    'the report of {0} is {1}, {2}: that does not satisfy it',
  ],
  ANDER_INSTRUMENT: [
    'het rapport is van {0}, en voor deze standaard telt {1}',
    'the report is of {0}, and what counts for this standard is {1}',
  ],
  INSTRUMENT_ONBEKEND: [
    'niemand verklaarde welk instrument voor deze versie van de standaard telt',
    'nobody stated which instrument counts for this version of the standard',
  ],
  GEEN_INSTRUMENT: [
    'voor deze versie van de standaard is er geen officieel instrument: hieraan kan niet voldaan worden',
    'there is no official instrument for this version of the standard: this cannot be satisfied',
  ],
  ZONDER_FOUTEN: ['zonder fouten', 'without faults'],
  MET_FOUTEN: ['er zijn fouten van het product gevonden', 'faults of the product were found'],
  PUBLIEK_GEZIEN: [
    'op {0} gezien op {1}: byte voor byte het verzegelde rapport',
    'seen at {0} on {1}: byte for byte the report that was sealed',
  ],
  NIET_PUBLIEK: [
    'niemand anders dan de leverancier zag dit rapport op een openbaar adres',
    'nobody but the supplier saw this report at a public address',
  ],
  LINK_DOOD: [
    'de laatste {0} keer was het op {1} niet te vinden of anders dan verzegeld',
    'the last {0} times it was not found at {1}, or was other than what was sealed',
  ],
  AANGEVINKT: [
    'de leverancier vinkte het aan ({0}), en de catalogus toont dit rapport',
    'the supplier ticked it ({0}), and the catalogue shows this report',
  ],
  VINKJE_ANDER_BEWIJS: [
    'aangevinkt ({0}), maar de catalogus toont dit rapport niet als bewijs',
    'ticked ({0}), but the catalogue does not show this report as proof',
  ],
  NIET_AANGEVINKT: [
    'nergens staat dat de leverancier het in de catalogus aanvinkte',
    'nothing tells that the supplier ticked it in the catalogue',
  ],
});
