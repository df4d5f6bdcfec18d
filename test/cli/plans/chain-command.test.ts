import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { EXIT } from '../../../src/cli/exit-code.js';
import { openOwnFile } from '../../../src/cli/own-suite.js';
import { chainCommand } from '../../../src/cli/plans/chain-command.js';
import { openRuleBook, type RuleBook } from '../../../src/judge/rule-book.js';
import type { OpenSchemaBasis } from '../../../src/message/schema-basis.js';
import { familyOf } from '../../../src/standard/index.js';
import { refusal } from '../../harness-error.js';
import { packageRoot } from '../../package-root.js';
import { runChain } from '../../support/chain-run.js';
import { DESK_AND_CABINET, plateText } from '../../support/own-plate.js';
import { openOwnSuite } from '../../support/reference-run.js';
import { compactBasis } from '../../support/reference-server.js';
import { fakeShell } from '../fake-shell.js';

const GEMMA = join(packageRoot, '..', 'shared', 'reference', 'ameff', 'gemma-zds-keten.xml');

describe('ketentest chain', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-chain-'));
  const model = join(folder, 'plaat.xml');
  let basis: OpenSchemaBasis;
  let rules: RuleBook;
  before(async () => {
    writeFileSync(model, plateText(DESK_AND_CABINET));
    const { standard } = await openOwnSuite('zds-1.1/chains/vakapplicatie-zds');
    basis = await compactBasis(standard);
    rules = openRuleBook(standard, familyOf(standard.family));
  });
  after(() => {
    rules[Symbol.dispose]();
    basis.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  async function said(operands: readonly string[], options: Record<string, string> = {}) {
    const shell = fakeShell({ cwd: folder });
    const code = await chainCommand({ shell, operands, options: { lang: 'en', ...options } });
    return { code, ...shell.said };
  }

  /** What a person does who agrees with everything, and chooses the blocks of one chain. */
  function confirm(file: string): void {
    const text = readFileSync(file, 'utf8');
    const agreed = text.replaceAll('    bevestigd: nee', '    bevestigd: ja').replaceAll("door: ''", 'door: proef');
    writeFileSync(file, agreed.replaceAll(/(vakapplicatie-zds.*)kies: nee }/g, '$1kies: ja }'));
  }

  async function runs(file: string): Promise<void> {
    const { report } = await runChain(await openOwnFile(file), { bases: [basis], rules });
    expect(report.resultaat.totaal).to.equal('foutloos');
    expect(report.scenarios).to.have.length(8);
    expect(report.keten.koppelingen).to.have.nested.property('[0].verdict', 'voldoet');
  }

  it('lists what a model suggests, and writes nothing without --out', async () => {
    const { code, out, talk } = await said(['propose', model]);
    expect(code).to.equal(EXIT.ok);
    expect(out).to.match(
      /Loket van de proef → Kast van de proef +zds-1\.1 +Aanbevolen \/ Verplicht; 1 relation; direction guessed/,
    );
    expect(out).to.include('every proposal is a guess');
    expect(talk).to.include('Proefplaat: looked at 4 elements, 4 relations and 0 views.');
    expect(readdirSync(folder)).to.deep.equal(['plaat.xml']);
  });

  it('writes plans that are refused until a person confirms them, and then run to a green report', async () => {
    await said(['propose', model], { out: 'plannen' });
    const [name = ''] = readdirSync(join(folder, 'plannen'));
    const file = join('plannen', name);
    expect(name).to.equal('loket-van-de-proef-kast-van-de-proef.yaml');
    await refusal(() => said(['check', file]), 'PLAN_UNCONFIRMED');
    await refusal(() => openOwnFile(join(folder, file)), 'PLAN_UNCONFIRMED');
    confirm(join(folder, file));
    const { code, out } = await said(['check', file]);
    expect(code).to.equal(EXIT.ok);
    expect(out).to.include('5 assumptions confirmed:').and.to.include('(proef)').and.to.include(`Ready: ketentest run ${file}`);
    await runs(join(folder, file));
  });

  it('never writes over a plan that somebody may be working on', async () => {
    await said(['propose', model], { out: 'werk' });
    const file = join(folder, 'werk', readdirSync(join(folder, 'werk'))[0] ?? '');
    confirm(file);
    const before = readFileSync(file, 'utf8');
    await refusal(() => said(['propose', model], { out: 'werk' }), 'OUTPUT_FAILED');
    expect(readFileSync(file, 'utf8')).to.equal(before);
  });

  it('proposes a chain from the model that docs/ketenplaat.md begins with', async () => {
    const example = join(packageRoot, 'docs', 'voorbeeld-ketenplaat.xml');
    const { code, out, talk } = await said(['propose', example], { view: 'Aanvraag aan het loket' });
    expect(code).to.equal(EXIT.ok);
    expect(out).to.include('aanvraagloket-zakenkast.yaml');
    expect(talk).not.to.include('What is wrong');
  });

  it('says that a model suggests nothing', async () => {
    const without = DESK_AND_CABINET.relations.filter(({ type }) => type !== 'Flow');
    writeFileSync(join(folder, 'stil.xml'), plateText({ ...DESK_AND_CABINET, relations: without }));
    const { code, out } = await said(['propose', 'stil.xml'], { out: 'niets' });
    expect(code).to.equal(EXIT.notEstablished);
    expect(out).to.include('that we hold: 0.');
    expect(existsSync(join(folder, 'niets'))).to.equal(false);
  });

  it('tells what is wrong in a model', async () => {
    const lost = { type: 'Flow', source: 'el-desk', target: 'el-gone' };
    writeFileSync(join(folder, 'los.xml'), plateText({ ...DESK_AND_CABINET, relations: [...DESK_AND_CABINET.relations, lost] }));
    expect((await said(['propose', 'los.xml'])).talk).to.match(/line \d+, <relationship>: "el-gone" is not there/);
  });

  it('refuses an action, a file, a view and a koppelvlak that there is not, with the nearest', async () => {
    expect((await refusal(() => said(['purpose', model]), 'USAGE')).message).to.include('did you mean "propose"');
    expect((await refusal(() => said(['propose', 'gone.xml']), 'USAGE')).message).to.include('gone.xml');
    expect((await refusal(() => said(['propose', folder]), 'USAGE')).message).to.include('is no file');
    expect((await refusal(() => said(['propose', model], { view: 'Blad' }), 'USAGE')).message).to.include('no view "Blad"');
    expect((await refusal(() => said(['propose', model], { standard: 'zds-1.3' }), 'USAGE')).message).to.include(
      'did you mean "zds-1.',
    );
  });

  const official = existsSync(GEMMA) ? it : it.skip;
  official(
    'proposes from the published GEMMA model (needs ../shared), and what is confirmed runs to a green report',
    async () => {
      const { out } = await said(['propose', GEMMA], { out: 'gemma' });
      expect(out).to.match(
        /^\d +generiek-zaakafhandelcomponent-zaakregistratiecomponent\.yaml .* Verplicht \/ Verplicht; 2 relations/m,
      );
      const file = join(folder, 'gemma', 'generiek-zaakafhandelcomponent-zaakregistratiecomponent.yaml');
      confirm(file);
      await runs(file);
      const view = await said(['propose', GEMMA], { view: 'ZGW03 registreren zaak', out: 'view' });
      expect(view.out).to.match(/Pairs of components .*: 2; with a shared standaard: 2; .*: 2\./);
    },
  );
});
