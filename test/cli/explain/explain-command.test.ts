import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { loadAllRules } from '../../../src/cli/all-rules.js';
import { explainCommand } from '../../../src/cli/explain/explain-command.js';
import { examplesOf } from '../../../src/cli/explain/rule-examples.js';
import { refusal } from '../../harness-error.js';
import { packageRoot } from '../../package-root.js';
import { fakeShell } from '../fake-shell.js';

describe('explain', function () {
  this.timeout(60_000);
  const explain = async (code: string, lang: 'nl' | 'en') => {
    const shell = fakeShell();
    await explainCommand({ shell, operands: [code], options: { lang } });
    return shell.said.out;
  };
  it('tells an error code in both languages', async () => {
    expect(await explain('CONSTANT_UNSET', 'nl')).to.include('vooraf');
    expect(await explain('constant_unset', 'en')).to.include('beforehand');
  });
  it('tells a finding with its advice and its source', async () => {
    expect(await explain('HTTP-REDIRECT', 'en')).to.include('--endpoint');
    expect(await explain('BODY-DOCTYPE', 'en')).to.include('Source: SOAP11');
  });
  it('tells a reason of an indication, a state of it, and what can be wrong with a dossier', async () => {
    expect(await explain('NIEUWERE_VERSIE', 'en'))
      .to.include('version … is in use since …')
      .and.include('docs/indication.md');
    expect(await explain('getest_foutloos', 'en')).to.include('tested, without faults');
    expect(await explain('CHAIN_BROKEN', 'nl')).to.include('docs/dossier.md');
    expect(await explain('foutloos', 'en')).not.to.include('docs/indication.md');
  });
  it('tells the words of a report', async () =>
    expect(await explain('niet_vastgesteld', 'en')).to.include('neither for nor against'));
  it('tells what every verdict, cause and severity means, and not only how it is written', async () => {
    const words = ['voldoet', 'voldoet_niet', 'niet_beslist', 'niet_uitgevoerd', 'product', 'harnas', 'fout', 'aandachtspunt'];
    for (const word of words) {
      const [, meaning = ''] = (await explain(word, 'nl')).split('\n\n');
      expect(meaning.length, word).to.be.greaterThan(25);
    }
  });
  it('tells a rule: why, whom it binds, how it is checked, its source, and a bad and a good example', async () => {
    const text = await explain('STUF-0301-SG-02', 'en');
    for (const title of ['Binds', 'How it is checked', 'Source', 'A bad example', 'A good example'])
      expect(text).to.include(title);
    expect(text)
      .to.include('Standaard uitwisselingsformaat StUF 03.01')
      .and.to.match(/> +\d+ \| .*Lk99/);
    expect(await explain('stuf-0301-sg-02', 'nl'))
      .to.include('Fout voorbeeld')
      .and.to.include('Goed voorbeeld');
  });

  it('shows where a bad exchange differs from a good one', async () => {
    const text = await explain('STUF-0301-AW-09', 'en');
    expect(text).to.match(/A bad example\n.*antwoord\.xml\n(.*\n){2} +> +\d+ \| .*S-0001/);
    expect(text).to.match(/A good example\n.*antwoord\.xml\n(.*\n){2} +> +\d+ \| .*S-0002/);
  });

  it('tells which scenarios decide a rule, and under which id another judge tells it', async () => {
    expect(await explain('ZDS-CZ-05', 'nl')).to.match(/zds-1\.1\/zaaksysteem-verdieping {2}vd\.23\./);
    expect(await explain('STUF-PB-SO-11', 'nl')).to.include('Gemeld onder: STUF-PB-SO-10');
  });

  it('tells a tolerance: the rule, the reason, who saw it, and that the norm stays', async () => {
    const text = await explain('praktijk-stuf-0301-rf-02', 'en');
    for (const part of ['STUF-0301-RF-02', 'strict', 'Who observed it']) expect(text).to.include(part);
    expect(await explain('STUF-0301-RF-02', 'en')).to.include('PRAKTIJK-STUF-0301-RF-02');
    expect((await refusal(() => explain('PRAKTIJK-STUF-0301-RF-2', 'en'), 'USAGE')).message).to.include(
      'did you mean "PRAKTIJK-',
    );
  });

  it('tells why a rule is not checked', async () => {
    const rules = await loadAllRules();
    const unchecked = [...rules.values()].find(({ rule }) => rule.check.kind === 'none');
    const why = unchecked?.rule.check.kind === 'none' ? unchecked.rule.check.why.en : '';
    expect(await explain(unchecked?.rule.id ?? '', 'en'))
      .to.include('Not checked:')
      .and.to.include(why);
  });

  it('shows a bad example of rules that one message decides, one in eight of them', async () => {
    const rules = [...(await loadAllRules()).values()];
    const decided = rules.filter(({ rule }) => rule.scope === 'message' && ['xpath', 'code'].includes(rule.check.kind));
    const lacking = decided
      .filter((_, index) => index % 8 === 0)
      .filter(({ rule, standards }) => !examplesOf(rule, standards, packageRoot).bad);
    expect(lacking.map(({ rule }) => rule.id)).to.deep.equal([]);
  });

  it('knows every finding that the code can make', async () => {
    const ids = new Set(
      sources('src').flatMap((text) =>
        [...text.matchAll(/\b(?:id: |symptom\(\s*|alone\(\w+, )'([A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*)'/g)].map(
          (match) => match[1] ?? '',
        ),
      ),
    );
    expect([...ids])
      .to.include('SCHEMA')
      .and.to.include('BODY-HTML')
      .and.to.include('BESTAND-ONLEESBAAR');
    const unknown: string[] = [];
    for (const id of ids) await explain(id, 'en').catch(() => unknown.push(id));
    expect(unknown).to.deep.equal([]);
  });

  it('refuses an unknown code with the nearest', async () => {
    const error = await refusal(() => explain('CONSTANT_UNSTE', 'en'), 'USAGE');
    expect(error.message).to.include('did you mean "CONSTANT_UNSET"');
  });
});

function sources(folder: string): readonly string[] {
  return readdirSync(join(packageRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}
