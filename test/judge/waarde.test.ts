import { expect } from 'chai';
import { waarde } from '../../src/judge/waarde.js';
import { envelope, madeCase } from '../support/made-case.js';

const REPLY = envelope(
  '<VTG:vtgLa01><VTG:naam>Zeemeeuw</VTG:naam><VTG:mast>1</VTG:mast><VTG:mast>2</VTG:mast><VTG:foto StUF:bestandsnaam="x.png"/></VTG:vtgLa01>',
);

async function verdict(options: Record<string, unknown>): Promise<string | undefined> {
  const on = madeCase({ request: envelope('<VTG:vtgLv01/>'), reply: REPLY }, { values: { 'Boot1.naam': 'Zeemeeuw' } });
  const [finding] = await waarde.judge({ kind: 'waarde', options }, on);
  return finding?.verdict;
}

describe('the judge waarde', () => {
  const cases: readonly [options: Record<string, unknown>, holds: boolean][] = [
    [{ path: 'VTG:naam', equals: 'Zeemeeuw' }, true],
    [{ path: 'VTG:naam', equals: '{{Boot1.naam}}' }, true],
    [{ path: 'VTG:naam', equals: 'Albatros' }, false],
    [{ path: 'VTG:roepnaam', equals: 'Zeemeeuw' }, false],
    [{ path: 'VTG:naam', differs: 'Albatros' }, true],
    [{ path: 'VTG:naam', differs: '{{Boot1.naam}}' }, false],
    [{ path: 'VTG:naam', matches: '^[A-Z]' }, true],
    [{ path: 'VTG:naam', matches: '^[0-9]' }, false],
    [{ path: 'VTG:naam', present: true }, true],
    [{ path: 'VTG:naam', present: false }, false],
    [{ path: 'VTG:roepnaam', present: false }, true],
    [{ path: 'VTG:naam', filled: true }, true],
    [{ path: 'VTG:naam', filled: false }, false],
    [{ path: 'VTG:foto', filled: false }, true],
    [{ path: 'VTG:foto', filled: true }, false],
    [{ path: 'VTG:roepnaam', filled: false }, true],
    [{ path: 'VTG:mast', count: 2 }, true],
    [{ path: 'VTG:mast', count: 1 }, false],
    [{ path: 'VTG:foto/@StUF:bestandsnaam', equals: 'x.png' }, true],
    [{ path: 'VTG:foto/@StUF:bestandsnaam', equals: 'y.png' }, false],
  ];
  for (const [options, holds] of cases) {
    it(`${holds ? 'accepts' : 'refuses'} ${JSON.stringify(options)}`, async () => {
      expect(await verdict(options)).to.equal(holds ? 'voldoet' : 'voldoet_niet');
    });
  }

  it('says where, what was expected and what was found', async () => {
    const on = madeCase({ id: '0007', request: envelope('<VTG:vtgLv01/>'), reply: REPLY });
    const [finding] = await waarde.judge({ kind: 'waarde', options: { path: 'VTG:naam', equals: 'Albatros', id: 'VTG-01' } }, on);
    expect(finding).to.include({
      id: 'VTG-01',
      pad: 'VTG:naam',
      verwacht: 'Albatros',
      gevonden: 'Zeemeeuw',
      regelnummer: 1,
      bericht: '0007/antwoord',
      oorzaak: 'product',
    });
  });

  it('refuses wrong options at the door', () => {
    expect(waarde.complaints({ path: 'a', equals: 'b' })).to.deep.equal([]);
    expect(waarde.complaints({ equals: 'b' })).to.have.length(1);
    expect(waarde.complaints({ path: 'a' })).to.have.length(1);
    expect(waarde.complaints({ path: 'a', equals: 'b', count: 1 })).to.have.length(1);
    expect(waarde.complaints({ path: 'a', matches: '(' })).to.have.length(1);
    expect(waarde.complaints({ path: 'a', equals: 'b', ecquals: 'c' })).to.have.length(1);
  });
});
