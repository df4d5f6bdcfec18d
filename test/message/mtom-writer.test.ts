/** A message goes out in parts and comes back as it was; Python's own reader of MIME sees the same parts. */
import { execFileSync, spawnSync } from 'node:child_process';
import { expect } from 'chai';
import { joined } from '../../src/message/mtom.js';
import { inParts } from '../../src/message/mtom-writer.js';
import { partsOf } from '../../src/message/multipart.js';

const BINARY = new Set(['{urn:d}inhoud']);
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (of: Uint8Array) => new TextDecoder().decode(of);
const CONTENT = Buffer.from([0, 255, 13, 10, 45, 45, 13, 10, 13, 10, 200]);
const document = (...contents: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<a xmlns="urn:d" xmlns:m="http://www.w3.org/2005/05/xmlmime"><titel>é &amp; ü</titel>${contents
    .map((each) => `<inhoud m:contentType="application/pdf">${each}</inhoud>`)
    .join('')}</a>`;

/** What the MIME reader of Python's standard library makes of it; undefined when there is no Python. */
function seenByPython(
  contentType: string,
  body: Uint8Array,
): readonly (readonly [type: string, id: string, hex: string])[] | undefined {
  const script = [
    'import sys, json, email, email.policy',
    'm = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.HTTP)',
    'assert m.is_multipart() and not m.defects, m.defects',
    'print(json.dumps([[p.get_content_type(), p["Content-ID"], p.get_payload(decode=True).hex()] for p in m.iter_parts()]))',
  ].join('\n');
  if (spawnSync('python3', ['--version']).status !== 0) return undefined;
  const input = Buffer.concat([Buffer.from(`MIME-Version: 1.0\r\nContent-Type: ${contentType}\r\n\r\n`), body]);
  return JSON.parse(execFileSync('python3', ['-c', script], { input }).toString()) as readonly [string, string, string][];
}

describe('a message that goes out in parts', () => {
  it('comes back as it was, character for character', () => {
    for (const contents of [[CONTENT], [CONTENT, CONTENT], [Buffer.from('eerste'), CONTENT, Buffer.alloc(100_000, 7)]]) {
      const whole = document(...contents.map((each) => each.toString('base64')));
      const parts = inParts(bytes(whole), BINARY);
      expect(text(parts ? joined(parts.bytes, parts.contentType, 1e7) : bytes(''))).to.equal(whole);
    }
  });

  it('holds the content as it is, in a part of its type, and nothing of it in the root', () => {
    const base64 = CONTENT.toString('base64');
    const { contentType = '', bytes: body = bytes('') } = inParts(bytes(document(base64)), BINARY) ?? {};
    const [root, content, ...more] = partsOf(body, contentType);
    expect(more).to.deep.equal([]);
    expect(contentType).to.match(
      /^multipart\/related; boundary="[^"]+"; type="application\/xop\+xml"; start="<[^"]+>"; start-info="text\/xml"$/,
    );
    expect(text(root?.bytes ?? bytes('')))
      .to.contain('é &amp; ü')
      .and.not.to.contain(base64);
    expect(Buffer.from(content?.bytes ?? [])).to.deep.equal(CONTENT);
    expect(content?.headers).to.deep.include(['Content-Type', 'application/pdf']);
  });

  it('is read by the MIME reader of Python in the same way (skipped without Python)', function () {
    const { contentType = '', bytes: body = bytes('') } =
      inParts(bytes(document(CONTENT.toString('base64'), Buffer.from('twee').toString('base64'))), BINARY) ?? {};
    const seen = seenByPython(contentType, body);
    if (!seen) return this.skip();
    expect(seen.map(([type]) => type)).to.deep.equal(['application/xop+xml', 'application/pdf', 'application/pdf']);
    expect(seen.slice(1).map(([, , hex]) => hex)).to.deep.equal([CONTENT.toString('hex'), Buffer.from('twee').toString('hex')]);
    const root = Buffer.from(seen[0]?.[2] ?? '', 'hex').toString();
    const named = [...root.matchAll(/href="cid:([^"]+)"/g)].map(([, id]) => `<${id}>`);
    expect(named).to.deep.equal(seen.slice(1).map(([, id]) => id));
    expect(contentType).to.contain(`start="${seen[0]?.[1]}"`);
  });

  it('stays whole without content, with base64 in another form, or in an element that holds none', () => {
    for (const other of ['', 'AP8N Ci0t', 'AP8NCi0', 'geen base64!'])
      expect(inParts(bytes(document(other)), BINARY), other).to.equal(undefined);
    expect(inParts(bytes(document(CONTENT.toString('base64'))), new Set(['{urn:d}titel']))).to.equal(undefined);
    expect(inParts(bytes('<stuk'), BINARY)).to.equal(undefined);
  });

  it('lets no header be written by a contentType', () => {
    const wrong = document(CONTENT.toString('base64')).replace('application/pdf', 'a/b&#13;&#10;X-Kwaad: ja');
    const { contentType = '', bytes: body = bytes('') } = inParts(bytes(wrong), BINARY) ?? {};
    expect(partsOf(body, contentType)[1]?.headers).to.deep.include(['Content-Type', 'application/octet-stream']);
  });
});
