/**
 * Judges a message that comes alone, as a file: by its schema and by everything that one message can answer. It is opened
 * once, and what it is, it has to tell itself.
 */
import { messageInside, type OpenMessage, withMessage } from '../message/open-message.js';
import { declarationFirst } from '../message/xml-preamble.js';
import type { XmlProblem } from '../message/xml-problem.js';
import type { Tekst } from '../model/finding.js';
import { HarnessError } from '../model/harness-error.js';
import { judged, type Rule, undecided } from '../model/judged.js';
import { stepOutcome } from '../model/outcome.js';
import { clarkName, type XmlElement } from '../model/xml-element.js';
import type { MessageFacts } from '../standard/family.js';
import { type LoneOptions, type LoneVerdict, type Needs, OTHERS, type Shelf, told } from './lone-shelf.js';
import { choose, judgeAs } from './lone-standard.js';
import { type Recognised, recognise } from './recognise.js';
import { tooLarge, unreadable } from './unreadable-message.js';

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

const DECLARATION: Tekst = {
  nl: 'Haal de witruimte vóór de XML-declaratie weg. Wat erop volgt is hieronder beoordeeld alsof zij er niet stond.',
  en: 'Take away the white space before the XML declaration. What follows it was judged below as if it were not there.',
};

/**
 * Judges the bytes of one message; hostile ones too. Pure, but for the memory that it needs.
 * @returns what it needs, when a standard that it may be of was not opened yet
 */
export function judgeLoneMessage(bytes: Uint8Array, shelf: Shelf, options: LoneOptions): LoneVerdict | Needs {
  try {
    const look = (open: OpenMessage) => judgeOpen(open, shelf, options);
    const looked = withMessage(bytes, look);
    if ('value' in looked) return looked.value;
    const mended = looked.problem.kind === 'malformed' ? declarationFirst(bytes) : undefined;
    const again = mended && withMessage(mended, look);
    return again && 'value' in again ? after(DECLARATION, looked.problem, again.value) : told([unreadable(looked.problem)]);
  } catch (error) {
    if (error instanceof HarnessError && error.code === 'MESSAGE_TOO_LARGE') return told([tooLarge(error.message)]);
    throw error;
  }
}

/** What is wrong with the document goes first; the message in it was judged all the same. */
function after(advies: Tekst, problem: XmlProblem, verdict: LoneVerdict | Needs): LoneVerdict | Needs {
  if ('needs' in verdict) return verdict;
  const findings = [{ ...unreadable(problem), advies }, ...verdict.findings];
  return { ...verdict, ...stepOutcome(findings), findings };
}

function judgeOpen(open: OpenMessage, shelf: Shelf, options: LoneOptions): LoneVerdict | Needs {
  const facts = shelf.family.read(open.tree());
  const { message } = facts;
  if (!message || !open.treeOfMessage()) return told([judged(ABSENT, false, { regelnummer: 1 })]);
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
  const gevonden = wrapper.namespace === '' ? wrapper.name : clarkName(wrapper);
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
