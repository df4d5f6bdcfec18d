import { expect } from 'chai';
import type { Manifest } from '../../../src/report/manifest.js';
import { messageName, messagesIn } from '../../../src/report/seal/message-leaf.js';
import { renderVerification } from '../../../src/report/seal/render-verification.js';
import { sealPackage } from '../../../src/report/seal/seal.js';
import { sealingKey } from '../../../src/report/seal/seal-key.js';
import { verifyPackage } from '../../../src/report/seal/verify.js';
import {
  AT,
  disclosed,
  FACTS,
  type HeldPackage,
  KEYS,
  leafSalt,
  originalSalt,
  SHOWN,
  sealedByTwo,
  sourceOf,
  trusting,
  VERSION,
} from '../forged-packages/held-package.js';

const TRUST = trusting(KEYS.runner, KEYS.along);
const verify = (held: HeldPackage) => verifyPackage(sourceOf(held), { trust: TRUST, version: VERSION });
const all = (held: HeldPackage) => messagesIn(JSON.parse(String(held.get('bewijs/manifest.json'))) as Manifest).map(messageName);

describe('showing some messages of a sealed package', function () {
  this.timeout(60_000);
  let two: HeldPackage;
  before(async () => {
    two = await sealedByTwo();
  });

  for (const names of [[SHOWN[0]], SHOWN, 'all'] as const) {
    it(`holds under the same seals, and tells how many are shown: ${names}`, async () => {
      const messages = names === 'all' ? all(two) : names;
      const seen = await verify(await disclosed(two, messages));
      expect(seen.bevindingen).to.deep.equal([]);
      expect([seen.oordeel, seen.zekerheid.niveau, seen.weergaven.vergeleken]).to.deep.equal(['houdt', 'A1', true]);
      const count = { getoond: messages.length, van: all(two).length, origineel: 1 };
      expect(seen.berichten).to.deep.include(count);
      const text = renderVerification(seen, { shown: 'map', language: 'en', hasColour: false });
      expect(text).to.include(`disclosed ${count.getoond} of ${count.van}`);
    });
  }

  it('changes no byte of what it takes over', async () => {
    for (const [name, bytes] of await disclosed(two)) {
      if (!/onthulling|origineel/.test(name)) expect(two.get(name)?.equals(bytes), name).to.equal(true);
    }
  });

  it('tells nothing of the other messages: no content, no header, no salt, no page', async () => {
    const part = await disclosed(two);
    const text = [...part].map(([name, bytes]) => `${name}\n${bytes}`).join('\n');
    expect([...part.keys()].filter((name) => name.startsWith('bewijs/') || name.endsWith('.html')).sort()).to.deep.equal([
      'bewijs/0001-antwoord.origineel',
      'bewijs/0001-antwoord.xml',
      'bewijs/0003-vraag.xml',
      'bewijs/onthulling.json',
      'controleer.html',
    ]);
    for (const message of all(two)) {
      const isShown = (SHOWN as readonly string[]).includes(message);
      expect(text.includes(leafSalt(message)), message).to.equal(isShown);
      expect(text.includes(originalSalt(message)), message).to.equal(message === SHOWN[0]);
    }
    const { berichten } = JSON.parse(String(part.get('bewijs/onthulling.json')));
    const others = berichten.filter((each: object) => !('zout' in each));
    expect(others.length).to.equal(all(two).length - SHOWN.length);
    for (const each of others) expect(Object.keys(each)).to.deep.equal(['blad']);
  });

  it('takes no part of which one byte was changed, wherever it is', async () => {
    const part = await disclosed(two);
    const taken: string[] = [];
    for (const [name, bytes] of part) {
      const stride = Math.max(1, Math.floor(bytes.length / (name.endsWith('onthulling.json') ? 60 : 2)));
      for (let at = stride >> 1; at < bytes.length; at += stride) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ (1 + (at % 127));
        if ((await verify(new Map(part).set(name, changed))).oordeel !== 'houdt_niet') taken.push(`${name} ${at}`);
      }
    }
    expect(taken).to.deep.equal([]);
  });

  it('is not signed along: who signs along signs the whole', async () => {
    const part = await disclosed(two);
    const error = await sealPackage({ source: sourceOf(part), key: sealingKey(KEYS.stranger), facts: FACTS, at: AT }).catch(
      String,
    );
    expect(String(error)).to.include('some of its messages');
  });
});
