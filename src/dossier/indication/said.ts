/** What the statements say that count, at a date; and those that do not, each with its reason. */
import { REASONS } from '../../report/seal/verify-reasons.js';
import type { SealedFacts } from '../sealed-report.js';
import type { BrokenStatement, SignedStatement } from '../statement/signed-statement.js';
import type { Soort, VerklaringVan } from '../statement/verklaring.js';
import type { Reden, TeltNiet } from './indication.js';
import { reden } from './reasons.js';
import { type About, mayState, whoMay } from './who-may.js';

/** A statement that counts. */
export interface Said<S extends Soort = Soort> extends Omit<SignedStatement, 'verklaring'> {
  readonly verklaring: VerklaringVan<S>;
}

export interface Statements {
  /** Newest first. */
  of<S extends Soort>(soort: S): readonly Said<S>[];
  /** From when on a key counts no more, and which statement says so. Without a time that somebody vouches for, everything falls. */
  readonly revoked: ReadonlyMap<string, { readonly sinds: number; readonly verklaring: string }>;
  readonly countNot: readonly TeltNiet[];
}

export interface Known {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly byDigest: ReadonlyMap<string, SealedFacts>;
}

export function statementsThatCount(given: readonly (SignedStatement | BrokenStatement)[], known: Known): Statements {
  const countNot: TeltNiet[] = [];
  const refuse = (naam: string, why: Reden) => void countNot.push({ soort: 'verklaring', naam, waarom: [why] });
  const timely: SignedStatement[] = [];
  const seen = new Set<string>();
  for (const each of given) {
    const why = brokenOrUntimely(each, known.at);
    if (why) refuse(each.naam, why);
    else if ('verklaring' in each && !seen.has(each.digest)) timely.push(each);
    if ('verklaring' in each) seen.add(each.digest);
  }
  const owners = ownersOf(timely, known);
  const allowed = timely.filter((each) => {
    const isAllowed = mayState(each, aboutOf(each, known, owners));
    if (!isAllowed) refuse(each.naam, notAllowed(each));
    return isAllowed;
  });
  const revoked = revocations(allowed, known.at);
  const counting = allowed.filter((each) => {
    const fell = each.verklaring.soort !== 'sleutel_ingetrokken' ? revoked.get(each.sleutel) : undefined;
    if (fell) refuse(each.naam, reden('SLEUTEL_INGETROKKEN', [], { verklaring: fell.verklaring }));
    return fell === undefined;
  });
  const sorted = counting.toSorted((one, other) => timeOf(other) - timeOf(one) || (one.digest < other.digest ? -1 : 1));
  const of = <S extends Soort>(soort: S) => sorted.filter(({ verklaring }) => verklaring.soort === soort) as unknown as Said<S>[];
  return { of, revoked, countNot };
}

export function timeOf({ opgesteldOp }: Pick<SignedStatement, 'opgesteldOp'>): number {
  return Date.parse(opgesteldOp);
}

function brokenOrUntimely(each: SignedStatement | BrokenStatement, at: number): Reden | undefined {
  if (!('verklaring' in each)) return { code: each.bezwaar, tekst: REASONS[each.bezwaar] };
  if (timeOf(each) > at) return reden('NA_PEILDATUM', [each.opgesteldOp]);
  const { geldigTot } = each;
  return geldigTot !== undefined && Date.parse(geldigTot) < at ? reden('VERKLARING_VERLOPEN', [geldigTot]) : undefined;
}

function notAllowed({ bezwaar, verklaring, partij, wie }: SignedStatement): Reden {
  if (bezwaar !== undefined) return { code: bezwaar, tekst: REASONS[bezwaar] };
  if (wie === undefined) return reden('WIE_ONBEKEND', [partij ?? '']);
  const who = whoMay(verklaring.soort);
  return reden('MAG_DIT_NIET', [{ nl: `${partij}, ${wie}`, en: `${partij}, ${wie}` }, verklaring.soort, who]);
}

/** Whose a key is, as far as reports and statements of people who are trusted show. */
function ownersOf(statements: readonly SignedStatement[], { byDigest }: Known): ReadonlyMap<string, string> {
  const signers = [...byDigest.values()].flatMap(({ ondertekenaars }) => ondertekenaars);
  return new Map([
    ...signers.flatMap(({ sleutel, naam, vertrouwd }) => (vertrouwd && naam !== undefined ? [[sleutel, naam] as const] : [])),
    ...statements.flatMap(({ sleutel, partij }) => (partij === undefined ? [] : [[sleutel, partij] as const])),
  ]);
}

function aboutOf({ verklaring }: SignedStatement, { byDigest }: Known, owners: ReadonlyMap<string, string>): About {
  if (verklaring.soort === 'sleutel_ingetrokken') {
    const houder = owners.get(verklaring.sleutel);
    return { sleutel: verklaring.sleutel, ...(houder !== undefined && { houder }) };
  }
  if (!('over' in verklaring)) return {};
  if (!('rapport' in verklaring.over)) return { leverancier: verklaring.over.leverancier.naam };
  const report = byDigest.get(verklaring.over.rapport);
  const [seal] = report?.ondertekenaars ?? [];
  if (!report || !seal) return {};
  // A report that somebody else sealed is not the supplier's to take back: it can take back what it says of its product.
  const isSuppliers = verklaring.soort === 'intrekking' ? seal.naam : report.leverancier.naam;
  return {
    leverancier: isSuppliers ?? report.leverancier.naam,
    sleutel: seal.sleutel,
    ...(seal.naam !== undefined && { houder: seal.naam }),
  };
}

/** The earliest of each key. */
function revocations(allowed: readonly SignedStatement[], at: number): Statements['revoked'] {
  const found = new Map<string, { readonly sinds: number; readonly verklaring: string }>();
  for (const { verklaring, digest } of allowed) {
    if (verklaring.soort !== 'sleutel_ingetrokken') continue;
    const sinds = Date.parse(verklaring.sinds);
    const known = found.get(verklaring.sleutel);
    if (sinds <= at && (known === undefined || sinds < known.sinds)) found.set(verklaring.sleutel, { sinds, verklaring: digest });
  }
  return found;
}
