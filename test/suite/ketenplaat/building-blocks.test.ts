import { join } from 'node:path';
import { expect } from 'chai';
import { openFileSet } from '../../../src/suite/file-set.js';
import { blockSource } from '../../../src/suite/ketenplaat/building-blocks.js';
import { packageRoot } from '../../package-root.js';

const files = openFileSet(join(packageRoot, 'suites'));

describe('building blocks', () => {
  it('are the scenarios of a chain that go over one koppeling', async () => {
    const source = await blockSource(files, 'zds-1.1', 'vakapplicatie-zds');
    expect(source?.blocks).to.have.length(8);
    expect(source?.blocks[1]).to.deep.include({ id: 'vakapplicatie-zds/vz.2.zaakAanvullen' });
    expect(source?.blocks[1]?.needs).to.deep.equal(['vakapplicatie-zds/vz.1.zaakOpenen']);
  });

  it('are none of those in which a hop is disturbed, which other chains do not have', async () => {
    const source = await blockSource(files, 'zds-1.1', 'vakapplicatie-zds-fouten');
    const disturbing = source?.value.scenarios.filter(({ steps }) => steps.some(({ disturb }) => disturb)).map(({ id }) => id);
    expect(disturbing).to.have.length.greaterThan(5);
    const offered = source?.blocks.map(({ id }) => id.split('/')[1]);
    expect(offered?.filter((id) => id !== undefined && disturbing?.includes(id))).to.deep.equal([]);
  });
});
