import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const DOCS = fileURLToPath(new URL('../../docs', import.meta.url));
const BIN = fileURLToPath(new URL('../src/cli/bin.js', import.meta.url));

/** Everything that the page tells to paste, in order, as somebody would in an empty folder. */
describe('the worked example of docs/from-run-to-catalogue.md', function () {
  this.timeout(300_000);
  let folder: string;
  let said = '';
  let talk = '';
  let exit: unknown;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ketentest-voorbeeld-'));
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    mkdirSync(join(folder, 'none'));
    writeFileSync(join(bin, 'ketentest'), `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`);
    chmodSync(join(bin, 'ketentest'), 0o755);
    writeFileSync(join(folder, 'pasted.sh'), `trap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n${await pasted()}`);
    const shell = spawn('bash', ['-e', 'pasted.sh'], {
      cwd: folder,
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, DOCS, NO_COLOR: '1', KETENTEST_STANDARDS: join(folder, 'none') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    shell.stdout.on('data', (chunk) => {
      said += String(chunk);
    });
    shell.stderr.on('data', (chunk) => {
      talk += String(chunk);
    });
    [exit] = await once(shell, 'close');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('comes to its end', () => {
    expect(exit, talk).to.equal(0);
  });

  it('goes from faults to none, and lapses with the release after it', () => {
    const [first = '', , last = ''] = said.split(/^As of /m).slice(1);
    expect(statesIn(first)).to.deep.equal(['1.0 getest_met_fouten', '1.1 getest_foutloos']);
    expect(statesIn(last)).to.deep.equal(['1.0 getest_met_fouten', '1.1 verlopen', '2.0 geen']);
  });

  it('leaves a site that tells the same', () => {
    const feed = JSON.parse(readFileSync(join(folder, 'site/compliancy-feed.json'), 'utf8'));
    expect(JSON.stringify(feed)).to.include('"verlopen"').and.include('"getest_met_fouten"');
    expect(JSON.stringify(feed)).not.to.include('"getest_foutloos"');
  });

  it('leaves a dossier that was accepted, with every fault tested again', () => {
    const page = readFileSync(join(folder, 'acceptatie/dossier.html'), 'utf8');
    expect(page).to.include('Zaakmeester').and.include('hertest geslaagd');
    expect(said).to.match(/^(HOUDT|HOLDS)\b/m);
  });
});

/** The commands, on ports that are free here. */
async function pasted(): Promise<string> {
  const text = readFileSync(join(DOCS, 'from-run-to-catalogue.md'), 'utf8');
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block]) => block);
  expect(blocks.length).to.be.above(6);
  const [simulator, product] = [await freePort(), await freePort()];
  return blocks.join('\n').replaceAll('8080', String(simulator)).replaceAll('8081', String(product));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

function statesIn(told: string): readonly string[] {
  return [...told.matchAll(/^Zaakmeester (\S+) .*\n {2}([a-z_]+)/gm)].map(([, version, state]) => `${version} ${state}`);
}
