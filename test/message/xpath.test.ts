/** Expressions on the plain tree, each beside what the parser makes of it. */
import { expect } from 'chai';
import { withMessage } from '../../src/message/open-message.js';
import { compileTruth } from '../../src/message/xpath/compile.js';
import { namesIn } from '../../src/message/xpath/names-in.js';
import { compileXPath } from '../../src/message/xpath-expression.js';

const TEXT = `<v:haven xmlns:v="urn:haven" xmlns:w="urn:water" v:soort="zee">
  <v:schip w:vlag="NL" naam=" De  Meeuw "><v:mast hoog="12"/><v:mast hoog="9"/><v:lading>12.5 ton</v:lading></v:schip>
  <v:schip naam="Stern">\u00a0<w:mast>3</w:mast><v:lading>20261231235959123</v:lading></v:schip>
  <v:kade>a<v:bolder>1</v:bolder>b<v:bolder>20</v:bolder>c<!-- x --><![CDATA[<]]></v:kade>
  <v:vlag>é😀f</v:vlag>
</v:haven>`;
const PREFIXES = { v: 'urn:haven', w: 'urn:water' };

const TRUE = [
  'v:schip',
  '~schip[2]/w:mast',
  './/v:mast',
  './/@hoog[. > 10]',
  './/*[local-name()="mast" or local-name()="roer"]',
  './/v:*[@hoog]',
  './/@w:*',
  'v:schip[@w:vlag="NL"][v:mast[2]/@hoog = 9]',
  'v:schip[last()]/v:lading',
  'v:schip[position() = 2 and w:mast]',
  '(v:schip | v:kade)[3]/v:bolder',
  '(.//v:bolder | .//w:mast)[1] = 3',
  'count(.//v:mast | .//v:mast/. | v:schip/*[@hoog]) = 2',
  'v:schip/v:mast/preceding-sibling::v:mast',
  'v:kade/v:bolder[following-sibling::v:bolder]',
  'v:kade/v:bolder[2]/preceding-sibling::*[1][. = 1]',
  './/v:bolder[parent::v:kade][ancestor::v:haven/@v:soort = "zee"]',
  'v:kade/v:bolder/../../v:vlag',
  './/v:bolder/ancestor-or-self::*[@v:soort]',
  'v:kade = "a1b20c<"',
  'normalize-space(v:schip/@naam) = "De Meeuw"',
  'string-length(v:vlag) = 3',
  'substring(v:vlag, 2, 1) = "😀"',
  'substring("12345", 1.5, 2.6) = "234"',
  'substring("12345", 0) = "12345"',
  'translate(v:vlag, "fé", "x") = "😀x"',
  'translate("aba", "aa", "xy") = "xbx"',
  'starts-with(v:kade, "a1") and contains(v:kade, "20c")',
  'substring-before("a/b", "/") = "a" and substring-after("a/b", "/") = "b" and substring-before("ab", "/") = ""',
  'concat("a", v:kade/v:bolder, "b") = "a1b"',
  'number(.//v:lading) != number(.//v:lading)',
  'v:schip[2][string(v:lading) and normalize-space(.)]',
  'string-length(normalize-space(v:schip[2])) = 19',
  'number("2026123123595912345") = number("2026123123595912346")',
  'floor(7 div 2) = 3 and 7 mod 3 = 1 and 2 + 3 * 2 - 1 = 7',
  'number(" -1.25e1 ") < 0 and number("-12.5") = number(" -1.25e1 ")',
  'number("1e3") = 1000 and number("2.") = 2 and number(".5") < 1',
  'not(v:roer) and not(number("x") = number("x"))',
  'boolean(v:schip) = true() and false() = (v:schip = "x")',
  'v:schip/v:mast/@hoog != v:schip/v:mast/@hoog',
  'v:schip/v:mast/@hoog > v:kade/v:bolder',
  'namespace-uri(.//@hoog) = "" and namespace-uri(.//*[local-name() = "mast"]) = "urn:haven"',
  'namespace-uri(v:schip[2]/*) = "urn:water" and local-name(v:kade/*[2]) = "bolder"',
  'self::v:haven and self::*[self::~haven]',
  'v:schip//v:mast and v:kade//~bolder[. > 19]',
];

const FALSE = [
  'mast',
  'v:schip[3]',
  './/v:mast[@hoog > 12]',
  './/@soort',
  './/@v:hoog',
  '@hoog',
  'v:kade/v:bolder[1]/preceding-sibling::*',
  './/@hoog/self::*',
  'v:schip/@naam/v:mast',
  'normalize-space(v:schip[2]/@lading)',
  'string-length("😀") = 2',
  'v:schip/v:roer = v:schip/v:roer',
  'v:schip/v:roer != "x"',
  'not(v:roer = "") = false()',
  'number("") = 0',
  'number("1 2") > 0',
  'count(v:schip) mod 2',
];

/** The parser knows them; here they are left to it. */
const BEYOND = [
  './/v:mast[1]',
  'v:schip/text()',
  'v:schip/node()',
  '-1 < 0',
  'sum(.//v:bolder) = 21',
  'string(count(v:schip)) = "2"',
  'name(v:schip) = "v:schip"',
  'v:schip/following::v:kade',
  'round(2.5) = 3',
  'onbekend:naam',
  'v:schip[',
  'v:schip]',
  'not()',
  '',
];

describe('XPath on the plain tree', () => {
  const told = (expression: string) => {
    const known = compileTruth(expression, PREFIXES);
    const looked = withMessage(new TextEncoder().encode(TEXT), ({ element, treeOfMessage }) => {
      const tree = treeOfMessage();
      const asked = compileXPath('x', `boolean(${expression})`, PREFIXES);
      const parser = element?.eval(asked);
      asked.dispose();
      return { tree: tree && known?.(tree, namesIn(tree)), parser };
    });
    return 'value' in looked ? looked.value : undefined;
  };

  for (const [expected, expressions] of [
    [true, TRUE],
    [false, FALSE],
  ] as const) {
    for (const expression of expressions) {
      it(`${expression} is ${expected}, as the parser says`, () => {
        expect(told(expression)).to.deep.equal({ tree: expected, parser: expected });
      });
    }
  }

  for (const expression of BEYOND) {
    it(`leaves ${expression === '' ? 'nothing at all' : expression} to the parser`, () => {
      expect(compileTruth(expression, PREFIXES)).to.equal(undefined);
    });
  }
});
