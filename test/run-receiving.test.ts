/** What the product sends by itself, in an invented koppelvlak: in time or not, right or wrong, early, twice, for nobody. */
import { expect } from 'chai';
import type { Sender } from '../src/actor/messenger.js';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import type { OutgoingMessage } from '../src/model/plan.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { loadBoatSuite } from './koppelvlak/boats.js';
import { type ConsumerOptions, type ConsumerOutcome, runConsumer } from './support/consumer-run.js';
import { outcomeOf } from './support/reference-run.js';
import { compactBasis } from './support/reference-server.js';

const ALL_WELL = {
  'vs.1.reikKentekenUit/1': 'voldoet',
  'vs.1.reikKentekenUit/2': 'voldoet',
  'vs.2.meldVaartuig/1': 'voldoet',
  'vs.2.meldVaartuig/2': 'voldoet',
  'vs.3.vraagVaartuigen/1': 'voldoet',
  'vs.3.vraagVaartuigen/2': 'voldoet',
};

/** A sender that says something else at one step. */
function saying(step: string, change: (text: string) => string, more: Partial<Record<string, string>> = {}) {
  return (sender: Sender): Sender => ({
    send: (outgoing, target, purpose, signal) =>
      sender.send(
        `${purpose.scenario}/${purpose.step}` === step ? changed(outgoing, change, more) : outgoing,
        target,
        purpose,
        signal,
      ),
  });
}

function changed(
  { body, headers, ...rest }: OutgoingMessage,
  change: (text: string) => string,
  more: Partial<Record<string, string>>,
): OutgoingMessage {
  const other = headers.map(([name, value]) => [name, more[name] ?? value] as const);
  return { ...rest, headers: other, body: new TextEncoder().encode(change(new TextDecoder().decode(body))) };
}

describe('the steps that the product takes by itself', () => {
  let loaded: LoadedSuite;
  let compact: OpenSchemaBasis;
  before(async () => {
    loaded = await loadBoatSuite('schipper');
    compact = await compactBasis(loaded.standard);
  });
  after(() => compact.dispose());

  const walk = (options: Omit<ConsumerOptions, 'bases'> = {}) => runConsumer(loaded, { bases: [compact], ...options });
  const steps = ({ steps: judged }: ConsumerOutcome) =>
    Object.fromEntries([...judged].map(([path, step]) => [path, outcomeOf(step)]));
  const wrong = (outcome: ConsumerOutcome, path: string) =>
    (outcome.steps.get(path)?.findings ?? []).filter(({ verdict }) => verdict !== 'voldoet').map(({ id }) => id);

  it('are all well when the product sends what the suite asks', async () => {
    const outcome = await walk();
    expect(steps(outcome)).to.deep.equal(ALL_WELL);
    const told = outcome.events.flatMap((event) => (event.type === 'waiting' ? [event.instruction?.nl] : []));
    expect(told).to.deep.equal(['vraag een kenteken aan.', 'meld een boot aan steiger A.', 'zoek boot HVN-7001 op.']);
  });

  it('stay undecided when nothing comes, and so does what follows', async () => {
    const outcome = await walk({ product: async () => undefined });
    expect(steps(outcome)).to.deep.equal({
      'vs.1.reikKentekenUit/1': 'niet_beslist transport',
      'vs.1.reikKentekenUit/2': 'niet_beslist < vs.1.reikKentekenUit/1',
      'vs.2.meldVaartuig/1': 'niet_beslist transport',
      'vs.2.meldVaartuig/2': 'niet_beslist < vs.2.meldVaartuig/1',
      'vs.3.vraagVaartuigen/1': 'niet_beslist transport',
      'vs.3.vraagVaartuigen/2': 'niet_beslist < vs.3.vraagVaartuigen/1',
    });
    expect(wrong(outcome, 'vs.1.reikKentekenUit/1')).to.deep.equal(['BERICHT-ONTVANGEN']);
  });

  it('are asked for one by one, with the values of that moment', async () => {
    const asked: string[] = [];
    let go: (() => void) | undefined;
    const outcome = await walk({
      prompt: async ({ scenario, step, service, values }) => {
        asked.push(`${scenario}/${step} ${service} ${values['Boot1.kenteken'] ? 'met kenteken' : ''}`.trim());
        go?.();
        return undefined;
      },
      wrap: (sender) => ({
        async send(outgoing, target, purpose, signal) {
          // The last one is sent before anybody asks for it.
          if (purpose.scenario !== 'vs.3.vraagVaartuigen' && asked.length < Number(purpose.scenario[3])) {
            await new Promise<void>((resolve) => {
              go = resolve;
            });
          }
          return sender.send(outgoing, target, purpose, signal);
        },
      }),
    });
    expect(steps(outcome)).to.deep.equal(ALL_WELL);
    expect(asked.slice(0, 2)).to.deep.equal([
      'vs.1.reikKentekenUit/1 reikKentekenUit',
      'vs.2.meldVaartuig/1 meldVaartuig met kenteken',
    ]);
  });

  it('are not waited for when nobody could ask for them', async () => {
    const outcome = await walk({ product: async () => undefined, prompt: async () => 'haak: HTTP 500' });
    const first = outcome.steps.get('vs.1.reikKentekenUit/1');
    expect(outcomeOf(first)).to.equal('niet_beslist configuratie');
    expect(first?.findings.map(({ id, gevonden }) => [id, gevonden])).to.deep.equal([['BERICHT-UITGELOKT', 'haak: HTTP 500']]);
  });

  it('leave out what was left out', async () => {
    const outcome = await walk({ selection: { without: ['vs.2.*'] } });
    expect(Object.keys(steps(outcome))).to.have.length(4);
  });

  const faults: readonly [what: string, change: (text: string) => string, id: string][] = [
    ['is invalid', (text) => text.replace('<VTR:bouwjaar>1998', '<VTR:bouwjaar>lang geleden'), 'SCHEMA'],
    ['leaves out what the service demands', (text) => text.replace(/<VTR:kenteken>.*?<\/VTR:kenteken>/, ''), 'ELEMENT-VERPLICHT'],
    ['has another value than the scenario asks', (text) => text.replace('<VTR:steiger>A', '<VTR:steiger>B'), 'WAARDE'],
    ['is of another code', (text) => text.replace('>Lk01<', '>Lk02<'), 'BERICHT-VAN-DIENST'],
    ['is not well-formed', (text) => text.replace('</VTR:object>', ''), 'BODY-MALFORMED'],
    ['has no envelope', (text) => /<VTR:vtgLk01.*<\/VTR:vtgLk01>/s.exec(text)?.[0] ?? '', 'BERICHT-ENVELOP'],
  ];
  for (const [what, change, id] of faults) {
    it(`do not pass when the message ${what}`, async () => {
      const outcome = await walk({ wrap: saying('vs.2.meldVaartuig/1', change) });
      expect(outcomeOf(outcome.steps.get('vs.2.meldVaartuig/1'))).to.equal('voldoet_niet product');
      expect(wrong(outcome, 'vs.2.meldVaartuig/1').join(' ')).to.include(id);
      const others = Object.entries(steps(outcome)).filter(([path]) => !path.startsWith('vs.2'));
      expect(others.every(([, verdict]) => verdict === 'voldoet')).to.equal(true);
    });
  }

  it('do not pass with another operation in the SOAPAction, or another type of content', async () => {
    for (const header of [{ SOAPAction: '"urn:iets/anders"' }, { 'Content-Type': 'text/plain' }]) {
      const outcome = await walk({ wrap: saying('vs.2.meldVaartuig/1', (text) => text, header) });
      expect(outcomeOf(outcome.steps.get('vs.2.meldVaartuig/1')), JSON.stringify(header)).to.equal('voldoet_niet product');
    }
  });

  it('take what comes in another order, and judge what comes twice', async () => {
    const held: (() => Promise<unknown>)[] = [];
    const outcome = await walk({
      wrap: (sender) => ({
        async send(outgoing, target, purpose, signal) {
          if (held.length === 2) for (const again of held.splice(0).reverse()) await again();
          held.push(() => sender.send(outgoing, target, purpose, signal));
          return sender.send(outgoing, target, purpose, signal);
        },
      }),
    });
    expect(outcome.events.filter(({ type }) => type === 'exchanged')).to.have.length(5);
    expect([...outcome.steps.values()].map(({ exchanges }) => exchanges.length)).to.deep.equal([2, 1, 2, 1, 1, 1]);
  });

  it('tell at once what nobody waits for, with what it is nearest to', async () => {
    const stray = (text: string) => text.replaceAll('vtgLv01', 'vtgLv13');
    const outcome = await walk({ wrap: saying('vs.3.vraagVaartuigen/1', stray, { SOAPAction: '"urn:iets/anders"' }) });
    const told = outcome.events.find((event) => event.type === 'unmatched');
    expect(told).to.include({ nearest: 'vs.3.vraagVaartuigen/1' });
    expect(told?.type === 'unmatched' && told.differs).to.include({ what: 'SOAPAction', found: 'urn:iets/anders' });
    expect(outcomeOf(outcome.steps.get('vs.3.vraagVaartuigen/1'))).to.equal('niet_beslist transport');
  });

  it('have their bytes and their line written before the answer goes out', async () => {
    const { journal } = await walk();
    expect(journal.lines.map(({ type }) => type)).to.deep.equal(['request', 'reply', 'request', 'reply', 'request', 'reply']);
    expect(
      journal.lines.map(({ purpose }) => (purpose as { scenario?: string } | undefined)?.scenario).filter(Boolean),
    ).to.deep.equal(['vs.1.reikKentekenUit', 'vs.2.meldVaartuig', 'vs.3.vraagVaartuigen']);
  });
});
