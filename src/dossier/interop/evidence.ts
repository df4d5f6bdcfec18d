/** Which of the packages that were given count, and what is known from them. */
import type { Tekst } from '../../model/finding.js';
import { REASONS } from '../../report/seal/verify-reasons.js';
import type { SealedReport } from '../sealed-report.js';
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

/** A package that was verified, with what was read from its messages; nothing was read where it does not hold. */
export type Gelezen = SealedReport & Pick<Getuigenis, 'gesprekken'>;

/** A report that was given twice counts once. */
export function knownFrom(read: readonly Gelezen[]): Kennis & { readonly teltNiet: readonly TeltNiet[] } {
  const getuigenissen: Getuigenis[] = [];
  const teltNiet: TeltNiet[] = [];
  for (const { naam, feiten, bevindingen, gesprekken } of read) {
    if (!feiten) {
      const waarom = bevindingen.map(({ code, bestand }) => ({ code, tekst: REASONS[code], ...(bestand && { bestand }) }));
      teltNiet.push({ naam, waarom });
    } else if (!isNamed(feiten)) {
      teltNiet.push({ naam, waarom: [UNNAMED] });
    } else if (!getuigenissen.some((each) => each.feiten.digest === feiten.digest)) {
      getuigenissen.push({ naam, feiten, gesprekken });
    }
  }
  return { getuigenissen, samenspel: getuigenissen.flatMap(played), teltNiet };
}

function isNamed(feiten: NonNullable<SealedReport['feiten']>): boolean {
  return feiten.keten ? feiten.keten.partijen.some((each) => releaseOf(each)) : releaseTested(feiten) !== undefined;
}

const UNNAMED = {
  code: 'PRODUCT_NIET_GENOEMD',
  tekst: {
    nl: 'niemand zei welk product en welke versie getest is',
    en: 'nobody said which product and which version was tested',
  },
} as const;
