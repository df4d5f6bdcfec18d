import { expect } from 'chai';
import { createBodyStore } from '../../src/actor/body-store.js';
import { createExchangeIds } from '../../src/actor/exchange-ids.js';
import { createRecorder, type Journal, type RecordPart } from '../../src/actor/recorder.js';
import { PURPOSE } from '../support/driving.js';
import { memoryJournal } from '../support/memory-journal.js';

const AT = '2026-01-05T09:00:00.000Z';

describe('recorder', () => {
  const store = createBodyStore({ spoolFolder: 'not needed' });
  const request = async (exchange: string): Promise<RecordPart> => ({
    type: 'request',
    exchange,
    part: 'driver',
    purpose: PURPOSE,
    at: AT,
    request: { method: 'POST', url: 'http://x/', headers: [['A', 'b']], body: await store.fromBytes(Buffer.from('vraag')) },
  });

  it('writes the bytes before the line that names them', async () => {
    const order: string[] = [];
    const journal: Journal = {
      append: async () => void order.push('line'),
      putBody: async (name) => void order.push(name),
    };
    await createRecorder(journal).record(await request('0001'));
    expect(order).to.deep.equal(['0001-vraag.body', 'line']);
  });

  it('names a body by file, size and digest, and keeps headers and purpose', async () => {
    const journal = memoryJournal();
    const part = await request('0001');
    await createRecorder(journal).record(part);
    const line = journal.lines[0];
    expect(line).to.include({ seq: 1, type: 'request', exchange: '0001', part: 'driver', at: AT });
    expect(line).to.have.property('purpose').that.deep.equals(PURPOSE);
    expect(line)
      .to.have.property('request')
      .that.deep.equals({
        method: 'POST',
        url: 'http://x/',
        headers: [['A', 'b']],
        body: { name: '0001-vraag.body', size: 5, digest: part.type === 'request' ? part.request.body.digest : '' },
      });
    expect(Buffer.from(journal.bodies.get('0001-vraag.body') ?? []).toString()).to.equal('vraag');
  });

  it('records a failure without a reply', async () => {
    const journal = memoryJournal();
    const failure = { kind: 'refused', detail: 'ECONNREFUSED' } as const;
    await createRecorder(journal).record({ type: 'reply', exchange: '0001', at: AT, failure });
    expect(journal.lines).to.deep.equal([{ seq: 1, type: 'reply', exchange: '0001', at: AT, failure }]);
    expect(journal.bodies.size).to.equal(0);
  });

  it('resolves only when the journal has written', async () => {
    let finish = (): void => undefined;
    const journal: Journal = {
      append: () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
      putBody: async () => undefined,
    };
    let isDone = false;
    const recorded = createRecorder(journal)
      .record(await request('0001'))
      .then(() => {
        isDone = true;
      });
    await new Promise(setImmediate);
    expect(isDone).to.equal(false);
    finish();
    await recorded;
    expect(isDone).to.equal(true);
  });

  it('keeps the order of the calls, however long each takes', async () => {
    const journal = memoryJournal();
    const slowFirst: Journal = {
      append: journal.append,
      putBody: async () => {
        await new Promise(setImmediate);
        await new Promise(setImmediate);
      },
    };
    const recorder = createRecorder(slowFirst, 8);
    const event = { type: 'scenario-started', at: AT, scenario: 's' } as const;
    await Promise.all([recorder.record(await request('0001')), recorder.record({ type: 'event', event })]);
    expect(journal.lines.map(({ seq, type }) => [seq, type])).to.deep.equal([
      [8, 'request'],
      [9, 'event'],
    ]);
  });

  it('tells who asked when writing fails, and goes on for others without skipping a number', async () => {
    const journal = memoryJournal();
    let broken = true;
    const recorder = createRecorder({
      append: (line) => (broken ? Promise.reject(new TypeError('vol')) : journal.append(line)),
      putBody: journal.putBody,
    });
    const error = await recorder.record(await request('0001')).catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(TypeError);
    broken = false;
    await recorder.record(await request('0002'));
    expect(journal.lines.map(({ seq }) => seq)).to.deep.equal([1]);
  });

  it('names an exchange in an event instead of repeating it', async () => {
    const journal = memoryJournal();
    const body = await store.fromBytes(Buffer.from('x'));
    const exchange = {
      id: '0003',
      part: 'driver',
      request: { method: 'POST', url: 'http://x/', headers: [], body },
      startedAt: AT,
      endedAt: AT,
      purpose: PURPOSE,
    } as const;
    await createRecorder(journal).record({ type: 'event', event: { type: 'exchanged', at: AT, exchange } });
    expect(journal.lines[0]).to.have.property('event').that.deep.equals({ type: 'exchanged', at: AT, exchange: '0003' });
  });
});

describe('exchange ids', () => {
  it('count on from where a run was cut off', () => {
    const ids = createExchangeIds(9_999);
    expect([ids.next(), ids.next()]).to.deep.equal(['9999', '10000']);
    expect(createExchangeIds().next()).to.equal('0001');
  });
});
