/**
 * Numbers in the public part of a package that may be the BSN of a real person. As long as one of them is there and nobody
 * said why that is no harm, the package is not to be published, and is not sealed.
 */
import { createHash } from 'node:crypto';

/** In `bewijs/manifest.json`. */
export interface PrivacyCheck {
  /** True when the package is not to be published. */
  readonly blokkade: boolean;
  readonly vondsten: readonly PrivacyFind[];
}

/** One number, wherever it stands. The number itself is not told. */
export interface PrivacyFind {
  /** For people: `V1`, `V2`, in the order in which they were found. */
  readonly id: string;
  readonly bestanden: readonly FoundIn[];
  readonly vrijgave?: Clearance;
}

export interface FoundIn {
  readonly bestand: string;
  /** How often. */
  readonly aantal: number;
  /** `line:column`, the first few; empty when it stands in the name of the file. */
  readonly plaatsen: readonly string[];
  readonly hoe: 'tekst' | 'base64' | 'naam';
}

/** Somebody looked at a find, and takes responsibility for it. */
export interface Clearance {
  readonly door: string;
  /** ISO 8601, UTC. */
  readonly op: string;
  readonly reden: string;
  readonly zout: string;
  /** Over the salt, the number, and where and how often it stands: of something else it says nothing. */
  readonly digest: string;
}

/** A find with what is not told of it. */
export interface RawFind extends Omit<PrivacyFind, 'vrijgave'> {
  readonly number: string;
}

/** Finds of now beside what was cleared before: what changed is to be cleared again. */
export function privacyCheck(finds: readonly RawFind[], before: readonly PrivacyFind[] = []): PrivacyCheck {
  const clearances = before.flatMap(({ vrijgave }) => vrijgave ?? []);
  const vondsten = finds.map(({ number, ...find }) => {
    const vrijgave = clearances.find(({ zout, digest }) => digest === findDigest({ number, ...find }, zout));
    return { ...find, ...(vrijgave && { vrijgave }) };
  });
  return { blokkade: vondsten.some(({ vrijgave }) => !vrijgave), vondsten };
}

/** @param salt - in hexadecimal */
export function findDigest({ number, bestanden }: Omit<RawFind, 'id'>, salt: string): string {
  // Renditions repeat what stands in the report, as often as their form wants.
  const where = bestanden
    .filter(({ bestand }) => !isRendition(bestand))
    .map(({ bestand, aantal, hoe }) => [bestand, aantal, hoe]);
  return createHash('sha256')
    .update(JSON.stringify([salt, number, where]))
    .digest('hex');
}

/** Made of the report and the evidence. */
export function isRendition(name: string): boolean {
  return /^(?:rapport\.html|junit\.xml|ctrf\.json|earl\.jsonld)$/.test(name);
}
