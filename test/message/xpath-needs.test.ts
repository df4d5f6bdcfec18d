import { expect } from 'chai';
import { areMet, needsOf } from '../../src/message/xpath-needs.js';

const met = (text: string, ...names: readonly string[]) => areMet(needsOf(text), (name) => names.includes(name));

describe('what a message must mention before an expression can select anything', () => {
  const known: readonly [text: string, needs: unknown][] = [
    ['VTG:mast', [[['mast']]]],
    ['.//VTG:mast[@hoogte = 0]/@VTG:kleur', [[['mast'], ['kleur']]]],
    ['~stuurgegevens/StUF:zender', [[['stuurgegevens'], ['zender']]]],
    ['VTG:mast | VTG:tuig[VTG:zeil | VTG:ra]', [[['mast']], [['tuig']]]],
    ['VTG:mast or .//VTG:tuig', [[['mast']], [['tuig']]]],
    ["(~object | ~gelijk)[@x != '|' or y]", [[['object']], [['gelijk']]]],
    [`.//*[local-name()='a' or local-name() = "b.c"][not(d)]`, [[['a', 'b.c']]]],
    ["VTG:naam[contains(., ' or ')]", [[['naam']]]],
    ['VTG:voor/VTG:orde', [[['voor'], ['orde']]]],
  ];
  for (const [text, needs] of known) it(`is read from ${text}`, () => expect(needsOf(text)).to.deep.equal(needs));

  const unknown = [
    'not(VTG:zeil)',
    'true()',
    '.',
    './/*',
    'VTG:a = VTG:b',
    'count(VTG:mast) > 1',
    'VTG:mast and not(VTG:tuig)',
    'VTG:mast or not(VTG:tuig)',
    ".//*[local-name()='a' or @b]",
    './/*[@VTG:soort]',
    'VTG:mast/following-sibling::VTG:ra',
    'VTG:a - 1',
  ];
  for (const text of unknown) {
    it(`is nothing for ${text}, which is always evaluated`, () => expect(met(text)).to.equal(true));
  }

  it('is met when one way is open with all it needs', () => {
    expect(met('VTG:mast/VTG:ra | VTG:tuig', 'mast')).to.equal(false);
    expect(met('VTG:mast/VTG:ra | VTG:tuig', 'mast', 'ra')).to.equal(true);
    expect(met('VTG:mast/VTG:ra | VTG:tuig', 'tuig')).to.equal(true);
  });
});
