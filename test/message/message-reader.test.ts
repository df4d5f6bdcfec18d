/** A message is opened once, as long as there is room to keep it. */
import { expect } from 'chai';
import { createMessageReader } from '../../src/message/message-reader.js';
import type { ReceivedReply } from '../../src/model/exchange.js';
import { madeBody } from '../support/made-exchange.js';

/** A body that counts how often it is read. */
function counted(text: string): ReceivedReply & { reads(): number } {
  const body = madeBody(text);
  let reads = 0;
  return {
    status: 200,
    body: {
      ...body,
      bytes: () => {
        reads += 1;
        return body.bytes();
      },
    },
    headers: [],
    reads: () => reads,
  };
}

describe('the reader of recorded messages', () => {
  it('opens a message once, however many judges ask, and however large it is', async () => {
    const message = counted(`<a>${'x'.repeat(5 * 1024 * 1024)}</a>`);
    const reader = createMessageReader();
    for (let judge = 0; judge < 5; judge++) expect((await reader.open(message)).root?.text.length).to.equal(5 * 1024 * 1024);
    expect(message.reads()).to.equal(1);
  });

  it('forgets what was asked for longest ago when there is no more room, and reads it again', async () => {
    const [one, other, third] = [counted('<een/>'), counted('<twee/>'), counted('<drie/>')];
    const reader = createMessageReader(14);
    await reader.open(one);
    await reader.open(other);
    await reader.open(one);
    await reader.open(third);
    await reader.open(one);
    expect(one.reads()).to.equal(1);
    await reader.open(other);
    expect(other.reads()).to.equal(2);
  });

  it('opens a message that is larger than all the room', async () => {
    const message = counted('<groot/>');
    const reader = createMessageReader(3);
    expect((await reader.open(message)).root?.name).to.equal('groot');
    expect((await reader.open(message)).root?.name).to.equal('groot');
    expect(message.reads()).to.equal(2);
  });
});
