/**
 * Reads from the first flight of a TLS 1.2 server, which is in the clear, whether it asks for a certificate of the client and
 * of which issuers. No reader of TLS: what it cannot follow it does not know.
 *
 * @see RFC 5246, section 7.4.4; RFC 5280, section 4.1.2.4
 */

export interface CertificateRequest {
  readonly forCertificate: boolean;
  /** Names of issuers, as `C=NL, O=…, CN=…`; empty when the server names none. */
  readonly ofIssuers: readonly string[];
}

const HANDSHAKE_RECORD = 22;
const CERTIFICATE_REQUEST = 13;
const SERVER_HELLO_DONE = 14;

/** @returns undefined when the flight is not whole, or in a version that is not in the clear */
export function certificateRequestIn(bytes: Buffer): CertificateRequest | undefined {
  let asked: CertificateRequest | undefined;
  try {
    for (const { type, body } of messagesIn(handshakeBytes(bytes))) {
      if (type === CERTIFICATE_REQUEST) asked = { forCertificate: true, ofIssuers: issuersIn(body) };
      if (type === SERVER_HELLO_DONE) return asked ?? { forCertificate: false, ofIssuers: [] };
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

/** What the records carry, up to the first that is of another kind. */
function handshakeBytes(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at + 5 <= bytes.length && bytes[at] === HANDSHAKE_RECORD; ) {
    const length = bytes.readUInt16BE(at + 3);
    parts.push(bytes.subarray(at + 5, at + 5 + length));
    at += 5 + length;
  }
  return Buffer.concat(parts);
}

function* messagesIn(bytes: Buffer): Generator<{ readonly type: number; readonly body: Buffer }> {
  for (let at = 0; at + 4 <= bytes.length; ) {
    const length = bytes.readUIntBE(at + 1, 3);
    if (at + 4 + length > bytes.length) return;
    yield { type: bytes.readUInt8(at), body: bytes.subarray(at + 4, at + 4 + length) };
    at += 4 + length;
  }
}

/** Kinds of certificate, kinds of signature, and then the names. */
function issuersIn(body: Buffer): readonly string[] {
  const afterTypes = 1 + body.readUInt8(0);
  const afterAlgorithms = afterTypes + 2 + body.readUInt16BE(afterTypes);
  const end = afterAlgorithms + 2 + body.readUInt16BE(afterAlgorithms);
  const names: string[] = [];
  for (let at = afterAlgorithms + 2; at + 2 <= end; ) {
    const length = body.readUInt16BE(at);
    names.push(nameIn(body.subarray(at + 2, at + 2 + length)));
    at += 2 + length;
  }
  return names;
}

/** A name in DER: a sequence of sets of pairs. */
function nameIn(der: Buffer): string {
  const pairs = elementsIn(contentOf(der)).flatMap((set) => elementsIn(set.content));
  const parts = pairs.map(({ content }) => {
    const [kind, value] = elementsIn(content);
    const label = NAMES[kind?.content.toString('hex') ?? ''] ?? 'OID';
    return `${label}=${value?.content.toString('utf8') ?? ''}`;
  });
  return parts.join(', ');
}

interface Element {
  readonly content: Buffer;
  readonly end: number;
}

function contentOf(der: Buffer): Buffer {
  return elementAt(der, 0).content;
}

function elementsIn(der: Buffer): readonly Element[] {
  const elements: Element[] = [];
  for (let at = 0; at < der.length; ) {
    const element = elementAt(der, at);
    elements.push(element);
    at = element.end;
  }
  return elements;
}

function elementAt(der: Buffer, at: number): Element {
  const first = der.readUInt8(at + 1);
  const more = first < 0x80 ? 0 : first - 0x80;
  const length = more === 0 ? first : der.readUIntBE(at + 2, more);
  const start = at + 2 + more;
  return { content: der.subarray(start, start + length), end: start + length };
}

/** The usual parts of a name, by the bytes of their OID. */
const NAMES: Readonly<Record<string, string>> = {
  '550403': 'CN',
  '550405': 'serialNumber',
  '550406': 'C',
  '550407': 'L',
  '550408': 'ST',
  '55040a': 'O',
  '55040b': 'OU',
};
