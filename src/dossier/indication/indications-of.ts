/**
 * From sealed reports and signed statements to indications: everything is verified first, what does not hold counts as nothing and is
 * named, and the rest is computed.
 */

import { LEVELS } from '../../report/seal/assurance.js';
import { REASONS } from '../../report/seal/verify-reasons.js';
import type { SealedFacts, SealedReport } from '../sealed-report.js';
import type { BrokenStatement, SignedStatement } from '../statement/signed-statement.js';
import type { Indication, Indications, ProductIndication, TeltNiet, Tupel } from './indication.js';
import { lowest } from './indication.js';
import { statementsThatCount } from './said.js';
import { keyOfTuple, tupleOf } from './same-tuple.js';
import { spokenOf } from './spoken-of.js';
import { beside, type Standing, standingOf } from './standing.js';
import { type At, indicationOf } from './state.js';

/** @returns the same for the same evidence, in whatever order it is given */
export function indicationsOf(
  reports: readonly SealedReport[],
  statements: readonly (SignedStatement | BrokenStatement)[],
  when: At,
): Indications {
  const countNot: TeltNiet[] = [];
  const kept = new Map<string, { readonly naam: string; readonly feiten: SealedFacts; readonly isKeyRevoked: boolean }>();
  for (const { naam, bevindingen, feiten, ingetrokken } of reports.toSorted(byName)) {
    const facts = feiten ?? ingetrokken;
    const why = facts && beside(facts, when.at);
    if (!feiten) {
      const waarom = bevindingen.map(({ code, bestand }) => ({
        code,
        tekst: REASONS[code],
        ...(bestand !== undefined && { bestand }),
      }));
      countNot.push({ soort: 'pakket', naam, waarom });
    } else if (why) countNot.push({ soort: 'pakket', naam, waarom: [why] });
    // The same report, signed along by others or shown in part, is one report; what makes it surest counts.
    const known = facts && kept.get(facts.digest);
    const isSurer = facts && levelOf(facts) > (known ? levelOf(known.feiten) : -1);
    if (facts && !why && (isSurer || known?.isKeyRevoked)) kept.set(facts.digest, { naam, feiten: facts, isKeyRevoked: !feiten });
  }
  const byDigest = new Map([...kept.values()].map(({ feiten }) => [feiten.digest, feiten]));
  const said = statementsThatCount(statements.toSorted(byName), { at: when.at, byDigest });
  const standings = new Map<string, Standing[]>();
  const tuples = new Map<string, Tupel>();
  const add = (tupel: Tupel): string => {
    const key = keyOfTuple(tupel);
    if (!tuples.has(key)) tuples.set(key, tupel);
    return key;
  };
  for (const { naam, feiten, isKeyRevoked } of kept.values()) {
    const key = add(tupleOf(feiten));
    const standing = standingOf(naam, feiten, said, isKeyRevoked);
    const others = standings.get(key);
    if (others) others.push(standing);
    else standings.set(key, [standing]);
  }
  for (const tupel of spokenOf(said, [...tuples.values()], when.at)) add(tupel);
  const indicaties = [...tuples.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, tupel]) => indicationOf(tupel, standings.get(key) ?? [], said, when));
  return {
    peildatum: new Date(when.at).toISOString(),
    vertrouwen: when.isTrusting ? 'genoemd' : 'niemand',
    indicaties,
    producten: productsOf(indicaties),
    teltNiet: [...countNot, ...said.countNot],
  };
}

function levelOf({ zekerheid }: SealedFacts): number {
  return LEVELS.indexOf(zekerheid.niveau);
}

function byName(one: { readonly naam: string }, other: { readonly naam: string }): number {
  return one.naam < other.naam ? -1 : 1;
}

/** The test scope is the union of all roles: a product is as good as the least of them. */
function productsOf(indicaties: readonly Indication[]): readonly ProductIndication[] {
  const groups = new Map<string, Indication[]>();
  for (const each of indicaties) {
    const key = keyOfTuple({ ...each, rol: '' });
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const indicatie = lowest(all.map((each) => each.indicatie));
    const levels = all.map(({ zekerheid }) => LEVELS.indexOf(zekerheid));
    const { product, leverancier, standaard } = first;
    return [
      {
        ...{ product, leverancier, standaard, indicatie },
        zekerheid: LEVELS[Math.min(...levels)] ?? 'A0',
        rollen: all.map(({ rol, indicatie: of }) => ({ rol, indicatie: of })),
      },
    ];
  });
}
