/**
 * Evaluates many XPath rules on one message. Whether a rule speaks, and whether it may be broken, is found on the plain
 * tree; only where a rule fires the parser's own XPath 1.0 says where. `~naam` is short for `*[local-name()='naam']`, since
 * the namespace of stuurgegevens and its like differs from one sector model to the next.
 */
import type { XmlElement as ParsedElement, XmlXPath } from 'libxml2-wasm';
import { hitsOf, type RuleHit } from './rule-hits.js';
import type { TreeElement } from './tree/tree-node.js';
import { compileTruth } from './xpath/compile.js';
import { type NamesIn, namesIn } from './xpath/names-in.js';
import { compileXPath, refuseFromRoot } from './xpath-expression.js';

export interface XPathRule {
  readonly id: string;
  /** Selects what breaks the rule (nodes), or is true when it is broken. */
  readonly violation: string;
  /** When given, the rule says nothing unless this is true. */
  readonly applies?: string;
}

export interface RuleOutcome {
  /** Ids of the rules that spoke about this message. */
  readonly applied: readonly string[];
  readonly hits: readonly RuleHit[];
}

/** One message in both forms. */
export interface MessageForRules {
  /** Inside its document; asked for when a rule fires. */
  readonly element: () => ParsedElement;
  /** The same element in the plain tree. */
  readonly tree: TreeElement;
}

/** A set of rules, compiled once; must be given back. */
export interface XPathRuleSet extends Disposable {
  evaluate(message: MessageForRules): RuleOutcome;
}

/** Whether an expression selects something in a message, or is true of it. */
type Holds = (message: MessageForRules, names: NamesIn) => boolean;

interface CompiledRule {
  readonly id: string;
  readonly applies: Holds | undefined;
  readonly mayFire: Holds;
  /** Compiled when it fires for the first time. */
  readonly violation: () => XmlXPath;
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
  /** What is not known here, the parser is asked about every message. */
  const holding = (id: string, text: string): Holds => {
    refuseFromRoot(id, text);
    const known = compileTruth(text, namespaces);
    if (known) return ({ tree }, names) => known(tree, names);
    const asked = compile(id, `boolean(${text})`);
    return ({ element }) => element().eval(asked) === true;
  };
  const compiled = rules.map(({ id, violation, applies }): CompiledRule => {
    let places: XmlXPath | undefined;
    return {
      id,
      applies: applies === undefined ? undefined : holding(id, applies),
      mayFire: holding(id, violation),
      violation() {
        places ??= compile(id, violation);
        return places;
      },
    };
  });

  return {
    evaluate(message) {
      const names = namesIn(message.tree);
      const applied: string[] = [];
      const hits: RuleHit[] = [];
      for (const { id, applies, mayFire, violation } of compiled) {
        if (applies && !applies(message, names)) continue;
        applied.push(id);
        if (!mayFire(message, names)) continue;
        const element = message.element();
        hits.push(...hitsOf(id, element.eval(violation()), element));
      }
      return { applied, hits };
    },
    [Symbol.dispose]() {
      for (const each of kept) each.dispose();
    },
  };
}
