import { expect } from 'chai';
import { once } from '../../src/actor/body-sink.js';
import { createBodyStore } from '../../src/actor/body-store.js';
import { createRecorder, type RecordPart } from '../../src/actor/recorder.js';
import { createSteadyRecorder, steadyStore } from '../../src/actor/steady-recorder.js';
import { HarnessError } from '../../src/model/harness-error.js';
import { PURPOSE } from '../support/driving.js';
import { FakeClock } from '../support/fake-clock.js';
import { madeBody } from '../support/made-exchange.js';
import { memoryJournal } from '../support/memory-journal.js';

const part = (exchange: string, text = 'vraag'): RecordPart => ({
  ...{ type: 'request', exchange, part: 'relay', purpose: PURPOSE, at: '2026-01-31T12:00:00.000Z' },
  request: { method: 'POST', url: 'http://b/', headers: [], body: madeBody(text) },
});

/** A journal whose disk does what a test says. */
function onDisk(write: () => Promise<void>) {
  const journal = memoryJournal();
  const clock = new FakeClock();
  const failures: unknown[] = [];
  const recorder = createSteadyRecorder({
    recorder: createRecorder({ ...journal, append: (line) => write().then(() => journal.append(line)) }),
    ...{ clock, patienceMillis: 1_000, mostWaiting: 2, mostWaitingBytes: 100 },
    failed: (error) => failures.push(error),
  });
  return { journal, clock, failures, recorder };
}

describe('a recorder that stands in nobody’s way', () => {
  it('writes down what comes, and loses nothing on a disk that is well', async () => {
    const { recorder, journal } = onDisk(async () => undefined);
    await recorder.record(part('1'));
    expect([journal.lines.length, recorder.lost.size]).to.deep.equal([1, 0]);
  });

  it('goes on when the disk is full, counts what is lost, and says so once', async () => {
    const { recorder, failures } = onDisk(() => Promise.reject(new HarnessError('OUTPUT_FAILED', 'full')));
    for (const id of ['1', '2', '3']) await recorder.record(part(id));
    expect([...recorder.lost]).to.deep.equal(['1', '2', '3']);
    expect(failures).to.have.length(1);
  });

  it('writes again when there is room again, but not the answer to what is not there', async () => {
    let isFull = true;
    const { recorder, journal } = onDisk(() => (isFull ? Promise.reject(new Error('full')) : Promise.resolve()));
    await recorder.record(part('1'));
    isFull = false;
    await recorder.record({ type: 'reply', exchange: '1', at: '2026-01-31T12:00:01.000Z' });
    await recorder.record(part('2'));
    expect(journal.lines.map((line) => line.exchange)).to.deep.equal(['2']);
    expect([...recorder.lost]).to.deep.equal(['1']);
  });

  it('waits for a slow disk no longer than its patience, and the line is written all the same', async () => {
    let go: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      go = resolve;
    });
    const { recorder, journal, clock } = onDisk(() => slow);
    const recorded = recorder.record(part('1'));
    clock.advance(1_000);
    await recorded;
    expect(journal.lines).to.have.length(0);
    go();
    await recorder.settled();
    expect([journal.lines.length, recorder.lost.size]).to.deep.equal([1, 0]);
  });

  it('keeps no more in memory than it was told to while it waits', async () => {
    const { recorder, clock } = onDisk(() => new Promise(() => undefined));
    const first = recorder.record(part('1', 'x'.repeat(101)));
    await recorder.record(part('2'));
    clock.advance(1_000);
    await first;
    expect([...recorder.lost]).to.deep.equal(['2']);
  });
});

describe('a store that stands in nobody’s way', () => {
  it('lets a body pass to its end when it cannot be kept, and the exchange is lost', async () => {
    const failures: unknown[] = [];
    const store = steadyStore(createBodyStore({ spoolFolder: '/dev/null/nowhere', thresholdBytes: 4 }), (error) =>
      failures.push(error),
    );
    const passed: string[] = [];
    async function* stream() {
      for (const text of ['een', 'twee', 'drie']) {
        passed.push(text);
        yield Buffer.from(text);
      }
    }
    const { body, end } = await store.fromStream(stream());
    expect([passed, end.how, failures.length]).to.deep.equal([['een', 'twee', 'drie'], 'complete', 1]);
    const { recorder } = onDisk(async () => undefined);
    await recorder.record({ ...part('1'), request: { method: 'POST', url: 'http://b/', headers: [], body } } as RecordPart);
    expect([...recorder.lost]).to.deep.equal(['1']);
  });

  it('keeps what can be kept', async () => {
    const store = steadyStore(createBodyStore({ spoolFolder: '/dev/null/nowhere' }), () => undefined);
    const { body } = await store.fromStream(once(Buffer.from('een')));
    expect(Buffer.from(await body.bytes()).toString()).to.equal('een');
  });
});
