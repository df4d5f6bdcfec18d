import { join } from 'node:path';
import { expect } from 'chai';
import { addStandard } from '../../../src/cli/standards/add-standard.js';
import { findOfficialBasis, folderOfSet } from '../../../src/cli/standards/official-basis.js';
import { HarnessError } from '../../../src/model/harness-error.js';
import { invented, message } from '../../message/invented-schema.js';
import { ENTRIES, SET, someUser, type User } from './invented-set.js';

const schemas = [{ set: SET, entries: ENTRIES }];
const bytes = (text: string) => new TextEncoder().encode(text);

describe('the official schema basis', () => {
  let user: User;
  beforeEach(async () => {
    user = await someUser();
  });
  afterEach(() => user.remove());

  const find = (roots: readonly string[], wanted: Parameters<typeof findOfficialBasis>[0] = schemas) =>
    findOfficialBasis(wanted, { roots, suites: user.suites, cache: user.options.cache, prefixes: { BER: 'urn:bericht' } });

  it('is the installed set, with its digest, and validates', async () => {
    const added = await addStandard(await user.write('download', invented), user.options);
    const basis = await find([user.installRoot]);
    expect(basis).deep.include({ soort: 'officieel', naam: SET, digest: added.digest });
    expect(basis?.validateBytes(bytes(message()))).deep.equal({ decided: true, violations: [] });
    const outcome = basis?.validateBytes(bytes(message({ type: 'PEER' })));
    expect(outcome?.decided && outcome.violations.length).equal(1);
    basis?.dispose();
  });

  it('is absent when no set is installed', async () => {
    expect(await find([user.installRoot, join(user.folder, 'nowhere')])).equal(undefined);
    expect(await find([user.installRoot], [])).equal(undefined);
  });

  it('is never looked for outside the roots', async () => {
    await user.write('data/standards', { 'x/a.xsd': '<x/>' });
    for (const set of ['..', '.', '../standards', 'x/..', '/', '', join(user.installRoot, 'x')]) {
      expect(await folderOfSet(set, [user.installRoot]), set).equal(undefined);
    }
    expect(await folderOfSet('x', [user.installRoot])).equal(join(user.installRoot, 'x'));
  });

  it('is taken from the first root that has the set', async () => {
    await addStandard(await user.write('download', invented), user.options);
    const raw = await user.write(
      'raw',
      Object.fromEntries(Object.entries(invented).map(([path, text]) => [`${SET}/${path}`, `${text}\n`])),
    );
    const basis = await find([raw, user.installRoot]);
    expect(basis?.soort).equal('ingebouwd');
    basis?.dispose();
  });

  it('never is official when one file deviates, also one that the entries do not reach', async () => {
    const files = { ...invented, 'los.xsd': '<x/>' };
    const root = await user.write(
      'raw',
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`${SET}/${path}`, text])),
    );
    const basis = await find([root]);
    expect(basis).deep.include({ soort: 'ingebouwd', naam: `${SET} (afwijkend)` });
    expect(basis?.validateBytes(bytes(message()))).deep.equal({ decided: true, violations: [] });
    basis?.dispose();
  });

  it('is that of the second set when the first is not installed, and says when it knows nothing of it', async () => {
    const root = await user.write(
      'raw',
      Object.fromEntries(Object.entries(invented).map(([path, text]) => [`eigen/${path}`, text])),
    );
    const basis = await find([root], [...schemas, { set: 'eigen', entries: ENTRIES }]);
    expect(basis).deep.include({ soort: 'ingebouwd', naam: 'eigen (onbekend)' });
    basis?.dispose();
  });

  it('sees a file that changed after the set was prepared', async () => {
    const root = await user.write(
      'raw',
      Object.fromEntries(Object.entries(invented).map(([path, text]) => [`${SET}/${path}`, text])),
    );
    (await find([root]))?.dispose();
    await user.write('raw', { [`${SET}/basis/kleuren.xsd`]: invented['basis/kleuren.xsd'].replace('rood', 'geel') });
    const basis = await find([root]);
    expect(basis?.soort).equal('ingebouwd');
    const outcome = basis?.validateBytes(bytes(message({ soort: 'rood' })));
    expect(outcome?.decided && outcome.violations.length).equal(1);
    basis?.dispose();
  });

  it('is refused when an entry is not in the set', async () => {
    await addStandard(await user.write('download', invented), user.options);
    const refused = await find([user.installRoot], [{ set: SET, entries: ['bericht/weg.xsd'] }]).catch((error: unknown) => error);
    expect(refused).instanceOf(HarnessError).with.property('code', 'SCHEMA_MISSING');
  });
});
