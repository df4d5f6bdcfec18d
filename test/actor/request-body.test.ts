import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect } from 'chai';
import { createBodyStore, type Stored } from '../../src/actor/body-store.js';
import { storedBody } from '../../src/actor/request-body.js';

const store = createBodyStore({ spoolFolder: '/nowhere', thresholdBytes: 1024 });
const HEAD = 'POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 6\r\n\r\n';

/** What became of a request that came in these pieces; it is looked at when as much arrived as `whole` says. */
async function stored(pieces: readonly string[], whole: boolean, capBytes = 100): Promise<Stored> {
  let answer: (of: Promise<Stored>) => void = () => undefined;
  const found = new Promise<Stored>((resolve) => {
    answer = resolve;
  });
  const server = createServer((request, response) => {
    const look = () => {
      if (whole && !request.complete) return void setImmediate(look);
      answer(storedBody(request as IncomingMessage, store, capBytes).finally(() => response.end()));
    };
    look();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  for (const piece of pieces) await new Promise((written) => socket.write(piece, written));
  if (pieces.join('').length < HEAD.length + 6) socket.destroy();
  const outcome = await found;
  socket.destroy();
  server.close();
  return outcome;
}

const text = async ({ body }: Stored) => Buffer.from(await body.bytes()).toString();

describe('the body of a request', () => {
  it('is the same whether it had arrived whole or streams by', async () => {
    for (const whole of [true, false]) {
      const outcome = await stored([`${HEAD}ab`, 'cd', 'ef'], whole);
      expect(await text(outcome)).to.equal('abcdef');
      expect(outcome.end).to.deep.equal({ how: 'complete' });
    }
  });

  it('may hold nothing', async () => {
    const outcome = await stored([`GET / HTTP/1.1\r\nHost: here\r\nX-Long: ${'x'.repeat(80)}\r\n\r\n`], true);
    expect(outcome.body.size).to.equal(0);
    expect(outcome.end.how).to.equal('complete');
  });

  it('is cut at the cap, also when it had arrived whole', async () => {
    const outcome = await stored([`${HEAD}abcdef`], true, 4);
    expect(await text(outcome)).to.equal('abcd');
    expect(outcome.end).to.deep.equal({ how: 'too-large', capBytes: 4 });
  });

  it('is told as broken when the sender stops half way', async () => {
    expect((await stored([`${HEAD}abc`], false)).end.how).to.equal('broken');
  });
});
