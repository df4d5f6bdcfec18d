import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { addStandard } from '../../../src/cli/standards/add-standard.js';
import { HarnessError } from '../../../src/model/harness-error.js';
import { invented } from '../../message/invented-schema.js';
import { zipOf } from '../../message/zip-of.js';
import { ENTRIES, SET, someUser, type User } from './invented-set.js';

const changed = { ...invented, 'basis/basis.xsd': `${invented['basis/basis.xsd']}\n<!-- changed -->` };

async function refusal(action: Promise<unknown>): Promise<HarnessError> {
  return action.then(
    () => expect.fail('it was accepted'),
    (error: unknown) => {
      expect(error).instanceOf(HarnessError);
      return error as HarnessError;
    },
  );
}

describe('standards add', () => {
  let user: User;
  beforeEach(async () => {
    user = await someUser();
  });
  afterEach(() => user.remove());

  it('recognises a published set in a folder, copies it byte for byte and records it', async () => {
    const added = await addStandard(await user.write('download', invented), user.options);
    expect(added).deep.include({ set: SET, state: 'officieel', fileCount: 4, unusable: [], wasThere: false });
    expect(added.comparison).deep.equal({ changed: [], missing: [], extra: [], otherLineEnds: [] });
    for (const [path, text] of Object.entries(invented)) {
      expect(await readFile(join(user.installRoot, SET, path), 'utf8')).equal(text);
    }
    const record = JSON.parse(await readFile(join(user.installRoot, `${SET}.json`), 'utf8'));
    expect(record).deep.include({
      set: SET,
      patch: 'patch 1',
      staat: 'officieel',
      digest: added.digest,
      toegevoegdOp: '2026-01-02T03:04:05Z',
    });
    expect(Object.keys(record.bestanden)).members(Object.keys(invented));
    expect((await readdir(user.installRoot)).sort()).deep.equal([SET, `${SET}.json`]);
  });

  it('recognises it in a zip, below other folders and beside documents', async () => {
    const named = Object.entries(invented).map(([path, text]) => [`Set 1.0/schemas/${path}`, text] as const);
    const zip = join(user.folder, 'download.zip');
    await writeFile(zip, zipOf([...named, ['Set 1.0/specificatie.pdf', 'x']]));
    expect(await addStandard(zip, user.options)).deep.include({ set: SET, state: 'officieel', fileCount: 4 });
  });

  it('takes other line ends for the same set and says so', async () => {
    const files = Object.fromEntries(Object.entries(invented).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')]));
    const added = await addStandard(await user.write('download', files), user.options);
    expect(added.state).equal('officieel');
    expect(added.comparison?.otherLineEnds.length).equal(4);
  });

  it('lists every file that deviates, and does not call the set official', async () => {
    const { 'basis/kleuren.xsd': _, ...rest } = changed;
    const added = await addStandard(await user.write('download', { ...rest, 'basis/meer.xsd': '<x/>' }), user.options);
    expect(added).deep.include({ set: SET, state: 'afwijkend' });
    expect(added.comparison).deep.include({
      changed: ['basis/basis.xsd'],
      missing: ['basis/kleuren.xsd'],
      extra: ['basis/meer.xsd'],
    });
    expect(added.unusable.map(({ entries }) => entries)).deep.equal([ENTRIES]);
    expect(added.unusable[0]?.reason).contain('basis/kleuren.xsd');
  });

  it('does not call a proposal official', async () => {
    const other = await someUser('voorstel');
    expect((await addStandard(await other.write('download', invented), other.options)).state).equal('voorstel');
    await other.remove();
  });

  it('installs an unknown set under the name of the file or folder', async () => {
    const xsd = '<schema xmlns="http://www.w3.org/2001/XMLSchema"/>';
    const added = await addStandard(await user.write('Mijn Set (2)', { 'map/a.xsd': xsd, 'map/b.xsd': xsd }), user.options);
    expect(added).deep.include({ set: 'mijn-set-2', state: 'onbekend', fileCount: 2 });
    expect(await readFile(join(user.installRoot, 'mijn-set-2', 'a.xsd'), 'utf8')).equal(xsd);
  });

  it('does nothing when the same files are there', async () => {
    await addStandard(await user.write('download', invented), user.options);
    expect(await addStandard(join(user.folder, 'download'), user.options)).deep.include({ state: 'officieel', wasThere: true });
  });

  it('replaces a set that deviates by the published one, never the other way round', async () => {
    await addStandard(await user.write('changed', changed), user.options);
    expect(await addStandard(await user.write('download', invented), user.options)).deep.include({
      state: 'officieel',
      wasThere: false,
    });
    const error = await refusal(addStandard(join(user.folder, 'changed'), user.options));
    expect(error.code).equal('STANDARDS_INVALID');
    expect(error.hint).contain('Remove the installed folder');
    expect(await readFile(join(user.installRoot, SET, 'basis/basis.xsd'), 'utf8')).equal(invented['basis/basis.xsd']);
  });

  it('refuses what is not there, what holds no schemas and what is no zip', async () => {
    for (const source of [
      join(user.folder, 'nowhere'),
      await user.write('empty', { 'lees.txt': 'x' }),
      join(await user.write('text', { 'a.zip': 'no zip' }), 'a.zip'),
    ]) {
      expect((await refusal(addStandard(source, user.options))).code, source).equal('STANDARDS_INVALID');
    }
  });

  it('does not follow links out of a folder', async function () {
    const folder = await user.write('download', invented);
    await mkdir(join(user.folder, 'elsewhere'));
    await writeFile(join(user.folder, 'elsewhere', 'secret.xsd'), '<x/>');
    try {
      await symlink(join(user.folder, 'elsewhere'), join(folder, 'link'));
    } catch {
      return this.skip();
    }
    expect((await addStandard(folder, user.options)).comparison?.extra).deep.equal([]);
  });
});
