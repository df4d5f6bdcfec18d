/**
 * Faults on purpose in the chain of the form, as data: what one party does wrongly, and whom a report has to name for it, on
 * which hop, by which check.
 */
import type { ChainFault } from '../support/faulty-chain.js';
import type { Meddle } from '../support/meddler.js';

export interface FormFault extends ChainFault {
  readonly id: string;
  readonly title: string;
  /** Hop, party and cause that the report must name first, and the check that saw it. */
  readonly blamed: readonly [hop: string, partij: string, oorzaak: string, regel: string];
}

const CREATE = 'creeerZaak';
const DOCUMENT = 'voegZaakdocumentToe';
const STATUS = 'actualiseerZaakstatus';
const DETAILS = 'geefZaakdetails';
const LIST = 'geefLijstZaakdocumenten';
const READ = 'geefZaakdocumentLezen';
const ISSUE = 'genereerDocumentIdentificatie';

const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
/** Other bytes of the same length, right in the content of a document. */
const otherBytes = replace(/(inhoud[^>]*>.{200})..../s, '$1AAAA');
/** Whatever may stand in for a prefix. */
const P = '(?:[\\w]+:)?';
const element = (name: string) => new RegExp(`<${P}${name}[ >][\\s\\S]*?</${P}${name}>`);

function fault(
  by: string,
  hop: string,
  regel: string,
  id: string,
  title: string,
  meddle: Meddle,
  oorzaak = 'product',
): FormFault {
  return { id, title, by, meddle, blamed: [hop, by, oorzaak, regel] };
}

export const FORM_FAULTS: readonly FormFault[] = [
  // The form.
  fault('formulier', 'formulier-bus', 'WAARDE', 'form-own-identification', 'uses an identification that was not issued', {
    on: DOCUMENT,
    request: replace(/(identificatie>)9999/, '$19998'),
  }),
  fault('formulier', 'formulier-bus', 'WAARDE', 'form-other-person', 'makes the zaak for somebody else', {
    on: CREATE,
    request: replace(/(inp\.bsn>)\d+/, '$1999993653'),
  }),
  fault('formulier', 'formulier-bus', 'KETEN-EENMAAL', 'form-document-twice', 'sends a document twice', {
    on: DOCUMENT,
    onward: 'twice',
  }),
  // The back office.
  fault('backoffice', 'backoffice-bus', 'KETEN-EENMAAL', 'office-status-twice', 'sets the status twice', {
    on: STATUS,
    onward: 'twice',
  }),
  fault('backoffice', 'backoffice-bus', 'SCHEMA', 'office-invalid', 'asks for what is no element', {
    on: READ,
    request: replace(/(<ZKN:inhoud\/>)/, '$1<ZKN:verzonnen/>'),
  }),
  fault(
    'backoffice',
    'backoffice-bus',
    'BERICHT-ONTVANGEN',
    'office-silent',
    'never sets the status',
    { on: STATUS, onward: 'elsewhere' },
    'transport',
  ),
  // The servicebus, onward.
  fault('bus', 'bus-zaaksysteem', 'KETEN-DOORGEGEVEN', 'bus-document-bytes', 'changes bytes of a document underway', {
    on: DOCUMENT,
    nth: 3,
    request: otherBytes,
  }),
  fault('bus', 'bus-zaaksysteem', 'KETEN-DOORGEGEVEN', 'bus-document-cut', 'cuts a document off', {
    on: DOCUMENT,
    nth: 2,
    request: replace(/(inhoud[^>]*>.{400})[^<]*/s, '$1'),
  }),
  fault('bus', 'bus-zaaksysteem', 'KETEN-AANGEKOMEN', 'bus-wrong-place', 'takes a question of the back office to another place', {
    on: DETAILS,
    onward: 'elsewhere',
  }),
  fault('bus', 'bus-zaaksysteem', 'KETEN-EENMAAL', 'bus-resend', 'offers a zaak again under another reference', {
    on: CREATE,
    onward: 'twice-anew',
  }),
  fault('bus', 'bus-zaaksysteem', 'KETEN-DOORGEGEVEN', 'bus-other-sender', 'says that everything is of the form', {
    on: STATUS,
    request: replace('BACKOFFICE', 'FORMULIER'),
  }),
  // The servicebus, back.
  fault('bus', 'backoffice-bus', 'KETEN-DOORGEGEVEN', 'bus-answer-bytes', 'changes bytes of a document on the way back', {
    on: READ,
    nth: 2,
    reply: otherBytes,
  }),
  fault('bus', 'backoffice-bus', 'KETEN-DOORGEGEVEN', 'bus-answer-document', 'leaves a document out of a list', {
    on: LIST,
    reply: replace(element('heeftRelevant'), ''),
  }),
  fault('bus', 'formulier-bus', 'KETEN-DOORGEGEVEN', 'bus-answer-status', 'gives the form another status', {
    on: 'geefZaakstatus',
    reply: replace(/(volgnummer[^>]*>)2/, '$11'),
  }),
  // The zaaksysteem.
  fault('zaaksysteem', 'bus-zaaksysteem', 'WEERGAVE', 'provider-document-cut', 'stores a document cut off', {
    on: DOCUMENT,
    nth: 3,
    request: replace(/(inhoud[^>]*>.{400})[^<]*/s, '$1'),
  }),
  fault('zaaksysteem', 'bus-zaaksysteem', 'WEERGAVE', 'provider-status-lost', 'confirms a status and does not set it', {
    on: STATUS,
    onward: 'only-confirmed',
  }),
  fault('zaaksysteem', 'bus-zaaksysteem', 'STUF-0301-ANTWOORD-02', 'provider-second-zaak', 'makes a second zaak of one message', {
    on: DETAILS,
    reply: (text) => text.replace(/(<(?:\w+:)?object[ >][\s\S]*<\/(?:\w+:)?object>)/, '$1$1'),
  }),
  fault('zaaksysteem', 'bus-zaaksysteem', 'ZDS-GDI-01', 'provider-same-identification', 'issues an identification twice', {
    on: ISSUE,
    reply: replace(/(identificatie[^>]*>)9999[^<]*/, '$19999DOCUMENT'),
  }),
  fault('zaaksysteem', 'bus-zaaksysteem', 'WEERGAVE', 'provider-too-late', 'processes a document long after it confirmed it', {
    on: DOCUMENT,
    nth: 2,
    onward: 'only-confirmed',
    after: 8,
  }),
  fault('zaaksysteem', 'bus-zaaksysteem', 'WEERGAVE', 'provider-document-list', 'loses a document from the list', {
    on: LIST,
    reply: replace(element('heeftRelevant'), ''),
  }),
  // What only the end shows.
  fault('zaaksysteem', 'bus-zaaksysteem', 'KETEN-EINDTOESTAND', 'end-document-lost', 'loses a document when all was read', {
    on: LIST,
    from: 2,
    reply: replace(element('heeftRelevant'), ''),
  }),
  fault('zaaksysteem', 'bus-zaaksysteem', 'KETEN-EINDTOESTAND', 'end-document-bytes', 'gives a document other bytes in the end', {
    on: READ,
    from: 7,
    reply: otherBytes,
  }),
  fault('zaaksysteem', 'bus-zaaksysteem', 'KETEN-EINDTOESTAND', 'end-second-zaak', 'has two zaken in the end', {
    on: DETAILS,
    from: 4,
    reply: (text) => text.replace(/(<(?:\w+:)?object[ >][\s\S]*<\/(?:\w+:)?object>)/, '$1$1'),
  }),
];
