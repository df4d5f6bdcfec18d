/** The fourth condition: the report stands at a public address, and what stands there is what was sealed. */
import type { Voorwaarde } from './indication.js';
import { reden } from './reasons.js';
import type { Said, Statements } from './said.js';
import type { Standing } from './standing.js';

/** So many times in a row it has to be gone or changed before it counts as gone: a web server may be down for a night. */
export const CHECKS_BEFORE_DEAD = 3;

const NUMBER = { voorwaarde: 4 } as const;

export interface Publication extends Pick<Voorwaarde, 'voldaan' | 'waarom'> {
  /** Where it was, when it was there and is no more. */
  readonly gone?: string;
}

/** Of every address on its own: one that is gone takes nothing away from another that is there. */
export function conditionFour({ feiten: { digest } }: Standing, said: Statements, at: number): Publication {
  const seen = said
    .of('publicatie')
    .filter(({ verklaring }) => verklaring.over.rapport === digest && seenAt(verklaring.gezienOp) <= at)
    .toSorted((one, other) => seenAt(other.verklaring.gezienOp) - seenAt(one.verklaring.gezienOp));
  const addresses = [...new Set(seen.map(({ verklaring }) => verklaring.url))].map((url) =>
    ofAddress(
      url,
      seen.filter(({ verklaring }) => verklaring.url === url),
      digest,
    ),
  );
  return (
    addresses.find(({ voldaan }) => voldaan === 'J') ??
    addresses.find(({ gone }) => gone !== undefined) ?? {
      voldaan: 'N',
      waarom: [reden('NIET_PUBLIEK', [], { ...NUMBER, rapport: digest })],
    }
  );
}

/** @param seen - newest first */
function ofAddress(url: string, seen: readonly Said<'publicatie'>[], rapport: string): Publication {
  const good = seen.find(({ verklaring }) => verklaring.gezien === 'gelijk');
  if (!good) return { voldaan: 'N', waarom: [reden('NIET_PUBLIEK', [], { ...NUMBER, rapport })] };
  const last = seen.slice(0, CHECKS_BEFORE_DEAD);
  const isDead = last.length === CHECKS_BEFORE_DEAD && last.every(({ verklaring }) => verklaring.gezien !== 'gelijk');
  if (!isDead) {
    const more = { ...NUMBER, rapport, verklaring: good.digest };
    return { voldaan: 'J', waarom: [reden('PUBLIEK_GEZIEN', [url, good.verklaring.gezienOp], more)] };
  }
  const [newest] = last;
  const more = { ...NUMBER, rapport, ...(newest && { verklaring: newest.digest }) };
  return { voldaan: 'N', waarom: [reden('LINK_DOOD', [String(CHECKS_BEFORE_DEAD), url], more)], gone: url };
}

function seenAt(time: string): number {
  return Date.parse(time);
}
