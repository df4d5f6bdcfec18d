import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { loadEvidence } from '../../src/report/evidence.js';
import type { Manifest } from '../../src/report/manifest.js';
import { type PackageFile, packageFiles, renditions } from '../../src/report/package.js';
import { readReport } from '../../src/report/rapport-json.js';
import { bodyOf, WITH_FAULTS } from './samples.js';

async function contentOf(file: PackageFile | undefined): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file?.open() ?? []) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function contents(files: readonly PackageFile[]): Promise<ReadonlyMap<string, Buffer>> {
  return new Map(await Promise.all(files.map(async (file) => [file.name, await contentOf(file)] as const)));
}

const testset = [{ name: 'plan.json', bytes: new TextEncoder().encode('{}') }];

describe('the files of a report package', () => {
  it('has the names that others count on', async () => {
    const names = (await packageFiles({ ...WITH_FAULTS(), testset })).map(({ name }) => name);
    expect(names.slice(0, 9)).to.deep.equal([
      'rapport.json',
      'rapport.html',
      'junit.xml',
      'ctrf.json',
      'earl.jsonld',
      'controleer.html',
      'bewijs/manifest.json',
      'bewijs/0001-vraag.xml',
      'bewijs/0001-antwoord.xml',
    ]);
    expect(names).to.include('testset/plan.json');
    expect(new Set(names).size).to.equal(names.length);
  });

  it('names in the manifest every recorded message with its digest', async () => {
    const files = await contents(await packageFiles({ ...WITH_FAULTS(), testset }));
    const manifest = JSON.parse(String(files.get('bewijs/manifest.json'))) as Manifest;
    const messages = manifest.uitwisselingen.flatMap(({ vraag, antwoord }) => [vraag, ...(antwoord ? [antwoord] : [])]);
    expect(messages.map(({ bestand }) => bestand)).to.have.members(
      [...files.keys()].filter((name) => name.startsWith('bewijs/0')),
    );
    for (const { bestand, sha256, grootte } of messages) {
      const content = files.get(bestand ?? '') ?? Buffer.of();
      expect(createHash('sha256').update(content).digest('hex'), bestand).to.equal(sha256);
      expect(content.length).to.equal(grootte);
    }
  });

  it('has the same bytes for the same run', async () => {
    const [one, two] = await Promise.all([1, 2].map(async () => contents(await packageFiles({ ...WITH_FAULTS(), testset }))));
    expect([...(one ?? [])].map(([name, bytes]) => [name, bytes.toString('base64')])).to.deep.equal(
      [...(two ?? [])].map(([name, bytes]) => [name, bytes.toString('base64')]),
    );
  });

  it('renders the same bytes again from the package alone', async () => {
    const files = await contents(await packageFiles({ ...WITH_FAULTS(), testset }));
    const manifest = JSON.parse(String(files.get('bewijs/manifest.json'))) as Manifest;
    const evidence = await loadEvidence(manifest, (name) => bodyOf(files.get(name) ?? Buffer.of()).open());
    const again = await contents(renditions(readReport(String(files.get('rapport.json'))), evidence));
    for (const [name, bytes] of again) expect(bytes.equals(files.get(name) ?? Buffer.of()), name).to.equal(true);
  });

  it('publishes what the mask gives back, and nothing else, also on the page', async () => {
    const mask = async () => ({ body: bodyOf('<a>afgedekt</a>'), masked: ['a'] });
    const files = await contents(await packageFiles({ ...WITH_FAULTS(), testset, mask }));
    const manifest = JSON.parse(String(files.get('bewijs/manifest.json'))) as Manifest;
    expect(manifest.gemaskeerd).to.equal(true);
    expect(manifest.uitwisselingen.every(({ vraag }) => vraag.gemaskeerd)).to.equal(true);
    expect(String(files.get('bewijs/0001-vraag.xml'))).to.equal('<a>afgedekt</a>');
    expect(String(files.get('rapport.html'))).not.to.include('kapellekensbaan');
  });

  it('refuses two exchanges with one id', async () => {
    const { report, exchanges } = WITH_FAULTS();
    const twice = await packageFiles({ report, exchanges: [...exchanges, ...exchanges], testset }).catch(
      (error: unknown) => error,
    );
    expect(twice).to.have.property('code', 'INTERNAL');
  });
});
