import { expect } from 'chai';
import { needsOf } from '../../src/message/xpath/needs.js';
import { parseXPath } from '../../src/message/xpath/parse.js';

/** As `a|b & c`. */
function needs(text: string): string {
  const expression = parseXPath(text, { v: 'urn:vloot' });
  if (!expression) throw new Error(text);
  return needsOf(expression, true)
    .map((need) => [...need].join('|'))
    .join(' & ');
}

describe('what an expression needs of a message', () => {
  const told: readonly (readonly [string, string])[] = [
    ['.//v:mast[@v:hoog]/~zeil', 'mast & @hoog & zeil'],
    ['v:schip | v:boot[v:roer]', 'schip|boot & schip|roer'],
    ['v:schip and not(v:boot)', 'schip'],
    ['v:schip or true()', ''],
    ["v:schip/v:naam = 'Zeeleeuw'", 'schip & naam'],
    ['v:schip = false()', ''],
    ['not(v:schip) = false()', ''],
    ['count(v:mast) > 1', 'mast'],
    ['count(v:mast) < 1', ''],
    ['count(v:mast) = 0', ''],
    ['string-length(v:naam) < 3', ''],
    ['normalize-space(v:naam)', 'naam'],
    ["contains('abc', v:naam)", ''],
    ['v:schip/../v:kade', 'schip'],
    ['v:schip[../../Envelope]', 'schip'],
    ['v:schip/following-sibling::v:boot', 'schip'],
    ['self::v:bericht', ''],
    ['.//@hoog/parent::v:mast', '@hoog'],
    ['(v:schip | v:boot)[v:roer]/v:naam', 'schip|boot & roer & naam'],
    ["*[local-name()='a' or local-name()='b']", 'a|b'],
    ['v:schip[2]', 'schip'],
  ];
  for (const [text, wanted] of told) {
    it(`${text} needs ${wanted === '' ? 'nothing that is known' : wanted}`, () => {
      expect(needs(text)).to.equal(wanted);
    });
  }
});
