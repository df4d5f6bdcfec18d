/** The official test set of ZDS 1.1, role Zaaksysteem, as published: typed over, compared with the folder of data. */
import { join } from 'node:path';
import { expect } from 'chai';
import { JUDGES } from '../../src/judge/index.js';
import type { Scenario, Step } from '../../src/model/scenario.js';
import { openFileSet } from '../../src/suite/file-set.js';
import { type LoadedSuite, loadSuite } from '../../src/suite/load-suite.js';
import { packageRoot } from '../package-root.js';

/** Id, title, and per step: number, variant, message, code, from, to, sheet!row. */
const PUBLISHED: readonly (readonly [id: string, title: string, steps: readonly string[]])[] = [
  [
    'zs.1.genereerZaakIdentificatie',
    'Genereer Zaakidentificatie (P)',
    [
      '1 Zaak 1 genereerZaakIdentificatie_Di02 Di02 STP TTA Zaaksysteem!6',
      '2 Zaak 1 genereerZaakIdentificatie_Du02 Du02 TTA STP Zaaksysteem!7',
      '3 Zaak 2 genereerZaakIdentificatie_Di02 Di02 STP TTA Zaaksysteem!8',
      '4 Zaak 2 genereerZaakIdentificatie_Du02 Du02 TTA STP Zaaksysteem!9',
    ],
  ],
  [
    'zs.2.creeerZaak',
    'Creëer Zaak (P)',
    [
      '1 Zaak 1 zakLk01 Lk01 STP TTA Zaaksysteem!14',
      '2 Zaak 1 Bv03 Bv03 TTA STP Zaaksysteem!15',
      '3 Zaak 2 zakLk01 Lk01 STP TTA Zaaksysteem!16',
      '4 Zaak 2 Bv03 Bv03 TTA STP Zaaksysteem!17',
    ],
  ],
  [
    'zs.3.genereerDocumentIdentificatie',
    'Genereer Documentidentificatie (P)',
    [
      '1 Zaak 1 genereerDocumentIdentificatie_Di02 Di02 STP TTA Zaaksysteem!22',
      '2 Zaak 1 genereerDocumentIdentificatie_Du02 Du02 TTA STP Zaaksysteem!23',
      '3 Zaak 2 genereerDocumentIdentificatie_Di02 Di02 STP TTA Zaaksysteem!24',
      '4 Zaak 2 genereerDocumentIdentificatie_Du02 Du02 TTA STP Zaaksysteem!25',
    ],
  ],
  [
    'zs.4.voegZaakdocumentToe',
    'Voeg Zaakdocument Toe (P)',
    [
      '1 Zaak 1 edcLk01 Lk01 STP TTA Zaaksysteem!30',
      '2 Zaak 1 Bv03 Bv03 TTA STP Zaaksysteem!31',
      '3 Zaak 2 edcLk01 Lk01 STP TTA Zaaksysteem!32',
      '4 Zaak 2 Bv03 Bv03 TTA STP Zaaksysteem!33',
    ],
  ],
  [
    'zs.5.geefLijstZaakdocumenten',
    'Geef lijst Zaakdocumenten (P)',
    ['1 Zaak 1 zakLv01 Lv01 STP TTA Zaaksysteem!38', '2 Zaak 1 zakLa01 La01 TTA STP Zaaksysteem!39'],
  ],
  [
    'zs.6.updateZaak',
    'Update zaak (P)',
    ['1 Zaak 1 zakLk01 Lk01 STP TTA Zaaksysteem!44', '2 Zaak 1 Bv03 Bv03 TTA STP Zaaksysteem!45'],
  ],
  [
    'zs.7.geefZaakdetails',
    'Geef zaakdetails (P)',
    ['1 Zaak 1 zakLv01 Lv01 STP TTA Zaaksysteem!50', '2 Zaak 1 zakLa01 La01 TTA STP Zaaksysteem!51'],
  ],
  [
    'zs.8.geefZaakdocumentbewerken',
    'Geef zaakdocument bewerken (P)',
    [
      '1 Zaak 1 geefZaakdocumentbewerken_Di02 Di02 STP TTA Zaaksysteem!56',
      '2 Zaak 1 geefZaakdocumentbewerken_Du02 Du02 TTA STP Zaaksysteem!57',
      '3 Zaak 2 geefZaakdocumentbewerken_Di02 Di02 STP TTA Zaaksysteem!58',
      '4 Zaak 2 geefZaakdocumentbewerken_Du02 Du02 TTA STP Zaaksysteem!59',
    ],
  ],
  [
    'zs.9.updateZaakdocument',
    'Update Zaakdocument (P)',
    ['1 Zaak 1 updateZaakdocument_Di02 Di02 STP TTA Zaaksysteem!64', '2 Zaak 1 Bv02 Bv02 TTA STP Zaaksysteem!65'],
  ],
  [
    'zs.10.geefZaakdocumentLezen',
    'Geef zaakdocument lezen (P)',
    ['1 Zaak 1 edcLv01 Lv01 STP TTA Zaaksysteem!70', '2 Zaak 1 edcLa01 La01 TTA STP Zaaksysteem!71'],
  ],
  [
    'zs.11.actualiseerZaakstatus',
    'Actualiseer zaakstatus (P)',
    ['1 Zaak 2 zakLk01 Lk01 STP TTA Zaaksysteem!76', '2 Zaak 2 Bv03 Bv03 TTA STP Zaaksysteem!77'],
  ],
  [
    'zs.12.geefZaakstatus',
    'Geef zaakstatus (P)',
    ['1 Zaak 2 zakLv01 Lv01 STP TTA Zaaksysteem!82', '2 Zaak 2 zakLa01 La01 TTA STP Zaaksysteem!83'],
  ],
  [
    'zs.13.cancelCheckout',
    'Cancel checkout (P)',
    ['1 Zaak 2 cancelCheckout_Di02 Di02 STP TTA Zaaksysteem!88', '2 Zaak 2 Bv02 Bv02 TTA STP Zaaksysteem!89'],
  ],
];

/** Steps about which the published set contradicts itself or the service description. */
const ANOMALIES = [
  'zs.4.voegZaakdocumentToe/3',
  'zs.4.voegZaakdocumentToe/4',
  'zs.9.updateZaakdocument/1',
  'zs.9.updateZaakdocument/2',
  'zs.10.geefZaakdocumentLezen/1',
  'zs.13.cancelCheckout/1',
  'zs.13.cancelCheckout/2',
];

const words = (step: Step) => [step.nr, step.variant, step.message, step.code, step.from, step.to, step.src].join(' ');
const facts = (scenario: Scenario) => [scenario.id, scenario.title, scenario.steps.map(words)];

describe('the test set of ZDS 1.1 for a zaaksysteem', () => {
  let loaded: LoadedSuite;
  before(async () => {
    loaded = await loadSuite(openFileSet(join(packageRoot, 'suites')), 'zds-1.1/zaaksysteem', JUDGES);
  });

  it('has the 13 scenarios and 36 steps as published, in the published order', () => {
    expect(loaded.suite.scenarios.map(facts)).deep.equal(PUBLISHED);
    expect(loaded.suite.scenarios.flatMap((scenario) => scenario.steps)).lengthOf(36);
  });

  it('is marked official, with messages of our own', () => {
    const { bron, berichten, versie } = loaded.suite.testset;
    expect({ bron, berichten, versie }).deep.equal({ bron: 'officieel', berichten: 'eigen', versie: '1.1 (1.3)' });
  });

  it('makes every scenario mandatory, as the set does for a provider', () => {
    expect(loaded.suite.scenarios.every((scenario) => scenario.verplicht)).equal(true);
  });

  it('notes the places where the published set is odd, and only those', () => {
    const noted = loaded.suite.scenarios.flatMap(({ id, steps }) =>
      steps.filter((step) => step.anomaly).map((step) => `${id}/${step.nr}`),
    );
    expect(noted).deep.equal(ANOMALIES);
  });

  it('accepts Bv03 where the set and the service description disagree, and nowhere else, and says why', () => {
    const tolerated = loaded.standard.services.flatMap(({ id, replies }) =>
      replies.flatMap((reply) => (reply.tolerated ? [`${id} ${replies[0]?.code} ${reply.code} ${reply.tolerated.id}`] : [])),
    );
    expect(tolerated.sort()).deep.equal(['cancelCheckout Bv02 Bv03 ZDS-UD-04', 'updateZaakdocument Bv02 Bv03 ZDS-UD-04']);
  });

  it('knows the 14 services of the specification', () => {
    expect(loaded.standard.services.map(({ portType, operation }) => `${portType} ${operation}`).sort()).deep.equal([
      'BeantwoordVraag geefLijstZaakdocumenten_Lv01',
      'BeantwoordVraag geefZaakdetails_Lv01',
      'BeantwoordVraag geefZaakdocumentLezen_Lv01',
      'BeantwoordVraag geefZaakstatus_Lv01',
      'OntvangAsynchroon actualiseerZaakstatus_Lk01',
      'OntvangAsynchroon creeerZaak_Lk01',
      'OntvangAsynchroon maakZaakdocument_Lk01',
      'OntvangAsynchroon updateZaak_Lk01',
      'OntvangAsynchroon voegZaakdocumentToe_Lk01',
      'VrijeBerichten cancelCheckout_Di02',
      'VrijeBerichten geefZaakdocumentbewerken_Di02',
      'VrijeBerichten genereerDocumentIdentificatie_Di02',
      'VrijeBerichten genereerZaakIdentificatie_Di02',
      'VrijeBerichten updateZaakdocument_Di02',
    ]);
  });
});
