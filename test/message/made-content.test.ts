import { expect } from 'chai';
import { contentOf } from '../../src/message/made-content.js';
import { compileTemplate } from '../../src/message/template.js';

describe('made content', () => {
  it('has as many bytes as wanted, the same ones every time, and no pattern that would compress', () => {
    const bytes = Buffer.from(contentOf(1000), 'base64');
    expect(bytes).to.have.length(1000);
    expect(contentOf(1000)).to.equal(contentOf(1000));
    expect(new Set(bytes).size).to.be.greaterThan(240);
  });

  it('stands in a template by the name bytes, which is no value that somebody must give', () => {
    const template = compileTemplate('<a naam="{{naam}}">{{bytes 6}}</a>', 'a.xml.hbs');
    expect(template.names).to.deep.equal(['naam']);
    expect(template.render({ naam: 'x' }, {})).to.equal(`<a naam="x">${contentOf(6)}</a>`);
  });
});
