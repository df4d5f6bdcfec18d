/** Commands that lay sealed reports beside each other: what they are called, take and say. Nothing here imports what a command needs. */
import type { CommandEntry } from './command.js';
import { pick } from './option-table.js';

const lang = pick('lang');

export const CATALOG_COMMANDS: readonly CommandEntry[] = [
  {
    name: 'indication',
    operands: '<dir...>',
    text: {
      nl: 'waar verzegelde rapporten en ondertekende verklaringen voor een catalogus op neerkomen',
      en: 'what sealed reports and signed statements amount to for a catalogue',
    },
    options: [
      { name: 'at', argument: 'DATE', text: { nl: 'op welke datum (standaard nu)', en: 'at which date (default now)' } },
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
          nl: 'verklaringen: een bestand of een map (die naast de rapporten staan worden ook gelezen)',
          en: 'statements: a file or a folder (those beside the reports are read too)',
        },
      },
      ...pick('product', 'product-version'),
      {
        name: 'standard',
        argument: 'NAME',
        text: { nl: 'alleen deze standaard: "Naam versie"', en: 'only this standard: "Name version"' },
      },
      { name: 'role', argument: 'NAME', text: { nl: 'alleen deze rol', en: 'only this role' } },
      { name: 'jobs', argument: 'N', text: { nl: 'aantal threads', en: 'number of threads' } },
      {
        name: 'format',
        argument: 'WORD',
        text: { nl: 'text (standaard), json of badge (SVG)', en: 'text (default), json or badge (SVG)' },
      },
      {
        name: 'out',
        argument: 'DIR',
        text: {
          nl: 'met badge: een map voor een SVG en een bestand voor shields.io per product en rol',
          en: 'with badge: a folder for an SVG and a file for shields.io of each product and role',
        },
      },
      ...lang,
    ],
    load: async () => (await import('./indication/indication-command.js')).indicationCommand,
  },
  {
    name: 'statement',
    operands: '<kind>',
    text: {
      nl: 'ondertekent een verklaring voor indication: steun, intrekking, betwisting, publicatie, vinkje, in_gebruik, …',
      en: 'signs a statement for indication: steun, intrekking, betwisting, publicatie, vinkje, in_gebruik, …',
    },
    options: [
      {
        name: 'report',
        argument: 'DIR',
        text: { nl: 'het verzegelde rapport waarover het gaat', en: 'the sealed report that it is about' },
      },
      {
        name: 'suite',
        argument: 'NAME',
        text: { nl: 'anders: testset, en daarmee standaard en rol', en: 'otherwise: test set, and so standard and role' },
      },
      ...pick('product', 'product-version', 'vendor'),
      { name: 'reason', argument: 'TEXT', text: { nl: 'waarom; dat is openbaar', en: 'why; that is public' } },
      {
        name: 'url',
        argument: 'URL',
        text: { nl: 'publicatie: waar het rapport staat', en: 'publicatie: where the report stands' },
      },
      {
        name: 'seen',
        argument: 'WORD',
        text: { nl: 'publicatie: gelijk, anders of onbereikbaar', en: 'publicatie: gelijk, anders or onbereikbaar' },
      },
      {
        name: 'file',
        argument: 'FILE',
        text: { nl: 'platformrapport: het bestand zelf', en: 'platformrapport: the file itself' },
      },
      { name: 'instrument', argument: 'NAME', text: { nl: 'het officiële testinstrument', en: 'the official test instrument' } },
      {
        name: 'result',
        argument: 'WORD',
        text: {
          nl: 'platformrapport: foutloos, met_fouten of niet_vastgesteld',
          en: 'platformrapport: foutloos, met_fouten or niet_vastgesteld',
        },
      },
      { name: 'part', text: { nl: 'platformrapport: niet de hele testset', en: 'platformrapport: not the whole test set' } },
      {
        name: 'status',
        argument: 'TEXT',
        text: {
          nl: 'standaardstatus: zoals "In gebruik" of "Teruggetrokken"',
          en: 'standaardstatus: such as "In gebruik" or "Teruggetrokken"',
        },
      },
      { name: 'unticked', text: { nl: 'vinkje: weggehaald', en: 'vinkje: taken away' } },
      {
        name: 'key-id',
        argument: 'ID',
        text: {
          nl: 'sleutel_ingetrokken: welke (standaard die ondertekent)',
          en: 'sleutel_ingetrokken: which one (default the one that signs)',
        },
      },
      { name: 'since', argument: 'DATE', text: { nl: 'sinds wanneer (standaard nu)', en: 'since when (default now)' } },
      {
        name: 'until',
        argument: 'DATE',
        text: { nl: 'tot wanneer de verklaring geldt (standaard altijd)', en: 'until when the statement holds (default always)' },
      },
      {
        name: 'out',
        argument: 'FILE',
        text: {
          nl: 'waar de verklaring komt (*.verklaring.sigstore.json)',
          en: 'where the statement goes (*.verklaring.sigstore.json)',
        },
      },
      ...pick('key', 'key-passphrase', 'lang'),
    ],
    load: async () => (await import('./statement/statement-command.js')).statementCommand,
  },
];
