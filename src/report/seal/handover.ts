/**
 * The private part of a package, closed for one receiver: X25519 with a key of its own for each hand-over, HKDF-SHA256, and
 * AES-256-GCM in pieces, so that a part of any size takes little memory and nothing of it counts before it was checked.
 *
 * A first line names the form; a second one, JSON in RFC 8785 form, the receiver and the package. The key depends on every
 * byte of both, and each piece on its place and on whether it is the last: docs/handing-over.md tells all of it.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { HarnessError } from '../../model/harness-error.js';
import { inPieces, piecesOf } from '../byte-pieces.js';
import { canonicalJson } from '../canonical-json.js';
import { keyIdOf } from './seal-key.js';

export const HANDOVER_FORM = 'ketentest-overdracht/1';

/** What anybody may read of a hand-over. */
export interface HandoverHead {
  /** Of the report that the private part belongs to. */
  readonly rapport: { readonly nummer: string; readonly sha256: string };
  /** Id of the key that opens it: SHA-256 of the public key as SubjectPublicKeyInfo. */
  readonly ontvanger: string;
  /** Key of this hand-over alone, SubjectPublicKeyInfo in base64. */
  readonly sleutel: string;
  /** In base64. */
  readonly zout: string;
}

/** Plain bytes of one piece; the last one may be shorter, or empty. */
const PIECE_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const MAX_HEAD_BYTES = 4096;

/** Whether a key can receive. */
export function isReceiverKey(key: KeyObject): boolean {
  return key.asymmetricKeyType === 'x25519';
}

/** What is drawn for one hand-over, and never used for another. */
export interface DrawnOnce {
  /** A pair of X25519 keys. */
  readonly own: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
  /** Of 32 bytes. */
  readonly salt: Uint8Array;
}

/** @param to - public key of the receiver, X25519 */
export async function* closedFor(
  to: KeyObject,
  rapport: HandoverHead['rapport'],
  plain: AsyncIterable<Uint8Array>,
  { own, salt }: DrawnOnce,
): AsyncGenerator<Uint8Array> {
  const head: HandoverHead = {
    rapport,
    ontvanger: keyIdOf(to),
    sleutel: own.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    zout: Buffer.from(salt).toString('base64'),
  };
  const lines = Buffer.from(`${HANDOVER_FORM}\n${canonicalJson(head)}\n`);
  const key = keyFor(own.privateKey, to, head, lines);
  yield lines;
  let place = 0;
  for await (const { piece, isLast } of inPieces(plain, PIECE_BYTES)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place++, isLast), { authTagLength: TAG_BYTES });
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  }
}

export interface OpenedHandover {
  readonly head: HandoverHead;
  /** Throws where the bytes are not those that were closed, or end too early. */
  readonly plain: AsyncIterable<Uint8Array>;
}

/** @throws {HarnessError} `HANDOVER_INVALID` when it is no hand-over, or for another key */
export async function openedWith(key: KeyObject, closed: AsyncIterable<Uint8Array>): Promise<OpenedHandover> {
  const source = piecesOf(closed);
  const form = await source.line(MAX_HEAD_BYTES);
  const text = form === HANDOVER_FORM ? await source.line(MAX_HEAD_BYTES) : undefined;
  const head = text === undefined ? undefined : headIn(text);
  if (!head) throw invalid('dit is geen overdracht van Ketentest', 'this is no hand-over of Ketentest');
  if (head.ontvanger !== keyIdOf(key)) {
    throw invalid(
      `deze overdracht is voor een andere sleutel (${head.ontvanger.slice(0, 16)}…)`,
      `this hand-over is for another key (${head.ontvanger.slice(0, 16)}…)`,
    );
  }
  const secret = keyFor(key, ownKeyOf(head), head, Buffer.from(`${form}\n${text}\n`));
  return { head, plain: decrypted(secret, source.pieces(PIECE_BYTES + TAG_BYTES)) };
}

async function* decrypted(
  key: Buffer,
  pieces: AsyncIterable<{ readonly piece: Uint8Array; readonly isLast: boolean }>,
): AsyncGenerator<Uint8Array> {
  let place = 0;
  for await (const { piece, isLast } of pieces) {
    if (piece.length < TAG_BYTES) throw broken();
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(place++, isLast), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(piece.subarray(piece.length - TAG_BYTES));
    let plain: Buffer;
    try {
      plain = Buffer.concat([decipher.update(piece.subarray(0, piece.length - TAG_BYTES)), decipher.final()]);
    } catch {
      throw broken();
    }
    yield plain;
  }
}

function keyFor(own: KeyObject, other: KeyObject, head: HandoverHead, lines: Buffer): Buffer {
  try {
    const shared = diffieHellman({ privateKey: own, publicKey: other });
    const info = Buffer.concat([Buffer.from(`${HANDOVER_FORM} `), createHash('sha256').update(lines).digest()]);
    return Buffer.from(hkdfSync('sha256', shared, Buffer.from(head.zout, 'base64'), info, 32));
  } catch {
    throw broken();
  }
}

/** Three bytes of nothing, eight of place, and one that says whether it is the last: pieces cannot change places, and none can be left off. */
function nonceOf(place: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(place), 3);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

function headIn(text: string): HandoverHead | undefined {
  try {
    const head = JSON.parse(text) as HandoverHead;
    const texts = [head.rapport.nummer, head.rapport.sha256, head.ontvanger, head.sleutel, head.zout];
    return texts.every((each) => typeof each === 'string') ? head : undefined;
  } catch {
    return undefined;
  }
}

function ownKeyOf({ sleutel }: HandoverHead): KeyObject {
  try {
    const key = createPublicKey({ key: Buffer.from(sleutel, 'base64'), type: 'spki', format: 'der' });
    if (isReceiverKey(key)) return key;
  } catch {
    // Told below.
  }
  throw broken();
}

function broken(): HarnessError {
  return invalid(
    'deze overdracht is onderweg veranderd of afgebroken; er is niets van overgenomen',
    'this hand-over was changed or cut off on the way; nothing of it was taken',
  );
}

function invalid(nl: string, en: string): HarnessError {
  return new HarnessError(
    'HANDOVER_INVALID',
    { nl, en },
    { hint: { nl: 'Vraag de afzender om een nieuwe, voor uw sleutel.', en: 'Ask the sender for a new one, for your key.' } },
  );
}
