import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { prepareSchema } from '../../src/message/schema-preparation.js';
import { compileSchema, type SchemaValidator } from '../../src/message/schema-validator.js';
import { corpus, parseEntries, readSet, readTable, standards } from './shared.js';

/** Messages on which we differ, each with what we say; the reasons stand in decisions/corpus-and-our-verdicts.md. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'amsterdam-signals/example-bv03.xml': 'undecided',
  'amsterdam-signals/example-fo03.xml': 'undecided',
  'zds-gateway/openzaakbrug/examples/soap/Swf_Suites4SociaalDomein/dump/13-request-zakLv01.xml': 'undecided',
  'zds-gateway/zaakbrug-testtool/SoapUI_Suites4SociaalDomein_NatuurlijkPersoon/02/adapter-out.xml': 'undecided',
};

describe('the recorded corpus', function () {
  this.timeout(180_000);

  it('gets the verdicts that Xerces gave (skipped where ../shared is absent)', function () {
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
