/** What is masked is as long and of the same kind; everything else keeps its bytes; what cannot be followed is not masked. */
import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { decoded } from '../../src/message/content-coding.js';
import { knownMask } from '../../src/message/mask-known.js';
import { maskMessage } from '../../src/message/mask-message.js';
import { maskTable } from '../../src/message/mask-table.js';
import { createTokens } from '../../src/message/mask-tokens.js';
import { readXml } from '../../src/message/xml-reader.js';
import type { Body, HeaderList } from '../../src/model/body.js';
import { passesElfproef } from '../../src/model/elfproef.js';

const TABLE = maskTable({
  masked: ['persoon/**', 'telefoon', 'eigenaar/naam'],
  kept: ['geslacht'],
  dates: ['geboren'],
  documents: ['bijlage'],
  codes: { sleutel: 4 },
  attributes: ['bestand'],
  references: [],
});
const XML: HeaderList = [['Content-Type', 'text/xml; charset=utf-8']];

function bodyOf(content: string | Uint8Array): Body {
  const bytes = Buffer.from(content as string);
  return {
    ...{ id: '1', size: bytes.length, digest: createHash('sha256').update(bytes).digest('hex') },
    async *open() {
      yield bytes;
    },
    bytes: async () => bytes,
  };
}

const masking = (key = 'a') => ({ table: TABLE, tokens: createTokens(Buffer.from(key)) });
const masked = async (content: string | Uint8Array, headers = XML, by = masking()) => maskMessage(bodyOf(content), headers, by);
const textOf = async (content: string) => (await masked(content))?.bytes.toString();

describe('masking a message', () => {
  const MESSAGE = [
    '<?xml version="1.0"?>',
    '<a:bericht xmlns:a="urn:a" a:bestand="Brief Jansen.pdf"><nr>12345</nr>',
    '  <x:persoon xmlns:x="urn:x"><x:naam>  Jansén &amp; Öz&#233;n </x:naam><x:nummer>999990019</x:nummer>',
    '    <x:geboren>19800229</x:geboren><x:geslacht>V</x:geslacht><x:postcode>1234AB</x:postcode><x:sleutel>9999KT07</x:sleutel></x:persoon>',
    '  <eigenaar><naam>Jansén &amp; Özén</naam><soort>Jansén</soort></eigenaar><naam>vrij</naam><telefoon/>',
    '</a:bericht>',
  ].join('\n');

  it('keeps the length of every line, and what is not about a person', async () => {
    const text = (await textOf(MESSAGE)) ?? '';
    const lengths = (of: string) => of.split('\n').map((line) => Buffer.byteLength(line));
    expect(lengths(text)).to.deep.equal(lengths(MESSAGE));
    for (const gone of ['Jansén &amp;', '999990019', '19800229', '1234AB', 'KT07', 'Brief']) expect(text).not.to.include(gone);
    for (const kept of ['<nr>12345</nr>', '<x:geslacht>V<', '<naam>vrij</naam>', '<soort>Jansén<', '>9999'])
      expect(text).to.include(kept);
    expect(readXml(Buffer.from(text))).to.have.property('root');
  });

  it('puts a number of the test range for a number, a day for a day, and signs of the same kind for signs', async () => {
    const text = (await textOf(MESSAGE)) ?? '';
    const number = /nummer>(\d+)</.exec(text)?.[1] ?? '';
    expect(number).to.match(/^9999\d{5}$/);
    expect(passesElfproef(number)).to.equal(true);
    expect(text).to.match(/geboren>19\d\d(0[1-9]|1[0-2])([01]\d|2[0-8])</);
    expect(text).to.match(/postcode>[1-9]\d{3}[A-Z]{2}</);
  });

  it('keeps equal what was equal, however it was written, and within one report only', async () => {
    const names = [...((await textOf(MESSAGE)) ?? '').matchAll(/naam>\s*([^<]+?)\s*</g)].map(([, name = '']) =>
      name.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)),
    );
    expect(names[0]).to.equal(names[1]);
    const other = (await masked(MESSAGE, XML, masking('b')))?.bytes.toString();
    expect(other).not.to.equal(await textOf(MESSAGE));
  });

  it('says where', async () => {
    expect((await masked(MESSAGE))?.paths).to.deep.equal([
      'bericht/@bestand',
      'bericht/eigenaar/naam',
      'bericht/persoon/geboren',
      'bericht/persoon/naam',
      'bericht/persoon/nummer',
      'bericht/persoon/postcode',
      'bericht/persoon/sleutel',
    ]);
    expect(await masked('<a><naam>vrij</naam></a>')).to.deep.include({ paths: [] });
  });

  it('masks in CDATA, in pieces, in comments and instructions', async () => {
    const text = (await textOf('<persoon><!-- Piet 12 --><naam>Pi<![CDATA[et]]></naam><?zoek Piet?></persoon>')) ?? '';
    expect(text).to.match(/^<persoon><!-- xxxx 00 --><naam>\w\w<!\[CDATA\[\w\w\]\]><\/naam><\?xxxx xxxx\?><\/persoon>$/);
    expect(text).not.to.match(/Piet|Pi<|et\]/);
  });

  it('does not publish what it cannot follow', async () => {
    const bad = [
      'kapot',
      '<persoon><naam>Piet</persoon>',
      '<persoon>Piet',
      '<a/>Piet',
      '<a/><b/>',
      '<!DOCTYPE a [<!ENTITY x "Piet">]><a>&x;</a>',
      '<persoon>&x;</persoon>',
      '<html><body>Piet</body></html>',
      '<a b="1" b=Piet/>',
    ];
    for (const each of bad) expect(await masked(each), each).to.equal(undefined);
    expect(await masked(Buffer.from('<persoon>\xe9</persoon>', 'latin1')), 'no UTF-8').to.equal(undefined);
    expect(await masked('<a/>', [['Content-Encoding', 'gzip']]), 'no gzip').to.equal(undefined);
    expect(await masked('<a/>', [['Content-Type', 'text/xml; charset=ebcdic']]), 'charset').to.equal(undefined);
  });

  it('masks in other encodings, and packed, to the same token', async () => {
    const plain = /naam>(.*)</.exec((await textOf('<persoon><naam>Özén</naam></persoon>')) ?? '')?.[1];
    const text = '<?xml version="1.0" encoding="ENC"?><persoon><naam>Özén</naam></persoon>';
    const latin = await masked(Buffer.from(text.replace('ENC', 'iso-8859-1'), 'latin1'));
    expect(latin?.bytes.toString('latin1')).to.include(`<naam>${plain}<`);
    const wide = await masked(Buffer.from(`\ufeff${text.replace('ENC', 'utf-16')}`, 'utf16le'));
    expect(wide?.bytes.toString('utf16le')).to.include(`<naam>${plain}<`);
    const zipped = await masked(gzipSync('<persoon><naam>Özén</naam></persoon>'), [...XML, ['Content-Encoding', 'gzip']]);
    expect(gunzipSync(zipped?.bytes ?? Buffer.of()).toString()).to.include(`<naam>${plain}<`);
  });

  it('masks a document in base64 and in a part of its own in the same way', async () => {
    const content = Buffer.from('Geachte mevrouw Jansen, hierbij …');
    const by = masking();
    const inline = await masked(`<a><bijlage>${content.toString('base64')}</bijlage></a>`, XML, by);
    const broken = await masked(`<a><bijlage>${content.toString('base64').replace(/.{20}/g, '$&\n')}</bijlage></a>`, XML, by);
    const token = /bijlage>([^<]*)</.exec(inline?.bytes.toString() ?? '')?.[1] ?? '';
    expect(token).to.have.length(content.toString('base64').length).and.not.include('R2VhY2h0');
    expect(/bijlage>([^<]*)</.exec(broken?.bytes.toString() ?? '')?.[1]?.replaceAll('\n', '')).to.equal(token);
    const long = Buffer.from('0123456789'.repeat(33));
    const inlineLong = await masked(`<a><bijlage>${long.toString('base64')}</bijlage></a>`, XML, by);
    const longToken = /bijlage>([^<]*)</.exec(inlineLong?.bytes.toString() ?? '')?.[1];
    expect(longToken).to.equal(Buffer.from(by.tokens.content(long)).toString('base64'));
    const part = (head: string, body: string) => `--b\r\n${head}\r\n\r\n${body}\r\n`;
    const include = '<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:2"/>';
    const parts = [
      part('Content-Type: application/xop+xml\r\nContent-ID: <1>', `<a><bijlage>${include}</bijlage></a>`),
      part('Content-ID: <2>\r\nContent-Disposition: attachment; filename="Jansen.txt"', content.toString('latin1')),
    ];
    const headers: HeaderList = [['Content-Type', 'multipart/related; boundary=b; start="<1>"']];
    const whole = Buffer.from(`${parts.join('')}--b--\r\n`, 'latin1');
    const done = await masked(whole, headers, by);
    expect(done?.bytes.toString('latin1')).not.to.match(/Jansen|Geachte/);
    expect(done?.bytes.length).to.equal(whole.length);
    const inlined = Buffer.from(await decoded(bodyOf(done?.bytes ?? Buffer.of()), headers)).toString();
    expect(/bijlage>([^<]*)</.exec(inlined)?.[1]).to.have.length.greaterThan(40);
  });
});

describe('masking what is no message', () => {
  const known = knownMask(
    new Map([...['Jansen', 'Jan', 'van Dijk 12'].map((each): [string, string] => [each, 'x'.repeat(each.length)])]),
  );

  it('finds what was masked as a word of its own', () => {
    expect(known.within('Jansen en Jansens, van Dijk 12 (Jansen)')).to.equal('xxxxxx en Jansens, xxxxxxxxxxx (xxxxxx)');
  });

  it('takes a short value only as a whole', () => {
    expect(known.within('Jan')).to.equal('Jan');
    expect(known.whole(' Jan ')).to.equal('xxx');
  });
});
