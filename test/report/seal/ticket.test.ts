import { expect } from 'chai';
import type { TrustedKey } from '../../../src/report/seal/trust-root.js';
import { verifyPackage } from '../../../src/report/seal/verify.js';
import { KEYS, seal, sourceOf, trusting, VERSION } from '../forged-packages/held-package.js';
import { GIVEN, sealedOn } from '../forged-packages/held-tickets.js';

describe('a report that was made on a ticket', function () {
  this.timeout(60_000);
  const [runner, issuer] = trusting(KEYS.runner, KEYS.stranger) as [TrustedKey, TrustedKey];
  const independent = { ...runner, wie: 'onafhankelijk' } as const;
  const mayIssue = { ...issuer, soort: 'ticketuitgever' } as const;
  const seenBy = async (...trust: readonly TrustedKey[]) => {
    const seen = await verifyPackage(sourceOf(await sealedOn()), { trust, version: VERSION });
    return [seen.oordeel, seen.zekerheid.niveau, seen.ticket?.uitgever];
  };

  it('is A2 of somebody independent, when its issuer may issue', async () => {
    expect(await seenBy(independent, mayIssue)).to.deep.equal(['houdt', 'A2', 'key 2']);
  });

  for (const [what, ...trust] of [
    ['of the supplier', { ...runner, wie: 'leverancier' }, mayIssue],
    ['of somebody of whom the trust root does not say who it is', runner, mayIssue],
    ['when nobody knows the issuer', independent],
    ['when the issuer is trusted for something else', independent, issuer],
    ['when the issuer may sign along only', independent, { ...issuer, soort: 'medeondertekenaar' }],
    ['when the key of the issuer was revoked', independent, { ...mayIssue, ingetrokken: true }],
    ['when the key of the issuer was not valid yet', independent, { ...mayIssue, van: Date.parse('2026-03-10T00:00:00Z') }],
  ] as readonly (readonly [string, ...TrustedKey[]])[]) {
    it(`stays A1 ${what}`, async () => {
      expect((await seenBy(...trust)).slice(0, 2)).to.deep.equal(['houdt', 'A1']);
    });
  }

  it('is not sealed or signed along by who issues tickets', async () => {
    const seals = { ...runner, soort: 'ticketuitgever' } as const;
    const first = await verifyPackage(sourceOf(await sealedOn()), { trust: [seals], version: VERSION });
    expect(first.bevindingen.map(({ code }) => code)).to.deep.equal(['KEY_WRONG_KIND']);
    const two = await seal(await sealedOn(), KEYS.stranger);
    const second = await verifyPackage(sourceOf(two), { trust: [independent, mayIssue], version: VERSION });
    expect(second.bevindingen.map(({ code }) => code)).to.deep.equal(['KEY_WRONG_KIND']);
  });

  it('tells the number and the time, also when nobody knows the issuer', async () => {
    const { ticket } = await verifyPackage(sourceOf(await sealedOn()), { version: VERSION });
    expect(ticket).to.deep.equal({ nummer: GIVEN.nummer, uitgegevenOp: GIVEN.uitgegevenOp, geldigTot: GIVEN.geldigTot });
  });
});
