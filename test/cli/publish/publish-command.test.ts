import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { publishSite } from '../../../src/cli/publish/publish-site.js';
import { verify } from '../../../src/cli/seal/verify-folder.js';
import type { FeedRecord } from '../../../src/dossier/feed/feed-record.js';
import { type FeedSigner, openFeedSeal } from '../../../src/dossier/feed/feed-seal.js';
import { mayBeReal } from '../../../src/model/elfproef.js';
import { disclosed, KEYS, seal, trusting, unsealed } from '../../report/forged-packages/held-package.js';
import { sampleRun } from '../../report/samples.js';
import { flawless, NOW, openWorkshop, type Workshop } from './published-site.js';

/** Computed, so that no such number stands anywhere. */
const [BSN = ''] = Array.from({ length: 1000 }, (_, index) => String(387_654_000 + index)).filter(mayBeReal);

describe('ketentest publish', function () {
  this.timeout(60_000);
  let shop: Workshop;
  beforeEach(() => {
    shop = openWorkshop();
  });
  afterEach(() => shop[Symbol.dispose]());
  const digests = () => readdirSync(join(shop.cwd, 'site/rapport'));

  it('puts the public package under its digest as it was sealed, so that a copy of it verifies, and never its private part', async () => {
    shop.put('r1', await flawless());
    const { code, out, talk } = await shop.publish('r1', '--out', 'site', '--trust', 'public.pem');
    expect([code, talk]).to.deep.equal([0, '']);
    expect(out).to.include('1 report, of which 1 new');
    const [digest = ''] = digests();
    const { 'prive/zout': _, ...sealed } = shop.all('r1');
    expect(shop.all(`site/rapport/${digest}/pakket`)).to.deep.equal(sealed);
    expect(Object.keys(shop.all('site')).filter((name) => /prive|zout/.test(name))).to.deep.equal([]);
    const copy = await verify(`site/rapport/${digest}/pakket`, { cwd: shop.cwd, trust: 'public.pem' });
    expect(copy.oordeel).to.equal('houdt');
    expect(shop.read(`site/rapport/${digest}/index.html`))
      .to.include('Boekenplank')
      .and.include('4.2.1')
      .and.include(digest);
    expect(shop.read('site/index.html')).to.include('tested, without faults');
    expect(shop.read('site/nl/index.html')).to.include('getest, foutloos');
  });

  it('writes the same bytes for the same reports and date, whatever the folder is called', async () => {
    shop.put('r1', await flawless());
    await shop.publish('r1', '--out', 'site', '--trust', 'public.pem', '--at', '2026-05-01');
    await shop.publish('r1', '--out', 'elders', '--trust', 'public.pem', '--at', '2026-05-01');
    expect(shop.all('site')).to.deep.equal(shop.all('elders'));
    await shop.publish('--out', 'elders', '--trust', 'public.pem', '--at', '2026-05-01');
    expect(shop.all('elders')).to.deep.equal(shop.all('site'));
  });

  it('adds to what stands there, newest version first, and tells what changed', async () => {
    shop.put('r1', await flawless('4.2.1'));
    shop.put('r2', await flawless('4.10.0'));
    await shop.publish('r1', '--out', 'site', '--trust', 'public.pem', '--at', '2026-05-01');
    const first = statSync(join(shop.cwd, `site/rapport/${digests()[0]}/pakket/rapport.json`)).ino;
    const { out } = await shop.publish('r2', '--out', 'site', '--trust', 'public.pem', '--at', '2026-05-02');
    expect(out).to.include('2 reports, of which 1 new');
    const { indicaties, wijzigingen } = JSON.parse(shop.read('site/publicatie.json')) as {
      indicaties: { over: { product: { versie: string } } }[];
      wijzigingen: { soort: string; op: string }[];
    };
    expect(indicaties).to.have.length(2);
    expect(wijzigingen.map(({ soort, op }) => [soort, op.slice(0, 10)])).to.deep.include(['rapport_toegevoegd', '2026-05-02']);
    const landing = Object.entries(shop.all('site')).find(([name]) =>
      /^product\/[^/]+\/[^/]+\/[^/]+\/1\.0\/index\.html$/.test(name),
    );
    const text = landing?.[1] ?? '';
    expect(text.indexOf('4.10.0')).to.be.above(0).and.below(text.indexOf('4.2.1'));
    const inodes = digests().map((each) => statSync(join(shop.cwd, `site/rapport/${each}/pakket/rapport.json`)).ino);
    expect(inodes, 'what was there is not written again').to.include(first);
  });

  it('keeps a page at the address of a report that was taken away, and says why', async () => {
    shop.put('r1', await flawless());
    await shop.publish('r1', '--out', 'site', '--trust', 'public.pem');
    const [digest = ''] = digests();
    const { code } = await shop.publish(
      '--out',
      'site',
      '--remove',
      digest.slice(0, 10),
      '--reason',
      'twee keer <b>gepubliceerd</b>',
    );
    expect(code).to.equal(0);
    expect(Object.keys(shop.all(`site/rapport/${digest}`))).to.deep.equal(['index.html']);
    const page = shop.read(`site/rapport/${digest}/index.html`);
    expect(page).to.include('Taken away').and.include('4.2.1').and.include('twee keer &lt;b&gt;');
    await shop.publish('--out', 'site');
    expect(shop.read(`site/rapport/${digest}/index.html`)).to.include('Taken away');
    const { code: unknown, talk } = await shop.publish('--out', 'site', '--remove', digest.slice(0, 10));
    expect([unknown, talk.includes('no report')]).to.deep.equal([2, true]);
  });

  describe('refuses, and leaves the site as it was:', () => {
    async function refused(...words: readonly string[]): Promise<string> {
      shop.put('goed', await flawless('1.0'));
      await shop.publish('goed', '--out', 'site', '--trust', 'public.pem');
      const before = shop.all('site');
      const { code, talk } = await shop.publish(...words, '--out', 'site', '--trust', 'public.pem');
      expect(code, talk).to.equal(2);
      expect(shop.all('site')).to.deep.equal(before);
      expect(readdirSync(shop.cwd).filter((name) => name.startsWith('.'))).to.deep.equal([]);
      return talk;
    }

    it('a package that was not sealed', async () => {
      shop.put('r1', await unsealed(sampleRun()));
      expect(await refused('goed', 'r1'))
        .to.include('r1')
        .and.include('SEAL_MISSING')
        .and.include('ketentest seal r1');
    });

    it('a package that was changed', async () => {
      shop.put('r1', new Map(await flawless()).set('junit.xml', Buffer.from('<testsuites/>')));
      expect(await refused('r1'))
        .to.include('FILE_DIFFERS junit.xml')
        .and.include('ketentest verify r1');
    });

    it('a package that somebody sealed whom nobody trusts', async () => {
      shop.put('r1', await seal(await unsealed(sampleRun()), KEYS.stranger));
      expect(await refused('r1'))
        .to.include('KEY_UNKNOWN')
        .and.include('--trust');
    });

    it('a package that shows some of its messages only', async () => {
      shop.put('r1', await disclosed(await flawless()));
      expect(await refused('r1')).to.include('some of its messages');
    });

    it('a package that may hold the BSN of a real person, although somebody sealed it', async () => {
      shop.put('r1', await flawless('4.2.1', { leverancier: { naam: `Bedrijf ${BSN}` } }));
      const talk = await refused('r1');
      expect(talk).to.include('PRIVACY_BLOCKED').and.include('ketentest privacy check r1').and.not.include(BSN);
    });

    it('a folder without a report', async () => {
      mkdirSync(join(shop.cwd, 'leeg'));
      expect(await refused('leeg')).to.include('leeg');
    });
  });

  it('refuses when a package that stands on the site was changed there, and says which', async () => {
    shop.put('r1', await flawless());
    await shop.publish('r1', '--out', 'site', '--trust', 'public.pem');
    const [digest = ''] = digests();
    const file = join(shop.cwd, `site/rapport/${digest}/pakket/rapport.json`);
    writeFileSync(file, readFileSync(file, 'utf8').replace('Boekenplank', 'Boekenkast!'));
    const { code, talk } = await shop.publish('--out', 'site', '--trust', 'public.pem');
    expect([code, talk.includes(`site/rapport/${digest}/pakket`), talk.includes('FILE_DIFFERS')]).to.deep.equal([2, true, true]);
  });

  it('tells of a report whose key counts no more that it counts for nothing, at the address where it stood', async () => {
    shop.put('r1', await flawless());
    await shop.publish('r1', '--out', 'site', '--trust', 'public.pem');
    await shop.publish('--out', 'site', '--trust', 'stranger.pem');
    const [digest = ''] = digests();
    expect(shop.read(`site/rapport/${digest}/index.html`))
      .to.include('Counts no more')
      .and.include('KEY_UNKNOWN');
    expect((JSON.parse(shop.read('site/compliancy-feed.json')) as { records: unknown[] }).records).to.deep.equal([]);
  });

  it('takes no folder for a site that holds other things, and leaves what others keep in a site', async () => {
    shop.put('r1', await flawless());
    mkdirSync(join(shop.cwd, 'site'));
    writeFileSync(join(shop.cwd, 'site/brief.txt'), 'van mij');
    const { code, talk } = await shop.publish('r1', '--out', 'site');
    expect([code, talk.includes('not empty')]).to.deep.equal([2, true]);
    rmSync(join(shop.cwd, 'site/brief.txt'));
    await shop.publish('r1', '--out', 'site');
    writeFileSync(join(shop.cwd, 'site/CNAME'), 'tests.example.org');
    mkdirSync(join(shop.cwd, 'site/.git'));
    writeFileSync(join(shop.cwd, 'site/.git/HEAD'), 'ref');
    await shop.publish('--out', 'site');
    expect([shop.read('site/CNAME'), shop.read('site/.git/HEAD')]).to.deep.equal(['tests.example.org', 'ref']);
  });

  it('ends what a publication that was cut off began, wherever that was', async () => {
    shop.put('r1', await flawless());
    await shop.publish('r1', '--out', 'site', '--trust', 'public.pem');
    const before = shop.all('site');
    renameSync(join(shop.cwd, 'site'), join(shop.cwd, '.site.oud'));
    mkdirSync(join(shop.cwd, '.site.nieuw/half'), { recursive: true });
    const { code } = await shop.publish('--out', 'site', '--trust', 'public.pem');
    expect([code, existsSync(join(shop.cwd, '.site.oud')), existsSync(join(shop.cwd, '.site.nieuw'))]).to.deep.equal([
      0,
      false,
      false,
    ]);
    expect(shop.all('site')).to.deep.equal(before);
  });

  it('refuses a history that somebody touched, rather than losing it', async () => {
    shop.put('r1', await flawless());
    await shop.publish('r1', '--out', 'site');
    writeFileSync(join(shop.cwd, 'site/publicatie.json'), '{}');
    const { code, talk } = await shop.publish('--out', 'site');
    expect([code, talk.includes('publicatie.json')]).to.deep.equal([2, true]);
  });

  it('signs the feed with the key that is named, and only then', async () => {
    shop.put('r1', await flawless());
    await shop.publish('r1', '--out', 'site', '--trust', 'public.pem');
    expect(existsSync(join(shop.cwd, 'site/compliancy-feed.sigstore.json'))).to.equal(false);
    await shop.publish('--out', 'site', '--trust', 'public.pem', '--key', 'private.pem');
    const [text, bundle] = [shop.read('site/compliancy-feed.json'), Buffer.from(shop.read('site/compliancy-feed.sigstore.json'))];
    expect((openFeedSeal(text, bundle, trusting(KEYS.runner)) as FeedSigner).naam).to.equal('key 1');
    expect(openFeedSeal(text.replace('getest_foutloos', 'compliant'), bundle, trusting(KEYS.runner))).to.equal('FILE_DIFFERS');
    expect(openFeedSeal(text, bundle, trusting(KEYS.stranger))).to.equal('KEY_UNKNOWN');
  });

  it('names neither folders nor files of the machine on the site', async () => {
    shop.put('geheime-map/r1', await flawless());
    writeFileSync(join(shop.cwd, 'geheime-map/x.verklaring.sigstore.json'), '{}');
    for (const name of ['geheime-map/sleutel.pem', 'geheime-map/sleutels/a.pem']) {
      mkdirSync(join(shop.cwd, dirname(name)), { recursive: true });
      writeFileSync(join(shop.cwd, name), shop.read('public.pem'));
    }
    const whole = join(shop.cwd, 'geheime-map/sleutel.pem');
    for (const trust of [whole, 'geheime-map/sleutels', 'geheime-map/sleutel.pem']) {
      const { code, talk } = await shop.publish('geheime-map', '--out', 'site', '--trust', trust);
      expect(code, talk).to.equal(0);
      const told = Object.entries(shop.all('site')).filter(([, text]) => text.includes('geheime-map') || text.includes(shop.cwd));
      expect(
        told.map(([name]) => name),
        trust,
      ).to.deep.equal([]);
    }
  });

  it('looks only when asked, at a host that was named, and signs what stood there', async () => {
    shop.put('r1', await flawless());
    const trust = { naam: 'Gemeente Verzonnendam', publicKey: shop.read('public.pem'), wie: 'gemeente' };
    writeFileSync(join(shop.cwd, 'trust.json'), JSON.stringify({ sleutels: [trust] }));
    const asked: string[] = [];
    let isChanged = false;
    const server = createServer(({ url = '' }, reply) => {
      asked.push(url);
      reply.end(isChanged ? '{}' : readFileSync(join(shop.cwd, 'site', url)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const again = ['--out', 'site', '--trust', 'trust.json', '--base-url', base];
      const isPublic = () => {
        const { records } = JSON.parse(shop.read('site/compliancy-feed.json')) as { records: FeedRecord[] };
        return records.map(({ voorwaarden }) => voorwaarden.find(({ nummer }) => nummer === 4)?.voldaan);
      };
      const seen = () =>
        Object.values(shop.all('site/verklaringen')).map((text) => {
          const { dsseEnvelope } = JSON.parse(text) as { dsseEnvelope: { payload: string } };
          return (JSON.parse(Buffer.from(dsseEnvelope.payload, 'base64').toString()) as { predicate: { gezien: string } })
            .predicate.gezien;
        });
      expect((await shop.publish('r1', ...again)).code).to.equal(0);
      expect(asked).to.deep.equal([]);
      expect(isPublic()).not.to.include('J');
      const other = await shop.publish(...again, '--check-links', 'example.org', '--key', 'private.pem');
      expect([other.code, asked]).to.deep.equal([2, []]);
      expect((await shop.publish(...again, '--check-links', '127.0.0.1')).talk).to.include('--key');
      expect((await shop.publish(...again, '--check-links', '127.0.0.1', '--key', 'private.pem')).code).to.equal(0);
      expect(asked).to.deep.equal([`/rapport/${digests()[0]}/pakket/rapport.json`]);
      expect([seen(), isPublic()]).to.deep.equal([['gelijk'], ['J']]);
      isChanged = true;
      await shop.publish(...again, '--check-links', '127.0.0.1', '--key', 'private.pem', '--at', '2026-06-02');
      expect(seen()).to.have.members(['gelijk', 'anders']);
    } finally {
      server.close();
    }
  });

  it('keeps the language and the address that the site has, until somebody says another one', async () => {
    shop.put('r1', await flawless());
    await shop.publish('r1', '--out', 'site', '--base-url', 'https://example.org/t');
    const shell = { cwd: shop.cwd, out: 'site', evidence: [], at: NOW };
    const { feed } = await publishSite(shell);
    expect((JSON.parse(feed) as { basisUrl: string }).basisUrl).to.equal('https://example.org/t/');
    expect(shop.read('site/index.html')).to.include('<html lang="en">');
  });

  it('says what is missing, and what an address has to be', async () => {
    expect((await shop.publish('r1')).talk).to.include('--out');
    expect((await shop.publish('--out', 'site', '--base-url', 'https://example.org/?x=1')).talk).to.include('--base-url');
    expect((await shop.publish('--out', 'site', '--reason', 'x')).talk).to.include('--remove');
  });
});
