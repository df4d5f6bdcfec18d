/** The servers that are put under load, each a process of its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageFacts } from '../src/cli/package-root.js';
import { executable } from './processes.js';
import { SIMULATED } from './traffic.js';
import type { Usage } from './usage-probe.js';

export interface Server extends AsyncDisposable {
  readonly port: number;
  /** Undefined for a server that is not ours. */
  usage(): Promise<Usage | undefined>;
}

/** Our own counterpart. */
export async function ourServer(folder: string, ...words: readonly string[]): Promise<Server> {
  const probe = new URL('./usage-probe.js', import.meta.url).href;
  const child = spawn(
    process.execPath,
    ['--import', probe, executable, 'simulate', SIMULATED, '--listen', '127.0.0.1:0', ...words],
    { cwd: folder, stdio: ['ignore', 'pipe', 'ignore', 'ipc'] },
  );
  const port = await new Promise<number>((resolve, reject) => {
    if (child.stdout)
      createInterface({ input: child.stdout }).once('line', (line) => {
        resolve(Number(new URL((JSON.parse(line) as { readonly listening: string }).listening).port));
      });
    child.once('close', (status) => reject(new Error(`simulate ended with ${status}`)));
  });
  const usage = () =>
    new Promise<Usage>((resolve) => {
      child.once('message', (told) => resolve(told as Usage));
      child.send('usage');
    });
  return { port, usage, [Symbol.asyncDispose]: () => ended(child) };
}

/** What stubs are usually made with, when it was installed in `bench/`; else why there is none. */
export async function wireMock(): Promise<Server | string> {
  const jar = jarOf();
  if (jar === undefined) return 'not installed in bench/';
  if (spawnSync('java', ['-version'], { stdio: 'ignore' }).error) return 'no java';
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-bench-wiremock-'));
  writeStubs(folder);
  const port = await freePort();
  const quiet = ['--no-request-journal', '--disable-banner', '--use-chunked-encoding', 'never'];
  const words = ['-jar', jar, '--port', String(port), '--root-dir', folder, ...quiet];
  const child = spawn('java', words, { stdio: 'ignore' });
  await answers(`http://127.0.0.1:${port}/__admin/mappings`);
  return { port, usage: async () => undefined, [Symbol.asyncDispose]: () => ended(child) };
}

/** The same answer for every message of a kind, which is told by a path with namespaces. */
function writeStubs(folder: string): void {
  mkdirSync(join(folder, 'mappings'), { recursive: true });
  const namespaces = {
    SOAP: 'http://schemas.xmlsoap.org/soap/envelope/',
    ZKN: 'http://www.egem.nl/StUF/sector/zkn/0310',
  };
  for (const [element, part] of [
    ['zakLk01', 'object'],
    ['zakLv01', 'gelijk'],
  ]) {
    const path = `/SOAP:Envelope/SOAP:Body/ZKN:${element}/ZKN:${part}/ZKN:identificatie`;
    const stub = {
      request: {
        method: 'POST',
        urlPath: '/',
        bodyPatterns: [{ matchesXPath: path, xPathNamespaces: namespaces }],
      },
      response: { status: 200, headers: { 'Content-Type': 'text/xml; charset=utf-8' }, body: `<taken of="${element}"/>` },
    };
    writeFileSync(join(folder, 'mappings', `${element}.json`), JSON.stringify(stub));
  }
}

function jarOf(): string | undefined {
  try {
    const manifest = createRequire(join(packageFacts().root, 'bench', 'package.json')).resolve('wiremock/package.json');
    const build = join(dirname(manifest), 'build');
    const name = readdirSync(build).find((each) => each.endsWith('.jar'));
    return name && join(build, name);
  } catch {
    return undefined;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    const reply = await fetch(url).catch(() => undefined);
    if (reply?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} does not answer`);
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('close', () => resolve());
    child.kill();
  });
}
