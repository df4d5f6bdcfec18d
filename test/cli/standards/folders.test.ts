import { expect } from 'chai';
import { standardsFolders } from '../../../src/cli/standards/folders.js';

describe('the folders of a user', () => {
  const base = { platform: 'linux', home: '/home/an', cwd: '/werk/hier' };
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
    expect(roots.map(posix)).deep.equal(['/werk/hier/mine', '/werk/sets', '/home/an/.local/share/ketentest/standards']);
    expect(standardsFolders({ ...base, env: { KETENTEST_STANDARDS: '' } }).roots.length).equal(1);
  });
});
