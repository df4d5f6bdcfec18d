/**
 * A page with which a gateway (nginx, Apache) answers for the product: about our certificate, or about TLS that we did not speak.
 * Its status is 400, as if the message were wrong; but the product never saw it.
 */
import { type TlsReason, tlsReason } from './tls-reason.js';

const PAGES: readonly (readonly [said: RegExp, code: string])[] = [
  [/No required SSL certificate was sent/i, 'CERTIFICATE_REQUIRED'],
  [/The SSL certificate error/i, 'ALERT_BAD_CERTIFICATE'],
  [/plain HTTP request was sent to (an )?HTTPS port|speaking plain HTTP to an SSL-enabled server port/i, 'HTTPS_WANTED'],
];

const HTTPS_WANTED: TlsReason = {
  melding: { nl: 'Op deze poort wordt alleen TLS gesproken', en: 'Only TLS is spoken at this port' },
  advies: { nl: 'Begin het adres in --endpoint met https://.', en: 'Begin the address in --endpoint with https://.' },
};

/** @param text - the beginning of what came back; @returns undefined when it is no such page */
export function gatewayPage(status: number, text: string): TlsReason | undefined {
  const code = status === 400 ? PAGES.find(([said]) => said.test(text))?.[1] : undefined;
  return code === 'HTTPS_WANTED' ? HTTPS_WANTED : code === undefined ? undefined : tlsReason(code);
}
