/** `publish` on the command line: what it takes and says. Nothing here imports what it needs. */
import type { CommandEntry } from '../command.js';
import { pick } from '../option-table.js';

export const PUBLISH_ENTRY: CommandEntry = {
  name: 'publish',
  operands: '[dir...]',
  text: {
    nl: 'maakt van verzegelde rapporten een statische site met indicaties, badges en feeds, of vult die aan',
    en: 'makes a static site of sealed reports, with indications, badges and feeds, or adds to it',
  },
  options: [
    {
      name: 'out',
      argument: 'DIR',
      text: { nl: 'map van de site; wat er al staat blijft', en: 'folder of the site; what stands there stays' },
    },
    {
      name: 'base-url',
      argument: 'URL',
      text: {
        nl: 'waar de site komt te staan, voor de adressen in feeds en badges',
        en: 'where the site will stand, for the addresses in feeds and badges',
      },
    },
    {
      name: 'trust',
      argument: 'PATH',
      text: {
        nl: 'openbare sleutels, of certificaten van uitgevers, die u vertrouwt: een bestand of een map',
        en: 'public keys, or certificates of issuers, that you trust: a file or a folder',
      },
    },
    {
      name: 'statements',
      argument: 'PATH',
      many: 'list',
      text: {
        nl: 'ondertekende verklaringen: een bestand of een map; ze komen op de site',
        en: 'signed statements: a file or a folder; they come onto the site',
      },
    },
    {
      name: 'at',
      argument: 'DATE',
      text: { nl: 'peildatum (standaard nu)', en: 'the date of which it tells (now by default)' },
    },
    {
      name: 'remove',
      argument: 'DIGEST',
      many: 'list',
      text: {
        nl: 'haal dit rapport weg; zijn adres zegt daarna dat het er stond',
        en: 'take this report away; its address then says that it was there',
      },
    },
    { name: 'reason', argument: 'TEXT', text: { nl: 'waarom; dat is openbaar', en: 'why; that is public' } },
    {
      name: 'check-links',
      argument: 'HOST',
      many: 'list',
      text: {
        nl: 'haal bij deze host (die van --base-url) elk rapport op, en teken wat er stond; vraagt --key',
        en: 'fetch each report from this host (that of --base-url), and sign what was there; needs --key',
      },
    },
    ...pick('key', 'key-passphrase', 'lang'),
  ],
  load: async () => (await import('./publish-command.js')).publishCommand,
};
