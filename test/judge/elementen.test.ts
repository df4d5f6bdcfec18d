import { expect } from 'chai';
import { judgeElements } from '../../src/judge/elementen.js';
import { readXml } from '../../src/message/xml-reader.js';
import type { ElementRow } from '../../src/model/standard-definition.js';
import { descend, type XmlElement } from '../../src/model/xml-element.js';
import { envelope, madeCase } from '../support/made-case.js';

const message = (content: string): XmlElement => {
  const { root } = readXml(new TextEncoder().encode(envelope(content)));
  const found = root && descend(root, 'Body')?.children[0];
  if (!found) throw new Error('the test message is not well-formed');
  return found;
};
const row = (path: string, use = 'v', whenAsked = false): ElementRow => ({ path, use, whenAsked });
const QUESTION = message('<VTG:vtgLv01><VTG:scope><VTG:object><VTG:naam xsi:nil="true"/></VTG:object></VTG:scope></VTG:vtgLv01>');
const answer = (content: string) =>
  message(`<VTG:vtgLa01><VTG:antwoord><VTG:object>${content}</VTG:object></VTG:antwoord></VTG:vtgLa01>`);

/** The state of every row that did not hold. */
function missed(rows: readonly ElementRow[], reply: XmlElement): readonly (string | undefined)[] {
  return judgeElements(rows, reply, QUESTION, madeCase({}))
    .filter((finding) => finding.verdict === 'voldoet_niet')
    .map((finding) => `${finding.pad}: ${finding.gevonden}`);
}

const NAAM = 'VTG:antwoord/VTG:object/VTG:naam';

describe('the element tables', () => {
  it('are content with what is present and filled', () => {
    expect(
      judgeElements([row(NAAM)], answer('<VTG:naam>x</VTG:naam>'), QUESTION, madeCase({})).map((each) => each.verdict),
    ).to.deep.equal(['voldoet']);
  });

  it('miss what is absent, empty or nil', () => {
    expect(missed([row(NAAM)], answer(''))).to.deep.equal([`${NAAM}: afwezig`]);
    expect(judgeElements([row(NAAM)], answer(''), QUESTION, madeCase({}))[0]?.id).to.equal('ELEMENT-VERPLICHT');
    expect(missed([row(NAAM)], answer('<VTG:naam/>'))).to.deep.equal([`${NAAM}: leeg`]);
    expect(missed([row(NAAM)], answer('<VTG:naam xsi:nil="true" StUF:noValue="geenWaarde"/>'))).to.deep.equal([
      `${NAAM}: nil (telt niet als gevuld)`,
    ]);
  });

  it('do not hold another namespace for the element', () => {
    expect(missed([row(NAAM)], answer('<StUF:naam>x</StUF:naam>'))).to.deep.equal([`${NAAM}: afwezig`]);
  });

  it('ask for every occurrence of a repeated element', () => {
    const rows = [row('VTG:antwoord/VTG:object/VTG:mast/VTG:hoogte')];
    expect(missed(rows, answer('<VTG:mast><VTG:hoogte>1</VTG:hoogte></VTG:mast><VTG:mast/>'))).to.have.length(1);
  });

  it('ask nothing below an optional element that is absent', () => {
    const rows = [row('VTG:antwoord/VTG:object/VTG:mast', 'o'), row('VTG:antwoord/VTG:object/VTG:mast/VTG:hoogte')];
    expect(missed(rows, answer(''))).to.deep.equal([]);
    expect(missed(rows, answer('<VTG:mast xsi:nil="true" StUF:noValue="geenWaarde"/>'))).to.deep.equal([]);
    expect(missed(rows, answer('<VTG:mast/>'))).to.have.length(1);
    expect(missed(rows.slice(1), answer('<VTG:mast xsi:nil="true"/>'))).to.have.length(1);
  });

  it('ask nothing of an empty answer', () => {
    expect(missed([row(NAAM)], message('<VTG:vtgLa01/>'))).to.deep.equal([]);
  });

  it('hold an answer to what was asked where the standard says so', () => {
    const HOOGTE = 'VTG:antwoord/VTG:object/VTG:hoogte';
    expect(missed([row(HOOGTE, 'v', true)], answer('<VTG:naam>x</VTG:naam>'))).to.deep.equal([]);
    expect(missed([row(HOOGTE, 'v', false)], answer('<VTG:naam>x</VTG:naam>'))).to.deep.equal([`${HOOGTE}: afwezig`]);
    expect(missed([row(NAAM, 'v', true)], answer(''))).to.deep.equal([`${NAAM}: afwezig`]);
  });

  it('know attributes', () => {
    const rows = [row('VTG:antwoord/VTG:object/VTG:foto/@StUF:bestandsnaam')];
    expect(missed(rows, answer('<VTG:foto StUF:bestandsnaam="x"/>'))).to.deep.equal([]);
    expect(missed(rows, answer('<VTG:foto/>'))).to.have.length(1);
  });

  it('miss a first step that is a row of its own', () => {
    expect(missed([row('VTG:vaartuig', '1..1')], message('<VTG:antwoord/>'))).to.deep.equal(['VTG:vaartuig: afwezig']);
  });

  it('allow no more than one where the table says so, for every parent apart', () => {
    const MAST = 'VTG:antwoord/VTG:object/VTG:mast';
    const mast = '<VTG:mast><VTG:hoogte>1</VTG:hoogte></VTG:mast>';
    for (const use of ['0..1', '1..1']) {
      expect(missed([row(MAST, use)], answer(mast))).to.deep.equal([]);
      expect(missed([row(MAST, use)], answer(mast.repeat(3)))).to.deep.equal([`${MAST}: 3 keer`]);
    }
    expect(missed([row(MAST, '0..N')], answer(mast.repeat(3)))).to.deep.equal([]);
    expect(missed([row(`${MAST}/VTG:hoogte`, '1..1')], answer(mast.repeat(3)))).to.deep.equal([]);
  });

  it('count what is wrong very often instead of listing it all', () => {
    const rows = [row('VTG:antwoord/VTG:object/VTG:mast/VTG:hoogte')];
    const found = judgeElements(rows, answer('<VTG:mast/>'.repeat(500)), QUESTION, madeCase({}));
    expect(found).to.have.length(51);
    expect(found.at(-1)?.gevonden).to.equal('en nog 450 keer');
    expect(found.every((each) => each.verdict === 'voldoet_niet')).to.equal(true);
  });
});
