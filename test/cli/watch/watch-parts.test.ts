import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { settingsOnLine } from '../../../src/cli/settings/settings.js';
import { readWatchAssignment, readWatchEnd } from '../../../src/cli/watch/watch-assignment.js';
import type { PartOptions, WatchPart } from '../../../src/cli/watch/watch-part.js';
import { openParts } from '../../../src/cli/watch/watch-parts.js';
import { PURPOSE } from '../../support/driving.js';
import { madeBody } from '../../support/made-exchange.js';
import { machineClock } from '../../support/reference-run.js';
import { setupOf, suiteOf } from '../../support/watched-chain.js';
import { fakeShell } from '../fake-shell.js';

describe('the parts of a long watch', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'ketentest-parts-'));
  after(() => rmSync(cwd, { recursive: true, force: true }));
  let runs = 0;

  /** Parts of two exchanges; remembers which were closed. */
  const parts = async (report: (part: WatchPart) => Promise<number> = async () => 0) => {
    const shell = fakeShell({ cwd, clock: machineClock });
    const failures: unknown[] = [];
    const options: PartOptions = {
      ...{ shell, settings: settingsOnLine(shell, { out: `run-${++runs}` }), setup: setupOf('lampen-1.0') },
      bench: { suite: suiteOf('lampen-1.0'), standard: { roles: [] } as never },
      failed: (error) => failures.push(error),
    };
    const closed: string[] = [];
    const opened = await openParts(options, 2, (part) => {
      closed.push(part.folder.shown);
      return report(part);
    });
    const begin = async () => {
      const exchange = opened.exchangeIds.next();
      const request = { method: 'POST', url: 'http://b/', headers: [], body: madeBody('vraag') };
      await opened.recorder.record({
        type: 'request',
        exchange,
        part: 'relay',
        purpose: PURPOSE,
        at: '2026-01-31T12:00:00.000Z',
        request,
      });
      return exchange;
    };
    return { ...opened, begin, closed, failures, name: `run-${runs}` };
  };
  const idsIn = (folder: string) =>
    readFileSync(join(cwd, folder, 'prive', 'journaal.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).exchange);
  const opened = (folder: string) => async () => {
    while (readWatchAssignment(join(cwd, folder)) === undefined) await new Promise(setImmediate);
  };

  it('follow on each other; an exchange belongs to the one in which it began', async () => {
    const watch = await parts();
    const [one, two] = [await watch.begin(), await watch.begin()];
    watch.delivered(one);
    await opened(`${watch.name}-2`)();
    const three = await watch.begin();
    expect(watch.closed).to.deep.equal([]);
    watch.delivered(two);
    watch.delivered(three);
    const { last } = await watch.finish();
    expect(watch.closed).to.deep.equal([watch.name]);
    expect([idsIn(watch.name), idsIn(`${watch.name}-2`)]).to.deep.equal([[one, two], [three]]);
    expect(last?.folder.shown).to.equal(`${watch.name}-2`);
    expect(readWatchAssignment(join(cwd, `${watch.name}-2`))?.first).to.equal(3);
    expect(readWatchEnd(join(cwd, watch.name))?.lost).to.deep.equal([]);
  });

  it('leave no folder in which nothing passed, but the first', async () => {
    const watch = await parts();
    for (const each of [await watch.begin(), await watch.begin()]) watch.delivered(each);
    await opened(`${watch.name}-2`)();
    expect((await watch.finish()).last).to.equal(undefined);
    expect(existsSync(join(cwd, `${watch.name}-2`))).to.equal(false);
    expect((await (await parts()).finish()).last?.folder.shown).to.equal(`run-${runs}`);
  });

  it('tell what the reports of the earlier ones came to, and of a report that could not be made', async () => {
    const watch = await parts(() => Promise.reject(new Error('stuk')));
    for (const each of [await watch.begin(), await watch.begin()]) watch.delivered(each);
    await opened(`${watch.name}-2`)();
    expect((await watch.finish()).codes).to.deep.equal([2]);
    expect(watch.failures).to.have.length(1);
  });

  it('go on in the same one where no other can begin', async () => {
    const watch = await parts();
    const [one] = [await watch.begin(), await watch.begin()];
    // Somebody else has the folder of the next part.
    writeFileSync(join(cwd, `${watch.name}-2`), 'van een ander');
    watch.delivered(one);
    while (watch.failures.length === 0) await new Promise(setImmediate);
    await watch.begin();
    expect(idsIn(watch.name)).to.have.length(3);
    await watch.finish();
  });
});
