/**
 * Evaluates many XPath rules on one message: all of them in one expression, taken apart only when it fires.
 * XPath 1.0 as libxml2 knows it. `~naam` is short for `*[local-name()='naam']`, since the namespace of stuurgegevens
 * and its like differs from one sector model to the next.
 */
import type { XmlElement, XmlXPath } from 'libxml2-wasm';
import { hitsOf, type RuleHit } from './rule-hits.js';
import { compileXPath } from './xpath-expression.js';
import { areMet, type Needs, needsOf } from './xpath-needs.js';

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

export type Mentions = (name: string) => boolean;

/** A set of rules, compiled once; must be given back. */
export interface XPathRuleSet extends Disposable {
  /**
   * @param message - the message element, inside its document
   * @param mentions - whether a name stands anywhere in the document; undefined where that is not known
   */
  evaluate(message: XmlElement, mentions?: Mentions): RuleOutcome;
}

/** When something fires, this many rules are asked together before each is asked alone. */
const GROUP = 12;

/** Messages that mention the same names share one plan; a stranger's messages do not get to make more than this. */
const PLANS = 64;

interface CompiledRule {
  readonly rule: XPathRule;
  readonly firing: string;
  /** Compiled when it fires for the first time. */
  readonly violation: () => XmlXPath;
  /** What a message must mention before the rule can fire, and before it can apply. */
  readonly needs: Needs;
  readonly appliesNeeds: Needs;
}

/** What to ask of messages that mention the same names. */
interface Plan {
  /** Rules that may apply and say when; the others always do. */
  readonly asked: readonly CompiledRule[];
  readonly answers: XmlXPath | undefined;
  /** Rules that may fire. */
  readonly any: XmlXPath | undefined;
  readonly groups: () => readonly { readonly rules: readonly CompiledRule[]; readonly any: XmlXPath }[];
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
  /** One expression for many rules; when it cannot be read, the rule that is to blame is found by reading each. */
  const together = (of: readonly CompiledRule[], write: (of: readonly CompiledRule[]) => string): XmlXPath => {
    try {
      return compile('(some)', write(of));
    } catch (cause) {
      for (const { rule } of of) for (const each of [rule.violation, rule.applies ?? '.']) compile(rule.id, each);
      throw cause;
    }
  };
  const anyOf = (of: readonly CompiledRule[]) => together(of, (each) => each.map(({ firing }) => firing).join(' or '));
  const compiled = rules.map((rule): CompiledRule => {
    const [needs, appliesNeeds] = [knownNeedsOf(rule.violation), knownNeedsOf(rule.applies ?? '.')];
    let violation: XmlXPath | undefined;
    return {
      ...{ rule, firing: firing(rule, needs), needs, appliesNeeds },
      violation() {
        violation ??= compile(rule.id, rule.violation);
        return violation;
      },
    };
  });
  const names = [...new Set(compiled.flatMap(({ needs, appliesNeeds }) => [needs, appliesNeeds].flat(3)))];
  const plans = new Map<string, Plan>();

  /** @param mentions - undefined where it cannot be known what a message mentions */
  function planFor(mentions: Mentions | undefined): Plan {
    const present = mentions && names.map(mentions);
    const key = present?.map(Number).join('') ?? 'all';
    const known = plans.get(key);
    if (known) return known;
    if (plans.size >= PLANS && key !== 'all') return planFor(undefined);
    const made = planOf((name) => present?.[names.indexOf(name)] ?? true);
    plans.set(key, made);
    return made;
  }

  function planOf(mentions: Mentions): Plan {
    const asked = compiled.filter(({ rule, appliesNeeds }) => rule.applies !== undefined && areMet(appliesNeeds, mentions));
    const firing = compiled.filter(({ needs, appliesNeeds }) => areMet(needs, mentions) && areMet(appliesNeeds, mentions));
    let groups: ReturnType<Plan['groups']> | undefined;
    return {
      asked,
      answers: asked.length > 0 ? together(asked, answersOf) : undefined,
      any: firing.length > 0 ? anyOf(firing) : undefined,
      groups() {
        groups ??= inGroups(firing).map((of) => ({ rules: of, any: anyOf(of) }));
        return groups;
      },
    };
  }

  return {
    evaluate(message, mentions) {
      const { asked, answers, any, groups } = planFor(mentions);
      const told = answers ? String(message.eval(answers)) : '';
      const spoken = new Set(asked.filter((_, index) => told[index] === '1').map(({ rule }) => rule.id));
      const speaks = ({ id, applies }: XPathRule) => applies === undefined || spoken.has(id);
      const fired = any && message.eval(any) === true ? groups().filter((group) => message.eval(group.any) === true) : [];
      return {
        applied: rules.filter(speaks).map(({ id }) => id),
        hits: fired
          .flatMap((group) => group.rules)
          .flatMap(({ rule, violation }) => (speaks(rule) ? hitsOf(rule.id, message.eval(violation()), message) : [])),
      };
    },
    [Symbol.dispose]() {
      for (const each of kept) each.dispose();
    },
  };
}

/** The same rule speaks about many kinds of messages. */
const NEEDS = new Map<string, Needs>();

function knownNeedsOf(text: string): Needs {
  const known = NEEDS.get(text) ?? needsOf(text);
  NEEDS.set(text, known);
  return known;
}

function inGroups(rules: readonly CompiledRule[]): readonly (readonly CompiledRule[])[] {
  const count = Math.ceil(rules.length / GROUP);
  return Array.from({ length: count }, (_, index) => rules.slice(index * GROUP, (index + 1) * GROUP));
}

/** One expression for all: a string with 1 or 0 for each rule that says when it applies. */
function answersOf(rules: readonly CompiledRule[]): string {
  return `concat(${rules.map(({ rule }) => `number(boolean(${rule.applies}))`).join(', ')}, '')`;
}

/**
 * True when the rule may be broken. Where a violation names what it is about, asking again whether the rule applies costs
 * more than it saves.
 */
function firing({ violation, applies }: XPathRule, needs: Needs): string {
  const isSpecific = needs.every((groups) => groups.length > 0);
  return applies === undefined || isSpecific ? `boolean(${violation})` : `(boolean(${applies}) and boolean(${violation}))`;
}
