/** How sure a report is: by what was established, never by what somebody says of it. */
import { expect } from 'chai';
import { type AssuranceFacts, assuranceOf, LEVELS } from '../../../src/report/seal/assurance.js';
import { renderVerification } from '../../../src/report/seal/render-verification.js';
import { sealPackage } from '../../../src/report/seal/seal.js';
import { sealingKey } from '../../../src/report/seal/seal-key.js';
import type { DoneAlong } from '../../../src/report/seal/seal-statement.js';
import type { TrustedKey } from '../../../src/report/seal/trust-root.js';
import { verifyPackage } from '../../../src/report/seal/verify.js';
import { editJson } from '../forged-packages/forgery.js';
import {
  AT,
  disclosed,
  FACTS,
  type HeldPackage,
  KEYS,
  type Loose,
  put,
  resealed,
  sealed,
  sourceOf,
  statementIn,
  trusting,
  VERSION,
} from '../forged-packages/held-package.js';

const NOTHING: AssuranceFacts = {
  holds: true,
  isTrusted: true,
  isIndependent: false,
  hasTicket: false,
  isRechecked: false,
  isOwnEnvironment: false,
  hasBothEnds: false,
};
const NAMES = Object.keys(NOTHING) as readonly (keyof AssuranceFacts)[];
const EVERY = Array.from(
  { length: 2 ** NAMES.length },
  (_, bits) => Object.fromEntries(NAMES.map((name, at) => [name, ((bits >> at) & 1) === 1])) as unknown as AssuranceFacts,
);

describe('the level of assurance', () => {
  for (const [niveau, what, facts] of [
    ['A0', 'a package that does not hold', { holds: false, isIndependent: true, hasTicket: true, isRechecked: true }],
    ['A0', 'a seal of nobody knows whom', { isTrusted: false, isIndependent: true, hasTicket: true, isRechecked: true }],
    ['A1', 'a seal of who ran it', {}],
    ['A1', 'a ticket in the hands of the supplier', { hasTicket: true }],
    ['A1', 'an independent party without a ticket', { isIndependent: true }],
    ['A1', 'both ends, in the environment of the gemeente, run by the supplier', { isOwnEnvironment: true, hasBothEnds: true }],
    ['A1+', 'a seal of who ran it, computed again by somebody independent', { isRechecked: true }],
    ['A1+', 'an independent party without a ticket, computed again by another', { isIndependent: true, isRechecked: true }],
    ['A2', 'an independent party with a ticket', { isIndependent: true, hasTicket: true }],
    ['A2', 'the same, computed again', { isIndependent: true, hasTicket: true, isRechecked: true }],
    ['A2', 'the same in an own environment, of one end', { isIndependent: true, hasTicket: true, isOwnEnvironment: true }],
    ['A2', 'the same of both ends, elsewhere', { isIndependent: true, hasTicket: true, hasBothEnds: true }],
    ['A3', 'the same of both ends', { isIndependent: true, hasTicket: true, isOwnEnvironment: true, hasBothEnds: true }],
  ] as const) {
    it(`is ${niveau} for ${what}`, () => expect(assuranceOf({ ...NOTHING, ...facts }).niveau).to.equal(niveau));
  }

  it('never falls when something more is established, and says what more would take', () => {
    const rank = (facts: AssuranceFacts) => LEVELS.indexOf(assuranceOf(facts).niveau);
    for (const facts of EVERY) {
      for (const name of NAMES) expect(rank({ ...facts, [name]: true })).to.be.at.least(rank({ ...facts, [name]: false }));
      const { niveau, hoger } = assuranceOf(facts);
      expect(hoger === undefined, niveau).to.equal(niveau === 'A0' || niveau === 'A3');
    }
    expect(new Set(EVERY.map((facts) => assuranceOf(facts).niveau)).size).to.equal(LEVELS.length);
  });
});

describe('the level of a package', function () {
  this.timeout(60_000);
  const [runner, along] = trusting(KEYS.runner, KEYS.along) as [TrustedKey, TrustedKey];
  const supplier = { ...runner, wie: 'leverancier' } as const;
  const independent = { ...along, wie: 'onafhankelijk' } as const;
  const NAGEREKEND = { byteGelijk: true, bron: 'prive', harnas: { versie: VERSION, digest: 'b'.repeat(64) } } as const;

  async function alongWith(did?: DoneAlong): Promise<HeldPackage> {
    const held = await sealed();
    const file = await sealPackage({
      source: sourceOf(held),
      key: sealingKey(KEYS.along),
      facts: FACTS,
      at: AT,
      ...(did && { did }),
    });
    for await (const bytes of file.open()) held.set(file.name, Buffer.from(bytes));
    return held;
  }
  const verify = (held: HeldPackage, ...trust: readonly TrustedKey[]) =>
    verifyPackage(sourceOf(held), { trust, version: VERSION });
  const levelOf = async (held: HeldPackage, ...trust: readonly TrustedKey[]) => {
    const { oordeel, zekerheid } = await verify(held, ...trust);
    return `${oordeel} ${zekerheid.niveau}`;
  };
  /** Somebody who signs along, and says whatever they like. */
  const saying = async (change: (predicate: Loose) => void) => {
    const held = await alongWith();
    const statement = statementIn(held, 'rapport.2.sigstore.json');
    change(statement.predicate);
    return put(held, statement, KEYS.along, 'rapport.2.sigstore.json');
  };

  it('rises to A1+ when somebody independent computed it again', async () => {
    const held = await alongWith({ nagerekend: NAGEREKEND });
    const seen = await verify(held, supplier, independent);
    expect([seen.oordeel, seen.zekerheid.niveau]).to.deep.equal(['houdt', 'A1+']);
    const text = renderVerification(seen, { shown: 'map', language: 'nl', hasColour: false });
    expect(text).to.include('key 2 (onafhankelijk), rekende elk oordeel na').and.include('A1+: zoals A1');
    expect(await levelOf(await disclosed(held), supplier, independent)).to.equal('houdt A1+');
  });

  for (const [what, trust] of [
    ['whom the trust root does not call independent', [supplier, along]],
    ['who is the supplier', [supplier, { ...along, wie: 'leverancier' }]],
    ['who is not trusted', [supplier]],
    ['who bears the name of who ran it', [supplier, { ...independent, naam: runner.naam }]],
  ] as const) {
    it(`stays A1 when it was computed again by somebody ${what}`, async () => {
      expect(await levelOf(await alongWith({ nagerekend: NAGEREKEND }), ...trust)).to.equal('houdt A1');
    });
  }

  it('stays A1 for a second signature that computed nothing, also of a gemeente', async () => {
    expect(await levelOf(await alongWith(), supplier, { ...along, wie: 'gemeente' })).to.equal('houdt A1');
  });

  it('is A1 for an independent party without a ticket, and says that a ticket is missing', async () => {
    const { zekerheid } = await verify(await sealed(), { ...runner, wie: 'onafhankelijk' });
    expect([zekerheid.niveau, zekerheid.hoger?.en]).to.deep.equal(['A1', zekerheid.hoger?.en]);
    const text = renderVerification(await verify(await sealed(), { ...runner, wie: 'gemeente' }), {
      ...{ shown: 'map', language: 'en', hasColour: false },
    });
    expect(text).to.match(/higher +for A1\+/);
  });

  for (const [what, make] of [
    [
      'a seal that claims a level',
      async () =>
        resealed(await sealed(), KEYS.runner, ({ predicate }) => {
          predicate.zekerheid = { niveau: 'A3' };
        }),
    ],
    [
      'a seal of who ran it that claims to have been computed again',
      async () =>
        resealed(await sealed(), KEYS.runner, ({ predicate }) => {
          predicate.nagerekend = NAGEREKEND;
          predicate.meegeschreven = { berichten: 9 };
        }),
    ],
    [
      'a report that claims a level',
      async () =>
        resealed(
          await editJson('rapport.json', (report) => {
            report.zekerheid = { niveau: 'A3' };
          })(await sealed()),
        ),
    ],
    [
      'a second signature that claims a level',
      () =>
        saying((predicate) => {
          predicate.zekerheid = { niveau: 'A3' };
        }),
    ],
    [
      'a second signature that says yes in a form that is not ours',
      () =>
        saying((predicate) => {
          predicate.nagerekend = true;
          predicate.meegeschreven = { berichten: 0 };
        }),
    ],
  ] as const) {
    it(`is not raised by ${what}`, async () => {
      expect(await levelOf(await make(), supplier, independent)).to.equal('houdt A1');
    });
  }
});
