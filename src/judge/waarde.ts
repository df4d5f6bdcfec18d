/**
 * `waarde`: what stands at a path of the product's message, a reply or one that it sent by itself.
 * Options: `path`, and one of `equals`, `matches`, `differs`, `present`, `filled`, `count`; `melding` says why it matters.
 */

import { fillText } from '../message/template.js';
import { parsePath, valuesAt } from '../model/element-path.js';
import type { Tekst } from '../model/finding.js';
import { judged, type Rule } from '../model/judged.js';
import type { Expectation } from '../model/scenario.js';
import { type Case, inMessage, type Judge, messageOfProduct, sideOfProduct } from './judge.js';

const TESTS = ['equals', 'matches', 'differs', 'present', 'filled', 'count'] as const;
type Test = (typeof TESTS)[number];

const VALUE: Rule = {
  id: 'WAARDE',
  ernst: 'fout',
  verplicht: true,
  melding: { nl: 'Het bericht heeft de verwachte waarde', en: 'The message has the expected value' },
};

export const waarde: Judge = {
  kind: 'waarde',
  complaints(options) {
    const tests = TESTS.filter((test) => options[test] !== undefined);
    return [
      ...(typeof options.path === 'string' ? [] : ['`path` is missing']),
      ...(tests.length === 1 ? [] : [`give exactly one of ${TESTS.join(', ')}`]),
      ...Object.keys(options)
        .filter((option) => !['path', 'id', 'melding', 'bron', ...TESTS].includes(option))
        .map((option) => `unknown option "${option}"`),
      ...(typeof options.matches === 'string' && !isRegExp(options.matches)
        ? [`"${options.matches}" is not a regular expression`]
        : []),
    ];
  },
  async judge(expectation, on) {
    const message = await messageOfProduct(on);
    if (!message) return [];
    const path = String(expectation.options.path);
    const found = valuesAt(message, parsePath(path, on.tools.standard.namespaces));
    const rule = ruleOf(expectation, on);
    const test = TESTS.find((each) => expectation.options[each] !== undefined) ?? 'present';
    const wanted = want(expectation, test, on);
    const line = found[0]?.element.line ?? message.line;
    const values = found.map(({ value }) => value);
    const finding = judged(rule, holds(test, wanted, values), {
      pad: path,
      verwacht: WORDS[test](wanted),
      gevonden: values.length === 0 ? '(afwezig)' : values.join(', '),
      regelnummer: line,
    });
    return inMessage([finding], on.exchange, sideOfProduct(on.exchange));
  },
};

function want({ options }: Expectation, test: Test, on: Case): string {
  const option = String(options[test]);
  return test === 'equals' || test === 'differs' ? fillText(option, on.values) : option;
}

function holds(test: Test, wanted: string, values: readonly string[]): boolean {
  if (test === 'count') return values.length === Number(wanted);
  if (test === 'present') return values.length > 0 === (wanted === 'true');
  if (test === 'filled') return values.some((value) => value !== '') === (wanted === 'true');
  if (values.length === 0) return false;
  if (test === 'equals') return values.every((value) => value === wanted);
  if (test === 'differs') return values.every((value) => value !== wanted);
  return values.every((value) => new RegExp(wanted, 'u').test(value));
}

const WORDS: Readonly<Record<Test, (wanted: string) => string>> = {
  equals: (wanted) => wanted,
  differs: (wanted) => `anders dan ${wanted}`,
  matches: (wanted) => `volgens ${wanted}`,
  present: (wanted) => (wanted === 'true' ? 'aanwezig' : 'afwezig'),
  filled: (wanted) => (wanted === 'true' ? 'gevuld' : 'afwezig of leeg'),
  count: (wanted) => `${wanted} keer`,
};

function ruleOf({ options }: Expectation, on: Case): Rule {
  return {
    ...VALUE,
    bron: on.service.bron,
    ...(typeof options.id === 'string' && { id: options.id }),
    ...(isTekst(options.melding) && { melding: options.melding }),
  };
}

function isTekst(of: unknown): of is Tekst {
  return typeof of === 'object' && of !== null && 'nl' in of && 'en' in of;
}

function isRegExp(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
