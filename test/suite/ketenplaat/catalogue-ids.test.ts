import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { HarnessError } from '../../../src/model/harness-error.js';
import { openFileSet } from '../../../src/suite/file-set.js';
import { catalogueIds } from '../../../src/suite/ketenplaat/catalogue-ids.js';
import { packageRoot } from '../../package-root.js';

describe('what a catalogue calls the koppelvlakken', () => {
  const suites = join(packageRoot, 'suites');

  it('is read from both files: an element id beside the Object ID, which may be another, and components by the name of a role', async () => {
    const all = await catalogueIds(openFileSet(suites));
    const older = all.find(({ standaard }) => standaard.versie === '1.1');
    expect(older).to.deep.include({ elementId: 'id-88f9627a77774210861e42d88641e85f' });
    expect(older?.gemmaId.versie).to.equal('0176e8b4-8c54-49d7-961f-1ccca0c00d4d');
    expect(older?.componenten).to.deep.include({ Zaaksysteem: 'Zaakregistratiecomponent' });
  });

  it('names no role or koppelvlak that is not there', async () => {
    const files = openFileSet(suites);
    const all = await catalogueIds(files);
    const text = await files.read('_catalogus/elementen.yaml');
    expect(text.match(/^[\w.-]+:$/gm)).to.have.length(all.length);
    for (const { componenten } of all) for (const role of Object.keys(componenten)) expect(role).to.match(/^[A-Z]/);
  });

  it('is refused with its place when it says something else', async () => {
    const root = mkdtempSync(join(tmpdir(), 'ketentest-elements-'));
    try {
      mkdirSync(join(root, '_catalogus'));
      writeFileSync(join(root, '_catalogus', 'elementen.yaml'), 'x-1.0:\n  elemnt: id-1\n');
      const error = await catalogueIds(openFileSet(root)).catch((each: unknown) => each);
      expect(error).to.be.instanceOf(HarnessError).and.include({ code: 'SUITE_INVALID' });
      expect((error as HarnessError).message)
        .to.include('elementen.yaml:2')
        .and.include('elemnt');
      writeFileSync(join(root, '_catalogus', 'elementen.yaml'), '{}\n');
      expect(await catalogueIds(openFileSet(root))).to.deep.equal([]);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
