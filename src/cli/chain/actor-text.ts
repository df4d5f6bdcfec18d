/** How ketentest.yaml says who of a chain is a real system. */
import type { Tekst } from '../../model/finding.js';

/** `{ endpoint: URL }` or `{ real: true }`; the short forms are the URL and the word. Anything else stays as it is. */
export function actorText(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || Object.keys(value).length !== 1) return value;
  if ('real' in value && value.real === true) return 'real';
  return 'endpoint' in value ? (value.endpoint ?? value) : value;
}

/** What may be written for an actor, for a complaint about something else. */
export function actorForms(actor: string): Tekst {
  return {
    nl: `{ endpoint: URL } of { real: true } voor "actors.${actor}"; wie gesimuleerd wordt staat hier niet`,
    en: `{ endpoint: URL } or { real: true } for "actors.${actor}"; who is simulated does not stand here`,
  };
}
