/**
 * The same for shields.io, which draws a badge from an address that answers with this.
 *
 * @see https://shields.io/badges/endpoint-badge
 */
import type { Tekst } from '../../model/finding.js';
import { BADGE_FACES, LABEL_COLOUR } from './badge-face.js';
import { type BadgeOf, badgeFacts } from './badge-facts.js';

export interface ShieldsEndpoint {
  readonly schemaVersion: 1;
  readonly label: string;
  readonly message: string;
  readonly color: string;
  readonly labelColor: string;
  /** Whether it should stand out as something that is wrong. */
  readonly isError: boolean;
  /** Seconds. */
  readonly cacheSeconds: number;
}

export function shieldsEndpoint(of: BadgeOf, language: keyof Tekst): ShieldsEndpoint {
  const { label, message, indicatie } = badgeFacts(of, language);
  const isError = indicatie === 'getest_met_fouten' || indicatie === 'ingetrokken';
  const color = BADGE_FACES[indicatie].colour;
  return { schemaVersion: 1, label, message, color, labelColor: LABEL_COLOUR, isError, cacheSeconds: 3600 };
}
