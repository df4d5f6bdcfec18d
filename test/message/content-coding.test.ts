import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { createBodyStore } from '../../src/actor/body-store.js';
import { contentCodings, decoded } from '../../src/message/content-coding.js';
import type { HeaderList } from '../../src/model/body.js';
import { HarnessError } from '../../src/model/harness-error.js';

const TEXT = '<a>één</a>';

describe('content coding', () => {
  const store = createBodyStore({ spoolFolder: 'not needed' });
  const read = async (bytes: Uint8Array, headers: HeaderList, capBytes?: number) =>
    Buffer.from(await decoded(await store.fromBytes(bytes), headers, capBytes)).toString('utf8');
  const refusal = async (bytes: Uint8Array, coding: string, capBytes?: number) =>
    read(bytes, [['Content-Encoding', coding]], capBytes).catch((error: unknown) => error);

  for (const [coding, bytes] of Object.entries({
    gzip: gzipSync(TEXT),
    'x-gzip': gzipSync(TEXT),
    deflate: deflateSync(TEXT),
    br: brotliCompressSync(TEXT),
    identity: Buffer.from(TEXT),
    'deflate, gzip': gzipSync(deflateSync(TEXT)),
  })) {
    it(`undoes ${coding}`, async () => {
      expect(await read(bytes, [['content-encoding', coding]])).to.equal(TEXT);
    });
  }

  it('undoes deflate without the zlib head that the standard asks for', async () => {
    expect(await read(deflateRawSync(TEXT), [['Content-Encoding', 'deflate']])).to.equal(TEXT);
  });

  it('leaves plain bytes as they are', async () => {
    expect(await read(Buffer.from(TEXT), [])).to.equal(TEXT);
  });

  it('refuses a small body that holds a very large one', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    expect(await refusal(bomb, 'gzip', 1_000_000))
      .to.be.instanceOf(HarnessError)
      .with.property('code', 'MESSAGE_TOO_LARGE');
  });

  it('refuses bytes that are not in the coding they name', async () => {
    const error = await refusal(Buffer.from(TEXT), 'gzip');
    expect(error).to.be.instanceOf(HarnessError).with.property('code', 'MESSAGE_MALFORMED');
  });

  it('refuses a coding that it does not know', async () => {
    const error = await refusal(Buffer.from(TEXT), 'constructor');
    expect(error).to.be.instanceOf(HarnessError).with.property('code', 'MESSAGE_MALFORMED');
  });

  it('lists codings in the order in which they were applied', () => {
    const headers: HeaderList = [
      ['Content-Encoding', 'GZIP , identity'],
      ['content-encoding', 'br'],
    ];
    expect(contentCodings(headers)).to.deep.equal(['gzip', 'br']);
  });
});

describe('charset of a header', () => {
  const store = createBodyStore({ spoolFolder: 'not needed' });
  const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
  const read = async (bytes: Uint8Array, contentType: string): Promise<Buffer> =>
    Buffer.from(await decoded(await store.fromBytes(bytes), [['Content-Type', contentType]]));

  it('recodes latin-1 that only the header names', async () => {
    expect((await read(latin1(TEXT), 'text/xml; charset="ISO-8859-1"')).toString()).to.equal(TEXT);
  });

  it('leaves bytes alone that name their own encoding', async () => {
    const bytes = latin1(`<?xml version="1.0" encoding="iso-8859-1"?>${TEXT}`);
    expect(Buffer.compare(await read(bytes, 'text/xml; charset=iso-8859-1'), bytes)).to.equal(0);
    const marked = Buffer.from(`\ufeff${TEXT}`);
    expect(Buffer.compare(await read(marked, 'text/xml; charset=iso-8859-1'), marked)).to.equal(0);
  });

  it('leaves bytes alone whose charset nobody knows', async () => {
    expect((await read(Buffer.from(TEXT), 'text/xml; charset=vreemd')).toString()).to.equal(TEXT);
  });
});
