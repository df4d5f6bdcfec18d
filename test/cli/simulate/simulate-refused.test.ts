import { expect } from 'chai';
import { refusedJson, refusedText } from '../../../src/cli/simulate/simulate-refused.js';
import type { Exchange } from '../../../src/model/exchange.js';
import { madeExchange } from '../../support/made-exchange.js';

const TOO_LARGE = madeExchange({
  ...{ request: 'aaaa', reply: '', status: 413 },
  failure: { kind: 'body-too-large', detail: 'BODY_TOO_LARGE: more than 3 bytes' },
});
const CUT_OFF = madeExchange({
  request: 'aa',
  failure: { kind: 'reset', detail: 'TRUNCATED: the sender stopped after 2 bytes' },
});

describe('what a simulated counterpart turned away', () => {
  it('is told on two lines, with its reason in the language of the user', () => {
    expect(refusedText(TOO_LARGE, 'nl')).to.equal(
      '2026-01-01T00:00:00.010Z  POST /, 4 bytes → HTTP 413\n    ! het bericht is groter dan wij aannemen (BODY_TOO_LARGE: more than 3 bytes)',
    );
    expect(refusedText(CUT_OFF, 'en')).to.include('→ –\n    ! the connection was lost before the message was there (TRUNCATED');
  });

  it('is one JSON object, with the reason in both', () => {
    expect(JSON.parse(refusedJson(TOO_LARGE))).to.deep.include({ at: '2026-01-01T00:00:00.010Z', status: 413 });
    const { status, turnedAway } = JSON.parse(refusedJson(CUT_OFF));
    expect([status, turnedAway.failure]).to.deep.equal([undefined, 'TRUNCATED: the sender stopped after 2 bytes']);
    expect(turnedAway.reason).to.have.all.keys('nl', 'en');
  });

  const refused = (status: number, request: string): Exchange => madeExchange({ request, reply: 'x', status });
  for (const [status, request, reason] of [
    [405, '<a/>', 'messages are sent with POST'],
    [415, '{}', 'the Content-Type is not XML'],
    [400, '', 'there is nothing in it'],
    [400, 'zzz', 'the Content-Encoding is not what it says'],
    [500, '<a/>', 'that is not a fault of the sender'],
  ] as const)
    it(`says why: HTTP ${status}, ${request.length} bytes`, () => {
      expect(refusedText(refused(status, request), 'en')).to.include(reason);
    });

  it('writes no lines that strangers thought of', () => {
    const { request, ...rest } = refused(405, '<a/>');
    const odd = { ...request, method: 'PUT', headers: [['Content-Type', 'a\n2026 fake line']] as const };
    expect(refusedText({ ...rest, request: odd }, 'en').split('\n')).to.have.length(2);
  });
});
