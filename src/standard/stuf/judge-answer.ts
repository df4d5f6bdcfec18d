/**
 * Does an answer hold what the question selected, and each object and relation once? An answer about somebody else is
 * wrong, however well it is formed.
 *
 * @see StUF 03.01 §6.3.1 (selection), §6.4.1
 */
import type { Finding } from '../../model/finding.js';
import { judged, type Rule } from '../../model/judged.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import { attributeOf, childOf, childrenOf, contentOf, type XmlElement } from '../../model/xml-element.js';
import type { ReplyInput } from '../family.js';
import { isIncomplete } from './checks/incomplete-date.js';
import { keyOf } from './entity-key.js';
import { STUF } from './namespaces.js';
import { elementsAt, isFilled, isNil, targetOf } from './registry/elements.js';

const SELECTED: Rule = {
  id: 'STUF-0301-ANTWOORD-01',
  ernst: 'fout',
  verplicht: true,
  melding: {
    nl: 'Elk object in het antwoord voldoet aan de selectie in de vraag',
    en: 'Every object in the answer meets the selection of the question',
  },
  bron: { document: 'S301', plaats: '§6.3.1' },
};

const ONCE: Rule = {
  id: 'STUF-0301-ANTWOORD-02',
  ernst: 'fout',
  verplicht: true,
  melding: {
    nl: 'Elk object, en elke relatie van een object, staat één keer in het antwoord',
    en: 'Every object, and every relation of an object, is in the answer once',
  },
  bron: { document: 'S301', plaats: '§6.4.1' },
};

/** A responder may ignore criteria that it cannot search on, and then says so (S301 §6.3.1). */
const IGNORED = /^\s*StUF0001/;

/** More than this is counted, not listed. */
const LISTED = 5;

/** @returns nothing when the request asks nothing, or nothing was found */
export function judgeAnswer({ request, reply, standard }: ReplyInput): readonly Finding[] {
  const question = request.message && within(request.message, 'gelijk');
  const answer = reply.message && within(reply.message, 'antwoord');
  const objects = answer ? elementsAt(answer, 'antwoord/object') : [];
  if (!question || !answer || objects.length === 0) return [];
  const criteria = childOf(question, 'gelijk');
  const mayIgnore = childrenOf(answer, 'melding').some((each) => IGNORED.test(each.text));
  const others = criteria && !mayIgnore ? objects.flatMap((each) => contradiction(criteria, each) ?? []) : [];
  const doubles = [...doubleObjects(standard, objects), ...objects.flatMap((each) => doubleRelations(standard, each))];
  return [...told(SELECTED, others, 'zoals gevraagd'), ...told(ONCE, doubles, 'één keer')];
}

/** What breaks a rule, and where. */
interface Breach {
  readonly path: string;
  readonly expected?: string;
  readonly found: string;
  readonly line: number;
}

function told(rule: Rule, breaches: readonly Breach[], well: string): readonly Finding[] {
  if (breaches.length === 0) return [judged(rule, true, { gevonden: well })];
  const rest = breaches.length - LISTED;
  return [
    ...breaches
      .slice(0, LISTED)
      .map(({ path, expected, found, line }) =>
        judged(rule, false, { pad: path, verwacht: expected ?? well, gevonden: found, regelnummer: line }),
      ),
    ...(rest > 0 ? [judged(rule, false, { gevonden: `en nog ${rest} keer` })] : []),
  ];
}

/** The message itself, or the question or answer inside a free message. */
function within(message: XmlElement, part: string): XmlElement | undefined {
  return [message, ...message.children].find((each) => childOf(each, part));
}

/** Where what is shown is other than what was selected on. What is not shown was not asked, and says nothing. */
function contradiction(criteria: XmlElement, shown: XmlElement, path = 'antwoord/object'): Breach | undefined {
  for (const criterion of criteria.children) {
    const found = childrenOf(shown, criterion.name).filter(isFilled);
    const at = `${path}/${criterion.name}`;
    // A date of which a part is not known: STUF-0301-DT-03 says what counts.
    if (found.length === 0 || isNil(criterion) || isIncomplete(criterion)) continue;
    const wrong = found.map((each) => difference(criterion, each, at));
    const [first] = wrong;
    if (first && wrong.every((each) => each !== undefined)) return first;
  }
  return undefined;
}

function difference(criterion: XmlElement, shown: XmlElement, path: string): Breach | undefined {
  if (criterion.children.length > 0) return contradiction(criterion, shown, path);
  const [wanted, found] = [criterion.text.trim(), shown.text.trim()];
  const isPart = attributeOf(criterion, STUF, 'exact') === 'false';
  const isMet = isPart ? found.toLowerCase().includes(wanted.toLowerCase()) : found === wanted;
  return wanted === '' || isMet ? undefined : { path, expected: wanted, found, line: shown.line };
}

function doubleObjects(standard: StandardDefinition, objects: readonly XmlElement[]): readonly Breach[] {
  const keys = objects.map((each) => keyOf(standard, each) ?? contentOf(each));
  return again(keys).flatMap((index) => {
    const object = objects[index];
    return object ? [{ path: 'antwoord/object', found: 'nogmaals', line: object.line }] : [];
  });
}

/**
 * Two relations are one when they lead to the same entity and say the same of it: another moment or role is another.
 * A relation that says nothing of its own may have been asked too sparely to tell.
 */
function doubleRelations(standard: StandardDefinition, object: XmlElement): readonly Breach[] {
  const relations = object.children.flatMap((relation) => {
    const target = targetOf(relation);
    const own = relation.children.filter((each) => each.name !== 'gerelateerde' && isFilled(each));
    return target && own.length > 0 ? [{ relation, target, own }] : [];
  });
  const keys = relations.map(({ relation, target, own }) =>
    [relation.name, keyOf(standard, target) ?? contentOf(target), ...own.map(contentOf).sort()].join('|'),
  );
  return again(keys).flatMap((index) => {
    const relation = relations[index]?.relation;
    return relation ? [{ path: `antwoord/object/${relation.name}`, found: 'nogmaals', line: relation.line }] : [];
  });
}

/** The places of what stood earlier in the list already. */
function again(keys: readonly string[]): readonly number[] {
  const seen = new Set<string>();
  return keys.flatMap((key, index) => {
    if (seen.has(key)) return [index];
    seen.add(key);
    return [];
  });
}
