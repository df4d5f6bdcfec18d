/** Our bundles, before the eyes of somebody else's verifier. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { bundleFromJSON } from '@sigstore/bundle';
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify';
import { expect } from 'chai';
import { keyIdOf, publicPemOf } from '../../../src/report/seal/seal-key.js';
import { FORGED_SEALS } from '../forged-packages/forged-seals.js';
import { bundleIn, type HeldPackage, KEYS, seal, sealed, sealedByTwo, unsealed } from '../forged-packages/held-package.js';

/** No log, no time stamps, no authorities: keys of one's own. */
function accepts(held: HeldPackage, key: KeyObject, name?: string): boolean {
  const root = { mediaType: '', tlogs: [], certificateAuthorities: [], ctlogs: [], timestampAuthorities: [] };
  const publicKey = createPublicKey(publicPemOf(key));
  const trust = {
    ...toTrustMaterial(root),
    publicKey: (hint: string) => {
      if (hint !== keyIdOf(key)) throw new Error(`no key ${hint}`);
      return { publicKey, validFor: () => true };
    },
  };
  const verifier = new Verifier(trust, { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 });
  try {
    verifier.verify(toSignedEntity(bundleFromJSON(bundleIn(held, name))));
    return true;
  } catch {
    return false;
  }
}

describe('a verifier of Sigstore bundles', () => {
  it('accepts our seals, with ECDSA and with Ed25519', async () => {
    expect(accepts(await sealed(), KEYS.runner)).to.equal(true);
    expect(accepts(await seal(await unsealed(), KEYS.along), KEYS.along)).to.equal(true);
  });

  it('accepts the seal of a second party', async () => {
    const two = await sealedByTwo();
    expect(accepts(two, KEYS.along, 'rapport.2.sigstore.json')).to.equal(true);
  });

  it('refuses another key, and what was signed otherwise', async () => {
    const two = await sealedByTwo();
    expect(accepts(two, KEYS.stranger)).to.equal(false);
    const forgeries = FORGED_SEALS.filter(({ code, bestand }) => code === 'SIGNATURE_INVALID' && bestand === undefined);
    const taken: string[] = [];
    for (const { what, forge } of forgeries) if (accepts(await forge(new Map(two)), KEYS.runner)) taken.push(what);
    expect(forgeries.length).to.be.above(8);
    expect(taken).to.deep.equal([]);
  });
});
