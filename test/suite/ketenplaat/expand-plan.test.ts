import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openOwnFile } from '../../../src/cli/own-suite.js';
import { packageFacts } from '../../../src/cli/package-root.js';
import type { ErrorCode } from '../../../src/model/harness-error.js';
import { openFileSet } from '../../../src/suite/file-set.js';
import { candidatesIn } from '../../../src/suite/ketenplaat/candidates.js';
import { heldStandards } from '../../../src/suite/ketenplaat/held-standards.js';
import { planText } from '../../../src/suite/ketenplaat/plan-text.js';
import { readKetenplaat } from '../../../src/suite/ketenplaat/read-ketenplaat.js';
import { refusal } from '../../harness-error.js';
import { DESK_AND_CABINET, modelFile, type OwnPlate, plateText } from '../../support/own-plate.js';

describe('a plan of a ketenplaat', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-plan-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function proposed(plate: OwnPlate, language: 'nl' | 'en' = 'nl'): Promise<string> {
    const read = await readKetenplaat(modelFile(plateText(plate)));
    const [candidate] = candidatesIn(read, await heldStandards(openFileSet(packageFacts().suites)), {}).found;
    return candidate ? planText(candidate, { plate: read, file: 'plaat.xml', language }) : expect.fail('nothing was proposed');
  }

  let plan = '';
  let confirmed = '';
  before(async () => {
    plan = await proposed(DESK_AND_CABINET);
    confirmed = confirm(plan);
  });

  /** As a person would, who chooses the first block. */
  function confirm(text: string): string {
    return text
      .replaceAll('bevestigd: nee', 'bevestigd: ja')
      .replaceAll("door: ''", 'door: proef')
      .replace(/(vz\.1.*)kies: nee }/, '$1kies: ja }');
  }

  const open = (text: string, name = 'proef.yaml') => {
    writeFileSync(join(folder, name), text);
    return openOwnFile(join(folder, name), name);
  };

  it('names what every assumption rests on by its id and line in the model', () => {
    const lines = plateText(DESK_AND_CABINET).split('\n');
    const facts = [...plan.matchAll(/\{ id: '([^']+)', regel: (\d+),/g)];
    expect(facts.map(([, id]) => id)).to.include.members(['re-desk', 're-cabinet', 're-flow', 'el-standard', 'el-version']);
    for (const [, id = '', line] of facts) expect(lines[Number(line) - 1]).to.include(id);
  });

  it('is refused with all that is still to confirm, each at its place', async () => {
    const error = await refusal(() => open(plan), 'PLAN_UNCONFIRMED');
    const told = error.message.split('\n');
    expect(told.filter((line) => line.includes('still to confirm'))).to.have.length(5);
    expect(told.at(-1)).to.match(/^proef\.yaml:\d+:\d+: no building block was chosen for link loketvandeproef-kastvandeproef/);
    for (const line of told.slice(0, -1)) {
      const row = Number(/^proef\.yaml:(\d+):/.exec(line)?.[1]);
      expect(plan.split('\n')[row - 1]).to.include('bevestigd: nee');
    }
  });

  it('is refused as long as one assumption is open, or nobody says that he confirmed it', async () => {
    expect(
      (await refusal(() => open(confirmed.replace('    bevestigd: ja', '    bevestigd: nee')), 'PLAN_UNCONFIRMED')).message,
    ).not.to.include('\n');
    const nobody = await refusal(() => open(confirmed.replace('door: proef', "door: ' '")), 'PLAN_UNCONFIRMED');
    expect(nobody.message).to.include('who confirmed this?');
  });

  it('is a chain when all is confirmed, of the chosen blocks over its own link', async () => {
    const { suite, files } = await open(confirmed);
    expect(suite).to.include({ id: 'zds-1.1/chains/proef', title: 'Loket van de proef en Kast van de proef' });
    expect(suite.chain?.actors.map(({ id, plays }) => [id, plays])).to.deep.equal([
      ['loketvandeproef', 'vrager'],
      ['kastvandeproef', 'aanbieder'],
    ]);
    expect(suite.scenarios.map(({ id }) => id)).to.deep.equal(['vz.1.zaakOpenen']);
    const links = new Set(suite.scenarios.flatMap(({ steps }) => steps.map(({ link }) => link)));
    expect([...links]).to.deep.equal(['loketvandeproef-kastvandeproef']);
    expect([...files.keys()]).to.include.members(['zds-1.1/chains/proef.yaml', 'zds-1.1/chains/vakapplicatie-zds.yaml']);
    expect(files.get('zds-1.1/chains/proef.yaml')).to.equal(confirmed);
  });

  it('takes blocks in the order in which they stand in their chain', async () => {
    const rows = confirmed.split('\n');
    const isOurs = (row: string) => row.startsWith('  - { bouwsteen: vakapplicatie-zds/');
    const blocks = rows.filter(isOurs).map((row) => row.replace('kies: nee', 'kies: ja'));
    const turned = [...rows.filter((row) => !isOurs(row))];
    turned.splice(turned.indexOf('bouwstenen:') + 1, 0, ...blocks.reverse());
    const { suite } = await open(turned.join('\n'));
    expect(suite.scenarios.map(({ id }) => id.slice(0, 4))).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8].map((nr) => `vz.${nr}`));
  });

  it('may give constants of its blocks another value', async () => {
    const { suite } = await open(confirmed.replace('variables: {}', 'variables: { zaaktype.code: B0002 }'));
    expect(suite.variables.find(({ name }) => name === 'zaaktype.code')?.value).to.equal('B0002');
  });

  it('is written in English too', async () => {
    const text = await proposed(DESK_AND_CABINET, 'en');
    expect(text).to.include('The model ties no flow to a standaard.');
    expect((await open(confirm(text))).suite.title).to.equal('Loket van de proef and Kast van de proef');
  });

  it('goes through a component that passes on, which may write anew what our chain allows', async () => {
    const text = await proposed({
      elements: [...DESK_AND_CABINET.elements, { id: 'el-bus', name: 'Gemeentelijke servicebuscomponent' }],
      relations: [
        ...DESK_AND_CABINET.relations.filter(({ id }) => id !== 're-flow'),
        { type: 'Flow', source: 'el-desk', target: 'el-bus' },
        { type: 'Flow', source: 'el-cabinet', target: 'el-bus' },
      ],
    });
    const { suite } = await open(confirm(text));
    expect(suite.chain?.links[0]).to.deep.include({ rewrites: ['referentienummer', 'crossRefnummer'] });
    expect(suite.chain?.links[0]?.via).to.have.length(1);
    expect(text).to.include('  tussenstation:\n    bevestigd: nee');
  });

  it('holds no more than text, whatever a model calls its components', async () => {
    const evil = "x': [ &amp;a ] # {{y}} \\u0022 &#10;aannamen: {}&#10;plan: 2 &#x2028; &amp; &lt;script> '";
    const elements = DESK_AND_CABINET.elements.map((each) => (each.id === 'el-desk' ? { ...each, name: evil } : each));
    const text = await proposed({ ...DESK_AND_CABINET, elements });
    const { suite } = await open(confirm(text));
    expect(suite.chain?.actors[0]?.naam.nl).to.equal("x': [ &a ] # {{y}} \\u0022 aannamen: {} plan: 2 & <script> '");
  });

  it('says which value is meant, where it takes blocks of two chains that differ', async () => {
    const both = confirmed.replace(/(fz\.1.*)kies: nee }/, '$1kies: ja }');
    const names = /differ about ([^:]*):/.exec((await refusal(() => open(both), 'SUITE_INVALID')).message)?.[1] ?? '';
    const said = names.split(', ').map((name) => `${name}: proef`);
    const { suite } = await open(both.replace('variables: {}', `variables: { ${said.join(', ')} }`));
    expect(suite.scenarios.map(({ id }) => id)).to.include.members(['vz.1.zaakOpenen', 'fz.1.zaakAanmaken']);
  });

  const refused: readonly (readonly [what: string, code: ErrorCode, change: (text: string) => string, says: RegExp])[] = [
    [
      'a block that needs another',
      'SUITE_INVALID',
      (text) => text.replace('kies: ja }', 'kies: nee }').replace(/kies: nee( }.*aan;)/, 'kies: ja$1'),
      /vz\.2\.zaakAanvullen" needs vakapplicatie-zds\/vz\.1\.zaakOpenen/,
    ],
    [
      'a block that there is not',
      'SUITE_INVALID',
      (text) => text.replace('vz.1.zaakOpenen,', 'vz.1.zaakOpen,'),
      /is no building block; did you mean "vakapplicatie-zds\/vz\.1\.zaakOpenen"/,
    ],
    [
      'a chain that there is not',
      'SUITE_INVALID',
      (text) => text.replace('vakapplicatie-zds/vz.1', 'vakapp/vz.1'),
      /zds-1\.1 has no chain "vakapp"/,
    ],
    [
      'a link that there is not',
      'SUITE_INVALID',
      (text) => text.replace(/(vz\.2.*), kies: nee/, '$1, link: loket-kast, kies: ja'),
      /"loket-kast" is not a link of this plan/,
    ],
    [
      'a constant that there is not',
      'SUITE_INVALID',
      (text) => text.replace('variables: {}', 'variables: { zaaktype.cod: x }'),
      /"zaaktype\.cod" is no constant .* did you mean "zaaktype\.code"/,
    ],
    [
      'an actor that is turned round',
      'SUITE_INVALID',
      (text) => text.replace('    plays: vrager', '    plays: aanbieder'),
      /plays aanbieder; this place is for a vrager/,
    ],
    ['a key that nobody knows', 'SUITE_INVALID', (text) => text.replace('title:', 'titel:'), /unknown key "titel"/],
    [
      'a koppelvlak that there is not',
      'SUITE_UNKNOWN',
      (text) => text.replace('standard: zds-1.1', 'standard: zds-1.3'),
      /zds-1\.3/,
    ],
    [
      'a folder as koppelvlak',
      'SUITE_UNKNOWN',
      (text) => text.replace('standard: zds-1.1', 'standard: ../suites/zds-1.1'),
      /no standard "\.\."/,
    ],
  ];
  for (const [what, code, change, says] of refused) {
    it(`is refused for ${what}`, async () => {
      const changed = change(confirmed);
      expect(changed).not.to.equal(confirmed);
      expect((await refusal(() => open(changed), code)).message).to.match(says);
    });
  }

  it('is refused under the name of a chain that we hold, and under one that is no name', async () => {
    expect((await refusal(() => open(confirmed, 'vakapplicatie-zds.yaml'), 'SUITE_INVALID')).message).to.include('another name');
    expect((await refusal(() => open(confirmed, 'a b.yaml'), 'SUITE_INVALID')).message).to.include('a name of letters');
    expect((await refusal(() => openOwnFile(join(folder, 'gone.yaml')), 'SUITE_INVALID')).message).to.include('ENOENT');
  });
});
