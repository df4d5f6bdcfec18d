/** Commands that put things in place beforehand: schemas, certificates, keys. Nothing here imports what a command needs. */
import type { CommandEntry } from './command.js';
import { AS_JSON, pick } from './option-table.js';

const lang = pick('lang');

export const SETUP_COMMANDS: readonly CommandEntry[] = [
  {
    name: 'standards',
    operands: '<action> [subject]',
    text: {
      nl: 'officiële schema’s: list, add <zip of map>, show <set>',
      en: 'official schemas: list, add <zip or folder>, show <set>',
    },
    options: [AS_JSON, ...pick('schemas', 'lang')],
    load: async () => (await import('./standards/standards-command.js')).standardsCommand,
  },
  {
    name: 'chain',
    operands: '<action> <file>',
    text: {
      nl: 'van ketenplaat naar plan: propose <model.xml>, check <plan.yaml>',
      en: 'from architecture model to plan: propose <model.xml>, check <plan.yaml>',
    },
    options: [
      {
        name: 'out',
        argument: 'DIR',
        text: {
          nl: 'map voor de plannen; zonder komt er alleen een lijst',
          en: 'folder for the plans; without it there is only a list',
        },
      },
      { name: 'view', argument: 'NAME', text: { nl: 'alleen wat op deze view staat', en: 'only what is drawn on this view' } },
      {
        name: 'standard',
        argument: 'NAME',
        text: { nl: 'alleen voorstellen voor dit koppelvlak', en: 'only proposals for this koppelvlak' },
      },
      ...lang,
    ],
    load: async () => {
      // A model may be large; what is read of it is waste a moment later.
      (await import('./heap-growth.js')).keepHeapSmall();
      return (await import('./plans/chain-command.js')).chainCommand;
    },
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
    name: 'ticket',
    operands: '<suite>',
    text: {
      nl: 'geeft een ticket uit om één versie van een product met één testset te testen',
      en: 'issues a ticket to test one version of a product with one test set',
    },
    options: [
      ...pick('product', 'product-version'),
      { name: 'days', argument: 'N', text: { nl: 'geldigheid (standaard 30)', en: 'validity (default 30)' } },
      { name: 'out', argument: 'FILE', text: { nl: 'waar het ticket komt', en: 'where the ticket goes' } },
      {
        name: 'key',
        argument: 'FILE',
        text: { nl: 'sleutel van wie het ticket uitgeeft (PEM)', en: 'key of who issues the ticket (PEM)' },
      },
      ...pick('key-passphrase', 'lang'),
    ],
    load: async () => (await import('./seal/ticket-command.js')).ticketCommand,
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
        text: {
          nl: 'ecdsa (P-256, standaard) of ed25519 om te verzegelen, x25519 om te ontvangen',
          en: 'ecdsa (P-256, default) or ed25519 to seal, x25519 to receive',
        },
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
    load: async () => (await import('./seal/keys-command.js')).keysCommand,
  },
];
