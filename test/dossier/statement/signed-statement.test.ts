import { createHash, generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import { hasShapeOf, SOORTEN } from '../../../src/dossier/statement/shapes.js';
import { openSigned, type SignedStatement, writeSigned } from '../../../src/dossier/statement/signed-statement.js';
import type { Verklaring } from '../../../src/dossier/statement/verklaring.js';
import { canonicalJson } from '../../../src/report/canonical-json.js';
import { publicPemOf, sealingKey } from '../../../src/report/seal/seal-key.js';
import { readTrust } from '../../../src/report/seal/trust-root.js';
import { bundleOf } from '../../report/forged-packages/held-package.js';
import {
  day,
  declares,
  disputes,
  named,
  onPlatform,
  released,
  replaced,
  report,
  revokes,
  saw,
  sha,
  ticks,
  withdraws,
} from '../indication/evidence.js';

const KEY = generateKeyPairSync('ed25519').privateKey;
const STRANGER = generateKeyPairSync('ed25519').privateKey;
const trustJson = (more: object = {}) =>
  JSON.stringify({ sleutels: [{ naam: 'Bureau Toets', publicKey: publicPemOf(KEY), wie: 'onafhankelijk', ...more }] });
const trusting = (more: object = {}) => ({ trust: readTrust(trustJson(more), 'trust.json') });
const REPORT = report(5, 'foutloos');
const DISPUTE = disputes(10, REPORT).verklaring;
const signed = async (of: Verklaring = DISPUTE, key = KEY, at = day(10)) =>
  Buffer.from(await writeSigned(of, { opgesteldOp: at }, sealingKey(key)));
const opened = (bytes: Buffer, trust = {}) => openSigned('x', bytes, trust);
const objection = (bytes: Buffer, trust = {}) => opened(bytes, trust).bezwaar;

describe('a signed statement', () => {
  const every = [
    declares(),
    withdraws(3),
    withdraws(3, REPORT),
    disputes(3, REPORT),
    saw(3, REPORT),
    ticks(3, REPORT),
    onPlatform(3),
    named(),
    released(3, '5'),
    replaced(3, '4'),
    revokes('supplier', 3, sha('key')),
  ].map(({ verklaring }) => verklaring);

  it('is read as it was written, of every kind, with who made it', async () => {
    for (const verklaring of every) {
      const seen = opened(await signed(verklaring), trusting()) as SignedStatement;
      expect(seen.verklaring).to.deep.equal(verklaring);
      expect([seen.partij, seen.wie, seen.bezwaar, seen.opgesteldOp]).to.deep.equal([
        'Bureau Toets',
        'onafhankelijk',
        undefined,
        day(10),
      ]);
    }
    expect(SOORTEN.filter((soort) => !every.some((each) => each.soort === soort))).to.deep.equal([
      'erkenning',
      'niet_vergelijkbaar',
    ]);
  });

  it('says nothing when one byte of it was changed, wherever it is', async () => {
    const bytes = await signed();
    const taken: number[] = [];
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const seen = opened(changed, trusting());
      if (seen.bezwaar === undefined) taken.push(at);
    }
    expect(taken).to.deep.equal([]);
  });

  it('of somebody whom nobody knows says so, and so does every one when nobody is trusted', async () => {
    expect(objection(await signed(DISPUTE, STRANGER), trusting())).to.equal('KEY_UNKNOWN');
    expect(objection(await signed())).to.equal('KEY_UNKNOWN');
    expect(objection(await signed(), trusting())).to.equal(undefined);
  });

  it('does not count with a key that was revoked, that only issues tickets, or outside of its time', async () => {
    const bytes = await signed();
    expect(objection(bytes, trusting({ ingetrokken: true }))).to.equal('KEY_REVOKED');
    expect(objection(bytes, trusting({ soort: 'ticketuitgever' }))).to.equal('KEY_WRONG_KIND');
    expect(objection(bytes, trusting({ tot: day(9) }))).to.equal('KEY_OUT_OF_TIME');
    expect(objection(bytes, trusting({ tot: day(11) }))).to.equal(undefined);
  });

  it('cannot be moved to another report, another kind, or say more than its kind says', async () => {
    const { verklaring, opgesteldOp } = opened(await signed(), trusting()) as SignedStatement;
    const { soort, ...said } = verklaring;
    const ondertekenaar = { sleutel: sha('x'), publicKey: publicPemOf(KEY) };
    const statement = (of: object) => ({
      ...{ _type: 'https://in-toto.io/Statement/v1', predicateType: `urn:ketentest:verklaring:${soort}:1` },
      ...{
        predicate: { ...said, opgesteldOp, ondertekenaar },
        subject: [{ name: 'rapport.json', digest: { sha256: sha('rapport-5-foutloos') } }],
      },
      ...of,
    });
    const objectionTo = (of: object) => objection(Buffer.from(canonicalJson(bundleOf(statement(of), KEY))), trusting());
    expect(objectionTo({})).to.equal(undefined);
    expect(objectionTo({ subject: [{ name: 'rapport.json', digest: { sha256: sha('other') } }] })).to.equal('STATEMENT_FORM');
    expect(objectionTo({ predicateType: 'urn:ketentest:verklaring:steun:1' })).to.equal('STATEMENT_FORM');
    expect(objectionTo({ predicateType: 'urn:ketentest:testrapport:1' })).to.equal('PREDICATE_TYPE');
    expect(objectionTo({ predicate: { ...said, opgesteldOp, ondertekenaar, zekerheid: 'A3' } })).to.equal('STATEMENT_FORM');
    expect(objectionTo({ predicate: { ...said, ondertekenaar } })).to.equal('STATEMENT_FORM');
  });

  it('has its own name: that of its file', async () => {
    const bytes = await signed();
    expect((opened(bytes, trusting()) as SignedStatement).digest).to.equal(createHash('sha256').update(bytes).digest('hex'));
  });

  it('about an address is about one on the web', () => {
    const { soort, ...said } = saw(3, REPORT).verklaring;
    expect(hasShapeOf(soort, said)).to.equal(true);
    for (const url of ['javascript:alert(1)', 'file:///etc', 'nergens', 7])
      expect(hasShapeOf(soort, { ...said, url }), String(url)).to.equal(false);
  });
});
