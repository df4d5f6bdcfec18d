/**
 * Every command of ketentest. Nothing here imports what a command needs: that happens when it is called.
 *
 * `cli/` turns words on a command line into one call and one exit code; reads and writes packages, messages, keys
 * and schema sets, prints, owns clock and environment.
 */
import type { Tekst } from '../model/finding.js';
import { CATALOG_COMMANDS } from './catalog-commands.js';
import type { CommandEntry } from './command.js';
import { DOSSIER_COMMANDS, DOSSIER_GROUP } from './dossier/dossier-commands.js';
import { LANDSCAPE_COMMANDS } from './landscape/landscape-commands.js';
import { AS_JSON, pick, RUN_OPTIONS } from './option-table.js';
import { PUBLISH_ENTRY } from './publish/publish-entry.js';
import { REPORT_COMMANDS } from './report-commands.js';
import { SETUP_COMMANDS } from './setup-commands.js';
import { SIMULATE_OPTIONS } from './simulate/simulate-options.js';
import { WATCH_OPTIONS } from './watch/watch-options.js';

const lang = pick('lang');
const PROBE_OPTIONS = pick(
  'config',
  'endpoint',
  'actors',
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

/** Commands of two words, by the first. */
export const COMMAND_GROUPS: Readonly<Record<string, Tekst>> = { dossier: DOSSIER_GROUP };

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
    options: [AS_JSON, ...lang],
    load: async () => (await import('./list-command.js')).listCommand,
  },
  {
    name: 'plan',
    operands: '<suite>',
    text: {
      nl: 'wat er in welke volgorde verstuurd zou worden; verstuurt niets',
      en: 'what would be sent, in order; sends nothing',
    },
    options: [...pick('config', 'only', 'without', 'set', 'listen', 'tls-cert', 'lang'), AS_JSON],
    load: async () => (await import('./run/plan-command.js')).planCommand,
  },
  {
    name: 'preflight',
    operands: '[suite]',
    text: {
      nl: 'kijkt of het adres bereikbaar is en wat er klaar moet staan; telt niet mee',
      en: 'looks whether the address can be reached and what must be ready; nothing counts',
    },
    options: PROBE_OPTIONS,
    load: async () => (await import('./preflight/preflight-command.js')).preflightCommand,
  },
  {
    name: 'run',
    operands: '[suite...]',
    text: { nl: 'test een product en schrijft een rapport', en: 'tests a product and writes a report' },
    options: RUN_OPTIONS,
    load: async () => (await import('./run/run-command.js')).runCommand,
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
      return (await import('./simulate/simulate-command.js')).simulateCommand;
    },
  },
  {
    name: 'watch',
    operands: '',
    text: {
      nl: 'staat tussen echte systemen, legt vast en beoordeelt wat passeert, en maakt er een rapport van',
      en: 'stands between real systems, records and judges what passes, and makes a report of it',
    },
    options: WATCH_OPTIONS,
    load: async () => {
      (await import('./heap-growth.js')).keepHeapSmall();
      return (await import('./watch/watch-command.js')).watchCommand;
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
    load: async () => (await import('./validate/validate-command.js')).validateCommand,
  },
  ...REPORT_COMMANDS,
  ...CATALOG_COMMANDS,
  ...LANDSCAPE_COMMANDS,
  ...DOSSIER_COMMANDS,
  PUBLISH_ENTRY,
  ...SETUP_COMMANDS,
  {
    name: 'explain',
    operands: '<code>',
    text: {
      nl: 'een regel, een code uit een rapport of een foutmelding in gewone woorden',
      en: 'a rule, a code of a report or an error in plain words',
    },
    options: lang,
    load: async () => (await import('./explain/explain-command.js')).explainCommand,
  },
  {
    name: 'demo',
    operands: '',
    text: { nl: 'test onze eigen referentie, om te laten zien hoe het gaat', en: 'tests our own reference, to show how it goes' },
    options: pick('out', 'lang', 'schemas', 'format'),
    isHidden: true,
    load: async () => (await import('./run/demo-command.js')).demoCommand,
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
    load: async () => (await import('./run/consumer-demo-command.js')).consumerDemoCommand,
  },
  {
    name: 'chain-demo',
    operands: '',
    text: {
      nl: 'speelt een keten van drie processen, om te laten zien hoe het gaat',
      en: 'plays a chain of three processes, to show how it goes',
    },
    options: pick('out', 'lang', 'schemas', 'format'),
    isHidden: true,
    load: async () => (await import('./chain/chain-demo-command.js')).chainDemoCommand,
  },
];
