/** How each report stands: whether it decides anything, and if not, why not. */
import { UNNAMED } from '../../model/unnamed.js';
import { SEAL } from '../../report/seal/seal-names.js';
import type { SealedFacts } from '../sealed-report.js';
import type { Reden } from './indication.js';
import { reden } from './reasons.js';
import type { Said, Statements } from './said.js';
import { plain } from './same-tuple.js';

/** A report about something, and how it stands. */
export interface Standing {
  readonly naam: string;
  readonly feiten: SealedFacts;
  /** When the run ended: milliseconds since 1970. */
  readonly endedAt: number;
  /** Empty when it counts. */
  readonly countsNot: readonly Reden[];
  /** It would count, had it not been taken back or disputed. */
  readonly fell?: 'ingetrokken' | 'betwist';
  /** It fell with the key, not for what is in it. */
  readonly isByKey?: true;
}

/** Why a report says nothing about a product in one role, whatever stands in it; undefined when it does. */
export function beside(feiten: SealedFacts, at: number): Reden | undefined {
  const { product, leverancier, uitvoering, ondertekenaars } = feiten;
  if (product.eigenReferentie) return reden('EIGEN_REFERENTIE');
  if (feiten.waargenomen) return reden('WAARGENOMEN');
  if (feiten.keten) return reden('KETEN_RAPPORT');
  if ([product.pakketnaam, product.versie].some((each) => plain(each) === UNNAMED || plain(each) === ''))
    return reden('NIET_GENOEMD');
  const seal = ondertekenaars.find(({ zegel }) => zegel === SEAL);
  const latest = [uitvoering.beeindigdOp, seal?.verzegeldOp ?? ''].filter((each) => !(Date.parse(each) <= at));
  if (latest[0] !== undefined) return reden('NA_PEILDATUM', [latest[0]]);
  const isOther = seal?.wie === 'leverancier' && plain(seal.naam ?? '') !== plain(leverancier.naam);
  return isOther ? reden('ANDERE_LEVERANCIER', [seal.naam ?? '', leverancier.naam]) : undefined;
}

export function standingOf(naam: string, feiten: SealedFacts, said: Statements, isKeyRevoked: boolean): Standing {
  const of = { naam, feiten, endedAt: Date.parse(feiten.uitvoering.beeindigdOp) };
  const undecided = undecidedReason(feiten);
  const countsNot = undecided ? [undecided] : [];
  const withdrawal = statementAbout(said.of('intrekking'), feiten.digest);
  if (withdrawal) return { ...of, countsNot: [...countsNot, taken('RAPPORT_INGETROKKEN', withdrawal)], fell: 'ingetrokken' };
  const revoked = isKeyRevoked ? {} : revocationOf(feiten, said);
  if (revoked) {
    const why = reden('SLEUTEL_INGETROKKEN', [], { rapport: feiten.digest, ...revoked });
    return { ...of, countsNot: [...countsNot, why], fell: 'ingetrokken', isByKey: true };
  }
  const dispute = statementAbout(said.of('betwisting'), feiten.digest);
  if (dispute) return { ...of, countsNot: [...countsNot, taken('RAPPORT_BETWIST', dispute)], fell: 'betwist' };
  return { ...of, feiten: withoutRevoked(feiten, said), countsNot };
}

/** Neither without faults nor with: nothing was established. Faults that a run found before it was stopped were found. */
function undecidedReason({ resultaat, uitvoering, digest }: SealedFacts): Reden | undefined {
  if (resultaat.totaal === 'niet_vastgesteld') return reden('NIET_VASTGESTELD', [], { rapport: digest });
  const isUnfinished = resultaat.totaal === 'foutloos' && uitvoering.einde !== 'done';
  return isUnfinished ? reden('NIET_AFGEMAAKT', [], { rapport: digest }) : undefined;
}

type Taking = Said<'intrekking'> | Said<'betwisting'>;

function statementAbout(of: readonly Taking[], digest: string): Taking | undefined {
  return of.find(({ verklaring: { over } }) => 'rapport' in over && over.rapport === digest);
}

function taken(code: 'RAPPORT_INGETROKKEN' | 'RAPPORT_BETWIST', by: Taking): Reden {
  const { partij, sleutel, opgesteldOp, digest, verklaring } = by;
  return reden(code, [partij ?? `${sleutel.slice(0, 12)}…`, opgesteldOp, verklaring.reden], { verklaring: digest });
}

/**
 * Who sealed it may have sealed it after the key was stolen: the time in a seal is what its signer says. What stands is a report
 * that somebody independent signed along before the key was revoked.
 */
function revocationOf({ ondertekenaars }: SealedFacts, { revoked }: Statements): Pick<Reden, 'verklaring'> | undefined {
  const seal = ondertekenaars.find(({ zegel }) => zegel === SEAL);
  const found = seal && revoked.get(seal.sleutel);
  if (!seal || !found) return undefined;
  const hasWitness = ondertekenaars.some(
    ({ zegel, vertrouwd, wie, naam, sleutel, verzegeldOp }) =>
      zegel !== SEAL &&
      vertrouwd &&
      (wie === 'onafhankelijk' || wie === 'gemeente') &&
      naam !== seal.naam &&
      !revoked.has(sleutel) &&
      Date.parse(verzegeldOp) < found.sinds,
  );
  return hasWitness ? undefined : { verklaring: found.verklaring };
}

/** Who signed along with a key that was revoked since raises nothing. */
function withoutRevoked(feiten: SealedFacts, { revoked }: Statements): SealedFacts {
  const isLess = feiten.ondertekenaars.some(({ zegel, sleutel }) => zegel !== SEAL && revoked.has(sleutel));
  const { niveau } = feiten.zekerheid;
  const lower = niveau === 'A1+' ? 'A1' : niveau === 'A3' ? 'A2' : niveau;
  return isLess && lower !== niveau ? { ...feiten, zekerheid: { ...feiten.zekerheid, niveau: lower } } : feiten;
}
