/**
 * Judges a message that comes alone, as a file: by its schema and by everything that one message can answer. It is opened
 * once, and what it is, it has to tell itself.
 */
import { messageInside, type OpenMessage, withMessage } from '../message/open-message.js';
import type { OpenSchemaBasis } from '../message/schema-basis.js';
import type { Finding, Verdict } from '../model/finding.js';
import { HarnessError } from '../model/harness-error.js';
import { judged, type Rule, undecided } from '../model/judged.js';
import { type Outcome, stepOutcome } from '../model/outcome.js';
import type { SchemaBasis, SchemaOutcome } from '../model/record.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import type { XmlElement } from '../model/xml-element.js';
import type { Family, MessageFacts } from '../standard/family.js';
import { judgeElements } from './elementen.js';
import { judgeMessageRules } from './message-rules.js';
import { type Recognised, recognise } from './recognise.js';
import type { RuleBook } from './rule-book.js';
import { subjectOf } from './rule-subject.js';
import { schemaFindings, type ToleranceOf, VALID } from './schema.js';
import { tooLarge, unreadable } from './unreadable-message.js';

/** What it takes to judge by a standard. */
export interface OpenStandard {
  readonly book: RuleBook;
  /** The one that decides; absent when there is no schema for this standard. */
  readonly basis?: OpenSchemaBasis;
}

/** The standards to judge by. Opening one takes time, so it is done when a message needs it. */
export interface Shelf {
  readonly family: Family;
  /** In order of version. */
  readonly standards: readonly StandardDefinition[];
  /** Undefined for what was not opened yet. */
  opened(standard: string): OpenStandard | undefined;
  /** What else there is to judge a message by that none of the standards has, best first; undefined until opened. */
  others(facts: MessageFacts): readonly StandardDefinition[] | undefined;
}

export interface LoneOptions {
  readonly profile: 'strict' | 'praktijk';
  /** Of the request, without quotes. */
  readonly soapAction?: string;
}

export interface LoneVerdict extends Outcome {
  /** Id of the standard by which it was judged. */
  readonly standard?: string;
  /** Prefixed name of the message element. */
  readonly element?: string;
  readonly service?: string;
  readonly schema: { readonly verdict: Verdict; readonly basis?: Pick<SchemaBasis, 'soort' | 'naam' | 'digest'> };
  readonly findings: readonly Finding[];
}

/** Nothing was judged yet: open this and ask again. */
export interface Needs {
  /** Id of a standard, or `OTHERS`. */
  readonly needs: string;
}

/** Everything that is no standard of ours. */
export const OTHERS = '(others)';

const UNKNOWN: Rule = {
  id: 'STANDAARD-ONBEKEND',
  ernst: 'fout',
  verplicht: true,
  melding: { nl: 'Het bericht hoort bij geen standaard die wij kennen', en: 'The message is of no standard that we know' },
  advies: {
    nl: 'Controleer naam en namespace van het berichtelement. "ketentest list standards" noemt de standaarden; met --standard kiest u er een.',
    en: 'Check name and namespace of the message element. "ketentest list standards" tells the standards; choose one with --standard.',
  },
};

const ABSENT: Rule = {
  id: 'BERICHT-AFWEZIG',
  ernst: 'fout',
  verplicht: true,
  melding: { nl: 'De envelop bevat geen bericht', en: 'The envelope holds no message' },
};

const WRAPPED: Rule = {
  id: 'BERICHT-VERPAKT',
  ernst: 'fout',
  verplicht: true,
  melding: {
    nl: 'Het bericht staat in een ander element en niet direct in de SOAP Body',
    en: 'The message stands in another element and not in the SOAP Body itself',
  },
  advies: {
    nl: 'Laat de webservice document/literal spreken: het berichtelement is het enige kind van de Body.',
    en: 'Let the web service speak document/literal: the message element is the only child of the Body.',
  },
  bron: { document: 'SOAP11', plaats: '§4.3' },
};

/**
 * Judges the bytes of one message; hostile ones too. Pure, but for the memory that it needs.
 * @returns what it needs, when a standard that it may be of was not opened yet
 */
export function judgeLoneMessage(bytes: Uint8Array, shelf: Shelf, options: LoneOptions): LoneVerdict | Needs {
  try {
    const looked = withMessage(bytes, (open) => judgeOpen(open, shelf, options));
    return 'value' in looked ? looked.value : told([unreadable(looked.problem)]);
  } catch (error) {
    if (error instanceof HarnessError && error.code === 'MESSAGE_TOO_LARGE') return told([tooLarge(error.message)]);
    throw error;
  }
}

function judgeOpen(open: OpenMessage, shelf: Shelf, options: LoneOptions): LoneVerdict | Needs {
  const facts = shelf.family.read(open.tree());
  const { message } = facts;
  if (!message || !open.element) return told([judged(ABSENT, false, { regelnummer: 1 })]);
  const found = whatItIs(facts, shelf, options);
  if (!found) return { needs: OTHERS };
  if (found.length === 0) return judgeWrapped(facts, message, open, shelf, options);
  const chosen = choose(open, found, shelf);
  return 'needs' in chosen ? chosen : judgeAs(chosen, facts, open, shelf, options);
}

function whatItIs(facts: MessageFacts, shelf: Shelf, { soapAction }: LoneOptions): readonly Recognised[] | undefined {
  const known = recognise(facts, shelf.standards, soapAction);
  return known.length > 0 ? known : shelf.others(facts)?.map((standard) => ({ standard }));
}

/** Some tools put an element of their own around the message: then the message in it is judged, and that is told. */
function judgeWrapped(
  facts: MessageFacts,
  wrapper: XmlElement,
  open: OpenMessage,
  shelf: Shelf,
  options: LoneOptions,
): LoneVerdict | Needs {
  const inside = messageInside(open);
  const [child] = wrapper.children;
  const gevonden = `{${wrapper.namespace}}${wrapper.name}`;
  const unknown = {
    ...told([undecided(UNKNOWN, 'configuratie', { gevonden, pad: '.', regelnummer: wrapper.line })]),
    element: wrapper.name,
  };
  if (!inside || !child || facts.envelope === 'none') return unknown;
  const found = whatItIs(shelf.family.read(child), shelf, options);
  const chosen = found && found.length > 0 ? choose(inside, found, shelf) : undefined;
  if (!chosen) return unknown;
  if ('needs' in chosen) return chosen;
  const verdict = judgeAs(
    chosen,
    { ...shelf.family.read(child), envelope: facts.envelope, bodyChildren: facts.bodyChildren },
    inside,
    shelf,
    options,
  );
  const findings = [judged(WRAPPED, false, { gevonden, regelnummer: wrapper.line }), ...verdict.findings];
  return { ...verdict, ...stepOutcome(findings), findings };
}

interface Choice {
  readonly as: Recognised;
  readonly with: OpenStandard;
  readonly outcome?: SchemaOutcome;
}

/** Versions of a standard share messages: the first whose schema accepts it, else the likeliest. */
function choose(open: OpenMessage, found: readonly Recognised[], shelf: Shelf): Choice | Needs {
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

function judgeAs(
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

/** Where the official set describes this namespace and not this element, the element is wrong and not the set. */
function settled(outcome: SchemaOutcome, { soort }: OpenSchemaBasis, { message }: MessageFacts): SchemaOutcome {
  if (outcome.decided || outcome.reason !== 'undeclared' || soort !== 'officieel') return outcome;
  return { decided: true, violations: [{ message: outcome.detail, path: '.', line: message?.line ?? 1 }] };
}

/** The service's table, without the rows that only hold when somebody asked for them. */
function tables({ standard, service, side }: Recognised, facts: MessageFacts, family: Family): readonly Finding[] {
  const { message } = facts;
  if (!service || !side || !message || (side === 'reply' && !family.confirms(standard, service, facts))) return [];
  const rows = service.elements[side].filter((row) => !row.whenAsked);
  return judgeElements(rows, message, message, { service, tools: { standard, family } });
}

function told(findings: readonly Finding[]): LoneVerdict {
  return { ...stepOutcome(findings), findings, schema: { verdict: 'niet_beslist' } };
}
