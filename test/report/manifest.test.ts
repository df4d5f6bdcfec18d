import { expect } from 'chai';
import type { Exchange } from '../../src/model/exchange.js';
import { LEFT_OUT } from '../../src/model/left-out.js';
import { describe as describeExchange } from '../../src/report/manifest.js';
import { bodyOf, FLAWLESS, NOT_ESTABLISHED } from './samples.js';

function described(
  of: Partial<Exchange> = {},
  mask: (exchange: Exchange) => Exchange['request']['body'] = ({ request }) => request.body,
) {
  const exchange = { ...first(), ...of };
  return describeExchange(exchange, {
    vraag: { body: mask(exchange), masked: [] },
    ...(exchange.reply && { antwoord: { body: exchange.reply.body, masked: [] } }),
  });
}

function first(): Exchange {
  const [exchange] = FLAWLESS().exchanges;
  if (exchange === undefined) throw new Error('the sample has no exchange');
  return exchange;
}

describe('the manifest of the evidence', () => {
  it('tells when, how, and where the files are', () => {
    const entry = described();
    expect(entry).to.include({ id: '0001', soort: 'step', methode: 'POST', status: 200, stap: 1, poging: 1 });
    expect(entry.vraag.bestand).to.equal('bewijs/0001-vraag.xml');
    expect(entry.vraag.sha256).to.equal(first().request.body.digest);
    expect(entry.antwoord?.grootte).to.equal(first().reply?.body.size);
  });

  it('publishes no credentials, neither in headers nor in the address', () => {
    const headers = [
      'Authorization',
      'cookie',
      'Set-Cookie',
      'Proxy-Authorization',
      'X-Api-Key',
      'X-Auth-Token',
      'Accept',
    ] as const;
    const request = { ...first().request, headers: headers.map((name) => [name, 'geheim'] as const) };
    const entry = described({ request });
    expect(entry.url).to.equal('http://boekenplank.voorbeeld:8080/bieb');
    expect(entry.vraag.koppen.map(([, value]) => value)).to.deep.equal([...Array(6).fill(LEFT_OUT), 'geheim']);
  });

  it('says of each message whether its public copy was changed', () => {
    expect(described().vraag.gemaskeerd).to.equal(false);
    const masked = described({}, () => bodyOf('<a>gemaskeerd</a>'));
    expect(masked.vraag).to.include({ gemaskeerd: true, sha256: bodyOf('<a>gemaskeerd</a>').digest });
  });

  it('keeps why nothing came', () => {
    const [refused] = NOT_ESTABLISHED().exchanges;
    const entry = described(refused);
    expect(entry.storing).to.deep.equal({ kind: 'refused', detail: 'ECONNREFUSED 192.0.2.10:8080' });
  });

  it('gives a packed body the name of a packed file', () => {
    const reply = { status: 200, headers: [['Content-Encoding', 'gzip']] as const, body: bodyOf('x') };
    expect(described({ reply }).antwoord?.bestand).to.equal('bewijs/0001-antwoord.xml.gz');
  });

  it('keeps the facts of the TLS session', () => {
    const tls = { protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', peerSubject: 'CN=boekenplank.voorbeeld' };
    expect(described({ tls }).tls).to.deep.equal(tls);
  });

  it('leaves out of what we sent every header that a user asked for, whatever it is called, and every value in the query', () => {
    const { request } = first();
    const sent = described({
      request: { ...request, url: 'http://x/y?token=geheim&page=2', headers: [...request.headers, ['X-Toegang', 'geheim']] },
    });
    expect(sent.vraag.koppen).to.deep.include(['X-Toegang', LEFT_OUT]);
    expect(sent.url).to.equal(`http://x/y?token=${LEFT_OUT}&page=${LEFT_OUT}`);
    expect(JSON.stringify(sent)).not.to.include('geheim');
  });
});
