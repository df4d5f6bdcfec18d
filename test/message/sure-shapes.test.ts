/** What is certainly valid by the shapes is valid by the schema that is written from them: of our own messages, and of changed ones. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { messageInTree } from '../../src/message/message-in-envelope.js';
import { compileSchema, type SchemaValidator } from '../../src/message/schema-validator.js';
import { writeSchema } from '../../src/message/shape-schema.js';
import { type SureShapes, sureShapes } from '../../src/message/sure-shapes.js';
import { sureTree } from '../../src/message/sure-tree.js';
import { sureValue } from '../../src/message/sure-values.js';
import type { ShapeSet, ValueType } from '../../src/model/shape.js';
import { openFileSet } from '../../src/suite/file-set.js';
import { listStandards, loadStandard } from '../../src/suite/load-standard.js';
import { packageRoot } from '../package-root.js';

interface Both {
  readonly sure: SureShapes;
  readonly validator: SchemaValidator;
}

const utf8 = (text: string) => new TextEncoder().encode(text);

function both(shapes: ShapeSet): Both {
  return { sure: sureShapes(shapes), validator: compileSchema(writeSchema(shapes)) };
}

function isSure({ sure }: Both, bytes: Uint8Array): boolean {
  const tree = sureTree(bytes);
  const message = tree && messageInTree(tree);
  return message !== undefined && sure(message);
}

function isValid({ validator }: Both, bytes: Uint8Array): boolean {
  const outcome = validator.validate(bytes);
  return outcome.decided && outcome.violations.length === 0;
}

const TAG = /<[^!?][^>]*>/g;
const TEXTS = [
  '',
  ' ',
  'x',
  '0',
  '1',
  '-1',
  '20260101',
  '2026-01-01',
  'true',
  'T',
  'ZAK',
  'Lk01',
  'é',
  '😀',
  ' a',
  'a  b',
  '99999999999',
  '1.5',
  'QQ==',
  'x'.repeat(300),
];
const MARKS = [
  ' xsi:nil="true"',
  ' xsi:nil="false"',
  ' xsi:type="a"',
  ' StUF:noValue="geenWaarde"',
  ' StUF:exact="true"',
  ' a="1"',
  ' StUF:verwerkingssoort="T"',
];

/** A text put for another, a tag left out, said twice or changed places with another, a mark put on it. */
function changed(text: string, kind: number, one: number, other: number): string {
  const tags = [...text.matchAll(TAG)];
  const [a, b] = [tags[one % tags.length], tags[other % tags.length]];
  if (!a || !b) return text;
  const [from, to] = [a.index, a.index + a[0].length];
  const content = /^[^<]*/.exec(text.slice(to))?.[0].length ?? 0;
  switch (kind % 5) {
    case 0:
      return text.slice(0, to) + (TEXTS[other % TEXTS.length] ?? '') + text.slice(to + content);
    case 1:
      return text.slice(0, from) + text.slice(endOf(text, a[0], to));
    case 2:
      return text.slice(0, endOf(text, a[0], to)) + text.slice(from, endOf(text, a[0], to)) + text.slice(endOf(text, a[0], to));
    case 3:
      return text.slice(0, to - 1) + (MARKS[other % MARKS.length] ?? '') + text.slice(to - 1);
    default:
      return text.slice(0, from) + text.slice(b.index, endOf(text, b[0], b.index + b[0].length)) + text.slice(from);
  }
}

/** Past the end tag that belongs to a start tag, as far as names tell. */
function endOf(text: string, tag: string, from: number): number {
  const name = /^<([\w:.-]+)/.exec(tag)?.[1];
  const end = name === undefined || tag.endsWith('/>') ? -1 : text.indexOf(`</${name}>`, from);
  return end < 0 ? from : end + (name?.length ?? 0) + 3;
}

describe('messages that are certainly valid', () => {
  const folder = join(packageRoot, 'fixtures');
  const all: { readonly id: string; readonly of: Both; readonly messages: readonly Uint8Array[] }[] = [];

  before(async function () {
    this.timeout(60_000);
    const root = join(packageRoot, 'suites');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml'));
    for (const id of await listStandards(root)) {
      const { shapes } = await loadStandard(openFileSet(root), id);
      if (shapes) all.push({ id, of: both(shapes), messages: names.map((name) => readFileSync(join(folder, name))) });
    }
  });
  after(() => {
    for (const { of } of all) of.validator.dispose();
  });

  it('are valid for the validator too, and are nearly all that are', () => {
    for (const { id, of, messages } of all) {
      const valid = messages.filter((bytes) => isValid(of, bytes));
      const sure = messages.filter((bytes) => isSure(of, bytes));
      expect(sure.filter((bytes) => !valid.includes(bytes)).length, id).to.equal(0);
      expect(sure.length, id).to.be.greaterThan(valid.length * 0.8);
    }
  }).timeout(60_000);

  it('are valid for the validator too, wherever a message was changed', () => {
    const [some] = all;
    const good =
      some?.messages.filter((bytes) => isSure(some.of, bytes)).map((bytes) => Buffer.from(bytes).toString('utf8')) ?? [];
    let [sure, refused] = [0, 0];
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.array(fc.tuple(fc.nat(100), fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 2 }),
        (nth, changes) => {
          if (!some) return;
          const text = changes.reduce((of, [kind, one, other]) => changed(of, kind, one, other), good[nth % good.length] ?? '');
          const holds = isValid(some.of, utf8(text));
          if (isSure(some.of, utf8(text))) {
            sure += 1;
            expect(holds, text).to.equal(true);
          } else if (!holds) refused += 1;
        },
      ),
      { numRuns: 3000 },
    );
    expect(sure).to.be.greaterThan(50);
    expect(refused).to.be.greaterThan(50);
  }).timeout(120_000);
});

describe('places where anything of a foreign namespace may stand', () => {
  const inside = (namespace: string, process: 'skip' | 'lax'): ShapeSet => {
    const any = { kind: 'any', namespace, process, min: 1, max: 2 } as const;
    const vorm = { name: 'Vorm', attributes: [], particles: [any] };
    return { prefixes: {}, shapes: new Map([['Vorm', vorm]]), roots: new Map([['{urn:v}w', 'Vorm']]) };
  };
  const texts = [
    '<g:a xmlns:g="urn:g"/>',
    '<g:a xmlns:g="urn:g" x="1"><g:b>1</g:b></g:a>',
    '<g:a xmlns:g="urn:g"><g:b/></g:a><g:a xmlns:g="urn:g"/>',
    '<g:a xmlns:g="urn:g"><b/></g:a>',
    '<g:a xmlns:g="urn:g"/><g:a xmlns:g="urn:g"/><g:a xmlns:g="urn:g"/>',
    '<h:a xmlns:h="urn:h"/>',
    '<a/>',
    'x<g:a xmlns:g="urn:g"/>',
    '',
  ];
  const sureOf = (of: Both) => texts.filter((text) => isSure(of, utf8(`<w xmlns="urn:v">${text}</w>`)));

  for (const [namespace, process, sure] of [
    ['urn:g', 'skip', 3],
    ['urn:g urn:h', 'skip', 4],
    ['urn:g', 'lax', 0],
    ['##other', 'skip', 0],
  ] as const) {
    it(`are plain for ${sure} of these where ${namespace} is to be passed over by ${process}`, () => {
      const of = both(inside(namespace, process));
      const found = sureOf(of);
      expect(found.filter((text) => !isValid(of, utf8(`<w xmlns="urn:v">${text}</w>`)))).to.deep.equal([]);
      expect(found).to.have.length(sure);
      of.validator.dispose();
    });
  }
});

describe('texts that are certainly values', () => {
  const types: readonly Omit<ValueType, 'name'>[] = [
    ...(
      ['string', 'boolean', 'integer', 'nonNegativeInteger', 'decimal', 'date', 'dateTime', 'base64Binary', 'anyURI'] as const
    ).map((base) => ({ base })),
    { base: 'string', length: 3 },
    { base: 'string', minLength: 1, maxLength: 4 },
    { base: 'string', pattern: '[A-Z]{2}\\d{1,3}' },
    { base: 'string', pattern: '(\\d{4}|x.y)?-*' },
    { base: 'string', pattern: '[^a]' },
    { base: 'string', pattern: '^a$' },
    { base: 'string', whiteSpace: 'collapse', maxLength: 3 },
    { base: 'string', enumeration: ['1', 'true', 'a'] },
    { base: 'integer', minInclusive: '0', maxInclusive: '99', totalDigits: 2 },
    { base: 'decimal', fractionDigits: 1, totalDigits: 3 },
    { base: 'date', minInclusive: '2026-01-01' },
    { base: 'base64Binary', length: 1 },
  ];
  const texts = [
    '',
    ' ',
    '1',
    '+1',
    '-0',
    '01',
    '007',
    '1.5',
    '1.50',
    '.5',
    '1.',
    '99',
    '100',
    'a',
    'abc',
    'abcd',
    'AB1',
    'AB1234',
    'x\ny',
    'xzy-',
    '1234--',
    'true',
    'TRUE',
  ]
    .concat([
      '2026-01-01',
      '2026-02-29',
      '2024-02-29',
      '0000-01-01',
      '2026-04-31',
      '2026-01-01Z',
      '2026-01-01T00:00:00',
      '2026-01-01T24:00:00',
      '2026-01-01T23:59:60',
      '2026-01-01T10:00:00.5+14:00',
    ])
    .concat([
      'QQ==',
      'QR==',
      'QUI=',
      'QUJD',
      'QUJ',
      'Q Q==',
      'urn:a:b',
      'http://a.nl/b',
      'a b',
      '%',
      '😀',
      'é',
      ' a',
      'a  b',
      '^a$',
      '\u2028',
    ]);
  for (const type of types) {
    it(`are values for the validator too: ${JSON.stringify(type)}`, () => {
      const value = { name: 'Waarde', ...type };
      const shapes = new Map([['Vorm', { name: 'Vorm', attributes: [], particles: [], value }]]);
      const validator = compileSchema(writeSchema({ prefixes: {}, shapes, roots: new Map([['{urn:v}w', 'Vorm']]) }));
      const sure = sureValue(value);
      const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      const wrong = texts.filter((text) => {
        const outcome = validator.validate(utf8(`<w xmlns="urn:v">${escaped(text)}</w>`));
        return sure(text) && !(outcome.decided && outcome.violations.length === 0);
      });
      validator.dispose();
      expect(wrong).to.deep.equal([]);
    });
  }

  it('are some of them', () => {
    expect(types.filter((type) => texts.some(sureValue({ name: 'Waarde', ...type }))).length).to.be.greaterThan(types.length - 6);
  });
});
