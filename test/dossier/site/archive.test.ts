import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { archiveOf, fitsArchive } from '../../../src/dossier/site/archive.js';
import { sourceOf } from '../../report/forged-packages/held-package.js';

const HELD = new Map([
  ['rapport.json', Buffer.from('{}')],
  ['bewijs/0001-vraag é.xml', Buffer.from('<a>'.repeat(1000))],
  ['leeg', Buffer.of()],
]);

async function bytesOf(): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of archiveOf(sourceOf(HELD), [...HELD.keys()])) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('a package as one file', () => {
  it('is the same every time, with everything in it as it was', async () => {
    const bytes = await bytesOf();
    expect(bytes.equals(await bytesOf())).to.equal(true);
    for (const [name, content] of HELD) expect(bytes.includes(Buffer.concat([Buffer.from(name), content])), name).to.equal(true);
  });

  it('is opened by what others have (skipped without Python)', async function () {
    const folder = mkdtempSync(join(tmpdir(), 'ketentest-zip-'));
    try {
      writeFileSync(join(folder, 'a.zip'), await bytesOf());
      const script = 'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])';
      try {
        execFileSync('python3', ['--version'], { stdio: 'ignore' });
      } catch {
        return this.skip();
      }
      execFileSync('python3', ['-c', script, join(folder, 'a.zip'), folder]);
      for (const [name, content] of HELD) expect(readFileSync(join(folder, name)).equals(content), name).to.equal(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is not made of what the form cannot say', () => {
    expect(fitsArchive([{ naam: 'a', grootte: 1000 }])).to.equal(true);
    expect(fitsArchive([{ naam: 'a', grootte: 2 ** 32 }])).to.equal(false);
    expect(fitsArchive(Array.from({ length: 70_000 }, (_, index) => ({ naam: `${index}`, grootte: 1 })))).to.equal(false);
  });
});
