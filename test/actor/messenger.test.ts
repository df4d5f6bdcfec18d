/** Fresh references, increasing times, and one more try for an endpoint that answered before. */
import { expect } from 'chai';
import { createMessenger, type Sender } from '../../src/actor/messenger.js';
import { compileTemplate } from '../../src/message/template.js';
import type { Exchange, Purpose } from '../../src/model/exchange.js';
import type { Family, MessageIdentity } from '../../src/standard/family.js';
import { FakeClock } from '../support/fake-clock.js';
import { service, standard } from '../support/made-case.js';
import { madeExchange } from '../support/made-exchange.js';

const PURPOSE = { scenario: 'vt.1', step: 1, kind: 'step', service: service.id } as const;
const VALUES = {
  'zender.applicatie': 'KTN',
  'zender.organisatie': '9999',
  'zender.administratie': '',
  'ontvanger.applicatie': 'REG',
};

function messengerThat(answers: readonly (Partial<Exchange> | undefined)[]) {
  const identities: MessageIdentity[] = [];
  const filled: Readonly<Record<string, string>>[] = [];
  const attempts: number[] = [];
  const family = {
    compose: ({ identity, values }: { identity: MessageIdentity; values: Record<string, string> }) => {
      identities.push(identity);
      filled.push(values);
      return { headers: [], body: new Uint8Array(), referentienummer: identity.referentienummer };
    },
  } as unknown as Family;
  const sender: Sender = {
    async send(_, __, purpose) {
      attempts.push(purpose.attempt);
      return { ...madeExchange({ reply: '<a/>', purpose }), ...answers[attempts.length - 1] };
    },
  };
  const templates = new Map([['vraag', compileTemplate('<a>{{hier}}{{zaak}}</a>', 'vraag.xml.hbs')]]);
  const parts = {
    standard,
    family,
    templates,
    sender,
    clock: new FakeClock(),
    token: 'abc',
    fresh: (now: number) => ({ now: String(now) }),
  };
  const messenger = createMessenger(parts);
  const send = () => messenger.send({ template: 'vraag', with: { hier: 'om {{now}}' } }, PURPOSE, VALUES);
  return { send, messenger, parts, identities, filled, attempts };
}

const { reply: _, ...SILENT } = { ...madeExchange({}), failure: { kind: 'timeout', detail: 'x' } as const };

describe('the messenger', () => {
  it('gives every message a reference of its own and a later time, also when the clock stands still', async () => {
    const { send, identities } = messengerThat([]);
    await send();
    await send();
    expect(new Set(identities.map((each) => each.referentienummer)).size).to.equal(2);
    expect(identities[1]?.sentAt).to.be.greaterThan(identities[0]?.sentAt ?? 0);
  });

  it('tells which variables a message needs, also those that only its template names', () => {
    const { messenger } = messengerThat([]);
    expect(messenger.needs({ template: 'vraag', with: { hier: 'om {{now}}' } })).to.deep.equal(['now', 'zaak']);
  });

  it('keeps references within 40 characters, with room for a ticket', async () => {
    const { send, identities } = messengerThat([]);
    await send();
    expect(identities[0]?.referentienummer.length).to.be.lessThan(31);
  });

  it('leaves out parts of an address that are empty', async () => {
    const { send, identities } = messengerThat([]);
    await send();
    expect(identities[0]?.zender).to.deep.equal({ applicatie: 'KTN', organisatie: '9999' });
  });

  it('works out fresh values for every message', async () => {
    const { send, filled } = messengerThat([]);
    await send();
    await send();
    expect(filled[0]?.hier).to.match(/^om \d+$/);
    expect(filled[0]?.hier).to.not.equal(filled[1]?.hier);
  });

  it('offers a message again, unchanged, when an endpoint that answered before falls silent', async () => {
    const { send, attempts, identities } = messengerThat([undefined, SILENT]);
    expect(await send()).to.have.length(1);
    expect(await send()).to.have.length(2);
    expect(attempts).to.deep.equal([1, 1, 2]);
    expect(identities).to.have.length(2);
  });

  it('offers the messages after one that failed twice only once, until the endpoint answers again', async () => {
    const { send, attempts } = messengerThat([undefined, SILENT, SILENT, SILENT, undefined, SILENT, SILENT]);
    for (const tries of [1, 2, 1, 1, 2]) expect(await send()).to.have.length(tries);
    expect(attempts).to.deep.equal([1, 1, 2, 1, 1, 1, 2]);
  });
  it('offers it again too when the port is closed, or when a gateway says that nobody is there', async () => {
    const refused = { ...SILENT, failure: { kind: 'refused', detail: 'x' } } as const;
    const gateway = { ...madeExchange({ reply: 'weg', status: 502, contentType: 'text/html' }) };
    for (const gone of [refused, gateway]) {
      const { send } = messengerThat([undefined, gone]);
      await send();
      expect(await send()).to.have.length(2);
    }
  });

  it('does not take bytes that are no HTTP for an answer', async () => {
    const stray = { ...madeExchange({ reply: 'SSH-2.0', status: 0 }), failure: { kind: 'protocol', detail: 'x' } } as const;
    const { send } = messengerThat([stray, SILENT]);
    await send();
    expect(await send()).to.have.length(1);
  });

  it('composes and sends nothing where the record says what was said, and goes on counting', async () => {
    const { identities, attempts, parts } = messengerThat([]);
    const said = madeExchange({ reply: '<a/>' });
    const recorded = (purpose: Purpose) => (purpose.step === 1 ? said : undefined);
    const going = createMessenger({ ...parts, sender: { ...parts.sender, recorded } });
    const send = (step: number) => going.send({ template: 'vraag', with: { hier: 'x' } }, { ...PURPOSE, step }, VALUES);
    expect(await send(1)).to.deep.equal([said]);
    expect({ identities, attempts }).to.deep.equal({ identities: [], attempts: [] });
    await send(2);
    expect(attempts).to.deep.equal([1]);
    expect(identities[0]?.referentienummer).to.equal('KT-abc-0002');
  });

  it('does not offer it again at first contact', async () => {
    const { send } = messengerThat([SILENT]);
    expect(await send()).to.have.length(1);
  });

  it('takes over the reference and the time of an earlier step when told to', async () => {
    const { identities, messenger, filled } = messengerThat([]);
    await messenger.send({ template: 'vraag', with: { hier: '{{now}}' } }, PURPOSE, VALUES);
    await messenger.send(
      { template: 'vraag', with: { hier: '{{now}}' }, sameReferenceAs: 'vt.1/1' },
      { ...PURPOSE, step: 3 },
      VALUES,
    );
    expect(identities[0]?.referentienummer).to.equal(identities[1]?.referentienummer);
    expect(identities[0]?.sentAt).to.equal(identities[1]?.sentAt);
    expect(filled[0]).to.deep.equal(filled[1]);
  });
});
