import { expect } from 'chai';
import { tlsReason } from '../../src/judge/tls-reason.js';

/** Codes as Node and OpenSSL give them, and a word of what they mean. */
const KNOWN = {
  'CERT_HAS_EXPIRED: certificate CN=x': 'has expired',
  CERT_NOT_YET_VALID: 'not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'do not know',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'do not know',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'do not know',
  INVALID_PURPOSE: 'not meant for a server',
  CERT_REVOKED: 'was revoked',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'asks for a client certificate',
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED: 'our client certificate has expired',
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: 'issuer of our client certificate',
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: 'refuses our client certificate',
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN: 'refuses our client certificate',
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: 'could not agree',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'outdated version',
  'EPROTO: write EPROTO 80:error:0A00042E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version': 'outdated version',
  ERR_SSL_WRONG_VERSION_NUMBER: 'not spoken at this port',
} as const;

describe('why TLS failed', () => {
  for (const [code, words] of Object.entries(KNOWN)) {
    it(`is told in words for ${code.slice(0, 45)}`, () => {
      expect(tlsReason(code)?.melding.en).to.include(words);
      expect(tlsReason(code)?.advies.nl).to.have.length.greaterThan(20);
    });
  }

  it('is not guessed for a code that nobody knows', () => {
    expect(tlsReason('ERR_SSL_SOMETHING_ELSE')).to.equal(undefined);
  });
});
