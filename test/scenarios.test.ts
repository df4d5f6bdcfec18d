/** Runs every text file in test/scenarios/ as one call of the whole command line. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { executable, packageRoot } from './package-root.js';
import { type Background, refusedAddress, startAnswering, startReference } from './scenarios/background.js';
import { difference, fill, readScenario, type ScenarioFile } from './scenarios/scenario-file.js';

const folder = join(packageRoot, 'test', 'scenarios');

describe('the whole command line', function () {
  this.timeout(60_000);
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.txt'))) {
    const scenario = readScenario(readFileSync(join(folder, name), 'utf8').replace(/\r\n/g, '\n'), name);
    it(scenario.what, () => play(scenario));
  }
});

describe('a scenario file', () => {
  const text =
    '==== what\nsays hello\n==== file a b.yaml\nx: 1\n==== command\nketentest run "a b" c\n==== stdout\nhello\n==== status\n0\n';

  it('is read by its sections', () => {
    const scenario = readScenario(text, 'hello.txt');
    expect(scenario).to.deep.include({
      what: 'says hello',
      command: ['run', 'a b', 'c'],
      stdout: 'hello',
      stderr: '',
      status: 0,
    });
    expect([...scenario.files]).to.deep.equal([['a b.yaml', 'x: 1']]);
  });

  it('is refused with an unknown section, or without a command', () => {
    expect(() => readScenario('==== wat\n', 'a.txt')).to.throw('unknown section "wat"');
    expect(() => readScenario('==== what\na\n', 'a.txt')).to.throw('"command" is missing');
  });

  it('compares line by line, with {*} for a part of a line and {**} for lines', () => {
    expect(difference('a {*} c\n{**}\nlast', 'a b c\nx\ny\nlast\n')).to.equal(undefined);
    expect(difference('a\n{**}', 'a\nb\nc')).to.equal(undefined);
    expect(difference('a\n{**}\n\nlast', 'a\n\nb\n\nlast')).to.equal(undefined);
    expect(difference('a\n{**}\nlast', 'a\nb\nc')).to.include('"last"').and.to.include('nothing');
    expect(difference('a', 'b')).to.equal('expected "a", seen "b"');
    expect(difference('a', 'a\nb')).to.equal('expected the end, seen "b"');
    expect(difference('a.c', 'abc')).to.include('expected "a.c"');
    expect(difference('', 'noise')).to.include('expected the end');
  });
});

async function play(scenario: ScenarioFile): Promise<void> {
  const cwd = mkdtempSync(join(tmpdir(), 'ketentest-scenario-'));
  const home = {
    PATH: process.env.PATH ?? '',
    HOME: cwd,
    USERPROFILE: cwd,
    XDG_CACHE_HOME: join(cwd, '.cache'),
    SystemRoot: process.env.SystemRoot ?? '',
  };
  const env = { ...home, LANG: 'en', NO_COLOR: '1', ...scenario.env };
  const background: Background[] = [];
  try {
    const values: Record<string, string> = { refused: await refusedAddress() };
    if (scenario.reference !== undefined) {
      const reference = await startReference(scenario.reference, env);
      background.push(reference);
      values.reference = reference.url;
    }
    for (const [name, answer] of scenario.servers) {
      const server = await startAnswering(answer);
      background.push(server);
      values[name] = server.url;
    }
    for (const [file, text] of scenario.files) writeFileSync(join(cwd, file), `${fill(text, values)}\n`);
    const seen = await call(
      scenario.command.map((word) => fill(word, values)),
      cwd,
      env,
    );
    const differences = [
      ...told('stdout', difference(fill(scenario.stdout, values), seen.stdout)),
      ...told('stderr', difference(fill(scenario.stderr, values), seen.stderr)),
      ...(seen.status === scenario.status ? [] : [`status: expected ${scenario.status}, seen ${seen.status}`]),
      ...[...scenario.after].flatMap(([file, text]) =>
        told(file, difference(fill(text, values), readFileSync(join(cwd, file), 'utf8'))),
      ),
    ];
    expect(differences, `\n-- stdout\n${seen.stdout}\n-- stderr\n${seen.stderr}`).to.deep.equal([]);
  } finally {
    for (const each of background) await each.stop();
    rmSync(cwd, { recursive: true, force: true });
  }
}

function told(where: string, what: string | undefined): readonly string[] {
  return what === undefined ? [] : [`${where}: ${what}`];
}

interface Seen {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

function call(words: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [executable, ...words], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.once('error', reject);
    child.once('close', (status) =>
      resolve({ stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString(), status }),
    );
  });
}
