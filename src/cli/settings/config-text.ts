/** Writes a ketentest.yaml with a comment at every name, so that a person can go on from there. */
import { type Chain, onlySpeaks } from '../../model/chain.js';
import type { Suite } from '../../model/scenario.js';
import { optionEntry } from '../option-table.js';
import { type Language, say } from './language.js';

export interface InitAnswers {
  readonly endpoint: string | undefined;
  readonly product: string | undefined;
  readonly productVersion: string | undefined;
  readonly vendor: string | undefined;
  readonly acceptDefaults: boolean;
  readonly set: Readonly<Record<string, string>>;
}

/** The whole text; names without an answer stand there as a comment. */
export function configText(suite: Suite, answers: InitAnswers, language: Language): string {
  const entry = (name: string, value: string | undefined, example: string) => [
    '',
    `# ${say(optionEntry(name)?.text ?? { nl: name, en: name }, language)}`,
    value === undefined ? `# ${name}: ${example}` : `${name}: ${quoted(value)}`,
  ];
  const lines = [
    ...say(TEXTS.head, language).split('\n'),
    `suites: [${suite.id}]`,
    ...(suite.chain
      ? actors(suite.chain, say(optionEntry('actors')?.text ?? TEXTS.portTypes, language))
      : [...entry('endpoint', answers.endpoint, 'http://localhost:8080/soap'), `# ${say(TEXTS.portTypes, language)}`]),
    ...entry('product', answers.product, '…'),
    ...entry('product-version', answers.productVersion, "'1.0'"),
    ...entry('vendor', answers.vendor, '…'),
    ...entry('environment', undefined, 'test'),
    '',
    ...say(TEXTS.constants, language).split('\n'),
    ...constants(suite, answers),
    ...entry('accept-defaults', answers.acceptDefaults ? 'true' : undefined, 'true').map((line) =>
      line.replace("'true'", 'true'),
    ),
    ...entry('timeout', undefined, '30s'),
    ...entry('poll', undefined, '10s'),
    ...entry('basic', undefined, 'env:KETENTEST_BASIC'),
    ...entry('ca', undefined, 'ca.pem'),
    ...entry('cert', undefined, 'client.pem'),
    ...entry('cert-key', undefined, 'client-key.pem'),
    ...entry('profile', undefined, 'strict'),
    ...entry('lang', undefined, 'nl'),
  ];
  return `${lines.join('\n')}\n`;
}

/** Everybody is simulated until somebody takes a comment away. */
function actors({ actors }: Chain, text: string): readonly string[] {
  const forms = actors.map(
    (actor) => `#   ${actor.id}: ${onlySpeaks(actor) ? '{ real: true }' : '{ endpoint: http://localhost:8080/soap }'}`,
  );
  return ['', `# ${text}`, '# actors:', ...forms];
}

/** Constants nobody vouched for stay a comment: a run then asks for them. */
function constants(suite: Suite, { set }: InitAnswers): readonly string[] {
  const wanted = suite.variables.filter((variable) => variable.moetBestaan);
  const isAny = wanted.some(({ name }) => set[name] !== undefined);
  const lines = wanted.map(({ name, value = '', description }) => {
    const note = description ? `  # ${description}` : '';
    return set[name] === undefined
      ? `${isAny ? '  ' : ''}# ${isAny ? '' : '  '}${name}: ${quoted(value)}${note}`
      : `  ${name}: ${quoted(set[name])}${note}`;
  });
  return [isAny ? 'set:' : '# set:', ...lines];
}

/** Always a text: a code of digits keeps its zeros. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

const TEXTS = {
  head: {
    nl: '# Instellingen van Ketentest. Elke naam is ook een optie van "ketentest run"; wat op de opdrachtregel staat wint.\n# Geheimen horen hier niet: noem een omgevingsvariabele.',
    en: '# Settings of Ketentest. Every name is an option of "ketentest run" too; the command line wins.\n# Secrets do not belong here: name an environment variable.',
  },
  portTypes: {
    nl: 'Per portType mag ook:  endpoint: { PortType: http://… }',
    en: 'For each portType is possible too:  endpoint: { PortType: http://… }',
  },
  constants: {
    nl: '# Wat het product vooraf moet kennen. Een run tegen een product weigert tot elke waarde gezet is,\n# of tot ze samen genomen worden zoals ze zijn met accept-defaults.',
    en: '# What the product must hold beforehand. A run against a product refuses until each value is set,\n# or until they are all taken as they are with accept-defaults.',
  },
} as const;
