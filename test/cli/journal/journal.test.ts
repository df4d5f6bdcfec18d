import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createBodyStore } from '../../../src/actor/body-store.js';
import { openJournal, readJournal, tellsOfMessage } from '../../../src/cli/journal/journal.js';
import { HarnessError } from '../../../src/model/harness-error.js';

describe('journal on disk', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ketentest-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  for (const fsync of [false, true]) {
    it(`writes lines and bodies ${fsync ? 'and waits for the disk' : 'as they come'}`, async () => {
      await using journal = await openJournal({ folder, fsync });
      const body = await createBodyStore({ spoolFolder: folder, thresholdBytes: 4 }).fromBytes(Buffer.from('een bericht'));
      await journal.putBody('0001-vraag.body', body);
      await journal.append('{"seq":1}');
      await journal.append('{"seq":2}');
      expect(await readFile(join(folder, 'berichten', '0001-vraag.body'), 'utf8')).to.equal('een bericht');
      expect(await readFile(join(folder, 'journaal.jsonl'), 'utf8')).to.equal('{"seq":1}\n{"seq":2}\n');
    });
  }

  it('goes on in an existing journal, also after a line that was torn', async () => {
    await writeFile(join(folder, 'journaal.jsonl'), '{"seq":1}\n{"seq":2,"ty');
    await using journal = await openJournal({ folder });
    await journal.append('{"seq":2}');
    const { lines, torn } = await readJournal(folder);
    expect(lines).to.deep.equal([{ seq: 1 }, { seq: 2 }]);
    expect(torn).to.equal(1);
  });

  it('reads a journal whose last line is still being written', async () => {
    await using journal = await openJournal({ folder });
    await journal.append('{"seq":1}');
    await appendFile(join(folder, 'journaal.jsonl'), '{"se');
    expect(await readJournal(folder)).to.deep.equal({ lines: [{ seq: 1 }], torn: 1 });
  });

  it('leaves events unread for who asks for messages alone', async () => {
    const lines = ['{"seq":1,"type":"event","event":{}}', '{"seq":2,"type":"request"}', '{"type":"event"}', '{"seq":4,"ty'];
    await writeFile(join(folder, 'journaal.jsonl'), lines.join('\n'));
    const read = await readJournal(folder, tellsOfMessage);
    expect(read).to.deep.equal({ lines: [{ seq: 2, type: 'request' }, { type: 'event' }], torn: 1 });
  });

  it('says where it cannot write', async () => {
    await writeFile(join(folder, 'prive'), 'a file where a folder should be');
    const error = await openJournal({ folder: join(folder, 'prive') }).catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(HarnessError).with.property('code', 'OUTPUT_FAILED');
  });

  it('says where it found nothing', async () => {
    const error = await readJournal(folder).catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(HarnessError).with.property('code', 'REPORT_INVALID');
  });

  it('holds everything that was awaited when the process is killed at once', async () => {
    const url = (path: string): string => new URL(path, import.meta.url).href;
    const program = `
      const { openJournal } = await import(${JSON.stringify(url('../../../src/cli/journal/journal.js'))});
      const { createRecorder } = await import(${JSON.stringify(url('../../../src/actor/recorder.js'))});
      const { createBodyStore } = await import(${JSON.stringify(url('../../../src/actor/body-store.js'))});
      const recorder = createRecorder(await openJournal({ folder: ${JSON.stringify(folder)} }));
      const body = await createBodyStore({ spoolFolder: 'not needed' }).fromBytes(Buffer.alloc(500_000, 'x'));
      await recorder.record({ type: 'reply', exchange: '0001', at: '', reply: { status: 200, headers: [], body } });
      process.kill(process.pid, 'SIGKILL');`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'inherit' });
    await once(child, 'exit');
    const { lines, torn } = await readJournal(folder);
    expect(torn).to.equal(0);
    expect(lines).to.have.length(1);
    expect((await readFile(join(folder, 'berichten', '0001-antwoord.body'))).length).to.equal(500_000);
  });
});
