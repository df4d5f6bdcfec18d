/** The official test set of Regie- en zaakservices 1.0 beside the folder of data. */
import { expect } from 'chai';
import type { Scenario, Step } from '../../src/model/scenario.js';
import { openOwnSuite } from '../support/reference-run.js';
import { PUBLISHED } from './rzs-published.js';

const COUNTS: Readonly<Record<string, readonly [scenarios: number, steps: number]>> = {
  'gemeentelijke-servicebus': [1, 24],
  abonnementenbeheer: [10, 20],
  'taakspecifieke-backoffice': [14, 38],
  zaaksysteem: [16, 98],
  zakenmagazijn: [15, 96],
};

const words = (step: Step) =>
  [step.nr, step.variant, step.message, step.code, step.from, step.to, step.src, step.anomaly && 'anomaly']
    .filter((each) => each !== undefined)
    .join(' ');
const facts = ({ id, title, steps }: Scenario) => [id, title, steps.map(words)];

for (const [role, [scenarios, steps]] of Object.entries(COUNTS)) {
  describe(`the test set of RZS 1.0 for ${role}`, () => {
    it(`has the ${scenarios} scenarios and ${steps} steps as published, in the published order, odd where the set is odd`, async () => {
      const { suite } = await openOwnSuite(`rzs-1.0/${role}`);
      expect(suite.scenarios.map(facts)).to.deep.equal(PUBLISHED[role]);
      expect(suite.scenarios).to.have.length(scenarios);
      expect(suite.scenarios.flatMap((each) => each.steps)).to.have.length(steps);
    });

    it('is marked official, with messages of our own, and makes mandatory what the set does', async () => {
      const { suite } = await openOwnSuite(`rzs-1.0/${role}`);
      const { bron, berichten, versie } = suite.testset;
      expect({ bron, berichten, versie }).to.deep.equal({ bron: 'officieel', berichten: 'eigen', versie: '1.0 (1.0.1)' });
      // Checking a document out is a lead-in to changing it.
      const optional = suite.scenarios.filter(({ verplicht }) => !verplicht).map(({ id }) => id);
      expect(optional).to.deep.equal(role === 'zaaksysteem' ? ['zs.7.geefZaakdocumentbewerken'] : []);
    });
  });
}

describe('the services of RZS 1.0', () => {
  it('are those of ZDS 1.1 and four more, whose SOAPActions do not follow their namespace', async () => {
    const { standard } = await openOwnSuite('rzs-1.0/gemeentelijke-servicebus');
    const own = standard.services.filter(({ request }) => request.element.startsWith('RZS:'));
    expect(standard.services).to.have.length(18);
    expect(own.map(({ id, soapAction, request }) => `${id} ${soapAction} ${request.element}`)).to.deep.equal([
      'bevestigOverdragenZaak http://www.egem.nl/StUF/sector/rzs/0310/bevestigOverdragenZaak RZS:overdragenZaak_Du01',
      'initieerNotificeerOverZaak http://www.egem.nl/StUF/sector/rzs/0310/initieerNotificeerOverZaak RZS:initieerNotificeerOverZaak_Di01',
      'notificeerOverZaak http://www.egem.nl/StUF/sector/rzs/0310/notificeerOverZaak RZS:notificeerOverZaak_Di01',
      'overdragenZaak http://www.egem.nl/StUF/sector/rzs/0310/overdragenZaak RZS:overdragenZaak_Di01',
    ]);
    expect(standard.namespaces.RZS).to.equal('http://www.stufstandaarden.nl/koppelvlak/rzs0310');
  });

  it('take Bv01 where the set and the service description disagree, and say why', async () => {
    const { standard } = await openOwnSuite('rzs-1.0/abonnementenbeheer');
    const own = standard.services.filter(({ request }) => request.element.startsWith('RZS:'));
    const tolerated = own.flatMap(({ id, replies }) =>
      replies.flatMap((each) => (each.tolerated ? [`${id} ${replies[0]?.code} ${each.code} ${each.tolerated.id}`] : [])),
    );
    expect(tolerated).to.deep.equal([
      'initieerNotificeerOverZaak Bv03 Bv01 RZS-NOZ-04',
      'notificeerOverZaak Bv03 Bv01 RZS-NOZ-04',
    ]);
  });
});
