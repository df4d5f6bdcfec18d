/** Tables as rows: of whom they speak, what they want, what they compare, and that a wrong word is refused at once. */
import { expect } from 'chai';
import { readXml } from '../../../../src/message/xml-reader.js';
import { HarnessError } from '../../../../src/model/harness-error.js';
import type { StandardDefinition } from '../../../../src/model/standard-definition.js';
import type { XmlElement } from '../../../../src/model/xml-element.js';
import { entityRows } from '../../../../src/standard/stuf/checks/entity-rows.js';

const standard = {
  namespaces: { B: 'urn:boot', StUF: 'http://www.egem.nl/StUF/StUF0301' },
  simulator: { kerngegevens: { BOT: ['nummer', 'naam'] } },
} as unknown as StandardDefinition;

const NIL = 'xsi:nil="true" StUF:noValue="geenWaarde"';
const object = (soort: string, inside = '', more = '') =>
  `<B:object StUF:entiteittype="BOT" StUF:verwerkingssoort="${soort}" ${more}><B:nummer>1</B:nummer><B:naam>Meeuw</B:naam>${inside}</B:object>`;
const relation = (soort: string, inside: string) =>
  `<B:ligt StUF:entiteittype="BOTHAV" StUF:verwerkingssoort="${soort}" ${inside === '' ? NIL : ''}>${inside}</B:ligt>`;
const haven = (soort: string) =>
  `<B:gerelateerde StUF:entiteittype="HAV" StUF:verwerkingssoort="${soort}"><B:plaats>Kade</B:plaats></B:gerelateerde>`;

function message(mutatiesoort: string, ...objects: readonly string[]): XmlElement {
  const text = `<B:botLk01 xmlns:B="urn:boot" xmlns:StUF="http://www.egem.nl/StUF/StUF0301" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <B:stuurgegevens><StUF:berichtcode>Lk01</StUF:berichtcode><StUF:tijdstipBericht>20260302093000</StUF:tijdstipBericht></B:stuurgegevens>
    <B:parameters><StUF:mutatiesoort>${mutatiesoort}</StUF:mutatiesoort></B:parameters>${objects.join('')}</B:botLk01>`;
  const { root } = readXml(new TextEncoder().encode(text));
  if (!root) throw new Error('not well-formed');
  return root;
}

const look = (of: XmlElement, ...rows: readonly object[]) =>
  entityRows({ message: of, subject: { code: 'Lk01', element: 'B:botLk01' }, options: { rows }, standard })?.map(
    ({ path, expected, found }) => `${path} ${expected} ${found}`,
  );

describe('rows about entities in a kennisgeving', () => {
  it('say nothing of a message without a kennisgeving, or without an entity of theirs', () => {
    expect(look({ ...message('W', object('W')), children: [] }, { when: { plaats: 'top' }, want: { objecten: 2 } })).to.equal(
      undefined,
    );
    expect(look(message('T', object('T')), { when: { mutatiesoort: 'V' }, want: { objecten: 1 } })).to.equal(undefined);
  });

  it('count objects', () => {
    const row = { when: { plaats: 'top', kant: 'huidig', mutatiesoort: ['W', 'C'] }, want: { objecten: 2 } };
    expect(look(message('W', object('W')), row)).to.deep.equal(['B:object objecten: 2 objecten: 1']);
    expect(look(message('W', object('W'), object('W')), row)).to.deep.equal([]);
  });

  it('know old from current, and what is empty for which reason', () => {
    const row = { when: { plaats: 'relatie', verwerkingssoort: 'T', kant: 'oud' }, want: { inhoud: 'geenWaarde' } };
    const current = object('W', relation('T', haven('I')));
    expect(look(message('W', object('W', relation('T', '')), current), row)).to.deep.equal([]);
    expect(look(message('W', current, current), row)).to.deep.equal(['B:object[1]/B:ligt inhoud: geenWaarde inhoud: gevuld']);
  });

  it('know what an entity hangs under', () => {
    const row = { when: { plaats: 'gerelateerde', verwerkingssoort: 'T' }, want: { onder: ['T', 'R'] } };
    expect(look(message('T', object('T', relation('T', haven('T')))), row)).to.deep.equal([]);
    expect(look(message('T', object('T', relation('I', haven('T')))), row)).to.have.lengthOf(1);
  });

  it('find the counterpart by name and verwerkingssoort, and ask it', () => {
    const row = {
      when: { plaats: 'relatie', kant: 'huidig' },
      want: { tegenhanger: 'aanwezig', 'tegenhanger.inhoud': 'geenWaarde' },
    };
    const current = object('W', relation('T', haven('I')));
    expect(look(message('W', object('W', relation('T', '')), current), row)).to.deep.equal([]);
    expect(look(message('W', object('W', relation('V', haven('I'))), current), row)).to.have.lengthOf(2);
  });

  it('compare values as far as both are precise, and not when one is missing', () => {
    const row = { when: { plaats: 'top' }, compare: [{ field: 'beginGeldigheid', is: 'notAfter', to: 'tijdstipBericht' }] };
    const tijdvak = (begin: string) =>
      `<StUF:tijdvakGeldigheid><StUF:beginGeldigheid ${begin}</StUF:beginGeldigheid></StUF:tijdvakGeldigheid>`;
    expect(look(message('T', object('T', tijdvak('>20260302'))), row)).to.deep.equal([]);
    expect(look(message('T', object('T', tijdvak('>20260303'))), row)).to.have.lengthOf(1);
    expect(look(message('T', object('T', tijdvak('StUF:indOnvolledigeDatum="M">20261231'))), row)).to.deep.equal([]);
    expect(look(message('T', object('T')), row)).to.deep.equal([]);
  });

  it('compare keys of old and current', () => {
    const row = {
      when: { kant: 'huidig', plaats: 'top' },
      compare: [{ field: 'sleutelVerzendend', is: 'equal', of: 'counterpart' }],
    };
    const keyed = (key: string) => object('W', '', `StUF:sleutelVerzendend="${key}"`);
    expect(look(message('W', keyed('a'), keyed('a')), row)).to.deep.equal([]);
    expect(look(message('W', keyed('a'), keyed('b')), row)).to.deep.equal([
      'B:object[2] sleutelVerzendend equal sleutelVerzendend (a) b',
    ]);
  });

  it('know which kerngegevens are left out, as far as the standard names them', () => {
    const row = { when: { plaats: 'top' }, want: { kerngegevens: 'volledig' } };
    expect(look(message('T', object('T')), row)).to.deep.equal([]);
    expect(look(message('T', object('T').replace('<B:naam>Meeuw</B:naam>', '')), row)).to.deep.equal([
      'B:object kerngegevens: volledig kerngegevens: onvolledig',
    ]);
    expect(look(message('T', object('T').replace('1<', '<').replace('Meeuw', '')), row)).to.deep.equal([
      'B:object kerngegevens: volledig kerngegevens: geen',
    ]);
  });

  const wrong: readonly (readonly [string, unknown])[] = [
    ['no rows', {}],
    ['an option that nobody knows', { rows: [], row: 1 }],
    ['a row that wants nothing', { rows: [{ when: { plaats: 'top' } }] }],
    ['a word that nobody knows', { rows: [{ when: { plek: 'top' }, want: { objecten: 1 } }] }],
    ['a key that nobody knows', { rows: [{ where: {}, want: { objecten: 1 } }] }],
    ['a field that nobody knows', { rows: [{ compare: [{ field: 'naam', is: 'equal' }] }] }],
    ['a comparison that nobody knows', { rows: [{ compare: [{ field: 'eindRelatie', is: 'like' }] }] }],
    ['somebody else’s value', { rows: [{ compare: [{ field: 'eindRelatie', is: 'equal', of: 'parent' }] }] }],
  ];
  for (const [what, options] of wrong) {
    it(`are refused with ${what}`, () => {
      const input = { message: message('T', object('T')), subject: { code: 'Lk01', element: 'B:botLk01' }, standard };
      expect(() => entityRows({ ...input, options: options as Record<string, unknown> }))
        .to.throw(HarnessError)
        .with.property('code', 'SUITE_INVALID');
    });
  }
});
