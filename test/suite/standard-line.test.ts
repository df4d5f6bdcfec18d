import { expect } from 'chai';
import { HarnessError } from '../../src/model/harness-error.js';
import type { FileSet } from '../../src/suite/file-set.js';
import { lineOf, simulatorOf, together, usesOf } from '../../src/suite/standard-line.js';

const standard = (more: string) =>
  `naam: n\nversie: '1'\nfamily: stuf\ndocuments: {}\nschemas: []\nroles: {}\nentities: {}\n${more}\n`;

/** Invented: a ferry extends boats, a night ferry extends a ferry. */
const FILES: Readonly<Record<string, string>> = {
  'boten-1.0/standard.yaml': standard(
    'uses: [stuf-0301]\nnamespaces: { B: urn:boot }\nsimulator: { later: [Bv01], values: { haven: A, kade: K } }',
  ),
  'veren-1.0/standard.yaml': standard(
    'uses: [stuf-0301, veer]\nnamespaces: { V: urn:veer }\nsimulator: { later: [], values: { haven: B } }\nextends: boten-1.0',
  ),
  'nachtveren-1.0/standard.yaml': standard('uses: []\nnamespaces: { B: urn:nacht }\nsimulator: {}\nextends: veren-1.0'),
  'rondjes-1.0/standard.yaml': standard('uses: []\nnamespaces: {}\nsimulator: {}\nextends: rondjes-1.0'),
};

function fileSet(): FileSet {
  return {
    root: '',
    nameOf: (path) => `suites/${path}`,
    all: () => new Map(),
    list: async () => [],
    read: async (path) => FILES[path] ?? '',
    digest: () => '',
  };
}

describe('a standard that extends another', () => {
  it('comes last, after everything that it extends', async () => {
    const line = await lineOf(fileSet(), 'nachtveren-1.0');
    expect(line.map(({ id }) => id)).to.deep.equal(['boten-1.0', 'veren-1.0', 'nachtveren-1.0']);
    expect((await lineOf(fileSet(), 'boten-1.0')).map(({ id }) => id)).to.deep.equal(['boten-1.0']);
  });

  it('uses what those use, each once, and may say of a name what it means here', async () => {
    const line = await lineOf(fileSet(), 'nachtveren-1.0');
    expect(usesOf(line)).to.deep.equal(['stuf-0301', 'veer']);
    expect(together(line, ({ namespaces }) => namespaces)).to.deep.equal({ B: 'urn:nacht', V: 'urn:veer' });
  });

  it('adds to groups of settings, and replaces what is no group', async () => {
    expect(simulatorOf(await lineOf(fileSet(), 'nachtveren-1.0'))).to.deep.equal({
      later: [],
      values: { haven: 'B', kade: 'K' },
    });
  });

  it('may not extend itself', async () => {
    const error = await lineOf(fileSet(), 'rondjes-1.0').catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(HarnessError).with.property('code', 'SUITE_INVALID');
    expect((error as HarnessError).message).to.match(
      /^suites\/rondjes-1\.0\/standard\.yaml:\d+:\d+: rondjes-1\.0 extends itself/,
    );
  });
});
