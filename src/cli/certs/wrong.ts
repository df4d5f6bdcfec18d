/** Certificates with one thing wrong, for who wants to see what a product does with them. */
import { X509Certificate } from 'node:crypto';
import type { CertificateFault } from '../../model/disturbance.js';
import { type Certificate, type CertificateRequest, makeCertificate } from './certificate.js';
import { AUTHORITY_SUBJECT, ORGANISATION } from './certificate-set.js';

const DAY_MILLIS = 86_400_000;

/** Nobody has this name. @see RFC 6761, section 6.4 */
const OTHER_NAME = 'elders.invalid';

/** One that no authority of a product has signed. */
const FOREIGN_SUBJECT = { commonName: 'Ketentest onbekende CA', organisation: ORGANISATION } as const;

/** PEM texts, as `certs create` writes them. */
export type Authority = Omit<Certificate, 'subject'>;

/**
 * A certificate for the same names and of the same authority as ours, but for the one thing that is wrong with it.
 * @param ours - PEM text of ours
 * @param authority - of ours, with its key; who is not known is made, and needs none
 * @returns undefined without an authority of our making that signed ours: a product that trusts another must not see it as unknown
 */
export function wrongLike(
  how: CertificateFault,
  ours: string,
  authority: Authority | undefined,
  now: number,
): Certificate | undefined {
  const leaf = new X509Certificate(ours);
  const days = (from: number, to: number) => ({
    validFrom: new Date(now + from * DAY_MILLIS),
    validTo: new Date(now + to * DAY_MILLIS),
  });
  const keyType = leaf.publicKey.asymmetricKeyType === 'ec' ? 'ec' : 'rsa';
  const right: CertificateRequest = { ...likeOf(leaf), ...days(-1, 30), use: 'server', keyType };
  if (how === 'foreign-certificate') {
    const issuer = makeCertificate({ ...days(-30, 60), subject: FOREIGN_SUBJECT, use: 'authority', keyType });
    return makeCertificate({ ...right, issuer });
  }
  if (!authority || !isSignedBy(ours, authority)) return undefined;
  const issuer = { ...authority, subject: AUTHORITY_SUBJECT };
  return how === 'expired-certificate'
    ? makeCertificate({ ...right, ...days(-30, -1), issuer })
    : makeCertificate({ ...right, subject: { ...right.subject, commonName: OTHER_NAME }, names: [OTHER_NAME], issuer });
}

/** Whether an authority of our making signed ours, so that it can sign another. */
export function isSignedBy(ours: string, authority: Authority | undefined): boolean {
  if (!authority) return false;
  const issuer = new X509Certificate(authority.cert);
  return new X509Certificate(ours).checkIssued(issuer) && partOf(issuer.subject, 'CN') === AUTHORITY_SUBJECT.commonName;
}

function likeOf(leaf: X509Certificate): Pick<CertificateRequest, 'subject' | 'names'> {
  const oin = partOf(leaf.subject, 'serialNumber');
  return {
    subject: { commonName: partOf(leaf.subject, 'CN') ?? '', organisation: ORGANISATION, ...(oin !== undefined && { oin }) },
    names: [...(leaf.subjectAltName ?? '').matchAll(/(?:DNS|IP Address):([^,\s]+)/g)].map(([, name = '']) => name),
  };
}

/** Node writes a name as lines of `CN=…`. */
function partOf(name: string | undefined, part: string): string | undefined {
  return name
    ?.split('\n')
    .find((line) => line.startsWith(`${part}=`))
    ?.slice(part.length + 1);
}
