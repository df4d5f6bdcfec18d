/**
 * Schema validity. The official set decides where it is installed; our compact schema that disagrees is our own fault.
 * Without any schema for a message this is `niet_beslist`, never `voldoet`.
 */

import type { ReceivedReply, SentRequest } from '../model/exchange.js';
import type { Finding, Oorzaak } from '../model/finding.js';
import { judged, type Look, type Rule, undecided } from '../model/judged.js';
import type { SchemaBasis, SchemaOutcome, SchemaViolation } from '../model/record.js';
import { type Tolerance, tolerate } from '../model/tolerance.js';

/** The tolerance by which a violation is no more than a point of attention. */
export type ToleranceOf = (violation: SchemaViolation) => Tolerance | undefined;

/** More violations than this are counted, not listed. */
const LISTED = 20;

/** Also said where there is no schema at all. */
export const VALID: Rule = {
  id: 'SCHEMA',
  ernst: 'fout',
  verplicht: true,
  melding: { nl: 'Het bericht is geldig volgens het schema', en: 'The message is valid against the schema' },
};

const AGREES: Rule = {
  id: 'SCHEMA-INGEBOUWD',
  ernst: 'aandachtspunt',
  melding: {
    nl: 'Het ingebouwde compacte schema oordeelt gelijk aan het officiële',
    en: 'The built-in compact schema judges as the official one does',
  },
  advies: {
    nl: 'Meld dit bij Ketentest: het product treft geen blaam.',
    en: 'Report this to Ketentest: the product is not to blame.',
  },
};

/**
 * Judges one message against every basis there is.
 * @param oorzaak - who is to blame for an invalid message: the product for its own, the harness for ours
 */
export async function judgeSchema(
  message: SentRequest | ReceivedReply,
  bases: readonly SchemaBasis[],
  oorzaak: Oorzaak,
  tolerance?: ToleranceOf,
): Promise<readonly Finding[]> {
  const [deciding, ...others] = bases;
  if (!deciding) return [undecided(VALID, 'harnas', { gevonden: 'geen schema beschikbaar' })];
  const outcome = await deciding.validate(message);
  const findings = schemaFindings(outcome, deciding, oorzaak, tolerance);
  const seconds = await Promise.all(others.map(async (other) => disagreement(outcome, await other.validate(message))));
  return [...findings, ...seconds.flat()];
}

/** What one basis says of one message. */
export function schemaFindings(
  outcome: SchemaOutcome,
  basis: Pick<SchemaBasis, 'naam'>,
  oorzaak: Oorzaak,
  tolerance?: ToleranceOf,
): readonly Finding[] {
  return outcome.decided
    ? violations(outcome, basis, oorzaak, tolerance)
    : [undecided(VALID, 'harnas', { gevonden: outcome.detail })];
}

function violations(
  outcome: Extract<SchemaOutcome, { decided: true }>,
  basis: Pick<SchemaBasis, 'naam'>,
  oorzaak: Oorzaak,
  tolerance: ToleranceOf = () => undefined,
): readonly Finding[] {
  const rule: Rule = { ...VALID, bron: { document: basis.naam } };
  if (outcome.violations.length === 0) return [judged(rule, true)];
  // A message of ours that is invalid says nothing about the product: then this is not decided.
  const told = (look: Look) => (oorzaak === 'product' ? judged(rule, false, look) : undecided(rule, oorzaak, look));
  // What is tolerated never pushes a real violation out of the list.
  const known = outcome.violations.map((violation) => ({ violation, by: tolerance(violation) }));
  const sorted = [...known.filter(({ by }) => !by), ...known.filter(({ by }) => by)];
  const listed = sorted.slice(0, LISTED).map(({ violation: { message, path, line, expected }, by }) => {
    const finding = told({ verwacht: expected, gevonden: message, pad: path, regelnummer: line, advies: ADVICE[oorzaak] });
    return by ? tolerate(finding, by) : finding;
  });
  const rest = outcome.violations.length - LISTED;
  return rest > 0 ? [...listed, told({ gevonden: `en nog ${rest} schemafouten` })] : listed;
}

const ADVICE: Readonly<Partial<Record<Oorzaak, Finding['advies']>>> = {
  harnas: {
    nl: 'Dit bericht is van ons: meld dit bij Ketentest. Het product treft geen blaam.',
    en: 'This message is ours: report this to Ketentest. The product is not to blame.',
  },
};

function disagreement(official: SchemaOutcome, own: SchemaOutcome): readonly Finding[] {
  if (!official.decided || !own.decided) return [];
  const agree = (official.violations.length === 0) === (own.violations.length === 0);
  const first = own.violations[0] ?? official.violations[0];
  return [
    judged(AGREES, agree, {
      oorzaak: 'harnas',
      ...(!agree && {
        gevonden: `${own.violations.length > 0 ? 'alleen ingebouwd' : 'alleen officieel'}: ${first?.message ?? ''}`,
        regelnummer: first?.line,
        pad: first?.path,
      }),
    }),
  ];
}
