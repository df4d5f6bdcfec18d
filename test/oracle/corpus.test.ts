import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { validateCommand } from '../../src/cli/validate/validate-command.js';
import { prepareSchema } from '../../src/message/schema-preparation.js';
import { compileSchema, type SchemaValidator } from '../../src/message/schema-validator.js';
import type { JudgedFile } from '../../src/model/judged-file.js';
import { fakeShell } from '../cli/fake-shell.js';
import { question } from '../cli/validate/messages.js';
import { corpus, parseEntries, readSet, readTable, standards } from './shared.js';

/** Messages of which the validator alone does not decide; why, stands in decisions/corpus-and-our-verdicts.md. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'amsterdam-signals/example-bv03.xml': 'undecided',
  'amsterdam-signals/example-fo03.xml': 'undecided',
  'zds-gateway/openzaakbrug/examples/soap/Swf_Suites4SociaalDomein/dump/13-request-zakLv01.xml': 'undecided',
  'zds-gateway/zaakbrug-testtool/SoapUI_Suites4SociaalDomein_NatuurlijkPersoon/02/adapter-out.xml': 'undecided',
};

describe('the recorded corpus', function () {
  this.timeout(180_000);

  it('gets from "ketentest validate" the verdicts of Xerces, every message (skipped where ../shared is absent)', async function () {
    if (standards === undefined || corpus === undefined) return this.skip();
    const nowhere = join(tmpdir(), 'ketentest-nothing-installed');
    const shell = fakeShell({ cwd: corpus, env: { XDG_DATA_HOME: nowhere, XDG_CACHE_HOME: nowhere } });
    await validateCommand({ shell, operands: ['.'], options: { format: 'json', jobs: '2', schemas: standards } });
    const { bestanden } = JSON.parse(shell.said.out) as { bestanden: readonly JudgedFile[] };
    const judged = new Map(bestanden.map((each) => [each.bestand, each]));
    const rows = readTable(join(corpus, 'index.tsv'));
    const differences = rows.flatMap(({ path = '', xerces_valid: xerces, xmllint_valid: xmllint }) => {
      const expected = (xerces === '' || xerces === '-' ? xmllint : xerces) === 'yes' ? 'voldoet' : 'voldoet_niet';
      const { verdict, basis } = judged.get(path)?.schema ?? {};
      return verdict === expected && basis?.soort === 'officieel' ? [] : [`${path}: ${verdict}, not ${expected}`];
    });
    expect(bestanden.length).equal(670);
    expect(rows.length).equal(670);
    expect(differences).deep.equal([]);
  });

  it('is invalid by another standard that was asked for, and undecided without its official set (skipped where ../shared is absent)', async function () {
    if (standards === undefined || corpus === undefined) return this.skip();
    const nowhere = join(tmpdir(), 'ketentest-nothing-installed');
    const verdict = async (schemas: string) => {
      const shell = fakeShell({
        ...{ cwd: nowhere, env: { XDG_DATA_HOME: nowhere, XDG_CACHE_HOME: nowhere } },
        readInput: async () => new TextEncoder().encode(question()),
      });
      const options = { format: 'json', standard: 'zds-1.1', ...(schemas !== '' && { schemas }) };
      await validateCommand({ shell, operands: ['-'], options });
      const { bestanden } = JSON.parse(shell.said.out) as { bestanden: readonly JudgedFile[] };
      return bestanden[0]?.schema.verdict;
    };
    expect(await verdict(standards)).equal('voldoet_niet');
    expect(await verdict('')).equal('niet_beslist');
  });

  it('gets them from the validator alone, with the schemas that the list names (skipped where ../shared is absent)', function () {
    if (standards === undefined || corpus === undefined) return this.skip();
    const validators = new Map<string, SchemaValidator>();
    const differences: Record<string, string> = {};
    const rows = readTable(join(corpus, 'index.tsv'));
    for (const { path = '', entry_xsd: entry = '', xerces_valid: xerces, xmllint_valid: xmllint } of rows) {
      const validator = validators.get(entry) ?? compileEntry(standards, entry);
      validators.set(entry, validator);
      const verdict = verdictOf(validator, readFileSync(join(corpus, path)));
      const expected = xerces === '' || xerces === '-' ? xmllint : xerces;
      if (verdict !== expected) differences[path] = verdict;
    }
    for (const validator of validators.values()) validator.dispose();
    expect(rows.length).equal(670);
    expect(differences).deep.equal(EXPLAINED);
  });

  it('gets them too for the messages that stand in a wrapper or behind white space', function () {
    if (standards === undefined || corpus === undefined) return this.skip();
    const rows = readTable(join(corpus, 'index.tsv')).filter(({ path = '' }) => Object.hasOwn(EXPLAINED, path));
    for (const { path = '', entry_xsd: entry = '', xerces_valid: xerces, message_type: name = '', envelope } of rows) {
      const text = readFileSync(join(corpus, path), 'utf8').trimStart();
      const inner = new RegExp(`<((?:\\w+:)?${name})[ >][\\s\\S]*</\\1>`).exec(text)?.[0];
      const validator = compileEntry(standards, entry);
      const verdict = verdictOf(validator, new TextEncoder().encode(envelope === 'wrapped' ? inner : text));
      validator.dispose();
      // An element that no schema declares is invalid to Xerces; we do not decide on it.
      expect(verdict === 'undecided' ? 'no' : verdict, path).equal(xerces);
    }
    expect(rows.length).equal(4);
  });
});

describe('wrong entity types in the recorded corpus', function () {
  this.timeout(180_000);

  it('are found, each of them, in every valid message (skipped where ../shared is absent)', function () {
    if (standards === undefined || corpus === undefined) return this.skip();
    const validators = new Map<string, SchemaValidator>();
    const missed: string[] = [];
    let mutants = 0;
    for (const { path = '', entry_xsd: entry = '' } of readTable(join(corpus, 'index.tsv'))) {
      const validator = validators.get(entry) ?? compileEntry(standards, entry);
      validators.set(entry, validator);
      const text = readFileSync(join(corpus, path), 'utf8').replaceAll(/<!--[\s\S]*?-->/g, '');
      if (verdictOf(validator, new TextEncoder().encode(text)) !== 'yes') continue;
      for (const match of text.matchAll(/(:(?:entiteittype|functie)=")([^"]+)(?=")/g)) {
        const [whole, before = '', value] = match;
        const mutant =
          text.slice(0, match.index) + before + (value === 'ZAK' ? 'EDC' : 'ZAK') + text.slice(match.index + whole.length);
        mutants += 1;
        if (verdictOf(validator, new TextEncoder().encode(mutant)) !== 'no') missed.push(`${path} ${whole}`);
      }
    }
    for (const validator of validators.values()) validator.dispose();
    expect(mutants).greaterThan(3000);
    expect(missed).deep.equal([]);
  });
});

function compileEntry(root: string, entry: string): SchemaValidator {
  const { set, entries } = parseEntries(entry);
  return compileSchema(prepareSchema(readSet(root, set), entries));
}

function verdictOf(validator: SchemaValidator, bytes: Uint8Array): string {
  const outcome = validator.validate(bytes);
  if (!outcome.decided) return 'undecided';
  return outcome.violations.length === 0 ? 'yes' : 'no';
}
