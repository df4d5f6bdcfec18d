import { expect } from 'chai';
import { readXml } from '../../../src/message/xml-reader.js';
import { descend, type XmlElement } from '../../../src/model/xml-element.js';
import { askedFor } from '../../../src/standard/stuf/asked-for.js';
import { envelope, standard } from '../../support/made-case.js';

const question = (scope: string): XmlElement => {
  const { root } = readXml(new TextEncoder().encode(envelope(`<VTG:vtgLv01>${scope}</VTG:vtgLv01>`)));
  const message = root && descend(root, 'Body')?.children[0];
  if (!message) throw new Error('the test message is not well-formed');
  return message;
};
const asked = (scope: string, path: string) => askedFor(standard, question(scope), path);
const scope = (content: string, attribute = '') =>
  `<VTG:scope><VTG:object StUF:entiteittype="VTG"${attribute}>${content}</VTG:object></VTG:scope>`;

describe('what a question asked for', () => {
  it('is everything without a scope', () => {
    expect(asked('', 'VTG:antwoord/VTG:object/VTG:naam')).to.equal(true);
  });

  it('is what the scope names, and nothing else', () => {
    const naam = scope('<VTG:naam xsi:nil="true"/>');
    expect(asked(naam, 'VTG:antwoord/VTG:object/VTG:naam')).to.equal(true);
    expect(asked(naam, 'VTG:antwoord/VTG:object/VTG:hoogte')).to.equal(false);
  });

  it('goes into relations', () => {
    const owner = scope('<VTG:isVan><VTG:gerelateerde><VTG:naam xsi:nil="true"/></VTG:gerelateerde></VTG:isVan>');
    expect(asked(owner, 'VTG:antwoord/VTG:object/VTG:isVan/VTG:gerelateerde/VTG:naam')).to.equal(true);
    expect(asked(owner, 'VTG:antwoord/VTG:object/VTG:isVan/VTG:gerelateerde/VTG:bsn')).to.equal(false);
    expect(asked(owner, 'VTG:antwoord/VTG:object/VTG:isVan')).to.equal(true);
  });

  it('is everything with scope="alles"', () => {
    expect(asked(scope('', ' StUF:scope="alles"'), 'VTG:antwoord/VTG:object/VTG:hoogte')).to.equal(true);
    expect(asked(scope('', ' StUF:scope="kerngegevens"'), 'VTG:antwoord/VTG:object/VTG:hoogte')).to.equal(false);
  });

  it('takes an attribute for asked with its element', () => {
    expect(asked(scope('<VTG:foto/>'), 'VTG:antwoord/VTG:object/VTG:foto/@StUF:bestandsnaam')).to.equal(true);
    expect(asked(scope('<VTG:naam/>'), 'VTG:antwoord/VTG:object/VTG:foto/@StUF:bestandsnaam')).to.equal(false);
  });
});
