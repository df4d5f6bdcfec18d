/**
 * Message templates: Handlebars, strict. A name without a value is an error and never goes out as text. `{{bytes N}}`
 * writes N bytes of content.
 */
import { createRequire } from 'node:module';
import type Handlebars from 'handlebars';
import { HarnessError } from '../model/harness-error.js';
import { escapeXml } from './escape-xml.js';
import { contentOf } from './made-content.js';

const require = createRequire(import.meta.url);
let library: typeof Handlebars | undefined;

/** Loaded when the first template is compiled: who only reads messages needs none. */
function handlebars(): typeof Handlebars {
  library ??= require('handlebars') as typeof Handlebars;
  return library;
}

export interface Template {
  /** File name, for messages to the user. */
  readonly file: string;
  /** Names of the values that the text uses, in order of first use; partials excluded. */
  readonly names: readonly string[];
  /**
   * Fills the template; values are escaped for XML, partials are not.
   * @throws {HarnessError} `VARIABLE_UNSET` when a name has no value
   */
  render(values: Readonly<Record<string, string>>, partials: Readonly<Record<string, string>>): string;
}

/**
 * Compiles a template.
 * @param source - the text of the template
 * @param file - its file name
 * @throws {HarnessError} `TEMPLATE_INVALID` with line and column when the text cannot be read
 */
export function compileTemplate(source: string, file: string): Template {
  const engine = handlebars().create();
  engine.registerHelper('bytes', (count: number) => new engine.SafeString(contentOf(count)));
  const ast = parse(engine, source, file);
  const names = namesIn(ast);
  const fill = engine.compile(ast, {
    ...{ strict: true, noEscape: false, preventIndent: true },
    ...{ knownHelpersOnly: true, knownHelpers: { bytes: true } },
  });
  return {
    file,
    names,
    render(values, partials) {
      const missing = names.filter((name) => !Object.hasOwn(values, name));
      if (missing.length > 0) {
        const quoted = missing.map((name) => `"${name}"`).join(', ');
        throw new HarnessError(
          'VARIABLE_UNSET',
          { nl: `${file} gebruikt ${quoted}, en dat heeft geen waarde`, en: `${file} uses ${quoted}, which has no value` },
          {
            place: { file },
            hint: {
              nl: 'Geef de waarde in `with:` van de stap, of declareer een variabele met deze naam in role.yaml.',
              en: 'Give the value in `with:` of the step, or declare a variable with this name in role.yaml.',
            },
          },
        );
      }
      const escaped = Object.fromEntries(names.map((name) => [name, new engine.SafeString(escapeXml(values[name] ?? ''))]));
      const literal = Object.fromEntries(Object.entries(partials).map(([name, text]) => [name, () => text]));
      return fill(nested(escaped), { partials: literal as Record<string, Handlebars.Template> });
    },
  };
}

/**
 * Fills a short text; no escaping, since the result is a value and not markup.
 * @throws {HarnessError} `VARIABLE_UNSET`
 */
export function fillText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{\s*([^{}\s]+)\s*\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined)
      throw new HarnessError('VARIABLE_UNSET', {
        nl: `variabele "${name}" heeft nog geen waarde`,
        en: `variable "${name}" has no value yet`,
      });
    return value;
  });
}

function parse(engine: typeof Handlebars, source: string, file: string): hbs.AST.Program {
  try {
    return engine.parse(source);
  } catch (cause) {
    const line = Number(/line (\d+)/i.exec(String(cause))?.[1] ?? 1);
    throw new HarnessError('TEMPLATE_INVALID', `${file}: ${String((cause as Error).message).split('\n')[0]}`, {
      place: { file, line },
      cause,
      hint: 'Look for an unclosed {{ }} on this line.',
    });
  }
}

function namesIn(program: hbs.AST.Program): readonly string[] {
  const names = new Set<string>();
  class Names extends handlebars().Visitor {
    override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
      if (statement.params.length === 0) names.add((statement.path as hbs.AST.PathExpression).original);
    }
  }
  new Names().accept(program);
  return [...names];
}

/** `{ 'a.b': x }` becomes `{ a: { b: x } }`, since Handlebars reads a dot as a step down. */
function nested(flat: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const tree: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(flat)) {
    const steps = name.split('.');
    const last = steps.pop() ?? name;
    let at = tree;
    for (const step of steps) at = at[step] = (at[step] ?? Object.create(null)) as Record<string, unknown>;
    at[last] = value;
  }
  return tree;
}
