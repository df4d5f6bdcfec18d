import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { executable } from '../package-root.js';

describe('a run that somebody stops', function () {
  this.timeout(30_000);

  it('leaves a report of what was done, and could not establish anything', async function () {
    if (process.platform === 'win32') this.skip();
    const cwd = mkdtempSync(join(tmpdir(), 'ketentest-stop-'));
    let arrive = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    // A product that takes a message and never answers it.
    const server = createServer((request, response) => (request.method === 'GET' ? response.end() : arrive()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    try {
      const words = ['run', 'zds-1.1/zaaksysteem', '--endpoint', url, '--accept-defaults', '--out', 'report', '--timeout', '10m'];
      const child = spawn(process.execPath, [executable, ...words], {
        cwd,
        env: { PATH: process.env.PATH, HOME: cwd, LANG: 'en' },
      });
      const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
      await arrived;
      child.kill('SIGINT');
      expect(await ended).to.equal(3);
      const report = JSON.parse(readFileSync(join(cwd, 'report', 'rapport.json'), 'utf8'));
      expect(report.uitvoering.einde).to.equal('cancelled');
      expect(report.resultaat.totaal).to.equal('niet_vastgesteld');
      expect(readFileSync(join(cwd, 'report', 'rapport.html'), 'utf8')).to.include('</html>');
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(cwd, { recursive: true, force: true });
    }
  });
});
