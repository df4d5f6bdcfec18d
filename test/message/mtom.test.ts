import { expect } from 'chai';
import { decoded } from '../../src/message/content-coding.js';
import { joined } from '../../src/message/mtom.js';
import { partsOf } from '../../src/message/multipart.js';
import { HarnessError } from '../../src/model/harness-error.js';
import { madeBody } from '../support/made-exchange.js';

const TYPE = 'multipart/related; type="application/xop+xml"; start="<root@x>"; boundary="grens"; start-info="text/xml"';
const INCLUDE = '<i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:een%40x"/>';
const ROOT = `<a><b>${INCLUDE}</b><c>é</c></a>`;

/** Parts as they travel: headers and content of each. */
function body(parts: readonly (readonly [head: string, content: string | Uint8Array])[], end = '--grens--\r\n'): Buffer {
  return Buffer.concat([
    ...parts.flatMap(([head, content]) => [Buffer.from(`--grens\r\n${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')]),
    Buffer.from(end),
  ]);
}
const root = ['Content-Type: application/xop+xml; charset=UTF-8\r\nContent-ID: <root@x>', ROOT] as const;
const one = ['Content-ID: <een@x>\r\nContent-Transfer-Encoding: binary', Buffer.from([0, 255, 13, 10, 45, 45])] as const;
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const read = (bytes: Uint8Array, type = TYPE, cap = 1e6) => text(joined(bytes, type, cap));
const refusal = (bytes: Uint8Array, type = TYPE, cap = 1e6): string => {
  try {
    return `read: ${read(bytes, type, cap)}`;
  } catch (error) {
    return error instanceof HarnessError ? `${error.code} ${error.message}` : String(error);
  }
};

describe('a message in parts', () => {
  it('is the document that it stands for: each part in its place, as base64', () => {
    expect(read(body([root, one]))).to.equal('<a><b>AP8NCi0t</b><c>é</c></a>');
    expect(read(body([one, root]))).to.equal('<a><b>AP8NCi0t</b><c>é</c></a>');
  });

  it('begins with the first part when nobody says where, and may come with line feeds only', () => {
    const plain = '\n--grens\nContent-ID: <r>\n\n<a/>\n--grens--';
    expect(read(Buffer.from(plain), 'multipart/related; boundary=grens')).to.equal('<a/>');
    expect(read(Buffer.from(`vooraf\r\n--grens\r\n\r\n<a/>\r\n--grens--`), 'multipart/related;boundary=grens')).to.equal('<a/>');
  });

  it('may hold a part in base64, a prefix that was declared further up, and an Include with an end tag', () => {
    const text = `<a xmlns:xop="http://www.w3.org/2004/08/xop/include"><xop:Include href='cid:een@x'></xop:Include></a>`;
    const coded = ['Content-ID: <een@x>\r\nContent-Transfer-Encoding: base64', 'AP8N\r\nCi0t'] as const;
    expect(read(body([[root[0], text], coded]))).to.match(/^<a [^>]*>AP8NCi0t<\/a>$/);
  });

  it('is read like that wherever a message is read', async () => {
    const bytes = await decoded(madeBody(body([root, one]).toString('latin1').replace('é', 'e')), [['Content-Type', TYPE]]);
    expect(text(bytes)).to.match(/^<a><b>[\w+/=]+<\/b>/);
  });

  it('keeps a boundary that stands inside a line as content', () => {
    const parts = partsOf(body([['Content-ID: <a>', 'x--grens\r\n--grensland\r\ny']]), TYPE);
    expect(parts.map(({ bytes }) => text(bytes))).to.deep.equal(['x--grens\r\n--grensland\r\ny']);
  });

  it('is refused when the parts cannot be told apart', () => {
    expect(refusal(body([root, one]), 'multipart/related')).to.match(/^MESSAGE_MALFORMED .*no boundary/);
    expect(refusal(body([root, one], ''))).to.match(/^MESSAGE_MALFORMED .*no end/);
    expect(refusal(Buffer.from('--grens--'))).to.match(/^MESSAGE_MALFORMED .*no parts/);
    expect(refusal(Buffer.from('niets'))).to.match(/^MESSAGE_MALFORMED .*no parts/);
    expect(refusal(Buffer.from('--grens\r\nContent-ID: <root@x>\r\n--grens--'))).to.match(/^MESSAGE_MALFORMED .*do not end/);
    expect(refusal(body([['geen kop', '<a/>']]))).to.match(/^MESSAGE_MALFORMED .*that is none/);
    expect(refusal(body([[`${root[0]}\r\nContent-Transfer-Encoding: quoted-printable`, '']]))).to.match(/we do not read/);
  });

  it('is refused when a part is not there, or an Include does not say which', () => {
    expect(refusal(body([one]))).to.match(/^MESSAGE_MALFORMED .*start parameter/);
    expect(refusal(body([root]))).to.match(/^MESSAGE_MALFORMED .*no part with the Content-ID "een@x"/);
    const nowhere = ROOT.replace('cid:een%40x', 'file:///etc/passwd');
    expect(refusal(body([[root[0], nowhere], one]))).to.match(/^MESSAGE_MALFORMED .*does not say/);
    const inComment = `<a>${INCLUDE}<!-- ${INCLUDE} --></a>`;
    expect(refusal(body([[root[0], inComment], one]))).to.match(/^MESSAGE_MALFORMED .*does not say/);
  });

  it('is refused when it has too many parts, or grows too large by naming one part many times', () => {
    const many = Array.from({ length: 1001 }, () => ['', ''] as const);
    expect(refusal(body([root, ...many]))).to.match(/^MESSAGE_TOO_LARGE .*parts/);
    const big = ['Content-ID: <een@x>', 'a'.repeat(10_000)] as const;
    const often = `<a>${`<b>${INCLUDE}</b>`.repeat(100)}</a>`;
    expect(refusal(body([[root[0], often], big]), TYPE, 500_000)).to.match(/^MESSAGE_TOO_LARGE/);
  });

  it('never breaks on rubbish: it is read or refused', () => {
    const whole = body([root, one]);
    for (let at = 0; at < whole.length; at++) {
      const cut = refusal(whole.subarray(0, at));
      expect(cut, `${at}`).to.match(/^(?:MESSAGE_MALFORMED|read: <a>)/);
      const changed = Buffer.from(whole);
      changed[at] = (at * 31) % 256;
      expect(refusal(changed), `${at}`).to.match(/^(?:MESSAGE_|read: )/);
    }
  });
});
