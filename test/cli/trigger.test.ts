/** What makes a product send: the nearest declaration, over HTTP or by a command, and what went wrong with it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { promptOf, triggerFor } from '../../src/cli/trigger.js';
import { fakeShell } from './fake-shell.js';

const ASKED = { scenario: 'vs.1.reik', step: 1, service: 'reik', values: { kenteken: 'HVN-1' } };
const ADDRESS = 'http://127.0.0.1:1/vaartuigen-1.0/schipper';

describe('what makes a product send', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ketentest-trigger-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const prompt = (trigger: Readonly<Record<string, string>>) => promptOf({ ...fakeShell(), cwd: folder }, { trigger }, ADDRESS);

  it('is nothing when nothing is declared, and not asked for a step that has none', async () => {
    expect(prompt({})).to.equal(undefined);
    expect(await prompt({ andere: 'exec false' })?.(ASKED)).to.equal(undefined);
  });

  it('is the declaration of the step, else of its scenario, its service, or all', () => {
    const all = { 'vs.1.reik/1': 'a', 'vs.1.reik': 'b', reik: 'c', '*': 'd' };
    const names = Object.keys(all);
    const left = names.map((_, index) => Object.fromEntries(Object.entries(all).slice(index)));
    expect(left.map((each) => triggerFor(each, ASKED))).to.deep.equal(['a', 'b', 'c', 'd']);
  });

  it('is a request that tells what is asked, and where to', async () => {
    const told: unknown[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        told.push(JSON.parse(Buffer.concat(chunks).toString()));
        response.writeHead(request.url === '/goed' ? 204 : 500).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await prompt({ reik: `${url}/goed` })?.(ASKED)).to.equal(undefined);
    expect(told).to.deep.equal([{ ...ASKED, address: ADDRESS }]);
    expect(await prompt({ reik: `${url}/fout` })?.(ASKED)).to.equal(`${url}/…: HTTP 500`);
    await new Promise((resolve) => server.close(resolve));
    expect(await prompt({ reik: `${url}/goed` })?.(ASKED)).to.match(/\/…: \S/);
  });

  it('is a command that finds the same in its environment and on its standard input', async () => {
    const script =
      "let s='';process.stdin.on('data',(d)=>s+=d).on('end',()=>require('fs').writeFileSync('gevraagd.json',JSON.stringify([process.env.KETENTEST_ADDRESS,JSON.parse(s)])))";
    const code = Buffer.from(script).toString('base64');
    const line = `exec ${process.execPath} -e eval(Buffer.from("${code}","base64").toString())`;
    expect(await prompt({ '*': line })?.(ASKED)).to.equal(undefined);
    const told: unknown = JSON.parse(readFileSync(join(folder, 'gevraagd.json'), 'utf8'));
    expect(told).to.deep.equal([ADDRESS, { ...ASKED, address: ADDRESS }]);
  });

  it('tells a command that fails, or that is not there', async () => {
    expect(await prompt({ '*': `exec ${process.execPath} -e process.exit(3)` })?.(ASKED)).to.include('exit code 3');
    expect(await prompt({ '*': 'exec bestaat-niet-hier' })?.(ASKED)).to.include('ENOENT');
  });
});
