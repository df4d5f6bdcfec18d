/** A collection of misbehaviours is refused at the door when it would do nothing, or something else than it says. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { StandardDefinition } from '../../src/model/standard-definition.js';
import { openFileSet } from '../../src/suite/file-set.js';
import { loadMisbehaviours } from '../../src/suite/load-misbehaviours.js';
import { loadBoats } from '../koppelvlak/boats.js';

describe('a collection of misbehaviours', () => {
  let root = '';
  let boats: StandardDefinition;

  before(async () => {
    boats = await loadBoats();
  });
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'ketentest-wangedrag-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const load = (wrong?: string) => {
    mkdirSync(join(root, boats.id, 'selftest'), { recursive: true });
    const text = `misbehaviours:\n  one: { nl: Een, en: One, ${wrong} }\n`;
    if (wrong !== undefined) writeFileSync(join(root, boats.id, 'selftest', 'misbehaviours.yaml'), text);
    return loadMisbehaviours(openFileSet(root), boats);
  };
  const refusal = async (wrong: string) => {
    const error = await load(wrong).catch((cause: unknown) => cause);
    return error instanceof Error ? error.message : 'nothing was refused';
  };

  it('is empty where a standard has none', async () => {
    expect(await load()).to.deep.equal([]);
  });

  it('is read with all that is left out', async () => {
    const [one] = await load("services: [meldVaartuig], effects: [{ change: { from: 'VTR:object' } }]");
    expect(one).to.deep.include({ id: 'one', request: [], reply: [], lenient: false, forgetful: false, swallow: false });
    expect(one?.effects).to.deep.equal([{ does: 'change', with: { from: 'VTR:object' } }]);
  });

  it('names a service that does not exist, with the nearest', async () => {
    expect(await refusal('services: [meldVaartuigen], swallow: true')).to.contain('did you mean "meldVaartuig"?');
  });

  it('says what goes wrong', async () => {
    expect(await refusal('services: [meldVaartuig]')).to.contain('say what goes wrong');
  });

  it('has regular expressions that can be read', async () => {
    expect(await refusal("services: [meldVaartuig], reply: [{ replace: '(', by: x }]")).to.contain(
      'expected a regular expression',
    );
    expect(await load("services: [meldVaartuig], reply: [{ replace: '(a)', by: x }]")).to.have.length(1);
  });

  it('has effects that the family knows', async () => {
    expect(await refusal('services: [meldVaartuig], effects: [{ forget: {} }]')).to.contain('forget');
    expect(await refusal("services: [meldVaartuig], effects: [{ change: { form: 'VTR:object' } }]")).to.contain('form');
  });
});
