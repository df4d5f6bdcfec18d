/**
 * Evaluates rules on a message: its bytes as recorded, or opened already.
 */
import type { XmlElement as ParsedElement } from 'libxml2-wasm';
import { HarnessError } from '../model/harness-error.js';
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
  const evaluateOpen = (open: OpenMessage) => {
    const tree = open.treeOfMessage();
    return tree && compiled.evaluate({ tree, element: () => parsedMessage(open) });
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

function parsedMessage({ element }: OpenMessage): ParsedElement {
  if (element) return element;
  throw new HarnessError('INTERNAL', 'the parser sees no message where the tree has one');
}
