import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createBodyStore } from '../../src/actor/body-store.js';
import { HarnessError } from '../../src/model/harness-error.js';

const THRESHOLD_BYTES = 100;

describe('body store', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ketentest-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const create = () => createBodyStore({ spoolFolder: join(folder, 'spool'), thresholdBytes: THRESHOLD_BYTES });
  /** Names of bodies on disk, whichever store they are of. */
  const spooled = async () => (await readdir(folder, { recursive: true })).filter((name) => name.includes('body-'));

  it('keeps a small body in memory and touches no disk', async () => {
    const body = await create().fromBytes(new Uint8Array([1, 2, 3]));
    expect([...(await body.bytes())]).to.deep.equal([1, 2, 3]);
    expect(body.size).to.equal(3);
    expect(await spooled()).to.deep.equal([]);
  });

  it('spools a body above the threshold and gives back the same bytes', async () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, at) => at % 256);
    const body = await create().fromBytes(bytes);
    expect(await spooled()).to.have.length(1);
    expect(Buffer.compare(await body.bytes(), bytes)).to.equal(0);
    expect(Buffer.compare(await gathered(body.open()), bytes)).to.equal(0);
  });

  it('knows size and sha256 of what passed, in memory and on disk', async () => {
    const store = create();
    for (const length of [0, 1, THRESHOLD_BYTES, THRESHOLD_BYTES + 1, 5000]) {
      const bytes = Buffer.alloc(length, 'x');
      const { body } = await store.fromStream(chunks(bytes, 7));
      expect(body.size).to.equal(length);
      expect(body.digest).to.equal(createHash('sha256').update(bytes).digest('hex'));
      expect(Buffer.compare(await body.bytes(), bytes)).to.equal(0);
    }
  });

  it('is not changed by what its giver does to the bytes afterwards', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const body = await create().fromBytes(bytes);
    bytes[0] = 9;
    expect((await body.bytes())[0]).to.equal(1);
  });

  it('stops reading beyond the cap and keeps exactly what fits', async () => {
    let given = 0;
    async function* endless(): AsyncIterable<Uint8Array> {
      for (;;) {
        given += 1;
        yield Buffer.alloc(64, 'e');
      }
    }
    const { body, end } = await create().fromStream(endless(), 150);
    expect(end).to.deep.equal({ how: 'too-large', capBytes: 150 });
    expect(body.size).to.equal(150);
    expect(given).to.equal(3);
  });

  it('takes a body of exactly the cap as complete', async () => {
    const { end } = await create().fromStream(chunks(Buffer.alloc(150), 50), 150);
    expect(end).to.deep.equal({ how: 'complete' });
  });

  it('keeps what arrived from a stream that breaks', async () => {
    const reason = new TypeError('weg');
    async function* breaking(): AsyncIterable<Uint8Array> {
      yield Buffer.from('half');
      throw reason;
    }
    const { body, end } = await create().fromStream(breaking());
    expect(end).to.deep.equal({ how: 'broken', error: reason });
    expect(Buffer.from(await body.bytes()).toString()).to.equal('half');
  });

  it('numbers bodies in the order in which they began', async () => {
    const store = create();
    const [first, second] = await Promise.all([store.fromBytes(new Uint8Array(500)), store.fromBytes(new Uint8Array(1))]);
    expect([first?.id, second?.id]).to.deep.equal(['body-0001', 'body-0002']);
  });

  it('removes every spooled file when it is disposed', async () => {
    {
      await using store = create();
      await store.fromBytes(new Uint8Array(500));
      expect(await spooled()).to.have.length(1);
    }
    expect(await spooled()).to.deep.equal([]);
  });

  it('leaves no folder behind, and none that others can look into', async () => {
    {
      await using store = create();
      await store.fromBytes(new Uint8Array(500));
      const [made = ''] = await readdir(folder);
      expect((await stat(join(folder, made))).mode & 0o777).to.equal(0o700);
    }
    expect(await readdir(folder)).to.deep.equal([]);
  });

  it('keeps its bodies apart from those of another store at the same place', async () => {
    await using one = create();
    await using other = create();
    const [first, second] = [await one.fromBytes(Buffer.alloc(500, 'a')), await other.fromBytes(Buffer.alloc(500, 'b'))];
    expect([String(await first.bytes())[0], String(await second.bytes())[0]]).to.deep.equal(['a', 'b']);
  });

  it('says that our own disk is to blame when it cannot spool', async () => {
    await writeFile(join(folder, 'spool'), 'a file where a folder should be');
    const error = await createBodyStore({ spoolFolder: join(folder, 'spool', 'of-a-run'), thresholdBytes: THRESHOLD_BYTES })
      .fromBytes(new Uint8Array(500))
      .catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(HarnessError).with.property('code', 'OUTPUT_FAILED');
  });
});

async function* chunks(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function gathered(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of source) all.push(chunk);
  return Buffer.concat(all);
}
