import { expect } from 'chai';
import { judgeSchema } from '../../src/judge/schema.js';
import type { SchemaBasis, SchemaOutcome } from '../../src/model/record.js';
import { madeExchange } from '../support/made-exchange.js';

const basis = (soort: SchemaBasis['soort'], outcome: SchemaOutcome): SchemaBasis => ({
  soort,
  naam: soort,
  digest: 'd',
  validate: async () => outcome,
});
const VALID: SchemaOutcome = { decided: true, violations: [] };
const INVALID: SchemaOutcome = { decided: true, violations: [{ message: 'stuk', line: 4, path: 'a/b' }] };
const NONE: SchemaOutcome = { decided: false, reason: 'unknown-element', detail: 'geen schema kent dit element' };
const { request } = madeExchange({});

const outcome = async (bases: readonly SchemaBasis[], oorzaak: 'product' | 'harnas' = 'product') =>
  (await judgeSchema(request, bases, oorzaak)).map(({ id, verdict, oorzaak: cause, ernst }) =>
    [id, verdict, cause, ernst].join(' '),
  );

describe('schema validity', () => {
  it('is niet_beslist without any schema, never voldoet', async () => {
    expect(await outcome([])).to.deep.equal(['SCHEMA niet_beslist harnas fout']);
    expect(await outcome([basis('officieel', NONE)])).to.deep.equal(['SCHEMA niet_beslist harnas fout']);
  });

  it('holds the product to its own message, with path and line', async () => {
    expect(await outcome([basis('officieel', VALID)])).to.deep.equal(['SCHEMA voldoet  fout']);
    expect(await outcome([basis('officieel', INVALID)])).to.deep.equal(['SCHEMA voldoet_niet product fout']);
    expect((await judgeSchema(request, [basis('officieel', INVALID)], 'product'))[0]).to.include({
      pad: 'a/b',
      regelnummer: 4,
      gevonden: 'stuk',
    });
  });

  it('does not hold our own message against the product', async () => {
    expect(await outcome([basis('officieel', INVALID)], 'harnas')).to.deep.equal(['SCHEMA niet_beslist harnas fout']);
  });

  it('lets the official set decide, and calls a compact schema that disagrees our own fault', async () => {
    expect(await outcome([basis('officieel', VALID), basis('ingebouwd', INVALID)])).to.deep.equal([
      'SCHEMA voldoet  fout',
      'SCHEMA-INGEBOUWD voldoet_niet harnas aandachtspunt',
    ]);
    expect(await outcome([basis('officieel', INVALID), basis('ingebouwd', VALID)])).to.deep.equal([
      'SCHEMA voldoet_niet product fout',
      'SCHEMA-INGEBOUWD voldoet_niet harnas aandachtspunt',
    ]);
    expect(await outcome([basis('officieel', VALID), basis('ingebouwd', VALID)])).to.deep.equal([
      'SCHEMA voldoet  fout',
      'SCHEMA-INGEBOUWD voldoet  aandachtspunt',
    ]);
  });

  it('counts what it does not list', async () => {
    const many: SchemaOutcome = {
      decided: true,
      violations: Array.from({ length: 25 }, (_, line) => ({ message: 'stuk', line })),
    };
    const findings = await judgeSchema(request, [basis('officieel', many)], 'product');
    expect(findings).to.have.length(21);
    expect(findings.at(-1)?.gevonden).to.equal('en nog 5 schemafouten');
  });
});
