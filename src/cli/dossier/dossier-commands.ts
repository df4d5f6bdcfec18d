/** The commands of the acceptance dossier: what they are called, take and say. Nothing here imports what a command needs. */
import type { Tekst } from '../../model/finding.js';
import type { CommandEntry } from '../command.js';
import { type OptionEntry, pick } from '../option-table.js';

export const DOSSIER_GROUP: Tekst = {
  nl: 'het acceptatiedossier (GIBIT): eisen, rapporten, gebreken, testverslag, besluit',
  en: 'the acceptance dossier (GIBIT): requirements, reports, gebreken, testverslag, decision',
};

const o = (name: string, argument: string, nl: string, en: string, many?: 'list'): OptionEntry => ({
  ...{ name, argument, text: { nl, en } },
  ...(many && { many }),
});

const lang = pick('lang');
const BY = o(
  'by',
  'NAME',
  'wie dit doet (standaard $USER); komt in het dossier',
  'who does this (default $USER); stands in the dossier',
);
const AT = o('at', 'DATE', 'op welke dag bekeken (standaard vandaag)', 'on which day it is looked at (default today)');
const DATE = o('date', 'DATE', 'op welke dag (standaard vandaag)', 'on which day (default today)');
const ROUND = o('round', 'N', 'in welke testronde (standaard de laatste)', 'in which test round (default the last one)');
const PARTY = o(
  'party',
  'WORD',
  'voor wie: opdrachtgever of leverancier',
  'for whom: opdrachtgever (client) or leverancier (supplier)',
);
const TRUST = o(
  'trust',
  'PATH',
  'openbare sleutels die u vertrouwt: een bestand of een map',
  'public keys that you trust: a file or a folder',
);
const AS = o('format', 'WORD', 'text (standaard) of json', 'text (default) or json');
const ATTRIBUTABLE = o(
  'attributable',
  'WORD',
  'aan wie het ligt: leverancier, derde, opdrachtgever of onbekend',
  'whose doing: leverancier, derde, opdrachtgever or onbekend',
);

export const DOSSIER_COMMANDS: readonly CommandEntry[] = [
  {
    name: 'dossier init',
    operands: '<dir> [field...]',
    text: { nl: 'begint een dossier', en: 'begins a dossier' },
    options: [
      o('client', 'NAME', 'opdrachtgever', 'client'),
      ...pick('vendor', 'product', 'product-version'),
      o('agreement', 'NR', 'nummer van de overeenkomst', 'number of the agreement'),
      o('gibit', 'YEAR', 'editie: 2016, 2020 of 2023 (standaard)', 'edition: 2016, 2020 or 2023 (default)'),
      ...[BY, ...lang],
    ],
    load: async () => (await import('./init-command.js')).dossierInitCommand,
  },
  {
    name: 'dossier set',
    operands: '<dir> <field...>',
    text: { nl: 'zet velden: plan.fataal=ja', en: 'sets fields: plan.fataal=ja' },
    options: [BY, ...lang],
    load: async () => (await import('./init-command.js')).dossierSetCommand,
  },
  {
    name: 'dossier add',
    operands: '<dir> <what...>',
    text: {
      nl: 'neemt op: een verzegeld rapport, een CSV met eisen of uitslagen, een handtekening',
      en: 'takes in: a sealed report, a CSV of requirements or results, a signature',
    },
    options: [ROUND, TRUST, BY, ...lang],
    load: async () => (await import('./add-command.js')).dossierAddCommand,
  },
  {
    name: 'dossier round',
    operands: '<dir>',
    text: { nl: 'begint een testronde, of zegt er meer over', en: 'begins a test round, or says more about one' },
    options: [
      o('round', 'N', 'welke (standaard een nieuwe)', 'which (default a new one)'),
      ...[DATE, o('scope', 'TEXT', 'wat er getest wordt', 'what is tested')],
      o('environment', 'TEXT', 'waar', 'where'),
      o('tester', 'WHO', 'door wie; een rol, liever geen naam', 'by whom; a role rather than a name', 'list'),
      ...[BY, ...lang],
    ],
    load: async () => (await import('./note-commands.js')).dossierRoundCommand,
  },
  {
    name: 'dossier finding',
    operands: '<dir> [what...]',
    text: {
      nl: 'legt gebreken vast: uit een rapport, met de hand, of wat ervan werd (G1)',
      en: 'lays down gebreken: from a report, by hand, or what became of one (G1)',
    },
    options: [
      o('from', 'REPORT', 'uit dit rapport (R1, of een map)', 'from this report (R1, or a folder)'),
      o(
        'retest',
        'REPORT',
        'wat dit latere rapport zegt van de open gebreken',
        'what this later report says of the open gebreken',
      ),
      o('blocks', 'WORD', 'belet het productief gebruik: ja of nee', 'does it keep from productive use: ja or nee'),
      ATTRIBUTABLE,
      o(
        'status',
        'WORD',
        'open, hersteld_gemeld, hertest_geslaagd, hertest_gefaald, buiten_planning_afgesproken of geen_gebrek',
        'open, hersteld_gemeld, hertest_geslaagd, hertest_gefaald, buiten_planning_afgesproken or geen_gebrek',
      ),
      o('repair-by', 'DATE', 'afgesproken dag van herstel', 'day that was agreed for the repair'),
      o('requirement', 'ID', 'bij welke eis', 'to which requirement it belongs'),
      ...[
        ROUND,
        o('visible-in-round-1', 'WORD', 'was het toen al te zien: ja of nee', 'could it be seen then already: ja or nee'),
      ],
      o('note', 'TEXT', 'wat erover is afgesproken', 'what was agreed about it'),
      ...[TRUST, BY, AT, ...lang],
    ],
    load: async () => (await import('./finding-command.js')).dossierFindingCommand,
  },
  {
    name: 'dossier reuse',
    operands: '<dir> <report>',
    text: {
      nl: 'stelt dat een test niet opnieuw hoeft (GIBIT 2023 art. 8.3)',
      en: 'claims that a test need not be done again (GIBIT 2023 art. 8.3)',
    },
    options: [
      o('comparable', 'WORD', 'zijn de omstandigheden vergelijkbaar: ja of nee', 'are the conditions comparable: ja or nee'),
      o('reason', 'TEXT', 'waarom', 'why'),
      o('norm', 'V', 'versie van de norm die hier geldt', 'version of the norm that counts here'),
      o('testset', 'V', 'versie van de testset die nu geldt', 'version of the test set that counts now'),
      ...[TRUST, BY, ...lang],
    ],
    load: async () => (await import('./note-commands.js')).dossierReuseCommand,
  },
  {
    name: 'dossier chain',
    operands: '<dir> <link>',
    text: { nl: 'vult de ketentestmatrix aan bij een koppeling', en: 'adds to the chain-test matrix at a link' },
    options: [
      o('scenario', 'ID', 'alleen in dit scenario', 'in this scenario only'),
      o('effect', 'TEXT', 'wat er aan de andere kant te zien was', 'what could be seen at the other end'),
      o('source', 'ID', 'id in de catalogus of het model', 'id in the catalogue or the model'),
      o('confirmed-by', 'NAME', 'wie de koppeling bevestigde', 'who confirmed the link'),
      o('finding', 'ID', 'het gebrek dat erbij hoort', 'the gebrek that belongs to it'),
      ...[ATTRIBUTABLE, TRUST, BY, AT, ...lang],
    ],
    load: async () => (await import('./note-commands.js')).dossierChainCommand,
  },
  {
    name: 'dossier third-party',
    operands: '<dir> <name...>',
    text: {
      nl: 'legt een derde vast, en wat daarmee is afgesproken',
      en: 'lays down a third party, and what was agreed with it',
    },
    options: [
      o('role', 'TEXT', 'wat die doet', 'what it does'),
      o('agreement', 'TEXT', 'wat er is afgesproken', 'what was agreed'),
      o('date', 'DATE', 'wanneer', 'when'),
      ...[BY, ...lang],
    ],
    load: async () => (await import('./note-commands.js')).dossierThirdPartyCommand,
  },
  {
    name: 'dossier remark',
    operands: '<dir> <text...>',
    text: { nl: 'een opmerking van een partij bij het testverslag', en: 'a remark of a party to the testverslag' },
    options: [PARTY, ROUND, BY, ...lang],
    load: async () => (await import('./note-commands.js')).dossierRemarkCommand,
  },
  {
    name: 'dossier decide',
    operands: '<dir> <decision>',
    text: {
      nl: 'legt het besluit vast, en zegt wat er niet mee strookt',
      en: 'lays down the decision, and tells what does not agree with it',
    },
    options: [
      o('date', 'DATE', 'dag van ondertekening (standaard vandaag)', 'day of signing (default today)'),
      o('decided-by', 'NAME', 'wie besluit', 'who decides'),
      o(
        'condition',
        'TEXT',
        'een voorwaarde; met een dag ervoor als die er is',
        'a condition; with a day before it when there is one',
        'list',
      ),
      o('part', 'TEXT', 'alleen dit deel (anders integraal)', 'this part only (else integral)'),
      o('reason', 'TEXT', 'waarom', 'why'),
      ...[TRUST, BY, AT, ...lang],
    ],
    load: async () => (await import('./decide-command.js')).dossierDecideCommand,
  },
  {
    name: 'dossier status',
    operands: '<dir>',
    text: {
      nl: 'waar het dossier staat: termijnen, betaling, advies',
      en: 'where the dossier stands: deadlines, payment, advice',
    },
    options: [AT, AS, TRUST, ...lang],
    load: async () => (await import('./render-command.js')).dossierStatusCommand,
  },
  {
    name: 'dossier render',
    operands: '<dir>',
    text: { nl: 'maakt dossier.html; controleert elk rapport opnieuw', en: 'makes dossier.html; verifies each report again' },
    options: [o('out', 'FILE', 'een ander bestand', 'another file'), AT, TRUST, ...lang],
    load: async () => (await import('./render-command.js')).dossierRenderCommand,
  },
  {
    name: 'dossier seal',
    operands: '<dir>',
    text: {
      nl: 'ondertekent voor een partij: een testverslag, of het dossier',
      en: 'signs for a party: a testverslag, or the dossier',
    },
    options: [
      PARTY,
      o(
        'testverslag',
        'N',
        'het testverslag van deze ronde (anders het dossier)',
        'the testverslag of this round (else the dossier)',
      ),
      { name: 'new', text: { nl: 'leg een nieuw testverslag vast', en: 'lay down a new testverslag' } },
      ...[o('key', 'FILE', 'sleutel (PEM)', 'key (PEM)'), ...pick('key-passphrase')],
      o(
        'key-cert',
        'FILE',
        'certificaat van die sleutel, met daarachter dat van de uitgever',
        'certificate of that key, with that of its issuer behind it',
      ),
      o('sign-command', 'COMMAND', 'opdracht die ondertekent (kaart, HSM, KMS)', 'command that signs (card, HSM, KMS)'),
      o('public-key', 'FILE', 'openbare sleutel waarmee die opdracht ondertekent', 'public key with which that command signs'),
      ...[TRUST, BY, ...lang],
    ],
    load: async () => (await import('./seal-command.js')).dossierSealCommand,
  },
  {
    name: 'dossier verify',
    operands: '<dir>',
    text: {
      nl: 'controleert wijzigingen, rapporten en handtekeningen van een dossier',
      en: 'checks changes, reports and signatures of a dossier',
    },
    options: [TRUST, AS, AT, ...lang],
    load: async () => (await import('./verify-command.js')).dossierVerifyCommand,
  },
  {
    name: 'dossier export',
    operands: '<dir>',
    text: {
      nl: 'gebreken als csv, of als issues voor GitHub of GitLab',
      en: 'gebreken as csv, or as issues for GitHub or GitLab',
    },
    options: [
      o(
        'format',
        'WORD',
        'csv (standaard), github (JSON per regel, voor de REST-API) of gitlab (CSV-import)',
        'csv (default), github (a JSON line each, for the REST API) or gitlab (CSV import)',
      ),
      o('out', 'FILE', 'een bestand (anders stdout)', 'a file (else stdout)'),
      ...lang,
    ],
    load: async () => (await import('./export-command.js')).dossierExportCommand,
  },
];
