import { expect } from 'chai';
import { readXml } from '../../../src/message/xml-reader.js';
import type { StandardDefinition } from '../../../src/model/standard-definition.js';
import { readFacts } from '../../../src/standard/stuf/facts.js';
import { judgeAnswer } from '../../../src/standard/stuf/judge-answer.js';
import { envelope, service, standard } from '../../support/made-case.js';

const KEYED = { ...standard, entities: [{ type: 'VTG', keys: [['nummer']], inverse: [] }] } as unknown as StandardDefinition;
const facts = (content: string) => {
  const { root } = readXml(new TextEncoder().encode(envelope(content)));
  if (!root) throw new Error('the test message is not well-formed');
  return readFacts(root);
};

const QUESTION =
  '<VTG:vtgLv01><VTG:gelijk><VTG:nummer>7</VTG:nummer><VTG:ligt><VTG:nu>J</VTG:nu></VTG:ligt></VTG:gelijk><VTG:scope/></VTG:vtgLv01>';
const boat = (nummer: string, more = '') =>
  `<VTG:object StUF:entiteittype="VTG"><VTG:nummer>${nummer}</VTG:nummer>${more}</VTG:object>`;
const reply = (objects: string, before = '') => `<VTG:vtgLa01>${before}<VTG:antwoord>${objects}</VTG:antwoord></VTG:vtgLa01>`;
const berth = (nu: string, since: string, port = 'A') =>
  `<VTG:ligt StUF:entiteittype="VTGHVN"><VTG:gerelateerde StUF:entiteittype="HVN"><VTG:naam>${port}</VTG:naam></VTG:gerelateerde><VTG:sinds>${since}</VTG:sinds><VTG:nu>${nu}</VTG:nu></VTG:ligt>`;

/** Ids of the rules that did not hold, and where. */
const wrong = (answer: string, question = QUESTION) =>
  judgeAnswer({
    standard: KEYED,
    service,
    request: facts(question),
    reply: facts(answer),
    status: 200,
    contentType: 'text/xml',
    profile: 'strict',
    faultDue: false,
  } as Parameters<typeof judgeAnswer>[0])
    .filter((each) => each.verdict === 'voldoet_niet')
    .map(({ id, pad, verwacht, gevonden }) => [id, pad, verwacht, gevonden].filter((each) => each).join(' '));

describe('an answer and its question', () => {
  it('are content with the object that was asked for', () => {
    expect(wrong(reply(boat('7')))).to.deep.equal([]);
    expect(wrong(reply(boat('7', berth('J', '2020') + berth('N', '2019'))))).to.deep.equal([]);
  });

  it('find another object, alone or beside the right one', () => {
    expect(wrong(reply(boat('8')))).to.deep.equal(['STUF-0301-ANTWOORD-01 antwoord/object/nummer 7 8']);
    expect(wrong(reply(boat('7') + boat('8')))).to.deep.equal(['STUF-0301-ANTWOORD-01 antwoord/object/nummer 7 8']);
  });

  it('find relations of which none meets the criterion', () => {
    expect(wrong(reply(boat('7', berth('N', '2019'))))).to.deep.equal(['STUF-0301-ANTWOORD-01 antwoord/object/ligt/nu J N']);
  });

  it('say nothing of what is not shown, of no answer, and of what is no question', () => {
    expect(wrong(reply('<VTG:object StUF:entiteittype="VTG"><VTG:naam>x</VTG:naam></VTG:object>'))).to.deep.equal([]);
    expect(wrong('<VTG:vtgLa01/>')).to.deep.equal([]);
    expect(wrong(reply(boat('8')), '<VTG:vtgDi02/>')).to.deep.equal([]);
  });

  it('take part of a value where that was asked, and any object where the responder says that it ignored criteria', () => {
    const part = QUESTION.replace('<VTG:nummer>7', '<VTG:nummer StUF:exact="false">7');
    expect(wrong(reply(boat('172')), part)).to.deep.equal([]);
    expect(wrong(reply(boat('8')), part)).to.have.length(1);
    expect(wrong(reply(boat('8'), '<VTG:melding>StUF0001 nummer</VTG:melding>'))).to.deep.equal([]);
  });

  it('leave a date of which a part is not known to the rule about it', () => {
    const month = QUESTION.replace('<VTG:nummer>7', '<VTG:nummer StUF:indOnvolledigeDatum="D">20210501');
    expect(wrong(reply(boat('20210516')), month)).to.deep.equal([]);
    expect(wrong(reply(boat('20210516')), month.replace(' StUF:indOnvolledigeDatum="D"', ''))).to.have.length(1);
  });

  it('find an object that comes twice, also when it tells something else the second time', () => {
    expect(wrong(reply(boat('7') + boat('7', '<VTG:naam>oud</VTG:naam>')))).to.deep.equal([
      'STUF-0301-ANTWOORD-02 antwoord/object één keer nogmaals',
    ]);
  });

  it('find a relation that comes twice, and not the same harbour at another time', () => {
    expect(wrong(reply(boat('7', berth('J', '2020') + berth('J', '2020'))))).to.deep.equal([
      'STUF-0301-ANTWOORD-02 antwoord/object/ligt één keer nogmaals',
    ]);
    expect(wrong(reply(boat('7', berth('J', '2020') + berth('J', '2019') + berth('J', '2020', 'B'))))).to.deep.equal([]);
  });

  it('look inside a free message', () => {
    const answer = reply(boat('8')).replaceAll('vtgLa01', 'vtgLa01');
    expect(wrong(`<VTG:vtgDu02>${answer}</VTG:vtgDu02>`, `<VTG:vtgDi02>${QUESTION}</VTG:vtgDi02>`)).to.have.length(1);
  });

  it('list a few and count the rest', () => {
    expect(wrong(reply(Array.from({ length: 100 }, (_, index) => boat(`9${index}`)).join('')))).to.have.length(6);
  });
});
