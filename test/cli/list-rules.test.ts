import { expect } from 'chai';
import { listCommand } from '../../src/cli/list-command.js';
import { fakeShell } from './fake-shell.js';

describe('listing rules', function () {
  this.timeout(60_000);
  const list = async (json: boolean) => {
    const shell = fakeShell();
    await listCommand({ shell, operands: ['rules'], options: { json, lang: 'en' } });
    return shell.said.out;
  };

  it('tells of each rule its severity, its scope and how it is checked, and counts them', async () => {
    const text = await list(false);
    expect(text).to.match(/^STUF-0301-SG-02 +fout +message +xpath$/m);
    const rows = text.split('\n\n')[0]?.split('\n').length ?? 0;
    expect(text.trimEnd().split('\n').at(-1)).to.match(new RegExp(`^${rows} rules: \\d+ xpath, `));
  });

  it('tells as JSON which are checked, and why the others are not', async () => {
    const rules = JSON.parse(await list(true)) as {
      id: string;
      checked: boolean;
      check: string;
      reason?: string;
      standards: string[];
    }[];
    expect(rules.length).to.be.greaterThan(300);
    expect(new Set(rules.map(({ id }) => id)).size).to.equal(rules.length);
    for (const { checked, reason, standards } of rules) {
      expect(checked).to.equal(reason === undefined);
      expect(standards).not.to.deep.equal([]);
    }
  });

  it('lists the tolerances of the profile praktijk, each with what it is in strict and why', async () => {
    const shell = fakeShell();
    await listCommand({ shell, operands: ['tolerances'], options: { json: true, lang: 'en' } });
    const all = JSON.parse(shell.said.out) as { id: string; about: string; strict: string; reden: { en: string } }[];
    expect(all.length).to.be.at.least(30);
    for (const { id, about, strict, reden } of all) {
      expect(id).to.equal(`PRAKTIJK-${about}`);
      expect(strict).to.be.oneOf(['fout', 'waarschuwing']);
      expect(reden.en).not.to.equal('');
    }
  });
});
