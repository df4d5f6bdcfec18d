import { expect } from 'chai';
import fc from 'fast-check';
import { createBodyStore } from '../../src/actor/body-store.js';
import { createMailbox } from '../../src/actor/mailbox.js';
import type { Body } from '../../src/model/body.js';
import type { Exchange } from '../../src/model/exchange.js';
import { PURPOSE } from '../support/driving.js';
import { FakeClock } from '../support/fake-clock.js';

describe('mailbox', () => {
  let body: Body;
  before(async () => {
    body = await createBodyStore({ spoolFolder: 'not needed' }).fromBytes(new Uint8Array());
  });

  const letter = (service: string): Exchange => ({
    id: service,
    part: 'listener',
    request: { method: 'POST', url: 'http://x/', headers: [], body },
    startedAt: '',
    endedAt: '',
    purpose: { ...PURPOSE, service },
  });
  const isFor =
    (service: string) =>
    (exchange: Exchange): boolean =>
      exchange.purpose.service === service;

  it('keeps what comes early', async () => {
    const clock = new FakeClock();
    const mailbox = createMailbox();
    mailbox.deliver(letter('a'));
    expect((await mailbox.take(isFor('a'), clock.now(), clock))?.sequence).to.equal(1);
  });

  it('waits for what is not there yet', async () => {
    const clock = new FakeClock();
    const mailbox = createMailbox();
    const taken = mailbox.take(isFor('a'), clock.now() + 100, clock);
    mailbox.deliver(letter('b'));
    mailbox.deliver(letter('a'));
    expect((await taken)?.sequence).to.equal(2);
    expect(clock.sleeping).to.equal(0);
  });

  it('gives nothing when the deadline passes, and keeps what comes late', async () => {
    const clock = new FakeClock();
    const mailbox = createMailbox();
    const taken = mailbox.take(isFor('a'), clock.now() + 100, clock);
    clock.advance(100);
    mailbox.deliver(letter('a'));
    expect(await taken).to.equal(undefined);
    expect(mailbox.untaken()).to.have.length(1);
  });

  it('keeps both of a letter delivered twice', async () => {
    const clock = new FakeClock();
    const mailbox = createMailbox();
    const same = letter('a');
    mailbox.deliver(same);
    mailbox.deliver(same);
    expect((await mailbox.take(isFor('a'), clock.now(), clock))?.sequence).to.equal(1);
    expect(mailbox.untaken().map(({ sequence }) => sequence)).to.deep.equal([2]);
  });

  it('stops waiting when it is told to', async () => {
    const clock = new FakeClock();
    const mailbox = createMailbox();
    const stop = new AbortController();
    const taken = mailbox.take(isFor('a'), clock.now() + 100, clock, stop.signal);
    stop.abort();
    expect(await taken).to.equal(undefined);
  });

  it('serves every interleaving of letters, readers and time as a plain list would', async () => {
    const service = fc.constantFrom('a', 'b', 'c');
    const command = fc.oneof(
      fc.record({ does: fc.constant('deliver' as const), service }),
      fc.record({ does: fc.constant('take' as const), service, withinMillis: fc.nat(5) }),
      fc.record({ does: fc.constant('advance' as const), millis: fc.nat(3) }),
      fc.record({ does: fc.constant('settle' as const) }),
    );
    const agrees = fc.asyncProperty(fc.array(command, { maxLength: 40 }), async (commands) => {
      const clock = new FakeClock(0);
      const mailbox = createMailbox();
      const model = new ListOfLetters();
      const answers: Promise<number | undefined>[] = [];
      for (const each of commands) {
        if (each.does === 'deliver') {
          mailbox.deliver(letter(each.service));
          model.deliver(each.service, clock.now());
        } else if (each.does === 'take') {
          const deadline = clock.now() + each.withinMillis;
          answers.push(mailbox.take(isFor(each.service), deadline, clock).then((got) => got?.sequence));
          model.take(each.service, deadline);
        } else if (each.does === 'advance') clock.advance(each.millis);
        else await new Promise(setImmediate);
      }
      clock.advance(100);
      expect(await Promise.all(answers)).to.deep.equal(model.answers);
      expect(mailbox.untaken().map(({ sequence }) => sequence)).to.deep.equal(model.untaken);
      expect(clock.sleeping).to.equal(0);
    });
    await fc.assert(agrees, { numRuns: 500, seed: 20260105 });
  });
});

/** What a mailbox should do, without any waiting: answers are filled in when the letter comes. */
class ListOfLetters {
  readonly answers: (number | undefined)[] = [];
  readonly #letters: { readonly sequence: number; readonly service: string }[] = [];
  readonly #readers: { readonly at: number; readonly service: string; readonly deadline: number }[] = [];
  #sequence = 0;

  get untaken(): number[] {
    return this.#letters.map(({ sequence }) => sequence);
  }

  deliver(service: string, now: number): void {
    this.#sequence += 1;
    const reader = this.#readers.findIndex((each) => each.service === service && now < each.deadline);
    const [served] = reader === -1 ? [] : this.#readers.splice(reader, 1);
    if (served === undefined) this.#letters.push({ sequence: this.#sequence, service });
    else this.answers[served.at] = this.#sequence;
  }

  take(service: string, deadline: number): void {
    const at = this.answers.push(undefined) - 1;
    const letter = this.#letters.findIndex((each) => each.service === service);
    const [found] = letter === -1 ? [] : this.#letters.splice(letter, 1);
    if (found === undefined) this.#readers.push({ at, service, deadline });
    else this.answers[at] = found.sequence;
  }
}
