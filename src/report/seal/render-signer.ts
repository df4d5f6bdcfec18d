/** Tells a person who set a seal: whose key it is, what they did, and what their certificate says. */
import type { Tekst } from '../../model/finding.js';
import type { Signer } from './verify-seal.js';

/** Who signed and what they did; then by which key and in which file. */
export function signerLines({
  naam,
  wie,
  vertrouwd,
  algoritme,
  verzegeldOp,
  zegel,
  sleutel,
  certificaat,
  ...did
}: Signer): readonly Tekst[] {
  const party = vertrouwd ? wie && PARTIES[wie] : TEXTS.untrusted;
  const line = (language: keyof Tekst) =>
    [
      `${naam ?? TEXTS.unknown[language]}${party ? ` (${party[language]})` : ''}`,
      ...(did.nagerekend ? [TEXTS.rechecked[language]] : []),
      ...(did.meegeschreven ? [TEXTS.recorded[language]] : []),
      algoritme,
      `${TEXTS.at[language]} ${verzegeldOp}`,
    ].join(', ');
  const file = `${zegel}  sha256:${sleutel}`;
  return [{ nl: line('nl'), en: line('en') }, ...(certificaat ? [certificateLine(certificaat)] : []), { nl: file, en: file }];
}

/** What the certificate says, whether it is believed or not. */
function certificateLine({ naam, oin, uitgever, geldigTot }: NonNullable<Signer['certificaat']>): Tekst {
  const who = oin === undefined ? naam : `${naam}, OIN ${oin}`;
  return {
    nl: `certificaat van ${who}; uitgever ${uitgever}; geldig tot en met ${geldigTot}`,
    en: `certificate of ${who}; issuer ${uitgever}; valid until ${geldigTot}`,
  };
}

const PARTIES = {
  leverancier: { nl: 'leverancier', en: 'supplier' },
  onafhankelijk: { nl: 'onafhankelijk', en: 'independent' },
  gemeente: { nl: 'gemeente', en: 'gemeente' },
} as const;

const TEXTS = {
  unknown: { nl: 'onbekend', en: 'unknown' },
  untrusted: { nl: 'niet onder wat u vertrouwt', en: 'not among what you trust' },
  rechecked: { nl: 'rekende elk oordeel na', en: 'computed every verdict again' },
  recorded: { nl: 'nam dezelfde berichten op', en: 'recorded the same messages' },
  at: { nl: 'volgens de ondertekenaar op', en: 'as the signer says at' },
} as const;
