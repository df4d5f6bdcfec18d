import { expect } from 'chai';
import fc from 'fast-check';
import { certificateRequestIn } from '../../src/actor/certificate-request.js';

const sized = (bytes: Buffer, width: 1 | 2 | 3): Buffer => {
  const length = Buffer.alloc(width);
  length.writeUIntBE(bytes.length, 0, width);
  return Buffer.concat([length, bytes]);
};
const message = (type: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([type]), sized(body, 3)]);
const record = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([22, 3, 3]), sized(bytes, 2)]);
const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), sized(content, 1)]);
};
const part = (oid: string, text: string): Buffer =>
  der(0x31, der(0x30, der(0x06, Buffer.from(oid, 'hex')), der(0x0c, Buffer.from(text))));
const NAME = der(0x30, part('550406', 'NL'), part('55040a', 'Proef'), part('550403', 'Proef-CA'));
const DONE = message(14, Buffer.alloc(0));
const HELLO = message(2, Buffer.alloc(40));
const ASKS = message(
  13,
  Buffer.concat([sized(Buffer.from([1, 64]), 1), sized(Buffer.from([4, 1, 4, 3]), 2), sized(sized(NAME, 2), 2)]),
);

describe('what a server asks of us in TLS 1.2', () => {
  it('is a certificate, of the issuers that it names', () => {
    const asked = { forCertificate: true, ofIssuers: ['C=NL, O=Proef, CN=Proef-CA'] };
    expect(certificateRequestIn(record(Buffer.concat([HELLO, ASKS, DONE])))).to.deep.equal(asked);
    // However it is cut into records.
    expect(
      certificateRequestIn(Buffer.concat([record(HELLO), record(ASKS.subarray(0, 9)), record(ASKS.subarray(9)), record(DONE)])),
    ).to.deep.equal(asked);
  });
  it('is none', () => {
    expect(certificateRequestIn(record(Buffer.concat([HELLO, DONE])))).to.deep.equal({ forCertificate: false, ofIssuers: [] });
  });
  it('is not known when the flight is not whole, or not in the clear', () => {
    expect(certificateRequestIn(record(HELLO))).to.equal(undefined);
    expect(certificateRequestIn(Buffer.concat([record(HELLO), Buffer.from([23, 3, 3, 0, 2, 1, 1])]))).to.equal(undefined);
    expect(certificateRequestIn(Buffer.from('HTTP/1.1 400 Bad Request'))).to.equal(undefined);
  });
  it('never breaks on whatever bytes come', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const damaged = Buffer.concat([Buffer.from([22, 3, 3]), sized(Buffer.from(bytes), 2)]);
        expect(() => certificateRequestIn(damaged)).not.to.throw();
        expect(() => certificateRequestIn(record(Buffer.concat([message(13, Buffer.from(bytes)), DONE])))).not.to.throw();
      }),
    );
  });
});
