/**
 * Every command of ketentest. Nothing here imports what a command needs: that happens when it is called.
 *
 * `cli/` turns words on a command line into one call and one exit code; reads and writes packages, messages, keys
 * and schema sets, prints, owns clock and environment.
 */
import type { CommandEntry } from './command.js';
import { type OptionEntry, optionEntry, RUN_OPTIONS } from './option-table.js';
import { SIMULATE_OPTIONS } from './simulate-options.js';

const json: OptionEntry = { name: 'json', text: { nl: 'als JSON', en: 'as JSON' } };
const lang = pick('lang');
const PROBE_OPTIONS = pick(
  'config',
  'endpoint',
  'set',
  'accept-defaults',
  'header',
  'basic',
  'proxy',
  'ca',
  'cert',
  'cert-key',
  'listen',
  'tls-cert',
  'tls-key',
  'client-ca',
  'timeout',
  'lang',
);

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'init',
    operands: '[suite]',
    text: {
      nl: 'schrijft een ketentest.yaml met uitleg en vraagt wat nodig is',
      en: 'writes a commented ketentest.yaml and asks what it must',
    },
    options: [
      ...pick('endpoint', 'product', 'product-version', 'vendor', 'set', 'accept-defaults', 'lang'),
      { name: 'force', text: { nl: 'overschrijf een bestaand bestand', en: 'overwrite an existing file' } },
    ],
    load: async () => (await import('./init-command.js')).initCommand,
  },
  {
    name: 'list',
    operands: '[what]',
    text: {
      nl: 'wat er is: standards, suites, services, roles, rules, tolerances, faults',
      en: 'what there is: standards, suites, services, roles, rules, tolerances, faults',
    },
    options: [json, ...lang],
    load: async () => (await import('./list-command.js')).listCommand,
  },
  {
    name: 'plan',
    operands: '<suite>',
    text: {
      nl: 'wat er in welke volgorde verstuurd zou worden; verstuurt niets',
      en: 'what would be sent, in order; sends nothing',
    },
    options: [...pick('config', 'only', 'without', 'set', 'listen', 'tls-cert', 'lang'), json],
    load: async () => (await import('./plan-command.js')).planCommand,
  },
  {
    name: 'preflight',
    operands: '[suite]',
    text: {
      nl: 'kijkt of het adres bereikbaar is en wat er klaar moet staan; telt niet mee',
      en: 'looks whether the address can be reached and what must be ready; nothing counts',
    },
    options: PROBE_OPTIONS,
    load: async () => (await import('./preflight-command.js')).preflightCommand,
  },
  {
    name: 'run',
    operands: '[suite...]',
    text: { nl: 'test een product en schrijft een rapport', en: 'tests a product and writes a report' },
    options: RUN_OPTIONS,
    load: async () => (await import('./run-command.js')).runCommand,
  },
  {
    name: 'simulate',
    operands: '<suite>',
    text: {
      nl: 'een tegenpartij die blijft luisteren: onze eigen referentie',
      en: 'a counterpart that stays up: our own reference',
    },
    options: [
      ...SIMULATE_OPTIONS,
      ...pick('tls-cert', 'tls-key', 'client-ca', 'ca', 'cert', 'cert-key', 'timeout', 'set'),
      ...pick('profile', 'schemas', 'lang'),
    ],
    load: async () => {
      // Before anything is loaded: what has grown does not shrink.
      (await import('./heap-growth.js')).keepHeapSmall();
      return (await import('./simulate-command.js')).simulateCommand;
    },
  },
  {
    name: 'validate',
    operands: '<file...>',
    text: {
      nl: 'beoordeelt berichtbestanden, mappen of - (stdin) zonder netwerk',
      en: 'judges message files, folders or - (stdin) without a network',
    },
    options: [
      {
        name: 'standard',
        argument: 'NAME',
        text: { nl: 'de standaard (anders herkend aan het bericht)', en: 'the standard (otherwise recognised by the message)' },
      },
      {
        name: 'soap-action',
        argument: 'URI',
        text: { nl: 'de SOAPAction, om de service te herkennen', en: 'the SOAPAction, to recognise the service' },
      },
      { name: 'jobs', argument: 'N', text: { nl: 'aantal threads', en: 'number of threads' } },
      {
        name: 'format',
        argument: 'WORD',
        text: { nl: 'text (standaard), json, sarif, junit of github', en: 'text (default), json, sarif, junit or github' },
      },
      ...pick('profile', 'schemas', 'lang'),
    ],
    load: async () => (await import('./validate-command.js')).validateCommand,
  },
  {
    name: 'compare',
    operands: '<dir> <dir>',
    text: { nl: 'wat verschilt tussen twee runs', en: 'what differs between two runs' },
    options: [
      { name: 'format', argument: 'WORD', text: { nl: 'text (standaard) of json', en: 'text (default) or json' } },
      ...lang,
    ],
    load: async () => (await import('./compare-command.js')).compareCommand,
  },
  {
    name: 'recheck',
    operands: '<dir...>',
    text: {
      nl: 'berekent elk oordeel van een rapport opnieuw uit de vastgelegde berichten',
      en: 'computes every verdict of a report again from the recorded messages',
    },
    options: [
      {
        name: 'against',
        argument: 'NAME',
        text: {
          nl: 'oordeel met deze testset of standaard van nu, en noem wat verandert',
          en: 'judge by this suite or standard of today, and tell what changes',
        },
      },
      { name: 'jobs', argument: 'N', text: { nl: 'aantal threads', en: 'number of threads' } },
      { name: 'format', argument: 'WORD', text: { nl: 'text (standaard) of json', en: 'text (default) or json' } },
      ...pick('schemas', 'lang'),
    ],
    load: async () => (await import('./recheck-command.js')).recheckCommand,
  },
  {
    name: 'report',
    operands: '<dir>',
    text: { nl: 'maakt de weergaven van een rapport opnieuw', en: 'renders a report again' },
    options: [
      {
        name: 'format',
        argument: 'WORD',
        text: {
          nl: 'text (standaard), json, github, html, junit, ctrf of earl, op stdout; pdf in een bestand',
          en: 'text (default), json, github, html, junit, ctrf or earl, on stdout; pdf in a file',
        },
      },
      {
        name: 'out',
        argument: 'FILE',
        text: { nl: 'waar de pdf komt (standaard <dir>.pdf)', en: 'where the pdf goes (default <dir>.pdf)' },
      },
      ...lang,
    ],
    load: async () => (await import('./report-command.js')).reportCommand,
  },
  {
    name: 'seal',
    operands: '<dir>',
    text: {
      nl: 'verzegelt een rapport, of ondertekent mee wat al verzegeld is',
      en: 'seals a report, or signs along with who sealed it',
    },
    options: pick('key', 'key-passphrase', 'lang'),
    load: async () => (await import('./seal-command.js')).sealCommand,
  },
  {
    name: 'verify',
    operands: '<dir>',
    text: {
      nl: 'controleert het zegel van een rapport en elk bestand eronder, zonder netwerk',
      en: 'checks the seal of a report and every file under it, without a network',
    },
    options: [
      {
        name: 'trust',
        argument: 'PATH',
        text: {
          nl: 'openbare sleutel(s) die u vertrouwt: een bestand of een map',
          en: 'public key(s) that you trust: a file or a folder',
        },
      },
      ...pick('product', 'product-version'),
      {
        name: 'standard',
        argument: 'NAME',
        text: { nl: 'de standaard waarover het moet gaan', en: 'the standard that it should be about' },
      },
      { name: 'format', argument: 'WORD', text: { nl: 'text (standaard) of json', en: 'text (default) or json' } },
      ...lang,
    ],
    load: async () => (await import('./verify-command.js')).verifyCommand,
  },
  {
    name: 'answer',
    operands: '<dir> <step> <answer>',
    text: {
      nl: 'beantwoordt een vraag van een run die wacht: ja of nee',
      en: 'answers a question of a run that waits: ja (yes) or nee (no)',
    },
    options: [
      { name: 'note', argument: 'T', text: { nl: 'waarom', en: 'why' } },
      { name: 'by', argument: 'NAME', text: { nl: 'wie antwoordt (standaard $USER)', en: 'who answers (default $USER)' } },
      ...lang,
    ],
    load: async () => (await import('./answer-command.js')).answerCommand,
  },
  {
    name: 'standards',
    operands: '<action> [subject]',
    text: {
      nl: 'officiële schema’s: list, add <zip of map>, show <set>',
      en: 'official schemas: list, add <zip or folder>, show <set>',
    },
    options: [json, ...pick('schemas', 'lang')],
    load: async () => (await import('./standards-command.js')).standardsCommand,
  },
  {
    name: 'certs',
    operands: '<action>',
    text: {
      nl: 'create --out DIR: een test-CA met certificaten voor server en client',
      en: 'create --out DIR: a test CA with certificates for server and client',
    },
    options: [
      { name: 'out', argument: 'DIR', text: { nl: 'map voor de bestanden', en: 'folder for the files' } },
      {
        name: 'name',
        argument: 'HOST',
        many: 'list',
        text: { nl: 'hostnaam of adres van wie luistert', en: 'host name or address of who listens' },
      },
      { name: 'oin', argument: 'OIN', text: { nl: 'OIN in de certificaten', en: 'OIN in the certificates' } },
      { name: 'days', argument: 'N', text: { nl: 'geldigheid (standaard 365)', en: 'validity (default 365)' } },
      ...lang,
    ],
    load: async () => (await import('./certs/certs-command.js')).certsCommand,
  },
  {
    name: 'keys',
    operands: '<action>',
    text: {
      nl: 'create --out DIR: een sleutelpaar om rapporten mee te verzegelen',
      en: 'create --out DIR: a pair of keys to seal reports with',
    },
    options: [
      { name: 'out', argument: 'DIR', text: { nl: 'map voor de bestanden', en: 'folder for the files' } },
      {
        name: 'algorithm',
        argument: 'WORD',
        text: { nl: 'ecdsa (P-256, standaard) of ed25519', en: 'ecdsa (P-256, default) or ed25519' },
      },
      {
        name: 'key-passphrase',
        argument: 'WHERE',
        text: {
          nl: 'versleutel de sleutel met het wachtwoord in env:NAAM of file:PAD',
          en: 'encrypt the key with the passphrase in env:NAME or file:PATH',
        },
      },
      ...lang,
    ],
    load: async () => (await import('./keys-command.js')).keysCommand,
  },
  {
    name: 'explain',
    operands: '<code>',
    text: {
      nl: 'een regel, een code uit een rapport of een foutmelding in gewone woorden',
      en: 'a rule, a code of a report or an error in plain words',
    },
    options: lang,
    load: async () => (await import('./explain-command.js')).explainCommand,
  },
  {
    name: 'demo',
    operands: '',
    text: { nl: 'test onze eigen referentie, om te laten zien hoe het gaat', en: 'tests our own reference, to show how it goes' },
    options: pick('out', 'lang', 'schemas', 'format'),
    isHidden: true,
    load: async () => (await import('./demo-command.js')).demoCommand,
  },
  {
    name: 'consumer-demo',
    operands: '[suite...]',
    text: {
      nl: 'speelt zelf het product van een testset waarin het product stuurt, om te laten zien hoe het gaat',
      en: 'plays the product of a suite in which the product sends, to show how it goes',
    },
    options: pick('out', 'lang', 'schemas', 'format', 'listen', 'wait'),
    isHidden: true,
    load: async () => (await import('./consumer-demo-command.js')).consumerDemoCommand,
  },
];

function pick(...names: readonly string[]): readonly OptionEntry[] {
  return names.map((name) => optionEntry(name)).filter((each) => each !== undefined);
}
