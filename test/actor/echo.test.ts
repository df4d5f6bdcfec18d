/** What lets us in is not written down when it comes back, and nothing else is touched. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { secretsOf, withoutEchoes } from '../../src/actor/echo.js';
import { addressOf } from '../../src/actor/request-head.js';
import type { Body, HeaderList } from '../../src/model/body.js';

/** In pieces, as it comes over the wire. */
function bodyOf(...pieces: readonly (string | Uint8Array)[]): Body {
  const chunks = pieces.map((each) => Buffer.from(each));
  const bytes = Buffer.concat(chunks);
  return {
    ...{ id: 'x', size: bytes.length, digest: createHash('sha256').update(bytes).digest('hex') },
    async *open() {
      yield* chunks;
    },
    bytes: async () => bytes,
  };
}

const bodyStore = { fromBytes: async (bytes: Uint8Array) => bodyOf(bytes) };
const SECRETS = secretsOf(addressOf('http://jan:wacht+woord@h/p?n=1&token=tok-1'), [
  ['X-Key', 'een lange <sleutel>'],
  ['X-Kort', 'kort'],
]);
const said = async (body: Body, headers: HeaderList = []) => {
  const { reply } = await withoutEchoes({ reply: { status: 500, headers, body } }, SECRETS, bodyStore);
  return { text: String(await reply?.body.bytes()), reply };
};

describe('what lets us in', () => {
  it('is overwritten where it comes back, in every form and over the edge of a piece', async () => {
    const base64 = Buffer.from('jan:wacht+woord').toString('base64');
    const xml = 'een lange &lt;sleutel&gt;';
    const whole = `a wacht+woord b wacht%2Bwoord c ${base64} d ${xml} e een%20lange%20%3Csleutel%3E f tok-1`;
    for (const at of [0, 5, 30, 60, 90]) {
      const { text } = await said(bodyOf(whole.slice(0, at), whole.slice(at)));
      expect(text).to.have.length(whole.length);
      expect(text.replaceAll(/\*+/g, '*').replaceAll(/\* ?(?=\*)/g, '')).to.equal('a * b * c * d * e * f tok-1');
    }
  });

  it('leaves a reply alone that holds nothing of it', async () => {
    const body = bodyOf('<a>wacht woord, kort</a>');
    const { reply } = await said(body, [['Content-Type', 'text/xml']]);
    expect(reply).to.deep.equal({ status: 500, headers: [['Content-Type', 'text/xml']], body });
  });

  it('is left out of headers and of why it failed', async () => {
    const { reply } = await said(bodyOf('x'), [['X-Echo', 'u: wacht+woord']]);
    expect(reply?.headers).to.deep.equal([['X-Echo', 'u: [weggelaten]']]);
    const failure = { kind: 'protocol', detail: 'no wacht+woord' } as const;
    expect((await withoutEchoes({ failure }, SECRETS, bodyStore)).failure?.detail).to.equal('no [weggelaten]');
  });

  it('marks a packed reply that holds it, and no other', async () => {
    const gzip = [['Content-Encoding', 'gzip']] as const;
    expect((await said(bodyOf(gzipSync('zie wacht+woord')), gzip)).reply?.isSecret).to.equal(true);
    expect((await said(bodyOf(gzipSync('zie niets')), gzip)).reply).not.to.have.property('isSecret');
  });
});
