/** Which step a message is for, however early, late, often or in whatever order it comes. */
import { expect } from 'chai';
import fc from 'fast-check';
import { createAddressBook } from '../../src/actor/address-book.js';
import { createMailbox } from '../../src/actor/mailbox.js';
import { parsePath } from '../../src/model/element-path.js';
import type { Exchange } from '../../src/model/exchange.js';
import type { ServiceDefinition, StandardDefinition } from '../../src/model/standard-definition.js';
import type { Family } from '../../src/standard/family.js';
import { readFacts } from '../../src/standard/stuf/facts.js';
import { FakeClock } from '../support/fake-clock.js';
import { envelope, service, standard } from '../support/made-case.js';
import { madeExchange } from '../support/made-exchange.js';

const service2 = (id: string, element: string): ServiceDefinition => ({
  ...service,
  id,
  soapAction: `urn:${id}`,
  request: { element, code: 'Lk01' },
});
const [meld, wijzig, vraag, andere] = [
  service2('meld', 'VTG:vtgLk01'),
  service2('wijzig', 'VTG:vtgLk01'),
  service2('vraag', 'VTG:vtgLv01'),
  service2('andere', 'VTG:vtgLv01'),
] as const;
const world = { ...standard, services: [meld, wijzig, vraag, andere] } as StandardDefinition;
const family = { read: readFacts } as unknown as Family;
/** One service twice, as in a test set that asks for the same twice. */
const EXPECTED = [
  { path: 'a/1', service: meld },
  { path: 'b/1', service: vraag },
  { path: 'b/3', service: vraag },
  { path: 'c/1', service: wijzig },
];

let made = 0;
function message(of: { action?: string; element?: string; reference?: string; naam?: string }): Exchange {
  const { action = meld.soapAction, element = 'vtgLk01', reference = `r${++made}` } = of;
  const stuurgegevens = `<VTG:stuurgegevens><StUF:zender><StUF:applicatie>P</StUF:applicatie></StUF:zender><StUF:referentienummer>${reference}</StUF:referentienummer></VTG:stuurgegevens>`;
  const gelijk = of.naam === undefined ? '' : `<VTG:gelijk><VTG:naam>${of.naam}</VTG:naam></VTG:gelijk>`;
  const exchange = madeExchange({
    id: String(++made),
    request: envelope(`<VTG:${element}>${stuurgegevens}${gelijk}</VTG:${element}>`),
  });
  return { ...exchange, part: 'listener', request: { ...exchange.request, headers: [['SOAPAction', `"${action}"`]] } };
}

const bookOf = () => createAddressBook({ standard: world, family, expected: EXPECTED });
const pathOf = ({ scenario, step }: { readonly scenario: string; readonly step: number }) =>
  scenario ? `${scenario}/${step}` : '';

describe('the address book', () => {
  it('gives a message that comes once more to the step that waits for that, and from then on to that step', async () => {
    const expected = [
      { path: 'd/1', service: meld },
      { path: 'd/3', service: meld, again: 'd/1' },
      { path: 'e/1', service: meld },
    ];
    const book = createAddressBook({ standard: world, family, expected });
    const ask = async (reference: string) => pathOf(await book.purposeOf(message({ reference }).request));
    expect([await ask('x'), await ask('x'), await ask('x')]).to.deep.equal(['d/1', 'd/3', 'd/3']);
    expect(await ask('y'), 'one under another number is another message').to.equal('e/1');
  });

  it('gives messages of one service to its steps in the order of the suite, and a repeated one to the step it had', async () => {
    const book = bookOf();
    const ask = (reference: string) =>
      book.purposeOf(message({ action: vraag.soapAction, element: 'vtgLv01', reference }).request);
    expect([pathOf(await ask('x')), pathOf(await ask('x')), pathOf(await ask('y')), pathOf(await ask('x'))]).to.deep.equal([
      'b/1',
      'b/1',
      'b/3',
      'b/1',
    ]);
    expect((await ask('x')).attempt).to.equal(4);
  });

  describe('with two steps that differ in what they are about', () => {
    const about = (value: string) => [{ steps: parsePath('VTG:gelijk/VTG:naam', world.namespaces), value }];
    const book = () =>
      createAddressBook({
        ...{ standard: world, family },
        expected: [
          { path: 'b/1', service: vraag, subject: about('Een') },
          { path: 'b/3', service: vraag, subject: about('Twee') },
        ],
      });
    const asked = async (of: ReturnType<typeof book>, naam: string) =>
      pathOf(await of.purposeOf(message({ action: vraag.soapAction, element: 'vtgLv01', naam }).request));

    it('gives each message to the step that it names, in whatever order they come', async () => {
      const one = book();
      one.awaits('b/1');
      expect([await asked(one, 'Twee'), await asked(one, 'Een'), await asked(one, 'Twee')]).to.deep.equal(['b/3', 'b/1', 'b/3']);
    });

    it('gives a message about something else to the step that is waited for, and then to the next', async () => {
      const one = book();
      one.awaits('b/3');
      expect([await asked(one, 'Drie'), await asked(one, 'Vier')]).to.deep.equal(['b/3', 'b/1']);
    });

    it('never takes one for the other that is still to come', async () => {
      const one = book();
      expect([await asked(one, 'Een'), await asked(one, 'Een')]).to.deep.equal(['b/1', 'b/1']);
    });
  });

  it('gives a message with a wrong operation to the step that is waited for, when it has its element', async () => {
    const book = bookOf();
    book.awaits('c/1');
    expect(pathOf(await book.purposeOf(message({ action: 'urn:niets' }).request))).to.equal('c/1');
  });

  it('names what a message fits equally well, and gives it to nobody', async () => {
    const book = bookOf();
    const exchange = message({ action: 'urn:niets' });
    const purpose = await book.purposeOf(exchange.request);
    expect(pathOf(purpose)).to.equal('');
    expect(book.strayOf({ ...exchange, purpose })).to.deep.include({ among: ['a/1', 'c/1'] });
  });

  it('holds a right message of another service against no step, and says what is nearest', async () => {
    const book = bookOf();
    book.awaits('b/1');
    const exchange = message({ action: andere.soapAction, element: 'vtgLv01' });
    const purpose = await book.purposeOf(exchange.request);
    expect(book.strayOf({ ...exchange, purpose })).to.deep.equal({
      nearest: 'b/1',
      differs: { what: 'SOAPAction', expected: 'urn:vraag', found: 'urn:andere' },
    });
  });

  describe('of something that is no message', () => {
    const soap = 'text/xml; charset=utf-8';
    const strays: readonly (readonly [what: string, method: string, type: string, text: string, differs: object])[] = [
      ['another method', 'PUT', soap, '<a/>', { what: 'methode', expected: 'POST', found: 'PUT' }],
      ['nothing at all', 'POST', soap, '', { what: 'inhoud', expected: 'XML', found: '0 bytes' }],
      ['JSON', 'POST', 'application/json', '{}', { what: 'Content-Type', expected: 'text/xml', found: 'application/json' }],
      ['XML that is no SOAP', 'POST', soap, '<kleur/>', { what: 'inhoud', expected: 'soap:Envelope, soap:Body', found: 'kleur' }],
    ];
    for (const [what, method, type, text, differs] of strays)
      it(`says what it is and what is waited for: ${what}`, async () => {
        const book = bookOf();
        book.awaits('b/1');
        const { request } = madeExchange({ request: text });
        const odd = { ...request, method, headers: [['Content-Type', type]] as const };
        const purpose = await book.purposeOf(odd);
        expect(pathOf(purpose)).to.equal('');
        expect(book.strayOf({ ...madeExchange({ request: text }), purpose })).to.deep.equal({ nearest: 'b/1', differs });
      });

    it('names the fault of text that is no XML', async () => {
      const book = bookOf();
      const { request } = madeExchange({ request: 'hello' });
      const purpose = await book.purposeOf({ ...request, headers: [['Content-Type', soap]] });
      const { nearest, differs } = book.strayOf({ ...madeExchange({ request: '' }), purpose }) ?? {};
      expect([nearest, differs?.what, differs?.expected]).to.deep.equal(['a/1', 'inhoud', 'XML']);
      expect(differs?.found).to.have.length.greaterThan(5);
    });

    it('takes no right message from its step by any method but POST, and broken XML to the step that its SOAPAction names', async () => {
      const book = bookOf();
      const { request } = message({});
      const put = await book.purposeOf({ ...request, method: 'PUT' });
      expect(book.strayOf({ ...message({}), purpose: put })).to.deep.include({ nearest: 'a/1' });
      expect(pathOf(await book.purposeOf(request))).to.equal('a/1');
      const broken = { ...madeExchange({ request: '<a>' }).request, headers: [['SOAPAction', wijzig.soapAction]] as const };
      expect(pathOf(await book.purposeOf(broken))).to.equal('c/1');
    });
  });

  it('loses and mixes up nothing in 10,000 interleavings of early, late, repeated and reordered messages', async function () {
    this.timeout(120_000);
    const said = fc.constantFrom('meld', 'wijzig', 'vraag', 'andere', 'again', 'take');
    await fc.assert(
      fc.asyncProperty(fc.array(said, { maxLength: 14 }), async (order) => {
        const [book, mailbox, clock] = [bookOf(), createMailbox(), new FakeClock()];
        const sent: Exchange[] = [];
        const taken: Exchange[] = [];
        const steps = EXPECTED.map(({ path }) => path);
        for (const what of order) {
          const [path] = steps;
          if (what === 'take' && path) {
            book.awaits(path);
            const got = await mailbox.take(({ purpose }) => pathOf(purpose) === path, clock.now(), clock);
            book.passes(path);
            steps.shift();
            if (got) taken.push(got.exchange);
          } else if (what !== 'take') {
            const last = sent.at(-1);
            const fresh = message({
              action: `urn:${what === 'again' ? 'meld' : what}`,
              element: what === 'vraag' || what === 'andere' ? 'vtgLv01' : 'vtgLk01',
            });
            const exchange = what === 'again' && last ? last : fresh;
            const delivered = { ...exchange, purpose: await book.purposeOf(exchange.request) };
            sent.push(delivered);
            mailbox.deliver(delivered);
          }
        }
        const left = mailbox.untaken().map(({ exchange }) => exchange);
        expect(taken.length + left.length).to.equal(sent.length);
        for (const exchange of sent) {
          const path = pathOf(exchange.purpose);
          const action = exchange.request.headers[0]?.[1];
          const isFor = EXPECTED.find((each) => each.path === path);
          // Each is for a step of its own service, or told as one that nobody waits for.
          expect(isFor ? `"${isFor.service.soapAction}"` : book.strayOf(exchange) !== undefined).to.equal(isFor ? action : true);
        }
        expect(new Set(taken.map(({ purpose }) => pathOf(purpose))).size).to.equal(taken.length);
      }),
      { numRuns: 10_000 },
    );
  });
});
