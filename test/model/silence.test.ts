/** What counts as no answer. */
import { expect } from 'chai';
import { isSilence } from '../../src/model/silence.js';
import { madeExchange } from '../support/made-exchange.js';

const failure = (kind: 'timeout' | 'reset' | 'refused' | 'dns' | 'tls' | 'protocol' | 'cancelled' | 'body-too-large') =>
  isSilence(madeExchange({ failure: { kind, detail: 'x' } }));

describe('silence', () => {
  it('is a time-out, a reset, a refusal, also when a reply had begun', () => {
    expect(failure('timeout')).to.equal(true);
    expect(failure('reset')).to.equal(true);
    expect(failure('refused')).to.equal(true);
    expect(isSilence(madeExchange({ reply: '<a', failure: { kind: 'timeout', detail: 'x' } }))).to.equal(true);
  });

  it('is no reply that was wrong, nor what we did ourselves, nor a name or certificate that is wrong', () => {
    for (const kind of ['dns', 'tls', 'protocol', 'cancelled', 'body-too-large'] as const)
      expect(failure(kind), kind).to.equal(false);
    expect(isSilence(madeExchange({ reply: '<a/>' }))).to.equal(false);
    expect(isSilence(madeExchange({ reply: '<a/>', status: 500 }))).to.equal(false);
  });

  it('is a gateway that says that nobody is there, unless it says so in XML, as a product does', () => {
    expect(isSilence(madeExchange({ reply: '<p>weg', status: 503, contentType: 'text/html' }))).to.equal(true);
    expect(isSilence(madeExchange({ reply: '<a/>', status: 503 }))).to.equal(false);
    expect(isSilence(madeExchange({ reply: '<p>stuk', status: 500, contentType: 'text/html' }))).to.equal(false);
  });
});
