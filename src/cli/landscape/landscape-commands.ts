/** Commands that lay reports of several products beside each other. Nothing here imports what a command needs. */
import type { CommandEntry } from '../command.js';
import { type OptionEntry, pick } from '../option-table.js';

const lang = pick('lang');

const TRUST: OptionEntry = {
  name: 'trust',
  argument: 'PATH',
  text: {
    nl: 'openbare sleutels, of certificaten van uitgevers, die u vertrouwt: een bestand of een map',
    en: 'public keys, or certificates of issuers, that you trust: a file or a folder',
  },
};

export const LANDSCAPE_COMMANDS: readonly CommandEntry[] = [
  {
    name: 'may-we-upgrade',
    operands: '[dir...]',
    text: {
      nl: 'of wat u hebt blijft samenwerken met een andere versie, en wat u eerst moet testen',
      en: 'whether what you have goes on working with another version, and what to test first',
    },
    options: [
      {
        name: 'product',
        argument: 'NAME@VERSION',
        many: 'list',
        text: {
          nl: 'product, en de versie die u wilt (mag vaker)',
          en: 'product, and the version that you want (may be repeated)',
        },
      },
      {
        name: 'with',
        argument: 'FILE',
        text: {
          nl: 'wat u hebt, en wat met wat praat (landscape.yaml)',
          en: 'what you have, and what talks with what (landscape.yaml)',
        },
      },
      {
        name: 'reports',
        argument: 'DIR',
        many: 'list',
        text: {
          nl: 'rapporten, of mappen met rapporten (standaard reports)',
          en: 'reports, or folders of reports (default reports)',
        },
      },
      TRUST,
      { name: 'format', argument: 'WORD', text: { nl: 'text (standaard) of json', en: 'text (default) or json' } },
      ...lang,
    ],
    load: async () => (await import('./upgrade-command.js')).mayWeUpgradeCommand,
  },
  {
    name: 'catalogue',
    operands: '<action> <export> [dir...]',
    text: {
      nl: 'check: wat een softwarecatalogus zegt, naast verzegelde rapporten gelegd',
      en: 'check: what a software catalogue says, laid beside sealed reports',
    },
    options: [
      TRUST,
      {
        name: 'at',
        argument: 'DATE',
        text: { nl: 'peildatum (standaard nu)', en: 'the date that it is about (default now)' },
      },
      {
        name: 'copy',
        argument: 'URL=FILE',
        many: 'list',
        text: {
          nl: 'wat u van dit adres ophaalde; een bestand dat er niet is zegt dat er niets stond (mag vaker)',
          en: 'what you fetched from this address; a file that is not there says that nothing was (may be repeated)',
        },
      },
      { name: 'format', argument: 'WORD', text: { nl: 'text (standaard), json of csv', en: 'text (default), json or csv' } },
      ...lang,
    ],
    load: async () => (await import('./catalogue-command.js')).catalogueCommand,
  },
  {
    name: 'interop',
    operands: '[dir...]',
    text: {
      nl: 'welke versies van producten samenwerken, voor zover verzegelde rapporten dat tonen',
      en: 'which versions of products work together, as far as sealed reports show',
    },
    options: [
      TRUST,
      { name: 'format', argument: 'WORD', text: { nl: 'text (standaard) of json', en: 'text (default) or json' } },
      ...lang,
    ],
    load: async () => (await import('./interop-command.js')).interopCommand,
  },
];
