/**
 * The semantic rules of a standard, ready to be held against messages: chosen once for every kind of message, all XPath
 * of a kind in one expression.
 */
import { openRuleEvaluator, type RuleEvaluator } from '../message/rule-evaluator.js';
import type { XPathRule } from '../message/xpath-rules.js';
import { HarnessError } from '../model/harness-error.js';
import { nearest } from '../model/nearest.js';
import { appliesTo, type RuleDefinition, type RuleSubject } from '../model/rule-definition.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import type { ExchangeCheck, Family, MessageCheck } from '../standard/family.js';

/** The rules that speak about one kind of message. */
export interface Chapter {
  readonly rules: ReadonlyMap<string, RuleDefinition>;
  /** Their ids. */
  readonly sorted: readonly string[];
  readonly evaluator: RuleEvaluator;
  readonly checks: readonly ChapterCheck[];
}

export interface ChapterCheck {
  readonly rule: RuleDefinition;
  /** Whether XPath says when the rule speaks. */
  readonly applies: boolean;
  readonly options: Readonly<Record<string, unknown>>;
  readonly check: MessageCheck;
}

export interface RuleBook extends Disposable {
  /** Rules about one message. */
  chapter(subject: RuleSubject): Chapter;
  /** Rules about an exchange, or about all that was said. */
  exchangeRules(subject: RuleSubject): readonly { readonly rule: RuleDefinition; readonly check: ExchangeCheck }[];
}

/**
 * @throws {HarnessError} `SUITE_INVALID` for a rule that names a check nobody knows, or whose XPath cannot be read
 */
export function openRuleBook(standard: StandardDefinition, family: Family): RuleBook {
  const chapters = new Map<string, Chapter>();
  const exchanges = new Map<string, typeof aboutExchanges>();
  const aboutMessages = standard.rules.filter((rule) => rule.scope === 'message');
  const aboutExchanges = standard.rules.flatMap((rule) =>
    rule.scope !== 'message' && rule.check.kind === 'code'
      ? [{ rule, check: known(family.checks.exchange, rule, rule.check.name) }]
      : [],
  );
  for (const rule of aboutMessages) if (rule.check.kind === 'code') known(family.checks.message, rule, rule.check.name);
  return {
    chapter(subject) {
      const key = keyOf(subject);
      const opened =
        chapters.get(key) ??
        openChapter(
          aboutMessages.filter((rule) => appliesTo(rule, subject)),
          standard,
          family,
        );
      chapters.set(key, opened);
      return opened;
    },
    exchangeRules(subject) {
      const key = keyOf(subject);
      const found = exchanges.get(key) ?? aboutExchanges.filter(({ rule }) => appliesTo(rule, subject));
      if (exchanges.size < KINDS) exchanges.set(key, found);
      return found;
    },
    [Symbol.dispose]() {
      for (const { evaluator } of chapters.values()) evaluator[Symbol.dispose]();
      chapters.clear();
    },
  };
}

/** Of so many kinds of exchange the rules are kept: a message can name kinds that nobody thought of. */
const KINDS = 500;

/** No message can hold the sign between the parts. */
function keyOf({ code, element, service, candidates, side }: RuleSubject): string {
  return [code, element, service ?? '\0', candidates?.join(' ') ?? '\0', side].join('\0');
}

function openChapter(rules: readonly RuleDefinition[], standard: StandardDefinition, family: Family): Chapter {
  const xpaths = rules.flatMap(xpathsOf);
  return {
    rules: new Map(rules.map((rule) => [rule.id, rule])),
    sorted: rules.map(({ id }) => id).sort(),
    evaluator: openRuleEvaluator(xpaths, standard.namespaces),
    checks: rules.flatMap((rule): readonly ChapterCheck[] => {
      if (rule.check.kind !== 'code') return [];
      const { name, applies, options } = rule.check;
      return [{ rule, applies: applies !== undefined, options, check: known(family.checks.message, rule, name) }];
    }),
  };
}

/** A check in code is only asked where its rule applies, which is XPath too. */
function xpathsOf({ id, check }: RuleDefinition): readonly XPathRule[] {
  if (check.kind === 'xpath') return [{ id, ...check }];
  if (check.kind !== 'code' || check.applies === undefined) return [];
  return [{ id, violation: 'false()', applies: check.applies }];
}

function known<T>(checks: ReadonlyMap<string, T>, rule: RuleDefinition, name: string): T {
  const check = checks.get(name);
  if (check) return check;
  const near = nearest(name, [...checks.keys()]);
  throw new HarnessError(
    'SUITE_INVALID',
    `rule ${rule.id} names the check "${name}", which does not exist${near ? `; did you mean "${near}"?` : ''}`,
  );
}
