/** Rules as data: chosen by kind of message, told with path and line, tolerated by name, never counted when they did not speak. */
import { expect } from 'chai';
import { judgeMessageRules, tellBreaches } from '../../src/judge/message-rules.js';
import { openRuleBook } from '../../src/judge/rule-book.js';
import { readXml } from '../../src/message/xml-reader.js';
import { HarnessError } from '../../src/model/harness-error.js';
import type { RuleDefinition } from '../../src/model/rule-definition.js';
import { descend } from '../../src/model/xml-element.js';
import type { Family, MessageCheck } from '../../src/standard/family.js';
import { envelope, standard } from '../support/made-case.js';

const rule = (id: string, more: Partial<RuleDefinition>): RuleDefinition => ({
  ...{ id, melding: { nl: id, en: id }, ernst: 'fout', scope: 'message', appliesTo: {}, bronnen: [{ document: 'VTG' }] },
  check: { kind: 'xpath', violation: 'false()' },
  ...more,
});

const shouts: MessageCheck = ({ message }) =>
  message.children.flatMap((child) =>
    /[A-Z]{3}/.test(child.text) ? [{ path: `VTG:${child.name}`, line: child.line, found: child.text }] : [],
  );

const family = {
  checks: {
    message: new Map<string, MessageCheck>([
      ['shouts', shouts],
      ['silent', () => undefined],
    ]),
    exchange: new Map(),
  },
} as unknown as Family;

const MESSAGE = envelope(
  '<VTG:vtgLk01>\n<VTG:naam>ZEEMEEUW</VTG:naam>\n<VTG:mast hoogte="0"/>\n<VTG:mast hoogte="3"/>\n</VTG:vtgLk01>',
);

function judge(
  rules: readonly RuleDefinition[],
  more: { profile?: 'strict' | 'praktijk'; oorzaak?: 'product' | 'harnas'; service?: string } = {},
) {
  const bytes = new TextEncoder().encode(MESSAGE);
  const { root } = readXml(bytes);
  const message = root && descend(root, 'Body')?.children[0];
  if (!message) throw new Error('the test message is not well-formed');
  using book = openRuleBook({ ...standard, rules }, family);
  const subject = { code: 'Lk01', element: 'VTG:vtgLk01', ...(more.service && { service: more.service }) };
  return judgeMessageRules({
    book,
    subject,
    bytes,
    message,
    standard,
    profile: more.profile ?? 'strict',
    oorzaak: more.oorzaak ?? 'product',
  });
}
const outcomes = (...args: Parameters<typeof judge>) =>
  judge(...args).map(({ id, verdict, pad, gevonden }) => [id, verdict, pad, gevonden].filter((part) => part).join(' '));

const NO_FLAT_MAST = rule('VTG-01', { check: { kind: 'xpath', violation: './/VTG:mast[@hoogte = 0]/@hoogte' } });

describe('rules about one message', () => {
  it('tell where they are broken', () => {
    const [finding] = judge([NO_FLAT_MAST]);
    expect(finding).to.include({
      id: 'VTG-01',
      verdict: 'voldoet_niet',
      oorzaak: 'product',
      pad: 'VTG:mast[1]/@hoogte',
      regelnummer: 3,
      gevonden: '0',
    });
  });

  it('are summed up by id when they hold', () => {
    const findings = judge([rule('VTG-02', {}), rule('VTG-03', { check: { kind: 'xpath', violation: 'VTG:zeil' } })]);
    expect(findings).to.have.length(1);
    expect(findings[0]).to.deep.include({ id: 'REGELS', verdict: 'voldoet', gehouden: ['VTG-02', 'VTG-03'] });
  });

  it('may be broken by the whole message', () => {
    expect(outcomes([rule('VTG-04', { check: { kind: 'xpath', violation: 'not(VTG:zeil)' } })])).to.deep.equal([
      'VTG-04 voldoet_niet .',
    ]);
  });

  it('know local names whatever their namespace', () => {
    expect(outcomes([rule('VTG-05', { check: { kind: 'xpath', violation: '~naam' } })])).to.deep.equal([
      'VTG-05 voldoet_niet VTG:naam ZEEMEEUW',
    ]);
  });

  it('do not speak when they do not apply, and are not counted then', () => {
    const check = { kind: 'xpath', violation: 'not(VTG:zeil)', applies: 'VTG:tuig' } as const;
    expect(outcomes([rule('VTG-06', { check })])).to.deep.equal([]);
    expect(outcomes([rule('VTG-06', { check: { ...check, applies: 'VTG:naam' } })])).to.deep.equal(['VTG-06 voldoet_niet .']);
  });

  it('are chosen by berichtcode, element and service', () => {
    const chosen = (appliesTo: RuleDefinition['appliesTo'], service?: string) =>
      judge([rule('VTG-07', { appliesTo })], service ? { service } : {}).length === 1;
    expect(chosen({ codes: ['Lk*'] })).to.equal(true);
    expect(chosen({ codes: ['Lv*'] })).to.equal(false);
    expect(chosen({ elements: ['VTG:vtg*'] })).to.equal(true);
    expect(chosen({ elements: ['VTG:haven*'] })).to.equal(false);
    expect(chosen({ services: ['meld'] }, 'meld')).to.equal(true);
    expect(chosen({ services: ['meld'] }, 'vraag')).to.equal(false);
  });

  it('may be checks in code', () => {
    expect(outcomes([rule('VTG-08', { check: { kind: 'code', name: 'shouts', options: {} } })])).to.deep.equal([
      'VTG-08 voldoet_niet VTG:naam ZEEMEEUW',
    ]);
    expect(outcomes([rule('VTG-09', { check: { kind: 'code', name: 'silent', options: {} } })])).to.deep.equal([]);
  });

  it('list a few places where one of them is broken, and count the rest', () => {
    const breaches = Array.from({ length: 5000 }, (_, line) => ({ path: 'VTG:naam', line: line + 1 }));
    const told = tellBreaches(rule('VTG-10', {}), { profile: 'strict', oorzaak: 'product' }, breaches);
    expect(told).to.have.length(11);
    expect(told.at(-1)).to.include({ verdict: 'voldoet_niet', gevonden: 'en nog 4990 keer', regelnummer: 11 });
    expect(tellBreaches(rule('VTG-10', {}), { profile: 'strict', oorzaak: 'product' }, breaches.slice(0, 10))).to.have.length(10);
  });

  it('are softened by a named tolerance in the profile praktijk only', () => {
    const tolerant = {
      ...NO_FLAT_MAST,
      praktijk: { id: 'PRAKTIJK-X', reden: { nl: 'gebruikelijk', en: 'usual' }, bron: { document: 'D' } },
    } as const;
    expect(judge([tolerant])[0]?.ernst).to.equal('fout');
    expect(judge([tolerant], { profile: 'praktijk' })[0]).to.deep.include({
      ernst: 'aandachtspunt',
      tolerantie: 'PRAKTIJK-X',
      melding: { nl: 'VTG-01 (PRAKTIJK-X: gebruikelijk)', en: 'VTG-01 (PRAKTIJK-X: usual)' },
    });
  });

  it('leave a step undecided when our own message breaks them', () => {
    expect(judge([NO_FLAT_MAST], { oorzaak: 'harnas' })[0]).to.include({
      verdict: 'niet_beslist',
      oorzaak: 'harnas',
      verplicht: true,
    });
  });

  it('in code do not speak either when they do not apply', () => {
    const check = { kind: 'code', name: 'shouts', options: {} } as const;
    expect(outcomes([rule('VTG-11', { check: { ...check, applies: 'VTG:tuig' } })])).to.deep.equal([]);
    expect(outcomes([rule('VTG-11', { check: { ...check, applies: 'VTG:naam' } })])).to.deep.equal([
      'VTG-11 voldoet_niet VTG:naam ZEEMEEUW',
    ]);
  });

  it('are each found when many are asked together, and those that do not fire are told as held', () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      rule(`VTG-${100 + index}`, {
        check: {
          kind: 'xpath',
          violation: index % 13 === 0 ? 'VTG:naam' : 'VTG:tuig',
          ...(index % 3 === 0 && { applies: index % 2 === 0 ? 'VTG:mast' : 'VTG:roer' }),
        },
      }),
    );
    const [broken, kept] = [judge(many).filter(({ id }) => id !== 'REGELS'), judge(many).find(({ id }) => id === 'REGELS')];
    expect(broken.map(({ id }) => id)).to.deep.equal(['VTG-100', 'VTG-113', 'VTG-126']);
    const silent = many.filter((_, index) => index % 3 === 0 && index % 2 === 1).length;
    expect(kept?.gehouden).to.have.length(40 - silent - 3);
  });

  const refused: readonly [name: string, check: RuleDefinition['check'], text: RegExp][] = [
    [
      'an unknown check',
      { kind: 'code', name: 'shout', options: {} },
      /VTG-10 names the check "shout", which does not exist; did you mean "shouts"/,
    ],
    ['XPath that cannot be read', { kind: 'xpath', violation: 'VTG:mast[' }, /VTG-10: the XPath cannot be read/],
    ['XPath that looks outside the message', { kind: 'xpath', violation: '//VTG:mast' }, /VTG-10: .* starts at the document/],
  ];
  for (const [name, check, text] of refused) {
    it(`refuse ${name}`, () => {
      expect(() => judge([rule('VTG-10', { check })])).to.throw(HarnessError, text);
    });
  }
});
