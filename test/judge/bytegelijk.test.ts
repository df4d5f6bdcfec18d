import { expect } from 'chai';
import { bytegelijk } from '../../src/judge/bytegelijk.js';
import { envelope, madeCase } from '../support/made-case.js';
import { madeExchange } from '../support/made-exchange.js';

const OPTIONS = { step: 'haven/1', path: 'VTG:boot/VTG:foto', brought: 'VTG:foto' };
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** What is found about a document that came back, when another was brought. */
async function found(brought: string | undefined, back: string, purpose = {}): Promise<string> {
  const said = madeExchange({
    ...{ id: '1', purpose: { scenario: 'haven', step: 1, kind: 'step', ...purpose } },
    request: envelope(`<VTG:vtgLk01>${brought === undefined ? '' : `<VTG:foto>${brought}</VTG:foto>`}</VTG:vtgLk01>`),
  });
  const on = madeCase({
    ...{ id: '2', request: envelope('<VTG:vtgLv01/>'), purpose: { scenario: 'haven', step: 3 } },
    reply: envelope(`<VTG:vtgLa01><VTG:boot>${back}</VTG:boot></VTG:vtgLa01>`),
  });
  const record = { exchanges: [said, on.exchange], established: new Set<string>(), disproved: new Set<string>() };
  const [finding, ...more] = await bytegelijk.judge({ kind: 'bytegelijk', options: OPTIONS }, { ...on, record });
  expect(more).to.deep.equal([]);
  return `${finding?.verdict}: ${finding?.gevonden}`;
}

describe('bytegelijk', () => {
  it('holds for the same bytes, however the text of them is broken into lines', async () => {
    const content = base64('een document van de ketentest, lang genoeg voor twee regels');
    expect(await found(content, `<VTG:foto>${content}</VTG:foto>`)).to.match(/^voldoet: 59 bytes, sha256 [0-9a-f]{16}…$/);
    const broken = `${content.slice(0, 40)}\n${content.slice(40)}`;
    expect(await found(content, `<VTG:foto>${broken}</VTG:foto>`)).to.match(/^voldoet: 59 bytes/);
  });

  it('does not for other bytes, and says from which byte on', async () => {
    expect(await found(base64('haven'), `<VTG:foto>${base64('harde')}</VTG:foto>`)).to.match(
      /^voldoet_niet: 5 bytes.*anders vanaf byte 3$/,
    );
    expect(await found(base64('haven'), `<VTG:foto>${base64('hav')}</VTG:foto>`)).to.match(
      /^voldoet_niet: 3 bytes.*anders vanaf byte 4$/,
    );
    expect(await found(base64('haven'), '')).to.equal('voldoet_niet: (afwezig)');
  });

  it('decides nothing when the message brought no content, or is not there', async () => {
    expect(await found(undefined, `<VTG:foto>${base64('haven')}</VTG:foto>`)).to.match(/^niet_beslist/);
    expect(await found(base64('haven'), `<VTG:foto>${base64('haven')}</VTG:foto>`, { step: 2 })).to.match(/^niet_beslist/);
  });

  it('wants both paths and the step that brought it', () => {
    expect(bytegelijk.complaints(OPTIONS)).to.deep.equal([]);
    expect(bytegelijk.complaints({ ...OPTIONS, step: 3 })).to.have.length(1);
    expect(bytegelijk.complaints({})).to.have.length(3);
    expect(bytegelijk.complaints({ ...OPTIONS, paht: 'x' })).to.deep.equal(['unknown option "paht"']);
  });
});
