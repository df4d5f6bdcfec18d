import { join } from 'node:path';
import { expect } from 'chai';
import { prepareSchema } from '../../src/message/schema-preparation.js';
import { compileSchema } from '../../src/message/schema-validator.js';
import { HarnessError } from '../../src/model/harness-error.js';
import { parseEntries, readSet, readTable, standards } from './shared.js';

/** No other validator compiles these either; ours does, because it reads a backslash as a slash. */
const MORE_THAN_OTHERS = [
  'jz-1.0.9/jz0100/gmberichten/jz0100_msg_gmberichten.xsd',
  'jz-1.0.9/jz0100/vtberichten/jz0100_msg_vtberichten.xsd',
  'jz-1.0.9/jz0100/vvberichten/jz0100_msg_vvberichten.xsd',
];

/** Sets without their base schemas, and old versions that name a group that is not there. */
const IMPOSSIBLE: Readonly<Record<string, string>> = {
  'prs-1.02/bg0310_msg_prs.xsd': 'SCHEMA_MISSING',
  'ztc0310-p27-vraagAntwoord/ztc0310_msg_vraagAntwoord.xsd': 'SCHEMA_MISSING',
  'riha-0301/riha0301/inspectieview/riha030100_msg_inspectieview.xsd': 'SCHEMA_INVALID',
  'riha-0301/riha0301/inspectieview/riha030101_msg_inspectieview.xsd': 'SCHEMA_INVALID',
};

describe('the official schema sets', function () {
  this.timeout(180_000);

  it('compile at every entry that some validator compiles (skipped where they are absent)', function () {
    if (standards === undefined) return this.skip();
    const outcomes: Record<string, string> = {};
    for (const row of readTable(join(standards, 'compile.tsv'))) {
      const entry = row.entry_xsd ?? '';
      const outcome = compile(standards, entry);
      const others = [row.xmllint, row.xmllint_wrapped, row.xerces, row.xerces_honour_all].includes('OK');
      if ((outcome === 'OK') !== others || outcome !== 'OK') outcomes[entry] = outcome;
    }
    expect(outcomes).deep.equal({ ...IMPOSSIBLE, ...Object.fromEntries(MORE_THAN_OTHERS.map((entry) => [entry, 'OK'])) });
  });
});

function compile(root: string, entry: string): string {
  const { set, entries } = parseEntries(entry);
  try {
    compileSchema(prepareSchema(readSet(root, set), entries)).dispose();
    return 'OK';
  } catch (error) {
    if (error instanceof HarnessError) return error.code;
    throw error;
  }
}
