/** A certificate whose days are over, for who wants to see what a product does with one. */
import { X509Certificate } from 'node:crypto';
import { type Certificate, makeCertificate } from './certificate.js';
import { AUTHORITY_SUBJECT, ORGANISATION } from './certificate-set.js';

const DAY_MILLIS = 86_400_000;

/**
 * A certificate for the same names and of the same authority as ours, that was valid until yesterday.
 * @param ours - PEM text of ours
 * @param authority - PEM texts, as `certs create` writes them
 * @returns undefined when that authority is not one of our making: a product that trusts another must not see ours as unknown
 */
export function expiredLike(ours: string, authority: Omit<Certificate, 'subject'>, now: number): Certificate | undefined {
  const [leaf, issuer] = [new X509Certificate(ours), new X509Certificate(authority.cert)];
  if (!leaf.checkIssued(issuer) || partOf(issuer.subject, 'CN') !== AUTHORITY_SUBJECT.commonName) return undefined;
  const oin = partOf(leaf.subject, 'serialNumber');
  return makeCertificate({
    subject: { commonName: partOf(leaf.subject, 'CN') ?? '', organisation: ORGANISATION, ...(oin !== undefined && { oin }) },
    validFrom: new Date(now - 30 * DAY_MILLIS),
    validTo: new Date(now - DAY_MILLIS),
    use: 'server',
    names: [...(leaf.subjectAltName ?? '').matchAll(/(?:DNS|IP Address):([^,\s]+)/g)].map(([, name = '']) => name),
    issuer: { ...authority, subject: AUTHORITY_SUBJECT },
  });
}

/** Node writes a name as lines of `CN=…`. */
function partOf(name: string, part: string): string | undefined {
  return name
    .split('\n')
    .find((line) => line.startsWith(`${part}=`))
    ?.slice(part.length + 1);
}
