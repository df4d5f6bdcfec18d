/**
 * Evaluates rules on a message: its bytes as recorded, or opened already.
 */
import { type OpenMessage, withMessage } from './open-message.js';
import { compileXPathRules, type RuleOutcome, type XPathRule, type XPathRuleSet } from './xpath-rules.js';

export interface RuleEvaluator extends Disposable {
  /** @returns undefined when there is no message in the bytes */
  evaluate(message: Uint8Array | OpenMessage): RuleOutcome | undefined;
}

/**
 * @param prefixes - prefix → namespace, for the expressions
 * @throws {HarnessError} `SUITE_INVALID` naming the rule whose expression cannot be read
 */
export function openRuleEvaluator(rules: readonly XPathRule[], prefixes: Readonly<Record<string, string>>): RuleEvaluator {
  const compiled: XPathRuleSet = compileXPathRules(rules, prefixes);
  const evaluateOpen = ({ element, treeOfMessage }: OpenMessage) => {
    const tree = treeOfMessage();
    return element && tree && compiled.evaluate({ element, tree });
  };
  return {
    evaluate(of) {
      if (!(of instanceof Uint8Array)) return evaluateOpen(of);
      const looked = withMessage(of, evaluateOpen);
      return 'value' in looked ? looked.value : undefined;
    },
    [Symbol.dispose]: () => compiled[Symbol.dispose](),
  };
}
