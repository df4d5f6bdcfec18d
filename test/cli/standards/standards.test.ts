import { expect } from 'chai';
import { standardsFolders } from '../../../src/cli/standards/folders.js';
import { standards } from '../../../src/cli/standards/standards.js';
import { HarnessError } from '../../../src/model/harness-error.js';
import { invented } from '../../message/invented-schema.js';
import { SET, someUser, type User } from './invented-set.js';

describe('the standards command', () => {
  let user: User;
  beforeEach(async () => {
    user = await someUser();
  });
  afterEach(() => user.remove());

  const call = async (action: string, subject?: string, root = user.installRoot) => {
    const answer = await standards({
      action,
      language: 'nl',
      folders: { roots: [root], installRoot: user.installRoot, cache: '' },
      cache: user.options.cache,
      suites: user.suites,
      cwd: user.folder,
      now: '2026-01-02T03:04:05Z',
      ...(subject === undefined ? {} : { subject }),
    });
    return answer.lines.join('\n');
  };

  it('lists, adds and shows', async () => {
    expect(await call('list')).equal(`${SET}  niet geïnstalleerd  (Verzonnen 1.0)`);
    await user.write('download', invented);
    expect(await call('add', 'download')).match(
      /^verzonnen-1.0: officieel, ongewijzigd\n {2}Verzonnen 1.0, patch 1\n[\s\S]*geïnstalleerd en voorbereid$/,
    );
    expect(await call('list')).equal(`${SET}  officieel, ongewijzigd  (Verzonnen 1.0)`);
    expect(await call('show', SET)).contain('4 bestanden, sha256 ');
    expect(await call('add', 'download')).contain('stond er al');
  });

  it('shows each file that deviates', async () => {
    const { 'basis/kleuren.xsd': _, ...rest } = invented;
    const root = await user.write(
      'raw',
      Object.fromEntries(Object.entries({ ...rest, 'a.xsd': '<x/>' }).map(([path, text]) => [`${SET}/${path}`, text])),
    );
    await user.write('raw', { [`${SET}/basis/basis.xsd`]: '<x/>' });
    const lines = await call('show', SET, root);
    expect(lines).contain(`${SET}: afwijkend: telt niet als officieel`);
    expect(lines).contain('gewijzigd: basis/basis.xsd').contain('ontbreekt: basis/kleuren.xsd').contain('extra: a.xsd');
  });

  it('leaves a folder without schemas out of the list', async () => {
    const root = await user.write('raw', { 'zonder/lees.txt': 'x', 'met/a.xsd': '<x/>' });
    expect(await call('list', undefined, root))
      .contain('met')
      .not.contain('zonder');
  });

  it('refuses another action, a missing operand and a set that is not installed', async () => {
    const codeOf = (action: string, subject?: string) =>
      call(action, subject).then(
        () => 'none',
        (error: unknown) => (error instanceof HarnessError ? error.code : 'other'),
      );
    expect(await codeOf('verwijder')).equal('USAGE');
    expect(await codeOf('add')).equal('USAGE');
    expect(await codeOf('show')).equal('USAGE');
    expect(await codeOf('show', 'weg')).equal('SCHEMA_MISSING');
    expect(await codeOf('show', '../..')).equal('SCHEMA_MISSING');
  });
});

describe('the folders of a user', () => {
  const base = { platform: 'linux', home: '/home/an', cwd: '/work/here' };
  const posix = (path: string) => path.replaceAll('\\', '/').replace(/^[A-Z]:/, '');

  it('follow the system', () => {
    const plain = standardsFolders({ ...base, env: {} });
    expect(posix(plain.installRoot)).equal('/home/an/.local/share/ketentest/standards');
    expect(posix(plain.cache)).equal('/home/an/.cache/ketentest/schemas');
    const xdg = standardsFolders({ ...base, env: { XDG_DATA_HOME: '/d', XDG_CACHE_HOME: 'relative' } });
    expect(posix(xdg.installRoot)).equal('/d/ketentest/standards');
    expect(posix(xdg.cache)).equal('/home/an/.cache/ketentest/schemas');
    const windows = standardsFolders({ ...base, platform: 'win32', env: { LOCALAPPDATA: '/local' } });
    expect(posix(windows.installRoot)).equal('/local/ketentest/standards');
    expect(posix(windows.cache)).equal('/local/ketentest/cache/schemas');
  });

  it('let an option win from the environment, and that from what is installed', () => {
    const { roots } = standardsFolders({ ...base, env: { KETENTEST_STANDARDS: '../sets' } }, 'mine');
    expect(roots.map(posix)).deep.equal(['/work/here/mine', '/work/sets', '/home/an/.local/share/ketentest/standards']);
    expect(standardsFolders({ ...base, env: { KETENTEST_STANDARDS: '' } }).roots.length).equal(1);
  });
});
