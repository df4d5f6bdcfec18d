/**
 * One expression of a rule: XPath 1.0 with `~naam` for an element of that local name in any namespace, compiled for the
 * parser.
 */
import { XmlXPath } from 'libxml2-wasm';
import { HarnessError } from '../model/harness-error.js';

/** An expression from the root would see the envelope, and the other messages of a file. */
const FROM_ROOT = /(?:^|[(|[,=<>!+-]|\s(?:and|or|div|mod))\s*\/\/?[^\s]/;

/**
 * @param id - of the rule, for complaints
 * @throws {HarnessError} `SUITE_INVALID` for an expression that cannot be read, or starts at the document
 */
export function compileXPath(id: string, text: string, namespaces: Readonly<Record<string, string>>): XmlXPath {
  refuseFromRoot(id, text);
  try {
    return XmlXPath.compile(expand(text), prefixesIn(text, namespaces));
  } catch (cause) {
    const hint = 'XPath 1.0, with the prefixes of the standard.';
    throw new HarnessError('SUITE_INVALID', `rule ${id}: the XPath cannot be read: ${text}`, { cause, hint });
  }
}

/**
 * @param id - of the rule, for complaints
 * @throws {HarnessError} `SUITE_INVALID` for an expression that starts at the document
 */
export function refuseFromRoot(id: string, text: string): void {
  if (!FROM_ROOT.test(text)) return;
  throw new HarnessError('SUITE_INVALID', `rule ${id}: "${text}" starts at the document; begin with "." to stay in the message`);
}

/** The parser is told each prefix anew for every message: only those that the expression names. */
function prefixesIn(text: string, namespaces: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const named = new Set([...text.matchAll(/([\w.-]+):(?![:])/g)].map(([, prefix]) => prefix));
  return Object.fromEntries(Object.entries(namespaces).filter(([prefix]) => named.has(prefix)));
}

/** Writes `~naam` out. */
function expand(text: string): string {
  return text.replaceAll(/~([A-Za-z_][\w.-]*)/g, "*[local-name()='$1']").replaceAll(NAMES, atOnce);
}

/** A predicate that compares the local name with three names or more. */
const NAME = /local-name\(\)\s*=\s*(?:'([\w.-]+)'|"([\w.-]+)")/;
const NAMES = new RegExp(`\\[\\s*${NAME.source}(?:\\s+or\\s+${NAME.source}){2,}\\s*\\]`, 'g');

/** One comparison instead of many: the parser asks for the local name anew for each. */
function atOnce(predicate: string): string {
  const names = [...predicate.matchAll(new RegExp(NAME.source, 'g'))].map(([, one, other]) => one ?? other);
  return `[contains('|${names.join('|')}|', concat('|', local-name(), '|'))]`;
}
