import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { folderCache } from '../../../src/cli/standards/preparation-cache.js';
import { someUser, type User } from './invented-set.js';

describe('the folder of prepared sets', () => {
  let user: User;
  beforeEach(async () => {
    user = await someUser();
  });
  afterEach(() => user.remove());

  it('gives back what it was given and nothing for another key', async () => {
    const cache = folderCache(join(user.folder, 'a', 'b'), user.options.unique);
    expect(await cache.read('k')).equal(undefined);
    await cache.write('k', new Uint8Array([1, 2]));
    expect([...((await cache.read('k')) ?? [])]).deep.equal([1, 2]);
    expect(await cache.read('other')).equal(undefined);
  });

  it('keeps one whole file when many write at once', async () => {
    const folder = join(user.folder, 'cache');
    const cache = folderCache(folder, user.options.unique);
    await Promise.all(Array.from({ length: 20 }, (_, value) => cache.write('k', new Uint8Array(50_000).fill(value))));
    const kept = (await cache.read('k')) ?? new Uint8Array();
    expect(kept.length).equal(50_000);
    expect(new Set(kept).size).equal(1);
    expect(await readdir(folder)).deep.equal(['k.prepared']);
  });

  it('does without when the folder cannot be made', async () => {
    await writeFile(join(user.folder, 'file'), '');
    const cache = folderCache(join(user.folder, 'file', 'cache'), user.options.unique);
    await cache.write('k', new Uint8Array([1]));
    expect(await cache.read('k')).equal(undefined);
  });
});
