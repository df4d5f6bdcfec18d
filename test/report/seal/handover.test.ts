/** What was closed opens for its receiver, and for nobody and nothing else. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { HarnessError } from '../../../src/model/harness-error.js';
import { type BundledFile, bundled, unbundled } from '../../../src/report/files/file-bundle.js';
import { closedFor, openedWith } from '../../../src/report/seal/handover.js';

const RECEIVER = generateKeyPairSync('x25519');
const OTHER = generateKeyPairSync('x25519');
const REPORT = { nummer: '20260101-120000-abcd', sha256: 'a'.repeat(64) };
const PIECE = 64 * 1024;

async function* chunks(bytes: Uint8Array, size = 10_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function all(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const found: Uint8Array[] = [];
  for await (const chunk of bytes) found.push(chunk);
  return Buffer.concat(found);
}
const drawn = () => ({ own: generateKeyPairSync('x25519'), salt: randomBytes(32) });
const close = (plain: Uint8Array) => all(closedFor(RECEIVER.publicKey, REPORT, chunks(plain), drawn()));
const open = async (closed: Uint8Array, key = RECEIVER.privateKey, size?: number) => {
  const { head, plain } = await openedWith(key, chunks(closed, size));
  return { head, plain: await all(plain) };
};
const refusal = async (act: Promise<unknown>): Promise<string> => {
  const error = await act.catch((caught: unknown) => caught);
  expect(error).to.be.instanceOf(HarnessError);
  expect(error).to.have.property('code', 'HANDOVER_INVALID');
  return (error as HarnessError).message;
};

describe('a hand-over', () => {
  it('opens for its receiver, whatever the size, and says of which report it is', async () => {
    for (const size of [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE]) {
      const plain = Buffer.alloc(size, 'zo ');
      const closed = await close(plain);
      const opened = await open(closed, undefined, 777);
      expect(opened.plain.equals(plain), String(size)).to.equal(true);
      expect(opened.head.rapport).to.deep.equal(REPORT);
      expect(closed.includes('zo zo')).to.equal(false);
    }
  });

  it('is another one each time', async () => {
    const plain = Buffer.from('hetzelfde');
    expect((await close(plain)).subarray(-25).equals((await close(plain)).subarray(-25))).to.equal(false);
  });

  it('does not open for another key, and says so', async () => {
    expect(await refusal(open(await close(Buffer.from('x')), OTHER.privateKey))).to.include('for another key');
    // With the name of the other key in it, the key that follows is another one.
    const closed = await close(Buffer.from('x'));
    const mine = JSON.parse(String(closed).split('\n')[1] ?? '') as { ontvanger: string };
    const foreign = await all(closedFor(OTHER.publicKey, REPORT, chunks(Buffer.from('x')), drawn()));
    const renamed = Buffer.from(
      foreign.toString('latin1').replace(/"ontvanger":"[^"]*"/, `"ontvanger":"${mine.ontvanger}"`),
      'latin1',
    );
    expect(await refusal(open(renamed))).to.include('changed or cut off');
  });

  it('does not open when a byte of it is another, anywhere', async () => {
    const closed = await close(Buffer.alloc(2 * PIECE + 10, 7));
    const start = closed.indexOf('\n', 30) + 1;
    for (const at of [0, 5, 30, start - 10, start - 40, start, start + 1, start + PIECE, start + PIECE + 20, closed.length - 1]) {
      const changed = Buffer.from(closed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      await refusal(open(changed));
    }
  });

  it('does not open when it was cut off, goes on, or its pieces changed places', async () => {
    const closed = await close(Buffer.alloc(2 * PIECE + 10, 7));
    const start = closed.indexOf('\n', 30) + 1;
    const size = PIECE + 16;
    const [head, one, two, rest] = [0, start, start + size, start + 2 * size].map((from, index, all) =>
      closed.subarray(from, all[index + 1]),
    ) as [Buffer, Buffer, Buffer, Buffer];
    for (const length of [0, 10, start - 1, start, start + 5, start + size, start + 2 * size, closed.length - 1]) {
      await refusal(open(closed.subarray(0, length)));
    }
    await refusal(open(Buffer.concat([closed, Buffer.from('x')])));
    await refusal(open(Buffer.concat([head, two, one, rest])));
    await refusal(open(Buffer.concat([head, one, rest])));
    await refusal(open(Buffer.from('{}\n{}\n')));
  });
});

describe('files one behind the other', () => {
  const file = (name: string, text: string, size = Buffer.byteLength(text)): BundledFile => ({
    ...{ name, size },
    open: () => chunks(Buffer.from(text), 3),
  });
  const read = async (bytes: AsyncIterable<Uint8Array>) => {
    const found: [string, string][] = [];
    for await (const { name, open: of } of unbundled(bytes)) found.push([name, String(await all(of()))]);
    return found;
  };

  it('come out as they went in, also empty ones, and none', async () => {
    const files = [file('a.json', 'een'), file('berichten/leeg.body', ''), file('berichten/b.body', 'twee\n')];
    expect(await read(bundled(files))).to.deep.equal(files.map(({ name }, index) => [name, ['een', '', 'twee\n'][index]]));
    expect(await read(bundled([]))).to.deep.equal([]);
    const names: string[] = [];
    for await (const { name } of unbundled(bundled(files))) names.push(name);
    expect(names).to.deep.equal(files.map(({ name }) => name));
  });

  it('never lead out of their folder', async () => {
    for (const name of ['../x', '/x', 'a/../x', 'a//x', '.x', 'a\\x', 'c:x', 'a/', '']) {
      await refusal(read(bundled([file(name, 'x')])));
    }
  });

  it('are refused when they are not whole, or not all there is', async () => {
    const whole = await all(bundled([file('a', 'een')]));
    for (const length of [0, 3, 4, 10, whole.length - 5, whole.length - 4, whole.length - 1]) {
      await refusal(read(chunks(whole.subarray(0, length))));
    }
    await refusal(read(chunks(Buffer.concat([whole, Buffer.from('x')]))));
    await refusal(all(bundled([file('a', 'een', 4)])));
  });
});
