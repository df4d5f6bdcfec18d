import { expect } from 'chai';
import { herhaald } from '../../src/judge/herhaald.js';
import type { Exchange } from '../../src/model/exchange.js';
import { envelope, madeCase } from '../support/made-case.js';
import { madeExchange } from '../support/made-exchange.js';

function message(of: { readonly reference?: string; readonly time?: string; readonly content?: string }): string {
  const { reference = 'A1', time = '20260105090000', content = '<VTG:naam soort="b" maat="1">Zeeleeuw</VTG:naam>' } = of;
  const number = `<StUF:referentienummer>${reference}</StUF:referentienummer><StUF:tijdstipBericht>${time}</StUF:tijdstipBericht>`;
  return envelope(`<VTG:vtgLk01><VTG:stuurgegevens>${number}</VTG:stuurgegevens>${content}</VTG:vtgLk01>`);
}

function exchange(id: string, step: number, request: string): Exchange {
  const made = madeExchange({ id, request });
  return { ...made, part: 'listener', purpose: { ...made.purpose, step } };
}

/** What is found about the second message, when the first is the usual one. */
async function found(of: Parameters<typeof message>[0], first: string | undefined = message({})): Promise<string> {
  const second = exchange('2', 3, message(of));
  const before = first === undefined ? [] : [exchange('1', 1, first)];
  const record = { exchanges: [...before, second], established: new Set<string>(), disproved: new Set<string>() };
  const on = { ...madeCase({}), exchange: second, record };
  const [finding, ...more] = await herhaald.judge({ kind: 'herhaald', options: { step: 1 } }, on);
  expect(more).to.deep.equal([]);
  return [finding?.verdict, finding?.gevonden].filter((part) => part).join(': ');
}

describe('herhaald', () => {
  it('holds for the same message, also with its attributes in another order', async () => {
    expect(await found({})).to.equal('voldoet');
    expect(await found({ content: '<VTG:naam maat="1" soort="b">Zeeleeuw</VTG:naam>' })).to.equal('voldoet');
  });

  it('does not for another number, another time or other content, and tells which', async () => {
    expect(await found({ reference: 'A2' })).to.equal('voldoet_niet: referentienummer A2');
    expect(await found({ time: '20260105090001' })).to.equal('voldoet_niet: tijdstipBericht 20260105090001');
    expect(await found({ content: '<VTG:naam soort="b" maat="1">Zeehond</VTG:naam>' })).to.equal('voldoet_niet: andere inhoud');
    expect(await found({ content: '' })).to.equal('voldoet_niet: andere inhoud');
  });

  it('decides nothing when the earlier message never came or cannot be read', async () => {
    expect(await found({}, '<stuk')).to.match(/^niet_beslist/);
  });

  it('wants the number of a step', () => {
    expect(herhaald.complaints({ step: 1 })).to.deep.equal([]);
    expect(herhaald.complaints({})).to.have.length(1);
    expect(herhaald.complaints({ step: 'a/1' })).to.have.length(1);
  });
});
