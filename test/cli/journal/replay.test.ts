import { expect } from 'chai';
import type { Sender } from '../../../src/actor/messenger.js';
import { openReplay, replayable } from '../../../src/cli/journal/replay.js';
import type { Exchange, Purpose } from '../../../src/model/exchange.js';
import { HarnessError } from '../../../src/model/harness-error.js';

const body = { id: 'b', size: 0, digest: '', open: async function* () {}, bytes: async () => new Uint8Array() };
const outgoing = { headers: [], body: new Uint8Array(), referentienummer: 'r' };

function exchange(id: string, more: Partial<Purpose> = {}, rest: Partial<Exchange> = {}): Exchange {
  const purpose: Purpose = { scenario: 's', step: 1, kind: 'step', service: 'lamp', attempt: 1, ...more };
  const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 12, Number(id), second)).toISOString();
  const request = { method: 'POST', url: 'http://x/', headers: [], body };
  return { id, part: 'driver', request, startedAt: at(0), endedAt: at(1), purpose, ...rest };
}
const look = (id: string, step = 1): Exchange => exchange(id, { step, kind: 'read-back' });

describe('a run that is gone through again', () => {
  const live = { now: () => 9e15, sleep: async () => undefined };
  const lives: Purpose[] = [];
  const driver: Sender = {
    send: async (_outgoing, _target, purpose) => {
      lives.push(purpose);
      return exchange('99', purpose);
    },
  };
  beforeEach(() => void lives.splice(0));

  it('answers from the record, at the time of the record, and is live after it', async () => {
    const recorded = [exchange('01'), exchange('02', { step: 3 })];
    const replay = openReplay(recorded, 7, live);
    const sender = replay.senderBefore(driver);
    const send = (purpose: Purpose) => sender.send(outgoing, { portType: 'p' }, purpose);
    expect([replay.clock.now(), replay.isLive()]).to.deep.equal([7, false]);
    expect((await send(recorded[0]?.purpose as Purpose)).id).to.equal('01');
    expect(replay.clock.now()).to.equal(Date.parse(recorded[1]?.startedAt ?? ''));
    expect((await send(recorded[1]?.purpose as Purpose)).id).to.equal('02');
    expect([replay.clock.now(), replay.isLive(), lives.length]).to.deep.equal([9e15, true, 0]);
    expect((await send(exchange('03', { step: 5 }).purpose)).id).to.equal('99');
    expect(lives).to.have.length(1);
  });

  it('refuses a run that asks for something else than is on record', async () => {
    const replay = openReplay([exchange('01')], 7, live);
    const asked = replay.senderBefore(driver).send(outgoing, { portType: 'p' }, exchange('01', { step: 9 }).purpose);
    const error = await asked.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(HarnessError).with.property('code', 'REPORT_INVALID');
  });

  it('takes looks of a step that was not over anew, and keeps those of one that was', () => {
    const all = [exchange('01'), look('02'), exchange('03', { step: 3 }), look('04', 3), look('05', 3)];
    const ids = (of: readonly Exchange[]) => of.map(({ id }) => id);
    expect(ids(replayable(all, new Set(['s/1'])))).to.deep.equal(['01', '02', '03']);
    expect(ids(replayable(all, new Set(['s/1', 's/3'])))).to.deep.equal(['01', '02', '03', '04', '05']);
    const cancelled = { ...look('05', 3), failure: { kind: 'cancelled', detail: '' } } as const;
    expect(ids(replayable([...all.slice(0, 4), cancelled], new Set(['s/1', 's/3'])))).to.deep.equal(['01', '02', '03']);
    expect(replayable([], new Set())).to.deep.equal([]);
  });
});
