/** Which of the packages that were given count, and what is known from them. */
import type { Tekst } from '../../model/finding.js';
import { REASONS } from '../../report/seal/verify-reasons.js';
import type { Statements } from '../indication/said.js';
import { standingOf } from '../indication/standing.js';
import type { SealedFacts, SealedReport } from '../sealed-report.js';
import { releaseOf, releaseTested } from './release.js';
import { played } from './session.js';
import type { Kennis } from './together.js';
import type { Getuigenis } from './usage.js';

/** A package that counts for nothing, and why. */
export interface TeltNiet {
  readonly naam: string;
  /** Never empty. */
  readonly waarom: readonly { readonly code: string; readonly tekst: Tekst; readonly bestand?: string }[];
}

/** A package that was verified, with what was read from its messages; absent where nobody can tell. */
export type Gelezen = SealedReport & Partial<Pick<Getuigenis, 'gesprekken'>>;

/** A report that was given twice counts once. @param said - signed statements that count */
export function knownFrom(read: readonly Gelezen[], said?: Statements): Kennis & { readonly teltNiet: readonly TeltNiet[] } {
  const getuigenissen: Getuigenis[] = [];
  const teltNiet: TeltNiet[] = [];
  for (const { naam, feiten, bevindingen, gesprekken } of read) {
    if (!feiten) {
      const waarom = bevindingen.map(({ code, bestand }) => ({ code, tekst: REASONS[code], ...(bestand && { bestand }) }));
      teltNiet.push({ naam, waarom });
    } else if (said && fallen(naam, feiten, said).length > 0) {
      teltNiet.push({ naam, waarom: fallen(naam, feiten, said) });
    } else if (!isNamed(feiten)) {
      teltNiet.push({ naam, waarom: [UNNAMED] });
    } else if (!getuigenissen.some((each) => each.feiten.digest === feiten.digest)) {
      getuigenissen.push({ naam, feiten, gesprekken: gesprekken ?? [] });
      if (!gesprekken) teltNiet.push({ naam, waarom: [UNREAD] });
    }
  }
  return { getuigenissen, samenspel: getuigenissen.flatMap(played), teltNiet };
}

/** Taken back, disputed, or sealed with a key that was revoked since: signed statements say so. */
function fallen(naam: string, feiten: SealedFacts, said: Statements): TeltNiet['waarom'] {
  const { fell, countsNot } = standingOf(naam, feiten, said, false);
  return fell === undefined ? [] : countsNot.map(({ code, tekst }) => ({ code, tekst }));
}

function isNamed(feiten: NonNullable<SealedReport['feiten']>): boolean {
  return feiten.keten ? feiten.keten.partijen.some((each) => releaseOf(each)) : releaseTested(feiten) !== undefined;
}

const UNREAD = {
  code: 'BERICHTEN_NIET_LEESBAAR',
  tekst: {
    nl: 'het rapport telt, maar wat er gezegd werd is hieruit niet te lezen',
    en: 'the report counts, but what was said cannot be read from this',
  },
} as const;

const UNNAMED = {
  code: 'PRODUCT_NIET_GENOEMD',
  tekst: {
    nl: 'niemand zei welk product en welke versie getest is',
    en: 'nobody said which product and which version was tested',
  },
} as const;
