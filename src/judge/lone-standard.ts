/**
 * Judges a message that comes alone by one standard: its schema, the tables of its service, and every rule.
 */
import type { OpenMessage } from '../message/open-message.js';
import type { OpenSchemaBasis } from '../message/schema-basis.js';
import type { Finding } from '../model/finding.js';
import { undecided } from '../model/judged.js';
import { stepOutcome } from '../model/outcome.js';
import type { SchemaOutcome } from '../model/record.js';
import type { ElementRow } from '../model/standard-definition.js';
import type { Family, MessageFacts } from '../standard/family.js';
import { judgeElements } from './elementen.js';
import { type LoneOptions, type LoneVerdict, type Needs, type OpenStandard, OTHERS, type Shelf, told } from './lone-shelf.js';
import { judgeMessageRules } from './message-rules.js';
import type { Recognised } from './recognise.js';
import { subjectOf } from './rule-subject.js';
import { schemaFindings, type ToleranceOf, VALID } from './schema.js';

/** One thing that a message can be, opened, and what its schema says. */
export interface Choice {
  readonly as: Recognised;
  readonly with: OpenStandard;
  readonly outcome?: SchemaOutcome;
}

/** Versions of a standard share messages: the first whose schema accepts it, else the likeliest. */
export function choose(open: OpenMessage, found: readonly Recognised[], shelf: Shelf): Choice | Needs {
  let best: Choice | undefined;
  for (const as of found) {
    const standard = shelf.opened(as.standard.id);
    if (!standard) return { needs: as.standard.id };
    const outcome = standard.basis?.validateOpen(open);
    const choice = { as, with: standard, ...(outcome && { outcome }) };
    if (outcome?.decided === true && outcome.violations.length === 0) return choice;
    if (!best || (best.outcome?.decided !== true && outcome?.decided === true)) best = choice;
  }
  return best ?? { needs: OTHERS };
}

/** The whole judgement. */
export function judgeAs(
  { as, with: { book, basis }, outcome }: Choice,
  facts: MessageFacts,
  open: OpenMessage,
  shelf: Shelf,
  { profile }: LoneOptions,
): LoneVerdict {
  const { standard, service, side } = as;
  const { family } = shelf;
  const tolerance: ToleranceOf = (violation) =>
    profile === 'praktijk' ? family.tolerates(violation, facts, standard) : undefined;
  const schema = basis && outcome ? schemaFindings(settled(outcome, basis, facts), basis, 'product', tolerance) : [NO_SCHEMA];
  const subject = subjectOf(facts, standard, { ...(service && { service: service.id }), ...(side && { side }) });
  const rules =
    subject && facts.message
      ? judgeMessageRules({ book, subject, bytes: open, message: facts.message, standard, profile, oorzaak: 'product' })
      : [];
  return {
    ...told([...family.judgeAlone({ standard, facts, profile }), ...schema, ...tables(as, facts, family), ...rules]),
    standard: standard.id,
    ...(subject && { element: subject.element }),
    ...(service && { service: service.id }),
    schema: {
      verdict: stepOutcome(schema).verdict,
      ...(basis && { basis: { soort: basis.soort, naam: basis.naam, digest: basis.digest } }),
    },
  };
}

const NO_SCHEMA = undecided(VALID, 'harnas', { gevonden: 'geen schema beschikbaar' });

/** An element that the whole official set does not declare is wrong, and not the set; our compact schemas are not whole. */
function settled(outcome: SchemaOutcome, { soort }: OpenSchemaBasis, { message }: MessageFacts): SchemaOutcome {
  if (outcome.decided || outcome.reason === 'broken' || soort !== 'officieel') return outcome;
  return { decided: true, violations: [{ message: outcome.detail, path: '.', line: message?.line ?? 1 }] };
}

/** The service's table, without the rows that only hold when somebody asked for them. */
function tables({ standard, service, side }: Recognised, facts: MessageFacts, family: Family): readonly Finding[] {
  const { message } = facts;
  if (!service || !side || !message || (side === 'reply' && !family.confirms(standard, service, facts))) return [];
  return judgeElements(alwaysShown(service.elements[side]), message, message, { service, tools: { standard, family } });
}

/** A service's rows do not change, and every message is held against them. */
const SHOWN = new WeakMap<readonly ElementRow[], readonly ElementRow[]>();

function alwaysShown(rows: readonly ElementRow[]): readonly ElementRow[] {
  const shown = SHOWN.get(rows) ?? rows.filter((row) => !row.whenAsked);
  SHOWN.set(rows, shown);
  return shown;
}
