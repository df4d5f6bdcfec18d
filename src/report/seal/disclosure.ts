/**
 * `bewijs/onthulling.json`: stands in a package that shows some of its messages, in the place of the manifest. Each message that
 * is shown with everything that was said of it and the salt of its leaf; of each other one the leaf, which tells nothing.
 */
import { hasExactly, isRecord } from '../exact-json.js';
import { leafOf, type MessageFacts } from './message-leaf.js';

/** Its name in a package. */
export const DISCLOSURE = 'bewijs/onthulling.json';

export interface Disclosure {
  /** All messages of the run, in the order of their tree. */
  readonly berichten: readonly (ShownMessage | HiddenMessage)[];
}

/** Of which nothing is told. */
export interface HiddenMessage {
  readonly blad: string;
}

export interface ShownMessage extends MessageFacts {
  /** Of its leaf, in hexadecimal. */
  readonly zout: string;
  /** The message as it went, when that is shown too, with the salt under its `zoutDigest`. */
  readonly origineel?: { readonly bestand: string; readonly zout: string };
}

/** Whether a file of a whole package shows messages; in one that shows some of them it may lack. */
export function showsMessages(name: string): boolean {
  return name === 'rapport.html' || name.startsWith('bewijs/');
}

/** Name of the file of a message as it went. */
export function originalName({ uitwisseling, kant }: Pick<MessageFacts, 'uitwisseling' | 'kant'>): string {
  return `bewijs/${uitwisseling.id}-${kant}.origineel`;
}

export function isShown(message: ShownMessage | HiddenMessage): message is ShownMessage {
  return 'zout' in message;
}

/** The leaf of a message, computed when it is shown. */
export function leafIn(message: ShownMessage | HiddenMessage): string {
  if (!isShown(message)) return message.blad;
  const { zout, uitwisseling, kant, bericht } = message;
  return leafOf(zout, { uitwisseling, kant, bericht });
}

/** Reads what is not believed yet. @returns undefined when it is no such thing */
export function readDisclosure(value: unknown): Disclosure | undefined {
  if (!hasExactly(value, 'berichten') || !Array.isArray(value.berichten) || value.berichten.length === 0) return undefined;
  return value.berichten.every((each) => isHidden(each) || isShownForm(each)) ? (value as unknown as Disclosure) : undefined;
}

function isHidden(value: unknown): boolean {
  return hasExactly(value, 'blad') && isHex(value.blad, 64);
}

function isShownForm(value: unknown): boolean {
  if (!hasExactly(value, 'zout', 'uitwisseling', 'kant', 'bericht', 'origineel?') || !isHex(value.zout, 32)) return false;
  const { uitwisseling, kant, bericht, origineel } = value;
  if (!isRecord(uitwisseling) || !/^[\w-]{1,64}$/.test(String(uitwisseling.id)) || !isRecord(bericht)) return false;
  const isName = bericht.bestand === undefined || /^bewijs\/[\w-][\w.-]*$/.test(String(bericht.bestand));
  const isOriginal = origineel === undefined || (hasExactly(origineel, 'bestand', 'zout') && isHex(origineel.zout, 32));
  return isName && isOriginal && (kant === 'vraag' || kant === 'antwoord');
}

function isHex(value: unknown, length: number): boolean {
  return typeof value === 'string' && value.length === length && /^[0-9a-f]+$/.test(value);
}
