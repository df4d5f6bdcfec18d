/**
 * Changes that a whole validator can be asked about: every kind of value, attributes of the standard and of XML Schema
 * itself, mixed content, and what XML allows anywhere. Some leave a message good; the verdict is what is compared.
 */
import type { XmlAttribute, XmlElement } from '../../src/model/xml-element.js';
import type { Dice } from './dice.js';
import { type Change, type Changes, type Kind, plainChanges, XSI } from './mutate.js';
import { CDATA, COMMENT, INSTRUCTION, typeName } from './write-message.js';

export const DEEPER_KINDS = [
  'length of value',
  'digits',
  'date',
  'boolean',
  'binary',
  'white space',
  'value of another',
  'text between elements',
  'comment',
  'instruction',
  'cdata',
  'xsi:type',
  'xsi attribute',
  'nil value',
  'extra element',
  'other subtree',
  'attribute value',
  'attribute name',
  'attribute namespace',
  'attribute of the family',
] as const;
export type DeeperKind = Kind | (typeof DEEPER_KINDS)[number];

const STUF = 'http://www.egem.nl/StUF/StUF0301';
const XS = 'http://www.w3.org/2001/XMLSchema';

const VALUES: Readonly<Partial<Record<DeeperKind, readonly string[]>>> = {
  digits: ['0', '00', '-1', '+1', '1.0', '1.50', '.5', '1e3', '007', '99999999999999999999', 'INF', '1,5', '12345678', 'N'],
  date: [
    ...['2026-01-31', '2026-02-29', '2024-02-29', '2026-13-01', '2026-1-1', '2026-01-31Z', '2026-01-31+14:01'],
    ...['20260131', '20260230', '20261301', '202601', '2026', '20260131120000', '2026013125', '20260131120000500'],
    ...['2026-01-31T12:00:00', '2026-01-31T24:00:00', '2026-01-31T25:00:00', '2026-01-31T12:00:00.5+01:00', '-0001-01-01'],
  ],
  boolean: ['true', 'false', '1', '0', 'TRUE', 'ja', 'J', 'N'],
  binary: ['aGFsbG8=', 'aGFsbG8', 'aGFs bG8=', 'a', '====', 'aGFsbG9=', 'é'],
};

const ATTRIBUTE_VALUES = [
  '',
  'T',
  'W',
  'I',
  'S',
  'ZAK',
  'EDC',
  'zak',
  ' ZAK ',
  'true',
  '1',
  'onwaarde',
  'x'.repeat(250),
  'geenWaarde',
];

/** Attributes that the family puts on many elements. */
const FAMILY_ATTRIBUTES: readonly (readonly [name: string, value: string])[] = [
  ['noValue', 'geenWaarde'],
  ['noValue', 'nietOndersteund'],
  ['noValue', 'leeg'],
  ['exact', 'false'],
  ['verwerkingssoort', 'T'],
  ['entiteittype', 'ZAK'],
  ['functie', 'update'],
  ['indOnvolledigeDatum', 'V'],
  ['sleutelVerzendend', '1'],
  ['metagegeven', 'true'],
  ['scope', 'alles'],
];

/** @param message - donates the values and subtrees that turn up elsewhere in it */
export function allChanges(message: XmlElement, dice: Dice): Changes<DeeperKind> {
  const all = descendants(message);
  const donors = all.filter((each) => each.children.length > 0);
  const texts = [...new Set(all.map(({ text }) => text).filter((text) => text !== ''))];
  const any = <T>(of: readonly T[]): readonly T[] => of.slice(dice.below(Math.max(1, of.length))).slice(0, 1);
  return function* (at, isRoot) {
    yield* plainChanges(at, isRoot);
    yield* at.children.length === 0 ? valueChanges(at, any(texts)) : contentChanges(at);
    for (const donor of any(donors.filter((each) => each !== at))) {
      yield change('other subtree', { ...at, attributes: donor.attributes, children: donor.children, text: donor.text });
      yield change('other subtree', { ...at, children: [...at.children, donor] });
    }
    yield* attributeChanges(at);
    yield* schemaAttributes(at);
    if (!isRoot) yield* neighbours(at);
  };
}

function change(kind: DeeperKind, ...by: readonly XmlElement[]): Change<DeeperKind> {
  return { kind, by };
}

function* valueChanges(at: XmlElement, others: readonly string[]): Generator<Change<DeeperKind>> {
  const valued = (kind: DeeperKind, text: string) => change(kind, { ...at, text });
  const { text } = at;
  for (const each of [text.slice(1), text.slice(0, -1), `${text}0`, `x${text}`, text.slice(0, 1), text.toLowerCase()])
    if (each !== text) yield valued('length of value', each);
  for (const length of [2, 4, 10, 14, 16, 20, 40, 80, 200, 1000]) yield valued('length of value', 'v'.repeat(length));
  for (const [kind, values] of Object.entries(VALUES)) for (const each of values) yield valued(kind as DeeperKind, each);
  for (const each of [' ', ` ${text}`, `${text}\n`, `${text.slice(0, 1)}\t${text.slice(1)}`, `${text} ${text}`])
    yield valued('white space', each);
  for (const each of others) yield valued('value of another', each);
  yield valued('comment', `${text.slice(0, 1)}${COMMENT}${text.slice(1)}`);
  yield valued('instruction', `${INSTRUCTION}${text}`);
  yield valued('cdata', `${CDATA}${text}`);
}

function* contentChanges(at: XmlElement): Generator<Change<DeeperKind>> {
  for (const text of ['tekst', '0', '\u00a0', CDATA]) yield change('text between elements', { ...at, text });
  yield change('white space', { ...at, text: '\n  \t' });
  yield change('comment', { ...at, text: COMMENT });
  yield change('instruction', { ...at, text: INSTRUCTION });
  yield change('drop', { ...at, children: [] });
}

function* neighbours(at: XmlElement): Generator<Change<DeeperKind>> {
  const extra: XmlElement = { ...at, name: 'onbekend', attributes: [], children: [], text: 'x' };
  yield change('extra element', extra, at);
  yield change('extra element', at, { ...extra, namespace: STUF });
  yield change('extra element', at, { ...extra, namespace: '' });
  yield change('extra element', { ...at, children: [...at.children, extra] });
  yield change('extra element', at, { ...extra, namespace: STUF, name: 'extraElementen', text: '' });
}

function* attributeChanges(at: XmlElement): Generator<Change<DeeperKind>> {
  for (const [index, attribute] of at.attributes.entries()) {
    if (attribute.namespace === XSI) continue;
    const put = (kind: DeeperKind, by: XmlAttribute) => change(kind, withAttribute(at, index, by));
    for (const value of ATTRIBUTE_VALUES) if (value !== attribute.value) yield put('attribute value', { ...attribute, value });
    yield put('attribute name', { ...attribute, name: `${attribute.name}X` });
    yield put('attribute name', { ...attribute, name: attribute.name.toUpperCase() });
    yield put('attribute namespace', { ...attribute, namespace: attribute.namespace === '' ? STUF : '' });
    yield put('attribute namespace', { ...attribute, namespace: 'urn:wrong' });
  }
  for (const [name, value] of FAMILY_ATTRIBUTES) {
    if (at.attributes.some((each) => each.name === name)) continue;
    yield change('attribute of the family', withMore(at, { namespace: STUF, name, value }));
  }
}

function* schemaAttributes(at: XmlElement): Generator<Change<DeeperKind>> {
  const bare = { ...at, attributes: at.attributes.filter((each) => each.namespace !== XSI) };
  const xsi = (name: string, value: string): XmlAttribute => ({ namespace: XSI, name, value });
  for (const value of ['true', '1', 'false', '0', ' true ', 'waar', ''])
    yield change('nil value', withMore(bare, xsi('nil', value)));
  for (const value of ['true', '1', 'false', '0'])
    yield change('nil value', withMore({ ...bare, children: [], text: '' }, xsi('nil', value)));
  const own = `${at.name.slice(0, 1).toUpperCase()}${at.name.slice(1)}`;
  const types = [
    [XS, 'string'],
    [XS, 'anyType'],
    [XS, 'QQQ'],
    [at.namespace, own],
    [at.namespace, `${own}-e`],
    ['urn:wrong', own],
  ];
  for (const [namespace = '', name = ''] of types)
    yield change('xsi:type', withMore(bare, xsi('type', typeName(namespace, name))));
  for (const value of ['', 'string', '1', 'a b']) yield change('xsi:type', withMore(bare, xsi('type', value)));
  yield change('xsi attribute', withMore(bare, xsi('schemaLocation', 'urn:nergens nergens.xsd')));
  yield change('xsi attribute', withMore(bare, xsi('noNamespaceSchemaLocation', 'nergens.xsd')));
  yield change('xsi attribute', withMore(bare, xsi('onbekend', '1')));
  const lang = { namespace: 'http://www.w3.org/XML/1998/namespace', name: 'lang', value: 'nl' };
  yield change('attribute namespace', withMore(bare, lang));
}

function withAttribute(at: XmlElement, index: number, by: XmlAttribute): XmlElement {
  return { ...at, attributes: at.attributes.map((each, place) => (place === index ? by : each)) };
}

function withMore(at: XmlElement, more: XmlAttribute): XmlElement {
  return { ...at, attributes: [...at.attributes, more] };
}

function descendants(at: XmlElement): readonly XmlElement[] {
  return at.children.flatMap((child) => [child, ...descendants(child)]);
}
