import { expect } from 'chai';
import { messageInside, withMessage } from '../../src/message/open-message.js';
import { readXml } from '../../src/message/xml-reader.js';
import { HarnessError } from '../../src/model/harness-error.js';
import type { XmlElement } from '../../src/model/xml-element.js';

const TEXT = `<?xml version="1.0"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
<v:vaartuig xmlns:v="urn:vaartuigen" v:soort="kits"><!-- x --><v:naam>ZEE<![CDATA[MEEUW]]></v:naam><v:mast/></v:vaartuig>
</s:Body></s:Envelope>`;

const bytes = (text: string) => new TextEncoder().encode(text);
const plain = ({ namespace, name, attributes, children, text, line }: XmlElement): unknown => ({
  ...{ namespace, name, attributes, text, line },
  children: children.map(plain),
});

describe('a message that is opened once', () => {
  it('shows the message element and the whole tree, as a reader of the bytes sees it', () => {
    const seen = withMessage(bytes(TEXT), ({ element, tree }) => ({ name: element?.name, tree: plain(tree()) }));
    const root = readXml(bytes(TEXT)).root;
    expect(seen).to.deep.equal({ value: { name: 'vaartuig', tree: root && plain(root) } });
  });

  it('gives the same tree to everybody who asks', () => {
    const seen = withMessage(bytes(TEXT), ({ tree }) => {
      const first = tree();
      return tree() === first;
    });
    expect(seen).to.deep.equal({ value: true });
  });

  it('shows the message element of the tree, and the only element in it as a message', () => {
    const wrapped = bytes('<in><v:vaartuig xmlns:v="urn:vaartuigen"/></in>');
    const seen = withMessage(wrapped, (open) => [open.treeOfMessage()?.name, messageInside(open)?.treeOfMessage()?.name]);
    expect(seen).to.deep.equal({ value: ['in', 'vaartuig'] });
    expect(withMessage(bytes(TEXT), ({ treeOfMessage }) => treeOfMessage()?.name)).to.deep.equal({ value: 'vaartuig' });
  });

  it('refuses a look at what nobody looked at while it was open', () => {
    const seen = withMessage(Buffer.from(TEXT, 'utf16le'), (open) => open.tree());
    const root = 'value' in seen ? seen.value : undefined;
    expect(root?.name).to.equal('Envelope');
    expect(() => root?.children).to.throw(HarnessError, 'was closed before <Envelope> was looked into');
  });

  it('counts the lines of a long document as a reader of the bytes does', () => {
    const long = bytes(`<a>${'\n'.repeat(70_000)}<b/></a>`);
    const seen = withMessage(long, ({ tree }) => tree().children[0]?.line);
    expect(seen).to.deep.equal({ value: 70_001 });
    expect(readXml(long).root?.children[0]?.line).to.equal(70_001);
  });

  it('says what the problem is when there is no document', () => {
    expect(withMessage(bytes('x'), () => 1)).to.have.nested.property('problem.kind', 'not-xml');
  });
});
