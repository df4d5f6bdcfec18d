/** Why a package does not hold: one code a reason, never used for another one, with what it means. */
import type { Tekst } from '../../model/finding.js';

/** Something that is wrong with a package. */
export interface SealFinding {
  readonly code: ReasonCode;
  /** The file concerned, as it is called in the package or in the seal. */
  readonly bestand?: string;
  readonly verwacht?: string;
  readonly gezien?: string;
}

export const REASONS = {
  SEAL_MISSING: t('er is geen zegel (rapport.sigstore.json)', 'there is no seal (rapport.sigstore.json)'),
  SEAL_UNREADABLE: t(
    'het zegel is geen leesbare JSON, te groot of te diep genest',
    'the seal is no readable JSON, too large, or nested too deeply',
  ),
  SEAL_NOT_CANONICAL: t(
    'het zegel staat niet in de vorm waarin het geschreven wordt (RFC 8785): iemand heeft het aangeraakt',
    'the seal is not in the form in which seals are written (RFC 8785): somebody touched it',
  ),
  SEAL_MEDIA_TYPE: t('het zegel is geen Sigstore-bundel v0.3', 'the seal is no Sigstore bundle v0.3'),
  SEAL_FORM: t(
    'in het zegel ontbreekt iets, of staat iets dat er niet hoort',
    'something in the seal is missing, or does not belong there',
  ),
  PAYLOAD_TYPE: t('het zegel ondertekent een ander soort inhoud', 'the seal signs another type of content'),
  SIGNATURE_COUNT: t('het zegel heeft niet precies één handtekening', 'the seal has not exactly one signature'),
  SIGNATURE_INVALID: t(
    'de handtekening klopt niet: zij is niet met deze sleutel over deze inhoud gezet',
    'the signature does not hold: it was not made with this key over this content',
  ),
  KEY_UNKNOWN: t('deze sleutel staat niet in wat u vertrouwt', 'this key is not among those that you trust'),
  KEY_WRONG_KIND: t(
    'deze sleutel mag dit zegel niet zetten: zij is om mede te ondertekenen, of om tickets uit te geven',
    'this key may not set this seal: it is for signing along, or for issuing tickets',
  ),
  KEY_REVOKED: t('deze sleutel is ingetrokken', 'this key was revoked'),
  KEY_OUT_OF_TIME: t(
    'deze sleutel gold niet op het moment dat het zegel noemt',
    'this key was not valid at the time that the seal names',
  ),
  KEY_MISMATCH: t(
    'de sleutel die het zegel meedraagt is niet die het noemt',
    'the key that the seal carries is not the one that it names',
  ),
  KEY_TWICE: t('dezelfde sleutel ondertekent twee keer', 'the same key signs twice'),
  CERT_CHAIN: t(
    'de certificaten in het zegel horen niet bij elkaar: het ene is niet door het volgende uitgegeven',
    'the certificates in the seal do not belong together: one was not issued by the next',
  ),
  CERT_UNKNOWN_ISSUER: t(
    'het certificaat is niet uitgegeven door wie u vertrouwt',
    'the certificate was not issued by whom you trust',
  ),
  CERT_OUT_OF_TIME: t(
    'een certificaat gold niet op het moment dat het zegel noemt',
    'a certificate was not valid at the time that the seal names',
  ),
  CERT_KEY_KIND: t(
    'het certificaat heeft een sleutel waarmee niet verzegeld wordt; alleen ECDSA P-256 en Ed25519',
    'the certificate has a key that does not seal; only ECDSA P-256 and Ed25519',
  ),
  SIGNER_OTHER: t('het zegel is van iemand anders dan gevraagd', 'the seal is of somebody else than was asked for'),
  STATEMENT_UNREADABLE: t('wat ondertekend is, is niet te lezen', 'what was signed cannot be read'),
  STATEMENT_NOT_CANONICAL: t(
    'wat ondertekend is, kan op meer dan één manier gelezen worden',
    'what was signed can be read in more than one way',
  ),
  STATEMENT_TYPE: t('wat ondertekend is, is geen in-toto Statement v1', 'what was signed is no in-toto Statement v1'),
  STATEMENT_FORM: t('wat ondertekend is, heeft niet de vorm van een zegel', 'what was signed does not have the form of a seal'),
  PREDICATE_TYPE: t('wat ondertekend is, gaat niet over een testrapport', 'what was signed is not about a test report'),
  SUBJECT_NAME: t(
    'het zegel noemt een onveilige of dubbelzinnige bestandsnaam',
    'the seal names a file by an unsafe or ambiguous name',
  ),
  SUBJECT_TWICE: t('het zegel noemt een bestand twee keer', 'the seal names a file twice'),
  SUBJECT_LACKING: t(
    'het zegel dekt een bestand niet dat elk rapport heeft',
    'the seal does not cover a file that every report has',
  ),
  FILE_DIFFERS: t('dit bestand is veranderd sinds het zegel', 'this file was changed since it was sealed'),
  FILE_MISSING: t('dit bestand ontbreekt', 'this file is missing'),
  FILE_UNKNOWN: t('dit bestand valt niet onder het zegel', 'this file is not covered by the seal'),
  FILE_RENAMED: t(
    'de naam van dit bestand verschilt alleen in hoofdletters of tekenvorm',
    'the name of this file differs in case or in the form of its characters only',
  ),
  FILE_NAME: t('dit bestand heeft een naam die geen rapport heeft', 'this file has a name that no report has'),
  FILE_NOT_PLAIN: t('dit is geen gewoon bestand (een koppeling, een apparaat)', 'this is no plain file (a link, a device)'),
  SEAL_OTHER: t('dit zegel hoort bij een ander zegel dan hier staat', 'this seal belongs to another seal than the one here'),
  REPORT_UNREADABLE: t('rapport.json is niet te lezen als rapport', 'rapport.json cannot be read as a report'),
  REPORT_INCONSISTENT: t('rapport.json spreekt zichzelf tegen', 'rapport.json contradicts itself'),
  PREDICATE_DIFFERS: t('het zegel zegt iets anders dan rapport.json', 'the seal says something else than rapport.json'),
  MANIFEST_DIFFERS: t(
    'bewijs/manifest.json past niet bij de berichten of bij het rapport',
    'bewijs/manifest.json does not fit the messages or the report',
  ),
  TICKET_INVALID: t(
    'het ticket is niet te lezen, of de handtekening eronder klopt niet',
    'the ticket cannot be read, or its signature does not hold',
  ),
  TICKET_OTHER: t(
    'het ticket is voor iets anders gegeven dan deze run: product, versie, testset, nummer of tijd',
    'the ticket was given for something else than this run: product, version, test set, number or time',
  ),
  ROOT_DIFFERS: t(
    'de berichten zijn samen niet die van het zegel: er is er een veranderd, weg, bij, of op een andere plaats',
    'the messages are together not those of the seal: one was changed, left out, added, or moved',
  ),
  DISCLOSURE_UNREADABLE: t(
    'bewijs/onthulling.json zegt niet leesbaar welke berichten getoond worden',
    'bewijs/onthulling.json does not tell readably which messages are shown',
  ),
  ORIGINAL_DIFFERS: t(
    'dit is niet het bericht zoals het ging: de gezouten digest is een andere',
    'this is not the message as it went: its salted digest is another one',
  ),
  RENDITION_DIFFERS: t('deze weergave is niet gemaakt van rapport.json', 'this rendition was not made from rapport.json'),
  OTHER_PRODUCT: t('het rapport gaat over een ander product', 'the report is about another product'),
  OTHER_VERSION: t('het rapport gaat over een andere versie', 'the report is about another version'),
  OTHER_STANDARD: t('het rapport gaat over een andere standaard', 'the report is about another standard'),
} as const satisfies Readonly<Record<string, Tekst>>;

export type ReasonCode = keyof typeof REASONS;

function t(nl: string, en: string): Tekst {
  return { nl, en };
}
