/**
 * A rule without a check of its own names what decides it: that must exist, and something must trip it. Otherwise
 * `checkedBy` is a promise that nobody keeps.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { RuleDefinition } from '../../src/model/rule-definition.js';
import type { StandardDefinition } from '../../src/model/standard-definition.js';
import { openFileSet } from '../../src/suite/file-set.js';
import { listStandards, loadStandard } from '../../src/suite/load-standard.js';
import { packageRoot } from '../package-root.js';
import { madeExchange } from '../support/made-exchange.js';
import { openOwnSuite } from '../support/reference-run.js';
import { compactBasis } from '../support/reference-server.js';

const SUITES = join(packageRoot, 'suites');

/** A good message made wrong in one place, which the schema has to refuse. */
const REFUSED: Readonly<Record<string, readonly [standard: string, good: string, from: string, to: string]>> = {
  'STUF-0301-KG-21': [
    'zds-1.1',
    'zds-1.1/good/creeerZaak.xml',
    '<ZKN:gerelateerde>\n        <ZKN:adres ',
    '<ZKN:gerelateerde>\n        <ZKN:overigeAdresseerbaarObject StUF:entiteittype="AOT" StUF:verwerkingssoort="T"/>\n        <ZKN:adres ',
  ],
  'ZKN-0310-ZK-01': [
    'zds-1.1',
    'zds-1.1/good/creeerZaak.xml',
    '<ZKN:omschrijving>Behandelen proefaanvraag</ZKN:omschrijving>',
    '<ZKN:omschrijving>Behandelen proefaanvraag</ZKN:omschrijving><ZKN:zaakcategorie>x</ZKN:zaakcategorie>',
  ],
  'ZKN-0310-ZK-13': ['zds-1.1', 'zds-1.1/good/creeerZaak.xml', '>Gedeeltelijk<', '>Deels<'],
  'ZDS-GDI-02': [
    'zds-1.2',
    'zds-1.2/good/documentidentificaties/vraag.xml',
    '</ZDS:stuurgegevens>',
    '</ZDS:stuurgegevens>\n  <ZDS:document><ZDS:titel>Extra</ZDS:titel></ZDS:document>',
  ],
  'RZS-NOZ-01': [
    'rzs-1.0',
    'rzs-1.0/good/initieerNotificeerOverZaak.xml',
    '>notificeerOverZaak<',
    '>initieerNotificeerOverZaak<',
  ],
  'RZS-OZ-01': ['rzs-1.0', 'rzs-1.0/good/overdragenZaak.xml', '<ZKN:identificatie>99990000000001</ZKN:identificatie>', ''],
  'RZS-OZ-02': ['rzs-1.0', 'rzs-1.0/good/bevestigOverdragenZaak.xml', '>Overdracht geaccepteerd<', '>Akkoord<'],
};

/** Not the tests of reports, which invent findings. */
const PROVING = ['judge', 'standard/stuf', 'changes', 'rules', 'actor', 'evil', ''];

describe('a rule that another part of the judgement decides', function () {
  this.timeout(60_000);
  let standards: readonly StandardDefinition[];
  const elsewhere = (by: string, of: StandardDefinition): readonly RuleDefinition[] =>
    of.rules.filter(({ check }) => check.kind === 'elsewhere' && check.by === by);

  before(async () => {
    const files = openFileSet(SUITES);
    standards = await Promise.all((await listStandards(SUITES)).map((id) => loadStandard(files, id)));
  });

  it('by a scenario is named by one, in every standard that has it', async () => {
    const lacking: string[] = [];
    for (const standard of standards) {
      // What comes along from another standard is decided there.
      const line = standards.filter(({ id }) => id === standard.id || id === standard.extends);
      const names = line.flatMap(({ id, roles }) => roles.map((role) => `${id}/${role.id}`));
      const suites = await Promise.all(names.map(openOwnSuite));
      const decided = new Set(suites.flatMap(({ suite }) => suite.scenarios.flatMap((each) => each.decides ?? [])));
      lacking.push(...elsewhere('scenario', standard).flatMap(({ id }) => (decided.has(id) ? [] : [`${standard.id}: ${id}`])));
    }
    expect(lacking).to.deep.equal([]);
  });

  it('by a reply or the transport names findings that a judge makes, and that a test trips', () => {
    const said = textsBelow('src', (name) => name.endsWith('.ts')) + textsBelow('suites', (name) => name.endsWith('.yaml'));
    const own = 'decided-elsewhere.test.ts';
    const tests = PROVING.map((folder) => textsIn(join('test', folder), own)).join('\n') + namesBelow('fixtures');
    // A reply that the sources contradict each other about; judge-reply.test.ts shows how it is told.
    const tolerated = (id: string, { services }: StandardDefinition) =>
      services.some(({ replies }) => replies.some((each) => each.tolerated?.id === id));
    const wrong = standards.flatMap((standard) =>
      ['reply', 'transport'].flatMap((by) =>
        elsewhere(by, standard).flatMap(({ id, check }) =>
          (check.kind === 'elsewhere' ? check.told : []).flatMap((told) => [
            ...(new RegExp(`id: '?${told}\\b|^  ${told}:`, 'm').test(said) || said.includes(`'${told}'`)
              ? []
              : [`${id}: nobody tells ${told}`]),
            ...(tests.includes(told) || tolerated(told, standard) ? [] : [`${id}: no test trips ${told}`]),
          ]),
        ),
      ),
    );
    expect([...new Set(wrong)]).to.deep.equal([]);
  });

  it('by the schema has a message that the schema refuses for it', async () => {
    const ids = new Set(standards.flatMap((standard) => elsewhere('schema', standard).map(({ id }) => id)));
    expect([...ids].sort()).to.deep.equal(Object.keys(REFUSED).sort());
    for (const [id, [standard, file, from, to]] of Object.entries(REFUSED)) {
      const of = standards.find((each) => each.id === standard);
      if (!of) throw new Error(standard);
      using basis = await compactBasisOf(of);
      const good = readFileSync(join(packageRoot, 'fixtures', file), 'utf8');
      expect(good, `${id}: nothing to make wrong`).to.include(from);
      expect(await basis.violations(good), id).to.deep.equal([]);
      expect(await basis.violations(good.replace(from, to)), id).not.to.deep.equal([]);
    }
  });
});

async function compactBasisOf(standard: StandardDefinition) {
  const basis = await compactBasis(standard);
  return {
    async violations(request: string): Promise<readonly string[]> {
      const outcome = await basis.validate(madeExchange({ request }).request);
      return outcome.decided ? outcome.violations.map(({ message }) => message) : [`not decided: ${outcome.detail}`];
    },
    [Symbol.dispose]: () => basis.dispose(),
  };
}

function textsIn(folder: string, except: string): string {
  return readdirSync(join(packageRoot, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|js|yaml)$/.test(entry.name) && entry.name !== except)
    .map((entry) => readFileSync(join(packageRoot, folder, entry.name), 'utf8'))
    .join('\n');
}

function textsBelow(folder: string, wanted: (name: string) => boolean): string {
  return readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter(wanted)
    .map((name) => readFileSync(join(packageRoot, folder, name), 'utf8'))
    .join('\n');
}

/** A broken example bears the id of the rule that it trips. */
function namesBelow(folder: string): string {
  return readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' }).join('\n');
}
