/**
 * Evaluates many XPath rules on one message: all of them in one expression, taken apart only when it fires.
 * XPath 1.0 as libxml2 knows it. `~naam` is short for `*[local-name()='naam']`, since the namespace of stuurgegevens
 * and its like differs from one sector model to the next.
 */
import { XmlAttribute, XmlElement, type XmlNode, XmlXPath } from 'libxml2-wasm';
import { HarnessError } from '../model/harness-error.js';
import { pathBetween } from './element-steps.js';

export interface XPathRule {
  readonly id: string;
  /** Selects what breaks the rule (nodes), or is true when it is broken. */
  readonly violation: string;
  /** When given, the rule says nothing unless this is true. */
  readonly applies?: string;
}

export interface RuleHit {
  readonly id: string;
  /** Where, as a path below the message element with the prefixes of the message. */
  readonly path: string;
  readonly line: number;
  /** The text there, shortened. */
  readonly text: string;
}

export interface RuleOutcome {
  /** Ids of the rules that spoke about this message. */
  readonly applied: readonly string[];
  readonly hits: readonly RuleHit[];
}

/** A set of rules, compiled once; must be given back. */
export interface XPathRuleSet extends Disposable {
  /** @param message - the message element, inside its document */
  evaluate(message: XmlElement): RuleOutcome;
}

/** At most so many places are told for one rule in one message. */
const HITS = 10;

/** When something fires, this many rules are asked together before each is asked alone. */
const GROUP = 12;

interface CompiledRule {
  readonly id: string;
  readonly firing: string;
  readonly violation: XmlXPath;
}

/**
 * Compiles rules.
 * @throws {HarnessError} `SUITE_INVALID` naming the rule whose expression cannot be read
 */
export function compileXPathRules(rules: readonly XPathRule[], namespaces: Readonly<Record<string, string>>): XPathRuleSet {
  const kept: XmlXPath[] = [];
  const compile = (id: string, text: string): XmlXPath => {
    const compiled = compileXPath(id, text, namespaces);
    kept.push(compiled);
    return compiled;
  };
  const compiled: readonly CompiledRule[] = rules.map((rule) => {
    if (rule.applies !== undefined) compile(rule.id, rule.applies);
    return { id: rule.id, firing: firing(rule), violation: compile(rule.id, rule.violation) };
  });
  const anyOf = (name: string, of: readonly CompiledRule[]) => compile(name, of.map((rule) => rule.firing).join(' or '));
  const any = compiled.length > 0 ? anyOf('(all)', compiled) : undefined;
  const asked = rules.filter(({ applies }) => applies !== undefined);
  const answers = asked.length > 0 ? compile('(applies)', answersOf(asked)) : undefined;
  let groups: readonly { readonly rules: readonly CompiledRule[]; readonly any: XmlXPath }[] | undefined;

  function fired(message: XmlElement): readonly CompiledRule[] {
    if (!any || message.eval(any) !== true) return [];
    groups ??= inGroups(compiled).map((of) => ({ rules: of, any: anyOf('(some)', of) }));
    return groups.flatMap((group) => (message.eval(group.any) === true ? group.rules : []));
  }

  return {
    evaluate(message) {
      const told = answers ? String(message.eval(answers)) : '';
      const silent = new Set(asked.flatMap(({ id }, index) => (told[index] === '1' ? [] : [id])));
      const hits = fired(message).flatMap(({ id, violation }) =>
        silent.has(id) ? [] : hitsOf(id, message.eval(violation), message),
      );
      return { applied: rules.flatMap(({ id }) => (silent.has(id) ? [] : [id])), hits };
    },
    [Symbol.dispose]() {
      for (const each of kept) each.dispose();
    },
  };
}

function inGroups(rules: readonly CompiledRule[]): readonly (readonly CompiledRule[])[] {
  const count = Math.ceil(rules.length / GROUP);
  return Array.from({ length: count }, (_, index) => rules.slice(index * GROUP, (index + 1) * GROUP));
}

/** One expression for all: a string with 1 or 0 for each rule that says when it applies. */
function answersOf(rules: readonly XPathRule[]): string {
  return `concat(${rules.map(({ applies }) => `number(boolean(${applies}))`).join(', ')}, '')`;
}

/** Writes `~naam` out. */
function expand(text: string): string {
  return text.replaceAll(/~([A-Za-z_][\w.-]*)/g, "*[local-name()='$1']");
}

function firing({ violation, applies }: XPathRule): string {
  return applies === undefined ? `boolean(${violation})` : `(boolean(${applies}) and boolean(${violation}))`;
}

/** An expression from the root would see the envelope, and the other messages of a file. */
const FROM_ROOT = /(?:^|[(|[,=<>!+-]|\s(?:and|or|div|mod))\s*\/\/?[^\s]/;

function compileXPath(id: string, text: string, namespaces: Readonly<Record<string, string>>): XmlXPath {
  if (FROM_ROOT.test(text)) {
    throw new HarnessError(
      'SUITE_INVALID',
      `rule ${id}: "${text}" starts at the document; begin with "." to stay in the message`,
    );
  }
  try {
    return XmlXPath.compile(expand(text), prefixesIn(text, namespaces));
  } catch (cause) {
    const hint = 'XPath 1.0, with the prefixes of the standard.';
    throw new HarnessError('SUITE_INVALID', `rule ${id}: the XPath cannot be read: ${text}`, { cause, hint });
  }
}

/** The parser is told each prefix anew for every message: only those that the expression names. */
function prefixesIn(text: string, namespaces: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const named = new Set([...text.matchAll(/([\w.-]+):(?![:])/g)].map(([, prefix]) => prefix));
  return Object.fromEntries(Object.entries(namespaces).filter(([prefix]) => named.has(prefix)));
}

function hitsOf(id: string, found: unknown, message: XmlElement): readonly RuleHit[] {
  if (found === true) return [{ id, path: '.', line: message.line, text: '' }];
  if (!Array.isArray(found)) return [];
  return found.slice(0, HITS).map((node: XmlNode) => {
    const element = node instanceof XmlElement ? node : (node.parent ?? message);
    const path = pathBetween(message, element, writtenName);
    const attribute = node instanceof XmlAttribute ? `/@${writtenName(node)}` : '';
    return { id, path: `${path}${attribute}`, line: element.line, text: clip(node.content) };
  });
}

function writtenName({ prefix, name }: { readonly prefix: string; readonly name: string }): string {
  return prefix === '' ? name : `${prefix}:${name}`;
}

function clip(text: string): string {
  const plain = text.trim().replaceAll(/\s+/g, ' ');
  return plain.length > 120 ? `${plain.slice(0, 100)}… (${plain.length})` : plain;
}
