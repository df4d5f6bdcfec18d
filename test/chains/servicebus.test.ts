/** The keten around the one official test that is a keten: what each actor does, played or real, and a servicebus that does wrong. */
import { expect } from 'chai';
import { does, onlySpeaks } from '../../src/model/chain.js';
import { PUBLISHED } from '../suite/rzs-published.js';
import { type ChainOptions, type ChainOutcome, runChain } from '../support/chain-run.js';
import { withFault } from '../support/faulty-chain.js';
import type { Meddle } from '../support/meddler.js';
import { startMeddler } from '../support/meddler.js';
import { type OpenedChain, opensChain } from '../support/opened-chain.js';
import { machineClock } from '../support/reference-run.js';
import { startReference } from '../support/reference-server.js';

/** Every number was sent: a real system knows what it said. */
const ANY: ReadonlySet<string> = Object.assign(new Set<string>(), { has: () => true });

/** An actor as a system that is not ours. */
function realActors({ loaded: { standard, suite }, basis }: OpenedChain, ids: readonly string[]): Required<ChainOptions>['real'] {
  const actors = (suite.chain?.actors ?? []).filter(({ id }) => ids.includes(id));
  return Object.fromEntries(
    actors.map((actor) => [
      actor.id,
      async (urlOf: (hop: string) => string) => {
        if (onlySpeaks(actor)) return { url: 'real' };
        if (does(actor, 'tussenstation')) return startMeddler({ target: urlOf('bus-zaaksysteem'), isBus: true });
        return startReference(standard, machineClock, basis, ANY);
      },
    ]),
  );
}

const MIXES = [[], ['bus'], ['regiesysteem', 'backoffice'], ['zaaksysteem', 'abonnementen'], ['bus', 'abonnementen']];

describe('the keten of the gemeentelijke servicebus', function () {
  this.timeout(120_000);
  const chain = opensChain('rzs-1.0/chains/gemeentelijke-servicebus');
  const everybody = () => chain().loaded.suite.chain?.actors.map(({ id }) => id) ?? [];

  it('has every step of the official scenario, under its own number', () => {
    const [[id, title, published] = []] = PUBLISHED['gemeentelijke-servicebus'] ?? [];
    const scenario = chain().loaded.suite.scenarios.find((each) => each.id === id);
    expect(scenario?.title).to.equal(title);
    const told = scenario?.steps.map(({ nr, message, code, src, anomaly }) => [nr, message, code, src, anomaly !== undefined]);
    const wanted = published?.map((step) => {
      const [, nr, message, code, src] =
        /^(\d+) (?:Zaak \d )?(\S+) (\S+) (?:STP|TTA) (?:STP|TTA) (.+?)(?: anomaly)?$/.exec(step) ?? [];
      return [Number(nr), message, code, src, step.endsWith(' anomaly')];
    });
    expect(told).to.deep.equal(wanted);
    expect(told).to.have.length(24);
  });

  for (const mix of [...MIXES, 'everybody'] as const) {
    const name = typeof mix === 'string' ? mix : mix.join(' and ') || 'nobody';
    it(`comes to the same with ${name} real`, async () => {
      const { loaded, basis, rules } = chain();
      const ids = typeof mix === 'string' ? everybody() : mix;
      const outcome = await runChain(loaded, { ...{ bases: [basis], rules }, real: realActors(chain(), ids) });
      expect(wrongIn(outcome)).to.deep.equal([]);
      const { report } = outcome;
      expect(report.resultaat.totaal).to.equal('foutloos');
      expect(report.keten.partijen.filter(({ echt }) => echt).map((each) => each.id)).to.have.members([...ids]);
      expect(report.keten.eersteAfwijking).to.equal(undefined);
      expect(report.keten.koppelingen.map(({ verdict }) => verdict)).to.deep.equal(Array(6).fill('voldoet'));
      expect(report.onverwacht).to.equal(undefined);
    });
  }
});

interface Wrong {
  readonly title: string;
  readonly by: string;
  readonly meddle: Meddle;
  readonly blamed: readonly [hop: string, partij: string, regel: string, stap: string, oorzaak: string];
}

const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const NOTIFY = 'initieerNotificeerOverZaak';

const WRONG: readonly Wrong[] = [
  {
    title: 'a servicebus that answers for the zaaksysteem, and loses what it got',
    ...{ by: 'bus', meddle: { on: 'updateZaak_Lk01', onward: 'elsewhere' } },
    blamed: ['bus-zaaksysteem', 'bus', 'KETEN-AANGEKOMEN', 'gsb.1/9', 'product'],
  },
  {
    title: 'a servicebus that rewrites content',
    ...{ by: 'bus', meddle: { on: 'updateZaak_Lk01', request: replace('Gezinsplan besproken', 'Gezinsplan') } },
    blamed: ['bus-zaaksysteem', 'bus', 'KETEN-DOORGEGEVEN', 'gsb.1/9', 'product'],
  },
  {
    title: 'a servicebus that keeps silent about a message',
    ...{ by: 'bus', meddle: { on: NOTIFY, nth: 3, onward: 'elsewhere' } },
    blamed: ['bus-abonnementen', 'bus', 'BERICHT-ONTVANGEN', 'gsb.1/11', 'transport'],
  },
  {
    title: 'a servicebus that derives a notification about another zaak',
    ...{ by: 'bus', meddle: { on: NOTIFY, nth: 1, request: replace(/(<ZKN:identificatie>)[^<]*/, '$19999ANDERS') } },
    blamed: ['bus-abonnementen', 'bus', 'RZS-BUS-02', 'gsb.1/3', 'product'],
  },
  {
    title: 'a subscription manager that tells its subscribers of another zaak',
    ...{
      by: 'abonnementen',
      meddle: { on: '/notificeerOverZaak', nth: 2, request: replace(/(<ZKN:identificatie>)[^<]*/, '$19999ANDERS') },
    },
    blamed: ['abonnementen-regiesysteem', 'abonnementen', 'RZS-AB-01', 'gk.2.regiesysteemHoort/3', 'product'],
  },
  {
    title: 'a back office that decides about another zaak than it got',
    ...{
      by: 'backoffice',
      meddle: { on: 'bevestigOverdragenZaak', request: replace(/(<ZKN:identificatie>)[^<]*/, '$19999ANDERS') },
    },
    blamed: ['backoffice-regiesysteem', 'backoffice', 'RZS-OZ-03', 'gk.4.overdragen/3', 'product'],
  },
];

describe('blame in the keten of the gemeentelijke servicebus', function () {
  this.timeout(120_000);
  const chain = opensChain('rzs-1.0/chains/gemeentelijke-servicebus');

  for (const { title, by, meddle, blamed } of WRONG) {
    it(`is on ${title}`, async () => {
      const { report } = await withFault(chain(), { by, meddle });
      const { hop = '–', partij = '–', oorzaak = '–', regel = '–', stap = '–' } = report.keten.eersteAfwijking ?? {};
      expect([hop, partij, regel, stap, oorzaak]).to.deep.equal(blamed);
      expect(report.resultaat.totaal).to.not.equal('foutloos');
    });
  }
});

function wrongIn({ steps }: ChainOutcome): readonly string[] {
  return [...steps].flatMap(([path, { verdict, findings }]) =>
    verdict === 'voldoet'
      ? []
      : [`${path} ${verdict} ${JSON.stringify(findings.filter((each) => each.verdict !== 'voldoet').slice(0, 2))}`],
  );
}
