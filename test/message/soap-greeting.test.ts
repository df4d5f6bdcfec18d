import { expect } from 'chai';
import { looksLikeSoap, soapGreeting } from '../../src/message/soap-greeting.js';

describe('an empty envelope', () => {
  it('looks like SOAP', () => expect(looksLikeSoap(new TextDecoder().decode(soapGreeting()))).to.equal(true));
  it('a web page does not, nor does SOAP 1.2', () => {
    expect(looksLikeSoap('<html><body>http://schemas.xmlsoap.org/soap/envelope/</body></html>')).to.equal(false);
    expect(looksLikeSoap('<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"/>')).to.equal(false);
  });
});
