/** Commands that work on reports: what they are called, take and say. Nothing here imports what a command needs. */
import type { CommandEntry } from './command.js';
import { pick } from './option-table.js';

const lang = pick('lang');

export const REPORT_COMMANDS: readonly CommandEntry[] = [
  {
    name: 'compare',
    operands: '<dir> <dir>',
    text: { nl: 'wat verschilt tussen twee runs', en: 'what differs between two runs' },
    options: [
      { name: 'format', argument: 'WORD', text: { nl: 'text (standaard) of json', en: 'text (default) or json' } },
      ...lang,
    ],
    load: async () => (await import('./package/compare-command.js')).compareCommand,
  },
  {
    name: 'disclose',
    operands: '<dir>',
    text: {
      nl: 'maakt een pakket dat alleen sommige berichten van een verzegeld rapport toont',
      en: 'makes a package that shows only some messages of a sealed report',
    },
    options: [
      {
        name: 'only',
        argument: 'NAME',
        many: 'list',
        text: {
          nl: 'welke: uitwisseling (0007), bericht (0007/vraag), stap of scenario (* en **)',
          en: 'which: exchange (0007), message (0007/vraag), step or scenario (* and **)',
        },
      },
      {
        name: 'original',
        text: { nl: 'ook zoals ze gingen, zonder maskering', en: 'also as they went, without masking' },
      },
      { name: 'out', argument: 'DIR', text: { nl: 'waar het pakket komt', en: 'where the package goes' } },
      ...lang,
    ],
    load: async () => (await import('./package/disclose-command.js')).discloseCommand,
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
    load: async () => (await import('./recheck/recheck-command.js')).recheckCommand,
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
          nl: 'text (standaard), json, github, html, junit, ctrf, earl, gitb (TAR), in-toto of csv (ketentestmatrix), op stdout; pdf in een bestand',
          en: 'text (default), json, github, html, junit, ctrf, earl, gitb (TAR), in-toto or csv (chain-test matrix), on stdout; pdf in a file',
        },
      },
      {
        name: 'out',
        argument: 'FILE',
        text: { nl: 'waar de pdf komt (standaard <dir>.pdf)', en: 'where the pdf goes (default <dir>.pdf)' },
      },
      ...lang,
    ],
    load: async () => (await import('./run/report-command.js')).reportCommand,
  },
  {
    name: 'handover',
    operands: '<dir>',
    text: {
      nl: 'versleutelt het private deel van een rapport voor één ontvanger',
      en: 'encrypts the private part of a report for one receiver',
    },
    options: [
      {
        name: 'to',
        argument: 'FILE',
        text: { nl: 'openbare sleutel van de ontvanger (PEM)', en: 'public key of the receiver (PEM)' },
      },
      { name: 'out', argument: 'FILE', text: { nl: 'het versleutelde bestand', en: 'the encrypted file' } },
      ...lang,
    ],
    load: async () => (await import('./seal/handover-command.js')).handoverCommand,
  },
  {
    name: 'receive',
    operands: '<file>',
    text: {
      nl: 'opent een overdracht naast het openbare deel van een rapport',
      en: 'opens a hand-over beside the public part of a report',
    },
    options: [
      {
        name: 'key',
        argument: 'FILE',
        text: { nl: 'uw sleutel om mee te ontvangen (PEM)', en: 'your key to receive with (PEM)' },
      },
      {
        name: 'out',
        argument: 'DIR',
        text: { nl: 'map van het rapport; prive/ komt erin', en: 'folder of the report; prive/ goes into it' },
      },
      ...pick('key-passphrase', 'lang'),
    ],
    load: async () => (await import('./seal/handover-command.js')).receiveCommand,
  },
  {
    name: 'privacy',
    operands: '<action> <dir>',
    text: {
      nl: 'check: staat er openbaar iets dat een echt BSN kan zijn; clear: zeg waarom dat geen BSN is',
      en: 'check: does anything public look like a real BSN; clear: say why it is none',
    },
    options: [
      { name: 'finding', argument: 'ID', many: 'list', text: { nl: 'welke vondst, zoals V1', en: 'which find, such as V1' } },
      { name: 'by', argument: 'NAME', text: { nl: 'wie vrijgeeft; dat is openbaar', en: 'who clears; that is public' } },
      { name: 'reason', argument: 'TEXT', text: { nl: 'waarom; dat is openbaar', en: 'why; that is public' } },
      ...lang,
    ],
    load: async () => (await import('./privacy/privacy-command.js')).privacyCommand,
  },
  {
    name: 'seal',
    operands: '<dir>',
    text: {
      nl: 'verzegelt een rapport, of ondertekent mee wat al verzegeld is',
      en: 'seals a report, or signs along with who sealed it',
    },
    options: [
      ...pick('key', 'key-passphrase'),
      {
        name: 'key-cert',
        argument: 'FILE',
        text: {
          nl: 'certificaat van die sleutel (PEM), met daarachter dat van de uitgever',
          en: 'certificate of that key (PEM), with that of its issuer behind it',
        },
      },
      {
        name: 'sign-command',
        argument: 'COMMAND',
        text: {
          nl: 'opdracht die ondertekent (kaart, HSM, KMS); {file} en {digest} zijn bestanden, anders stdin',
          en: 'command that signs (card, HSM, KMS); {file} and {digest} are files, else stdin',
        },
      },
      {
        name: 'public-key',
        argument: 'FILE',
        text: {
          nl: 'openbare sleutel waarmee die opdracht ondertekent (PEM)',
          en: 'public key with which that command signs (PEM)',
        },
      },
      {
        name: 'recheck',
        text: {
          nl: 'reken eerst elk oordeel na, en onderteken dat mee',
          en: 'compute every verdict again first, and sign for that too',
        },
      },
      {
        name: 'recorded',
        argument: 'DIR',
        text: {
          nl: 'berichten zoals de andere kant ze opnam: vergelijk ze, en onderteken dat mee',
          en: 'messages as the other end recorded them: compare, and sign for that too',
        },
      },
      ...pick('schemas', 'lang'),
    ],
    load: async () => (await import('./seal/seal-command.js')).sealCommand,
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
          nl: 'openbare sleutels, of certificaten van uitgevers, die u vertrouwt: een bestand of een map',
          en: 'public keys, or certificates of issuers, that you trust: a file or a folder',
        },
      },
      ...pick('product', 'product-version'),
      {
        name: 'signer',
        argument: 'NAME',
        text: {
          nl: 'wie het verzegeld moet hebben: een naam of een OIN',
          en: 'who should have sealed it: a name or an OIN',
        },
      },
      {
        name: 'standard',
        argument: 'NAME',
        text: { nl: 'de standaard waarover het moet gaan', en: 'the standard that it should be about' },
      },
      { name: 'format', argument: 'WORD', text: { nl: 'text (standaard) of json', en: 'text (default) or json' } },
      ...lang,
    ],
    load: async () => (await import('./seal/verify-command.js')).verifyCommand,
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
    load: async () => (await import('./answers/answer-command.js')).answerCommand,
  },
];
