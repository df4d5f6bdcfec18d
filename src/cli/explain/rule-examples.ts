/**
 * A bad and a good fragment for a rule, taken from the examples by which the rule is proven to bite.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { judgeMessageRules } from '../../judge/message-rules.js';
import { openRuleBook, type RuleBook } from '../../judge/rule-book.js';
import { openLocator } from '../../message/locate.js';
import { withMessage } from '../../message/open-message.js';
import type { RuleDefinition } from '../../model/rule-definition.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import { familyOf } from '../../standard/index.js';
import { type Example, type Examples, linesOf } from './example-lines.js';
import { exchangeExamples } from './exchange-example.js';

/**
 * @param root - folder of the package
 * @returns nothing for a rule without examples, or where the examples did not come along
 */
export function examplesOf(rule: RuleDefinition, standards: readonly StandardDefinition[], root: string): Examples {
  const [standard] = standards;
  const broken = files(root, 'broken').find((file) => isOf(file, rule.id));
  if (!standard || !broken) return {};
  if (rule.scope !== 'message' && broken.split('/').length > 4) return exchangeExamples(root, dirname(broken));
  const family = familyOf(standard.family);
  // Chosen by the kind of message already: the example shows the rule, whatever its element.
  using book = openRuleBook({ ...standard, rules: [{ ...rule, appliesTo: {} }] }, family);
  const look = { rule, standard, book };
  const bad = shown(root, broken, look);
  if (!bad) return {};
  const layer = broken.split('/')[1];
  const good = files(root, 'good')
    .filter((file) => file.endsWith('.xml') && file.split('/')[1] === layer)
    .map((file) => counterpart(root, file, bad.path, look))
    .find((each) => each !== undefined);
  return { bad: bad.example, ...(good && { good }) };
}

interface Look {
  readonly rule: RuleDefinition;
  readonly standard: StandardDefinition;
  readonly book: RuleBook;
}

/** `fixtures/<layer>/<side>/…`: files, and the last reply of an exchange. */
function files(root: string, side: 'broken' | 'good'): readonly string[] {
  const top = join(root, 'fixtures');
  if (!existsSync(top)) return [];
  return readdirSync(top)
    .sort()
    .flatMap((layer) => {
      const folder = join(top, layer, side);
      if (!existsSync(folder)) return [];
      return readdirSync(folder, { withFileTypes: true })
        .sort((one, other) => (one.name < other.name ? -1 : 1))
        .flatMap((entry) => {
          const path = `fixtures/${layer}/${side}/${entry.name}`;
          if (!entry.isDirectory()) return path.endsWith('.xml') ? [path] : [];
          const replies = readdirSync(join(folder, entry.name)).filter((name) => name.endsWith('antwoord.xml'));
          const last = replies.sort().at(-1);
          return last === undefined ? [] : [`${path}/${last}`];
        });
    });
}

function isOf(file: string, id: string): boolean {
  const name = file.split('/')[3] ?? '';
  return name === `${id}.xml` || name === id || name.startsWith(`${id}--`);
}

function shown(root: string, file: string, look: Look): { readonly example: Example; readonly path?: string } | undefined {
  const bytes = readFileSync(join(root, file));
  const [finding] = findings(bytes, look);
  const found = finding && openLocator(bytes, finding.message)({ path: finding.path, line: finding.line });
  const example = { file, lines: linesOf(bytes, found?.line) };
  return { example, ...(finding?.path !== undefined && { path: finding.path }) };
}

/** The same place in a message for which the rule holds. */
function counterpart(root: string, file: string, path: string | undefined, look: Look): Example | undefined {
  const bytes = readFileSync(join(root, file));
  const judged = findings(bytes, look);
  const [held] = judged;
  if (held?.isHeld !== true || judged.length !== 1) return undefined;
  const found = openLocator(bytes, held.message)({ path: path === '.' ? undefined : path?.replaceAll(/\[\d+\]/g, '') });
  return path !== undefined && path !== '.' && !found ? undefined : { file, lines: linesOf(bytes, found?.line) };
}

interface Seen {
  readonly message: string;
  readonly path?: string;
  readonly line?: number;
  readonly isHeld: boolean;
}

function findings(bytes: Uint8Array, { rule, standard, book }: Look): readonly Seen[] {
  if (rule.scope !== 'message') return [];
  const looked = withMessage(bytes, (open): readonly Seen[] => {
    const { message, berichtcode = '' } = familyOf(standard.family).read(open.tree());
    if (!message) return [];
    const subject = { code: berichtcode, element: message.name };
    const told = judgeMessageRules({ book, subject, bytes: open, message, standard, profile: 'strict', oorzaak: 'product' });
    return told.map(({ pad, regelnummer, verdict }) => ({
      ...{ message: message.name, isHeld: verdict === 'voldoet' },
      ...(pad !== undefined && { path: pad }),
      ...(regelnummer !== undefined && { line: regelnummer }),
    }));
  });
  return 'value' in looked ? looked.value : [];
}
