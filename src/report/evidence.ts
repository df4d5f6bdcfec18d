/**
 * The recorded messages of a package, opened for showing. Reads the public copies only, so that a rendition made
 * later from the package is the same as the first.
 */
import type { Tekst } from '../model/finding.js';
import type { Manifest, ManifestExchange, ManifestMessage, Side } from './manifest.js';
import { type Row, rowsOf } from './message-rows.js';
import type { PrivacyCheck } from './privacy/privacy-check.js';
import { readShown } from './shown-text.js';

export interface Evidence {
  /** In the order in which they began. */
  readonly exchanges: readonly ManifestExchange[];
  /** @returns undefined when there is no such message */
  open(exchange: string, side: Side): ShownMessage | undefined;
  /** Absent when nobody looked. */
  readonly privacy?: PrivacyCheck;
}

export interface ShownMessage {
  readonly message: ManifestMessage;
  readonly rows: readonly Row[];
  readonly notes: readonly Tekst[];
}

/** Opens a file of a package by its name. */
export type OpenFile = (name: string) => AsyncIterable<Uint8Array>;

const BROKEN_UP: Tekst = { nl: 'regels afgebroken om te lezen', en: 'lines broken up for reading' };

const PRIVATE: Tekst = {
  nl: 'niet openbaar: dit bericht is niet te lezen, dus niemand weet wat erin staat, of het herhaalt een wachtwoord of sleutel',
  en: 'not public: this message cannot be read, so nobody knows what is in it, or it gives back a password or key',
};

/** Reads every message of a package once. */
export async function loadEvidence(manifest: Manifest, open: OpenFile): Promise<Evidence> {
  const shown = new Map<string, ShownMessage>();
  for (const exchange of manifest.uitwisselingen) {
    for (const side of ['vraag', 'antwoord'] as const) {
      const message = exchange[side];
      if (message === undefined) continue;
      if (message.bestand === undefined) {
        shown.set(`${exchange.id}/${side}`, { message, rows: [], notes: [PRIVATE] });
        continue;
      }
      const text = await readShown(open(message.bestand), message.koppen);
      const { rows, isBrokenUp } = rowsOf(text);
      shown.set(`${exchange.id}/${side}`, { message, rows, notes: isBrokenUp ? [...text.notes, BROKEN_UP] : text.notes });
    }
  }
  return {
    exchanges: manifest.uitwisselingen,
    open: (exchange, side) => shown.get(`${exchange}/${side}`),
    ...(manifest.privacy && { privacy: manifest.privacy }),
  };
}
