/**
 * Chain faults on purpose, as data: what one party does wrongly with one message, and whom a report has to name for it, on
 * which hop.
 */
import type { CertificateFault } from '../../src/model/disturbance.js';
import type { Meddle } from '../support/meddler.js';

export interface SeededFault {
  readonly id: string;
  readonly title: string;
  readonly by: 'vakapp' | 'bus' | 'zaaksysteem';
  readonly meddle: Meddle;
  /** What it shows to who connects, when it speaks TLS. */
  readonly shows?: CertificateFault;
  /** Hop, party and cause that the report must name first. */
  readonly blamed: readonly [hop: string, partij: string, oorzaak: string];
}

const FIRST = 'vakapp-bus';
const SECOND = 'bus-zaaksysteem';
const CREATE = 'creeerZaak';
const UPDATE = 'updateZaak';
const DOCUMENT = 'voegZaakdocumentToe';

const onward = (id: string, title: string, meddle: Meddle): SeededFault => ({
  ...{ id, title, meddle },
  by: 'bus',
  blamed: [SECOND, 'bus', 'product'],
});
const back = (id: string, title: string, meddle: Meddle, oorzaak = 'product'): SeededFault => ({
  ...{ id, title, meddle },
  by: 'bus',
  blamed: [FIRST, 'bus', oorzaak],
});
const provider = (id: string, title: string, meddle: Meddle, oorzaak = 'product'): SeededFault => ({
  ...{ id, title, meddle },
  by: 'zaaksysteem',
  blamed: [SECOND, 'zaaksysteem', oorzaak],
});
const consumer = (id: string, title: string, meddle: Meddle, oorzaak = 'product'): SeededFault => ({
  ...{ id, title, meddle },
  by: 'vakapp',
  blamed: [FIRST, 'vakapp', oorzaak],
});
const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

export const SEEDED_FAULTS: readonly SeededFault[] = [
  // What a servicebus does with what it has to pass on.
  onward('bus-lost', 'confirms a message and does not pass it on', { on: UPDATE, onward: 'elsewhere' }),
  onward('bus-refuses', 'answers with an error page and does not pass the message on', { on: UPDATE, onward: 'never' }),
  onward('bus-order', 'passes a message on after the one that followed it', { on: UPDATE, onward: 'with-the-next' }),
  onward('bus-twice', 'passes a message on twice', { on: UPDATE, onward: 'twice' }),
  onward('bus-twice-anew', 'passes a message on twice, under two references', { on: UPDATE, onward: 'twice-anew' }),
  onward('bus-value', 'changes a value', { on: UPDATE, request: replace('Aanvraag voorziening', 'Aanvraag') }),
  onward('bus-document', 'changes the content of a document', { on: DOCUMENT, request: replace('RG9jdW1lbnQg', 'ZG9jdW1lbnQg') }),
  onward('bus-filename', 'changes the name of a file', { on: DOCUMENT, request: replace('document1.txt', 'DOCUMENT1.TXT') }),
  onward('bus-type', 'changes the zaaktype', { on: CREATE, request: replace(/B0001/g, 'B0002') }),
  onward('bus-identification', 'gives a zaak another identification', {
    on: CREATE,
    request: replace(/(ZKN:identificatie>)9999/, '$19998'),
  }),
  onward('bus-drops', 'leaves an element out', { on: UPDATE, request: replace(/<ZKN:toelichting>[^<]*<\/ZKN:toelichting>/, '') }),
  onward('bus-adds', 'adds an element', { on: UPDATE, request: replace('</ZKN:object>', '<ZKN:kenmerk/></ZKN:object>') }),
  onward('bus-novalue', 'changes why there is no value', { on: UPDATE, request: replace('geenWaarde', 'waardeOnbekend') }),
  onward('bus-kind-of-change', 'changes verwerkingssoort', {
    on: CREATE,
    request: replace('StUF:verwerkingssoort="T"', 'StUF:verwerkingssoort="W"'),
  }),
  onward('bus-swaps', 'swaps two elements', {
    on: CREATE,
    request: replace(/(<ZKN:startdatum>.*?<\/ZKN:startdatum>)\s*(<ZKN:registratiedatum>.*?<\/ZKN:registratiedatum>)/s, '$2$1'),
  }),
  onward('bus-no-reference', 'takes the reference away', {
    on: UPDATE,
    request: replace(/<StUF:referentienummer>[^<]*<\/StUF:referentienummer>/, ''),
  }),
  onward('bus-same-reference', 'uses a reference once more', { on: UPDATE, reference: 'again' }),
  onward('bus-sender', 'says that it is the sender', {
    on: UPDATE,
    request: replace(/(<StUF:zender>.*?<StUF:applicatie>)[^<]*/s, '$1BUS'),
  }),
  onward('bus-receiver', 'addresses somebody else', {
    on: UPDATE,
    request: replace(/(<StUF:ontvanger>.*?<StUF:applicatie>)[^<]*/s, '$1ARCHIEF'),
  }),
  onward('bus-time', 'gives a message another time', {
    on: UPDATE,
    request: replace(/(<StUF:tijdstipBericht>)\d{4}/, '$11999'),
  }),
  onward('bus-no-action', 'leaves SOAPAction empty', { on: UPDATE, headers: (headers) => ({ ...headers, SOAPAction: '""' }) }),
  onward('bus-other-action', 'names another service in SOAPAction', {
    on: UPDATE,
    headers: (headers) => ({ ...headers, SOAPAction: headers.SOAPAction?.replace(UPDATE, CREATE) ?? '' }),
  }),
  onward('bus-type-of-content', 'sends on as application/xml', {
    on: UPDATE,
    headers: (headers) => ({ ...headers, 'Content-Type': 'application/xml' }),
  }),
  onward('bus-garbage', 'sends on what is no XML', { on: UPDATE, request: (text) => text.slice(0, text.length / 2) }),
  onward('bus-bare', 'takes the message out of its envelope', {
    on: UPDATE,
    request: (text) => /<ZKN:zakLk01[\s\S]*<\/ZKN:zakLk01>/.exec(text)?.[0] ?? '',
  }),
  // What a servicebus does with what it has to give back.
  back('bus-crossref', 'does not translate its reference back', { on: UPDATE, reference: 'not-back' }),
  back('bus-answer-value', 'changes a value in an answer', {
    on: 'genereerZaakIdentificatie',
    reply: replace(/(identificatie[^>]*>)9999/, '$19998'),
  }),
  back('bus-answer-fault', 'answers with an error page what was taken', {
    on: UPDATE,
    reply: () => '<html>fout</html>',
    status: 500,
  }),
  back('bus-answer-empty', 'gives an empty answer back', { on: UPDATE, reply: () => '' }),
  back('bus-answer-half', 'breaks off while it answers', { on: UPDATE, send: 'half' }),
  back('bus-answer-text', 'calls an answer text/plain', { on: UPDATE, contentType: 'text/plain' }),
  back('bus-answer-stuurgegevens', 'swaps the sender of an answer', {
    on: UPDATE,
    reply: replace(/(zender>.*?applicatie>)[^<]*/s, '$1BUS'),
  }),
  back('bus-answer-reset', 'breaks the connection instead of giving the answer back', { on: UPDATE, send: 'reset' }, 'transport'),
  back('bus-answer-nothing', 'never gives the answer back', { on: UPDATE, send: 'nothing' }, 'transport'),
  // What the system at the end does.
  provider('provider-refuses', 'refuses with an error page', { on: UPDATE, reply: () => '<html>fout</html>', status: 500 }),
  provider('provider-empty', 'answers with nothing', { on: UPDATE, reply: () => '' }),
  provider('provider-half', 'breaks off while it answers', { on: UPDATE, send: 'half' }),
  provider('provider-reset', 'breaks the connection', { on: UPDATE, send: 'reset' }, 'transport'),
  provider('provider-silent', 'does not answer', { on: UPDATE, send: 'nothing' }, 'transport'),
  provider('provider-not-there', 'says that there is nothing at its address', { on: UPDATE, status: 404 }, 'configuratie'),
  provider('provider-not-allowed', 'lets nobody in', { on: UPDATE, status: 401 }, 'configuratie'),
  provider('provider-crossref', 'refers to another message', {
    on: UPDATE,
    reply: replace(/(crossRefnummer>)[^<]*/, '$1ANDERS'),
  }),
  provider('provider-type-of-content', 'calls its answer text/plain', { on: UPDATE, contentType: 'text/plain' }),
  provider('provider-forgets', 'confirms and stores nothing', { on: CREATE, onward: 'elsewhere' }),
  provider('provider-stores-other', 'stores another value', {
    on: UPDATE,
    request: replace(/Aanvraag voorziening/g, 'Aanvraag'),
  }),
  provider('provider-stores-half', 'stores a document without its content', {
    on: DOCUMENT,
    request: replace(/>RG9jdW1lbnQg[^<]*</, '>ZG9j<'),
  }),
  provider('provider-answer-invalid', 'puts an unknown element in its answer', {
    on: 'genereerZaakIdentificatie',
    reply: replace(/(<\/(?:\w+:)?identificatie>)/, '$1<onbekend xmlns="urn:x"/>'),
  }),
  provider('provider-answer-identification', 'issues an identification that is none', {
    on: 'genereerDocumentIdentificatie',
    reply: replace(/(identificatie[^>]*>)9999\d*/, '$1'),
  }),
  // Who has to answer shows a certificate that nobody may trust.
  ...(['expired-certificate', 'foreign-certificate', 'misnamed-certificate'] as const).flatMap((shows) => [
    { ...provider(`provider-${shows}`, `shows a wrong one: ${shows}`, {}, 'configuratie'), shows },
    { ...back(`bus-${shows}`, `shows a wrong one: ${shows}`, {}, 'configuratie'), shows },
  ]),
  // What the system that speaks first does.
  consumer('consumer-invalid', 'sends an element that is not allowed', {
    on: UPDATE,
    request: replace('</ZKN:object>', '<ZKN:verzonnen/></ZKN:object>'),
  }),
  consumer('consumer-no-reference', 'sends without a reference', {
    on: UPDATE,
    request: replace(/<StUF:referentienummer>[^<]*<\/StUF:referentienummer>/, ''),
  }),
  consumer('consumer-other-action', 'names another service in SOAPAction', {
    on: UPDATE,
    headers: (headers) => ({ ...headers, SOAPAction: headers.SOAPAction?.replace(UPDATE, 'maakZaakdocument') ?? '' }),
  }),
  consumer('consumer-garbage', 'sends half a message', { on: UPDATE, request: (text) => text.slice(0, text.length / 2) }),
  consumer('consumer-type-of-content', 'sends as application/xml', {
    on: UPDATE,
    headers: (headers) => ({ ...headers, 'Content-Type': 'application/xml' }),
  }),
  consumer('consumer-twice', 'sends a message twice', { on: UPDATE, onward: 'twice' }),
  consumer('consumer-silent', 'does not send what it should', { on: UPDATE, onward: 'elsewhere' }, 'transport'),
];
