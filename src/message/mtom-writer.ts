/**
 * A message as parts (MTOM): the content of each binary element goes in a part of its own, and an `xop:Include` stands where
 * it was. The other way round is in mtom.ts.
 *
 * @see XOP 1.0 §3.1, SOAP Message Transmission Optimization Mechanism §3
 */
import { createHash } from 'node:crypto';
import { clarkName, type XmlElement } from '../model/xml-element.js';
import { readXml } from './xml-reader.js';

const XOP = 'http://www.w3.org/2004/08/xop/include';
const XMIME = 'http://www.w3.org/2005/05/xmlmime';

export interface InParts {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/**
 * Undefined for a message without content, which stays one document.
 * @param binary - Clark names of the elements that hold base64
 * @param type - of the message when it is whole: text/xml for SOAP 1.1
 */
export function inParts(document: Uint8Array, binary: ReadonlySet<string>, type = 'text/xml'): InParts | undefined {
  const { root } = readXml(document);
  const contents = root ? contentsIn(root, binary) : [];
  if (contents.length === 0) return undefined;
  const boundary = `ketentest-${createHash('sha256').update(document).digest('hex').slice(0, 32)}`;
  const idOf = (index: number) => `${index}.${boundary}@ketentest.invalid`;
  const body = Buffer.from(document.buffer, document.byteOffset, document.byteLength);
  const rest: Buffer[] = [];
  let at = 0;
  contents.forEach(({ text }, index) => {
    // What stands between the tags; the text is ASCII, so that its bytes are its characters.
    const found = body.indexOf(`>${text}<`, at) + 1;
    rest.push(body.subarray(at, found), Buffer.from(`<xop:Include xmlns:xop="${XOP}" href="cid:${idOf(index + 1)}"/>`));
    at = found + text.length;
  });
  rest.push(body.subarray(at));
  const all = [
    part(idOf(0), `application/xop+xml; charset=UTF-8; type="${type}"`, '8bit', Buffer.concat(rest)),
    ...contents.map((content, index) => part(idOf(index + 1), content.type, 'binary', Buffer.from(content.text, 'base64'))),
  ];
  const pieces = all.flatMap((each) => [Buffer.from(`--${boundary}\r\n`), each, Buffer.from('\r\n')]);
  return {
    contentType: `multipart/related; boundary="${boundary}"; type="application/xop+xml"; start="<${idOf(0)}>"; start-info="${type}"`,
    bytes: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

interface Content {
  readonly text: string;
  readonly type: string;
}

/** In the order of the document. Base64 that is written in another way than the usual one has to stay as it is (XOP §3.1). */
function contentsIn(element: XmlElement, binary: ReadonlySet<string>): readonly Content[] {
  if (element.children.length > 0) return element.children.flatMap((child) => contentsIn(child, binary));
  const { text } = element;
  if (text === '' || !binary.has(clarkName(element)) || Buffer.from(text, 'base64').toString('base64') !== text) return [];
  const told = element.attributes.find(({ namespace, name }) => namespace === XMIME && name === 'contentType')?.value ?? '';
  return [{ text, type: /^[\w.+-]+\/[\w.+-]+$/.test(told) ? told : 'application/octet-stream' }];
}

function part(id: string, type: string, encoding: string, content: Uint8Array): Buffer {
  const head = `Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-ID: <${id}>\r\n\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), content]);
}
