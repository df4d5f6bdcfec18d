/** A message that comes alone tells itself what it is; what it is not, or cannot be, is said and never passed. */
import { expect } from 'chai';
import type { OpenShelf } from '../../src/cli/validate/shelf.js';
import { inEnvelope, question, ZDS } from '../cli/validate/messages.js';
import { brokenIds, compactShelf, judgeText } from '../support/compact-shelf.js';

describe('a message that comes alone', function () {
  this.timeout(60_000);
  let shelf: OpenShelf;
  before(async () => {
    shelf = await compactShelf();
  });
  after(() => shelf[Symbol.asyncDispose]());

  it('is recognised and judged by schema, rules and the table of its service', async () => {
    const judged = await judgeText(shelf, inEnvelope(question()));
    expect(judged).to.include({
      verdict: 'voldoet',
      standaard: 'zds-1.2',
      berichttype: 'ZDS:genereerZaakIdentificatie_Di02',
      dienst: 'genereerZaakIdentificatie',
    });
    expect(judged.schema).to.have.nested.property('basis.soort', 'ingebouwd');
    expect(judged.schema.verdict).to.equal('voldoet');
    expect(brokenIds(judged)).to.deep.equal([]);
  });

  it('may stand in an envelope or alone', async () => {
    expect((await judgeText(shelf, question())).verdict).to.equal('voldoet');
  });

  it('does not hold when its schema is broken, with line and column', async () => {
    const judged = await judgeText(shelf, inEnvelope(question({ code: 'Di0' })));
    expect(judged.verdict).to.equal('voldoet_niet');
    expect(judged.schema.verdict).to.equal('voldoet_niet');
    const rule = judged.regels.find((each) => each.id === 'SCHEMA');
    expect(rule).to.include({ regelnummer: 5, kolom: 5, pad: 'ZDS:stuurgegevens/StUF:berichtcode' });
    expect(rule?.fragment).to.deep.equal({ tekst: '    <StUF:berichtcode>Di0</StUF:berichtcode>', vanaf: 4, lengte: 17 });
  });

  it('does not hold when the berichtcode is that of another message', async () => {
    expect(brokenIds(await judgeText(shelf, question({ code: 'Di01' })))).to.include('STUF-0301-SG-07');
    expect(brokenIds(await judgeText(shelf, question()))).not.to.include('STUF-0301-SG-07');
  });

  it('does not hold in SOAP 1.2, unless practice is tolerated', async () => {
    const text = inEnvelope(question(), '1.2');
    expect(await judgeText(shelf, text)).to.include({ verdict: 'voldoet_niet', oorzaak: 'product' });
    expect((await judgeText(shelf, text, { profile: 'praktijk' })).verdict).to.equal('voldoet');
  });

  it('does not hold when it stands beside another message', async () => {
    expect(brokenIds(await judgeText(shelf, inEnvelope(`${question()}${question()}`)))).to.deep.equal(['STUF-PB-SO-02']);
  });

  it('is judged inside an element that somebody put around it, and that is told', async () => {
    const judged = await judgeText(shelf, inEnvelope(`<w:antwoord xmlns:w="urn:w">${question()}</w:antwoord>`));
    expect(judged).to.include({ verdict: 'voldoet_niet', standaard: 'zds-1.2' });
    expect(brokenIds(judged)).to.deep.equal(['BERICHT-VERPAKT']);
    expect(judged.schema.verdict).to.equal('voldoet');
  });

  it('is judged when white space stands before its declaration, and that is told, with its lines as they are', async () => {
    const good = await judgeText(shelf, `\n ${inEnvelope(question())}`);
    expect(good).to.include({ verdict: 'voldoet_niet', oorzaak: 'product', standaard: 'zds-1.2' });
    expect(brokenIds(good)).to.deep.equal(['BODY-MALFORMED']);
    expect(good.schema.verdict).to.equal('voldoet');
    expect(good.regels[0]?.advies?.en).to.include('white space');
    const wrong = await judgeText(shelf, `\n${inEnvelope(question({ code: 'Di0' }))}`);
    expect(wrong.regels.find((each) => each.id === 'SCHEMA')).to.include({ regelnummer: 6, kolom: 5 });
  });

  it('is not judged when it is broken besides', async () => {
    const judged = await judgeText(shelf, `\n${inEnvelope(question())}<`);
    expect(brokenIds(judged)).to.deep.equal(['BODY-MALFORMED']);
    expect(judged.schema).to.deep.equal({ verdict: 'niet_beslist', basis: null });
  });

  const undecided: readonly [what: string, text: string, id: string][] = [
    ['of no known standard', inEnvelope('<w:brief xmlns:w="urn:w"/>'), 'STANDAARD-ONBEKEND'],
    ['of a known name in another namespace', `<genereerZaakIdentificatie_Di02 xmlns="${ZDS}x"/>`, 'STANDAARD-ONBEKEND'],
  ];
  for (const [what, text, id] of undecided) {
    it(`is not decided when it is ${what}`, async () => {
      const judged = await judgeText(shelf, text);
      expect(judged).to.include({ verdict: 'niet_beslist', oorzaak: 'configuratie', standaard: null });
      expect(judged.schema).to.deep.equal({ verdict: 'niet_beslist', basis: null });
      expect(brokenIds(judged)).to.deep.equal([id]);
    });
  }

  const unreadable: readonly [what: string, bytes: string | Uint8Array, id: string][] = [
    ['nothing', '', 'BODY-EMPTY'],
    ['white space', ' \n ', 'BODY-EMPTY'],
    ['text', 'Internal Server Error', 'BODY-TEXT'],
    ['a web page', '<!DOCTYPE html><html><body>x</body></html>', 'BODY-HTML'],
    ['cut off', inEnvelope(question()).slice(0, 300), 'BODY-MALFORMED'],
    ['with a DOCTYPE', `<!DOCTYPE x>${question()}`, 'BODY-DOCTYPE'],
    ['an envelope without a message', inEnvelope(''), 'BERICHT-AFWEZIG'],
  ];
  for (const [what, bytes, id] of unreadable) {
    it(`is told by its symptom when it is ${what}`, async () => {
      const judged = await judgeText(shelf, bytes);
      expect(judged).to.include({ verdict: 'voldoet_niet', oorzaak: 'product' });
      expect(brokenIds(judged)).to.deep.equal([id]);
    });
  }
});

describe('a standard that was asked for', function () {
  this.timeout(60_000);
  it('is the only one by which a message is judged', async () => {
    await using shelf = await compactShelf({ standard: 'zds-1.1' });
    const judged = await judgeText(shelf, question());
    expect(judged).to.include({ verdict: 'niet_beslist', standaard: 'zds-1.1' });
    expect(judged.schema.verdict).to.equal('niet_beslist');
  });
});
