/** Options of `simulate` that no run has. */
import type { OptionEntry } from '../option-table.js';

export const SIMULATE_OPTIONS: readonly OptionEntry[] = [
  {
    name: 'listen',
    argument: 'HOST:PORT',
    text: { nl: 'adres (standaard 127.0.0.1:0)', en: 'address (default 127.0.0.1:0)' },
  },
  {
    name: 'log',
    argument: 'WORD',
    text: {
      nl: 'elk bericht met wat eraan mankeert, naar stderr: text of json',
      en: 'every message with what is wrong with it, to stderr: text or json',
    },
  },
  {
    name: 'fault',
    argument: 'NAMES',
    text: {
      nl: 'antwoord met opzet fout: NAAM[@DIENST][#N],… (zie list faults)',
      en: 'reply wrongly on purpose: NAME[@SERVICE][#N],… (see list faults)',
    },
  },
  {
    name: 'seed-data',
    text: {
      nl: 'begin met een voorraad verzonnen gegevens, als er nog niets bewaard is',
      en: 'begin with a stock of fictitious data, when nothing was kept yet',
    },
  },
  { name: 'state', argument: 'FILE', text: { nl: 'bewaart wat is opgeslagen', en: 'keeps what was stored' } },
  {
    name: 'fsync',
    text: {
      nl: 'schrijf wat is opgeslagen door naar de schijf voordat het antwoord gaat (met --state)',
      en: 'write what was stored through to the disk before the reply goes out (with --state)',
    },
  },
  {
    name: 'mtom',
    text: {
      nl: 'stuur inhoud altijd in delen (MTOM/XOP), niet alleen als antwoord op een bericht in delen',
      en: 'always send content in parts (MTOM/XOP), not only in reply to a message in parts',
    },
  },
  {
    name: 'no-check',
    text: {
      nl: 'beoordeelt niets: geen schema, en geen regels in het log',
      en: 'judges nothing: no schema, and no rules in the log',
    },
  },
  {
    name: 'to',
    argument: 'URL',
    text: {
      nl: 'voor een partij van een keten die doorgeeft: het adres van zijn volgende hop',
      en: 'for an actor of a chain that passes on: the address of its next hop',
    },
  },
  {
    name: 'reply-to',
    argument: 'URL',
    text: {
      nl: 'adres van het product voor wat na de bevestiging nog volgt',
      en: 'address of the product for what follows after the confirmation',
    },
  },
  {
    name: 'reply-delay',
    argument: 'DURATION',
    text: { nl: 'hoe lang daarmee gewacht wordt (standaard niet)', en: 'how long to wait with that (default not at all)' },
  },
  {
    name: 'reply-when',
    argument: 'WORD',
    text: {
      nl: 'wat volgt: always (standaard) of fault, alleen wat niet verwerkt kon worden',
      en: 'what follows: always (default) or fault, only what could not be processed',
    },
  },
];
