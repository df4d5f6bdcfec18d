/**
 * A product may give back what we let ourselves in with: in an error page, in an address that it sends us to. That is
 * overwritten before anybody sees it or writes it down, sign for sign. A packed body cannot be written in: it is marked.
 */
import { decoded } from '../message/content-coding.js';
import { escapeXml } from '../message/escape-xml.js';
import { type Body, type HeaderList, headerOf } from '../model/body.js';
import { isSecretName, LEFT_OUT, shownHeaders } from '../model/left-out.js';
import type { BodyStore } from './body-store.js';
import type { Conversation } from './conversation.js';
import type { Address } from './request-head.js';

/** Shorter values stand in too many messages by chance, in characters. */
const SHORTEST = 6;

/** A value of this many characters is taken for a secret whatever it is called. */
const KEY = 16;

/** Packed bodies are looked into up to this size, in bytes. */
const UNPACKED_BYTES = 1024 * 1024;

const ASTERISK = 0x2a;

/**
 * What lets us in, in the forms in which it may come back.
 * @param asked - headers that a user asked for
 */
export function secretsOf({ url, basic }: Address, asked: HeaderList = [], proxy?: string): readonly string[] {
  const through = proxy === undefined ? undefined : new URL(proxy);
  const passwords = [basic?.password, through && decodeURIComponent(through.password)];
  const named = [...asked, ...url.searchParams].filter(([name, value]) => isSecretName(name) || value.length >= KEY);
  const inPath = [...url.pathname.matchAll(/;[^=;/]*=([^;/]*)/g)].map(([, value = '']) => plainText(value));
  const values = [...passwords, ...named.map(([, value]) => value), ...inPath].filter((value) => value !== undefined);
  const known = [...values, ...values.flatMap((value) => value.split(/\s+/))].filter(({ length }) => length >= SHORTEST);
  const pair = basic && Buffer.from(`${basic.user}:${basic.password}`).toString('base64');
  const all = known.flatMap((value) => [value, encodeURIComponent(value), escapeXml(value), base64Of(value)]);
  // The longest first: what is left of a long one would not be known any more.
  return [...new Set([...all, ...(pair ? [pair] : [])])].sort((one, other) => other.length - one.length);
}

/** What was said, without what lets us in. */
export async function withoutEchoes(
  said: Conversation,
  secrets: readonly string[],
  bodyStore: Pick<BodyStore, 'fromBytes'>,
): Promise<Conversation> {
  const plain = (text: string): string => secrets.reduce((left, secret) => left.replaceAll(secret, LEFT_OUT), text);
  const { reply, failure, ...rest } = said;
  const told = { ...rest, ...(failure && { failure: { ...failure, detail: plain(failure.detail) } }) };
  if (!reply) return told;
  const sought = secrets.map((secret) => Buffer.from(secret));
  const headers = shownHeaders(reply.headers).map(([name, value]) => [name, plain(value)] as const);
  const body = (await holdsAny(reply.body, sought))
    ? await bodyStore.fromBytes(await overwritten(reply.body, sought))
    : reply.body;
  const isSecret = await isPackedEcho(reply, sought);
  return { ...told, reply: { ...reply, headers, body, ...(isSecret && { isSecret }) } };
}

async function isPackedEcho({ body, headers }: NonNullable<Conversation['reply']>, sought: readonly Buffer[]): Promise<boolean> {
  const isPacked = headerOf(headers, 'content-encoding') !== undefined;
  if (sought.length === 0 || !isPacked || body.size > UNPACKED_BYTES) return false;
  const open = await decoded(body, headers).catch(() => undefined);
  return open !== undefined && sought.some((each) => Buffer.from(open).includes(each));
}

async function overwritten(body: Body, sought: readonly Buffer[]): Promise<Buffer> {
  const bytes = Buffer.from(await body.bytes());
  for (const secret of sought) {
    for (let at = bytes.indexOf(secret); at >= 0; at = bytes.indexOf(secret, at + secret.length)) {
      bytes.fill(ASTERISK, at, at + secret.length);
    }
  }
  return bytes;
}

async function holdsAny(body: Body, sought: readonly Buffer[]): Promise<boolean> {
  if (sought.length === 0) return false;
  const overlap = Math.max(...sought.map(({ length }) => length)) - 1;
  let end: Uint8Array = Buffer.of();
  for await (const chunk of body.open()) {
    const text = Buffer.concat([end, chunk]);
    if (sought.some((each) => text.includes(each))) return true;
    end = text.subarray(Math.max(0, text.length - overlap));
  }
  return false;
}

/** As it stands within a longer text in base64, without its uncertain end. */
function base64Of(value: string): string {
  return Buffer.from(value).toString('base64').replace(/.?=*$/, '');
}

function plainText(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
