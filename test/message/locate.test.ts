import { expect } from 'chai';
import { openLocator } from '../../src/message/locate.js';

const TEXT = `<?xml version="1.0"?>
<!-- <v:naam>no</v:naam> -->
<s:Envelope xmlns:s="urn:s"><s:Body>
  <v:vaartuig xmlns:v="urn:v">
    <v:naam>ZEEMEEUW</v:naam><v:mast hoogte="3"/><v:mast
      hoogte="0"/>
    <v:mast v:hoogte='5'><v:naam>KRAAIENNEST</v:naam></v:mast>
  </v:vaartuig>
</s:Body></s:Envelope>`;

const locate = openLocator(new TextEncoder().encode(TEXT), 'vaartuig');
const seen = (path: string | undefined, line?: number) => {
  const found = locate({ path, line });
  return (
    found && [found.line, found.column, found.text.slice((found.column ?? 1) - 1, (found.column ?? 1) - 1 + (found.length ?? 0))]
  );
};

describe('finding a place in a message', () => {
  it('follows a path below the message element', () => {
    expect(seen('v:naam')).to.deep.equal([5, 5, '<v:naam']);
    expect(seen('.')).to.deep.equal([4, 3, '<v:vaartuig']);
    expect(seen('v:mast[3]/v:naam')).to.deep.equal([7, 26, '<v:naam']);
  });

  it('chooses by the line on which the start tag ends', () => {
    expect(seen('v:mast', 6)).to.deep.equal([5, 50, '<v:mast']);
    expect(seen('v:mast', 7)).to.deep.equal([7, 5, '<v:mast']);
  });

  it('marks an attribute', () => {
    expect(seen('v:mast[1]/@hoogte')).to.deep.equal([5, 38, 'hoogte="3"']);
    expect(seen('v:mast[3]/@v:hoogte')).to.deep.equal([7, 15, "hoogte='5'"]);
  });

  it('marks the element above what is absent', () => {
    expect(seen('v:mast[3]/v:zeil/v:kleur')).to.deep.equal([7, 5, '<v:mast']);
    expect(seen('v:mast[2]/@kleur')).to.deep.equal([5, 50, '<v:mast']);
  });

  it('shows the line when only that is known, and nothing for a line that is not there', () => {
    expect(locate({ line: 9 })).to.deep.equal({ line: 9, text: '</s:Body></s:Envelope>' });
    expect(locate({ line: 99 })).to.equal(undefined);
    expect(locate({})).to.equal(undefined);
  });

  it('reads the encoding that a message names', () => {
    const wide = Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>\n<a><b/></a>`, 'utf16le');
    expect(openLocator(wide, 'a')({ path: 'b' })).to.include({ line: 2, column: 4 });
  });

  it('stays quiet about a message that is too large to search', () => {
    expect(openLocator(new Uint8Array(5_000_000), 'a')({ line: 1 })).to.equal(undefined);
  });
});
