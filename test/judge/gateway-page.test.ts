import { expect } from 'chai';
import { gatewayPage } from '../../src/judge/gateway-page.js';
import { judgeTransport } from '../../src/judge/transport.js';
import { madeExchange } from '../support/made-exchange.js';

const page = (title: string) => `<html><head><title>400 ${title}</title></head></html>`;

describe('a page with which a gateway answers for the product', () => {
  for (const [title, said] of [
    ['No required SSL certificate was sent', 'asks for a client certificate'],
    ['The SSL certificate error', 'refuses our client certificate'],
    ['The plain HTTP request was sent to HTTPS port', 'Only TLS is spoken'],
  ] as const) {
    it(`is for the set-up, not for the product: ${title}`, () => {
      expect(gatewayPage(400, page(title))?.melding.en).to.include(said);
      const exchange = madeExchange({ reply: page(title), status: 400, contentType: 'text/html' });
      const bytes = new TextEncoder().encode(page(title));
      const [finding, ...more] = judgeTransport({
        exchange,
        bytes,
        earlierAnswered: false,
        failedTwice: false,
        profile: 'strict',
      });
      expect(more).to.deep.equal([]);
      expect(finding).to.include({ id: 'TRANSPORT-TLS', verdict: 'niet_beslist', oorzaak: 'configuratie' });
    });
  }

  it('is nothing of the kind with another status, or another text', () => {
    expect(gatewayPage(500, page('The SSL certificate error'))).to.equal(undefined);
    expect(gatewayPage(400, page('Bad Request'))).to.equal(undefined);
  });
});
