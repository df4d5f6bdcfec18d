/** How ketentest.yaml says who of a chain is a real system, where it is, and which one. */
import type { Tekst } from '../../model/finding.js';

/** What may be told of a real system. */
const FACTS = ['product', 'version', 'supplier'] as const;

/** What somebody told of a real system. */
export type ActorFacts = Readonly<Partial<Record<(typeof FACTS)[number], string>>>;

/**
 * `{ endpoint: URL }` or `{ real: true }`, with what it is beside it; the short forms are the URL and the word. A system with
 * several addresses has `endpoint: { <portType>: URL, '*': URL }`.
 * @returns as it would stand on the command line, `NAME=VALUE` texts; undefined for anything else
 */
export function actorTexts(actor: string, value: unknown): readonly string[] | undefined {
  if (isScalar(value)) return [`${actor}=${value}`];
  if (!isMap(value)) return undefined;
  const { endpoint, real, ...facts } = value;
  if (Object.entries(facts).some(([name, of]) => !FACTS.some((known) => known === name) || !isScalar(of))) return undefined;
  const told = Object.entries(facts).map(([name, of]) => `${actor}:${name}=${of}`);
  if (real !== undefined) return real === true && endpoint === undefined ? [`${actor}=real`, ...told] : undefined;
  if (isScalar(endpoint)) return [`${actor}=${endpoint}`, ...told];
  if (!isMap(endpoint) || !Object.values(endpoint).every(isScalar) || Object.keys(endpoint).length === 0) return undefined;
  const several = Object.entries(endpoint).map(([portType, of]) => `${portType === '*' ? actor : `${actor}/${portType}`}=${of}`);
  return [...several, ...told];
}

/** `<actor>:<fact>`, split; undefined for the name of an actor alone. */
export function factIn(name: string): { readonly actor: string; readonly fact: keyof ActorFacts } | undefined {
  const [, actor, said] = /^([^:]+):(.+)$/.exec(name) ?? [];
  const fact = FACTS.find((each) => each === said);
  return actor !== undefined && fact ? { actor, fact } : undefined;
}

/** What may be written for an actor, for a complaint about something else. */
export function actorForms(actor: string): Tekst {
  const more = 'product, version, supplier';
  return {
    nl: `{ endpoint: URL } of { real: true } voor "actors.${actor}", met ${more} erbij als u wilt; wie gesimuleerd wordt staat hier niet`,
    en: `{ endpoint: URL } or { real: true } for "actors.${actor}", with ${more} if you like; who is simulated does not stand here`,
  };
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
