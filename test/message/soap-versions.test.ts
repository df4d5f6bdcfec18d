import { expect } from 'chai';
import { actionOf, asSoap11, asSoap12 } from '../../src/message/soap-versions.js';
import { readXml } from '../../src/message/xml-reader.js';

const ELEVEN = 'http://schemas.xmlsoap.org/soap/envelope/';
const TWELVE = 'http://www.w3.org/2003/05/soap-envelope';
const bytes = (text: string) => new TextEncoder().encode(text);
const envelope = (namespace: string, body: string) => `<s:Envelope xmlns:s="${namespace}"><s:Body>${body}</s:Body></s:Envelope>`;

describe('SOAP versions', () => {
  it('reads an envelope of 1.2 as one of 1.1, and leaves what stands in it as it is', () => {
    const root = readXml(bytes(envelope(TWELVE, '<a:vraag xmlns:a="urn:a">1</a:vraag>'))).root;
    const read = root && asSoap11(root);
    expect(read?.namespace).to.equal(ELEVEN);
    expect(read?.children[0]).to.include({ name: 'Body', namespace: ELEVEN });
    expect(read?.children[0]?.children[0]).to.include({ name: 'vraag', namespace: 'urn:a', text: '1' });
  });

  it('leaves what is no envelope of 1.2 alone', () => {
    for (const text of [envelope(ELEVEN, '<vraag/>'), `<vraag xmlns="${TWELVE}"/>`, '<Envelope/>']) {
      const { root } = readXml(bytes(text));
      expect(root && asSoap11(root), text).to.equal(undefined);
    }
  });

  it('finds the action in the Content-Type', () => {
    expect(actionOf('application/soap+xml; charset=utf-8; action="urn:a b"')).to.equal('urn:a b');
    expect(actionOf('application/soap+xml;action=urn:a;charset=utf-8')).to.equal('urn:a');
    expect(actionOf('application/soap+xml; charset=utf-8')).to.equal(undefined);
    expect(actionOf(undefined)).to.equal(undefined);
  });

  it('writes a reply as 1.2 wants it, with the parts of its own Fault', () => {
    const fault =
      '<s:Fault><faultcode>s:Client</faultcode><faultstring>Mis $1 &amp;</faultstring><detail><fout/></detail></s:Fault>';
    const { root } = readXml(asSoap12(bytes(envelope(ELEVEN, fault))));
    const [code, reason, detail] = root?.children[0]?.children[0]?.children ?? [];
    expect(root?.namespace).to.equal(TWELVE);
    expect(code?.children[0]?.text).to.equal('s:Sender');
    expect(reason?.children[0]?.text).to.equal('Mis $1 &');
    expect(detail).to.include({ name: 'Detail', namespace: TWELVE });
    expect(detail?.children[0]?.name).to.equal('fout');
  });

  it('writes a reply without a Fault as it is', () => {
    expect(new TextDecoder().decode(asSoap12(bytes(envelope(ELEVEN, '<a/>'))))).to.equal(envelope(TWELVE, '<a/>'));
  });
});
