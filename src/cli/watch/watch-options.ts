/** What `ketentest watch` takes on the command line; where it stands is in its settings file. */
import { type OptionEntry, pick } from '../option-table.js';

export const WATCH_OPTIONS: readonly OptionEntry[] = [
  ...pick('config'),
  {
    name: 'for',
    argument: 'DURATION',
    text: {
      nl: 'stop na zo lang, zoals 8h (standaard: tot Ctrl-C)',
      en: 'stop after so long, such as 8h (default: until Ctrl-C)',
    },
  },
  {
    name: 'exchanges',
    argument: 'N',
    text: { nl: 'stop na zoveel uitwisselingen', en: 'stop after so many exchanges' },
  },
  {
    name: 'per-report',
    argument: 'N',
    text: {
      nl: 'begin na zoveel uitwisselingen een nieuw rapport (standaard 1000)',
      en: 'begin a new report after so many exchanges (default 1000)',
    },
  },
  {
    name: 'log',
    argument: 'WORD',
    text: { nl: 'een regel per uitwisseling: text (standaard) of json', en: 'a line for each exchange: text (default) or json' },
  },
  ...pick('product', 'product-version', 'vendor', 'organisation', 'environment', 'profile', 'timeout', 'proxy'),
  ...pick('ca', 'cert', 'cert-key', 'tls-cert', 'tls-key', 'client-ca', 'schemas', 'out', 'key', 'key-passphrase'),
  ...pick('format', 'lang', 'fsync'),
];
