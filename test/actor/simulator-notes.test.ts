import { expect } from 'chai';
import { notesOn } from '../../src/actor/simulator-notes.js';
import type { StandardDefinition } from '../../src/model/standard-definition.js';
import type { XmlElement } from '../../src/model/xml-element.js';

const standard = {
  namespaces: { A: 'urn:a' },
  services: [
    { operation: 'zet', portType: 'Wijzig', soapAction: 'urn:zet', request: { element: 'A:zet' } },
    { operation: 'vraag', portType: 'Vraag', soapAction: 'urn:vraag', request: { element: 'A:vraag' } },
  ],
} as unknown as StandardDefinition;
const message = (name: string) => ({ name, namespace: 'urn:a', children: [], attributes: [], text: '' }) as unknown as XmlElement;
const notes = (name: string, action: string | undefined, path = '/') =>
  notesOn(
    { message: message(name), headers: action === undefined ? [] : [['SOAPAction', action]], url: `http://h${path}` },
    standard,
  ).map(({ en }) => en);

describe('notes on how a message was sent', () => {
  it("says nothing of what fits, at any address that is nobody else's", () => {
    for (const path of ['/', '/Wijzig', '/diensten/Wijzig/', '/iets']) expect(notes('zet', '"urn:zet"', path)).to.deep.equal([]);
    expect(notes('onbekend', '"urn:zet"')).to.deep.equal([]);
  });

  it('says that a SOAPAction belongs to something else, or is not there', () => {
    expect(notes('zet', '"urn:vraag"')).to.deep.equal(['SOAPAction "urn:vraag" does not fit zet; expected urn:zet']);
    expect(notes('zet', undefined)).to.deep.equal(['no SOAPAction; expected urn:zet']);
    expect(notes('zet', '""')).to.deep.equal(['no SOAPAction; expected urn:zet']);
  });

  it('finds the action of SOAP 1.2 with the type of the content', () => {
    const sent = (action: string) => ({
      ...{ message: message('zet'), url: 'http://h/' },
      headers: [['Content-Type', `application/soap+xml; charset=utf-8; action="${action}"`]] as const,
    });
    expect(notesOn(sent('urn:zet'), standard)).to.deep.equal([]);
    expect(notesOn(sent('urn:vraag'), standard).map(({ en }) => en)).to.deep.equal([
      'SOAPAction "urn:vraag" does not fit zet; expected urn:zet',
    ]);
  });

  it('says that a message came to the address of another port type', () => {
    expect(notes('zet', 'urn:zet', '/Vraag')).to.deep.equal(['sent to Vraag; zet belongs to Wijzig']);
  });
});
