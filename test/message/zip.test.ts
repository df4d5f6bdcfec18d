import { crc32, deflateRawSync } from 'node:zlib';
import { expect } from 'chai';
import { isZip, readZip, ZIP_LIMITS } from '../../src/message/zip.js';
import { HarnessError } from '../../src/model/harness-error.js';
import { zipOf } from './zip-of.js';

function refusal(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    expect(error).instanceOf(HarnessError).with.property('code', 'STANDARDS_INVALID');
    return (error as HarnessError).message;
  }
  return '';
}

describe('reading a zip file', () => {
  it('gives the files of stored and compressed entries, folders left out', () => {
    const zip = zipOf({ 'map/': '', 'map/a.xsd': 'a'.repeat(1000), 'b.txt': 'b', 'leeg.txt': '' });
    expect([...readZip(zip)].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).deep.equal([
      ['map/a.xsd', 'a'.repeat(1000)],
      ['b.txt', 'b'],
      ['leeg.txt', ''],
    ]);
    expect(isZip(zip)).equal(true);
    expect(isZip(new TextEncoder().encode('<a/>'))).equal(false);
  });

  it('refuses every name that could point outside a folder', () => {
    for (const name of ['../x', 'a/../../x', '/etc/x', 'C:/x', 'C:x', 'a\\..\\x', 'a//x', './x', 'a/./x', 'a\0b', 'a\nb']) {
      expect(
        refusal(() => readZip(zipOf({ [name]: 'x' }))),
        JSON.stringify(name),
      ).contain('could point outside');
    }
    for (const name of ['a..b/x', '..x', 'Ünï/x y.xsd']) expect(readZip(zipOf({ [name]: 'x' })).has(name), name).equal(true);
  });

  it('refuses too many files, too many bytes and a bomb', () => {
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`f${index}`, 'x']));
    expect(refusal(() => readZip(zipOf(many), { ...ZIP_LIMITS, maxFiles: 10 }))).contain('11 files');
    expect(refusal(() => readZip(zipOf(many), { ...ZIP_LIMITS, maxTotalBytes: 10 }))).contain('11 bytes');
    expect(refusal(() => readZip(zipOf({ bomb: '0'.repeat(5_000_000) })))).contain('200 times its size');
    expect(readZip(zipOf(many)).size).equal(11);
  });

  it('refuses an entry that is larger than it says, before it is unpacked whole', () => {
    const packed = deflateRawSync(Buffer.alloc(50_000_000));
    const lying = zipOf({ a: '' }, { packed, bytes: 10, crc: crc32(Buffer.alloc(10)) });
    expect(refusal(() => readZip(lying))).contain('damaged');
  });

  it('refuses symbolic links, encryption, unknown packing, doubles and damage', () => {
    expect(refusal(() => readZip(zipOf({ a: 'x' }, { mode: 0o120777 })))).contain('symbolic link');
    expect(refusal(() => readZip(zipOf({ a: 'x' }, { flags: 1 })))).contain('encrypted');
    expect(refusal(() => readZip(zipOf({ a: 'x' }, { method: 12 })))).contain('packed in a way');
    expect(refusal(() => readZip(zipOf({ a: 'x' }, { crc: 1 })))).contain('a is damaged');
    expect(
      refusal(() =>
        readZip(
          zipOf([
            ['a', 'x'],
            ['a', 'y'],
          ]),
        ),
      ),
    ).contain('twice');
  });

  it('refuses what is no zip, and a zip cut off at any byte', () => {
    const zip = zipOf({ 'a.xsd': 'a'.repeat(100), 'b.xsd': 'b' });
    expect(refusal(() => readZip(new TextEncoder().encode('no zip')))).contain('no zip file');
    expect(refusal(() => readZip(new Uint8Array()))).contain('no zip file');
    for (let length = 0; length < zip.length; length += 1) {
      expect(
        refusal(() => readZip(zip.subarray(0, length))),
        String(length),
      ).contain('refused');
    }
  });
});
