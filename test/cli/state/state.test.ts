/** What a counterpart keeps: in a file that survives everything, and not in memory. */
import {
  fstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { openState, type State, type StateOptions } from '../../../src/cli/state/open-state.js';
import { readXml } from '../../../src/message/xml-reader.js';
import { HarnessError } from '../../../src/model/harness-error.js';
import type { StandardDefinition } from '../../../src/model/standard-definition.js';
import type { Registry, Reply } from '../../../src/standard/family.js';
import { familyOf } from '../../../src/standard/index.js';
import { openFileSet } from '../../../src/suite/file-set.js';
import { loadStandard } from '../../../src/suite/load-standard.js';
import { packageRoot } from '../../package-root.js';

const SUITES = join(packageRoot, 'suites');
const ACTION = 'http://www.egem.nl/StUF/sector/zkn/0310/creeerZaak_Lk01';
const AT = Date.UTC(2026, 5, 1);
const SEED = readFileSync(join(SUITES, 'zds-1.1/seed/01-creeerZaak.xml'), 'utf8');

describe('the state of a counterpart', () => {
  let standard: StandardDefinition;
  let registry: Registry;
  let file: string;
  before(async () => {
    standard = await loadStandard(openFileSet(SUITES), 'zds-1.1');
    registry = familyOf(standard.family).registry(standard);
  });
  beforeEach(() => {
    file = join(mkdtempSync(join(tmpdir(), 'ketentest-state-')), 'state.json');
  });

  const failed = (error: unknown) => expect.fail(String(error));
  const open = (more: Partial<StateOptions> = {}): State => openState({ file, standard: 'zds-1.1', registry, failed, ...more });

  /** A new zaak with this number; `told` is what it says of itself. */
  function create(state: State, number: number, told = `zaak ${number}`, reference = `R${number}`): Reply {
    const text = SEED.replace('KT-VOORRAAD-1', reference)
      .replace('9999KETENTEST0001', `9999${String(number).padStart(10, '0')}`)
      .replace('Speelveld aan de Proefstraat', told);
    const { root } = readXml(Buffer.from(text));
    return registry.handle(state.store, { soapAction: ACTION, contentType: 'text/xml', receivedAt: AT, ...(root && { root }) });
  }
  const contentOf = (state: State) => JSON.stringify(state.store.toJSON());
  const bodyOf = ({ body }: Reply) => Buffer.from(body).toString();

  it('is there again after the end of the process: entities, counters, and what was answered', () => {
    const first = open();
    expect(first.isFresh).equal(true);
    const replies = [1, 2, 3].map((number) => create(first, number));
    const before = contentOf(first);
    // Nothing is closed: a process that is killed closes nothing either.
    const again = open();
    expect(again.isFresh).equal(false);
    expect(again.note).equal(undefined);
    expect(contentOf(again)).equal(before);
    expect(bodyOf(create(again, 2))).equal(bodyOf(replies[1] ?? expect.fail()));
    expect(create(again, 2, 'something else').summary.fault).to.contain('StUF016');
    expect(create(again, 2, 'zaak 2', 'R2-again').summary.fault).to.contain('StUF058');
    expect(contentOf(open())).to.contain('zaak 3');
  });

  it('is a line longer for each message, and never written anew for one', () => {
    const state = open();
    create(state, 1);
    const sizes = [2, 3, 4].map((number) => {
      const before = statSync(file).size;
      create(state, number);
      return statSync(file).size - before;
    });
    expect(Math.max(...sizes) - Math.min(...sizes)).to.be.lessThan(10);
  });

  it('leaves out a last line that is half written, wherever it broke off, tells it, and goes on', () => {
    const state = open();
    create(state, 1);
    const whole = statSync(file).size;
    create(state, 2);
    const bytes = readFileSync(file);
    for (const length of [whole + 1, whole + 100, bytes.length - 2, bytes.length - 1]) {
      writeFileSync(file, bytes.subarray(0, length));
      const again = open();
      expect(again.note, `${length}`).to.have.property('en').that.contains('half written');
      expect(contentOf(again)).to.contain('zaak 1').and.not.contain('zaak 2');
      create(again, 3);
      const last = open();
      expect(last.note).equal(undefined);
      expect(contentOf(last)).to.contain('zaak 1').and.contain('zaak 3').and.not.contain('zaak 2');
    }
    truncateSync(file, whole);
    expect(open().note).equal(undefined);
  });

  it('is taken over from the form of an earlier version, which is told', () => {
    const old = registry.createStore();
    const passing = { store: old } as unknown as State;
    create(passing, 1);
    create(passing, 2);
    writeFileSync(file, JSON.stringify(old.toJSON()));
    const state = open();
    expect(state.note).to.have.property('en').that.contains('earlier version');
    expect(state.isFresh).equal(false);
    expect(contentOf(state)).equal(JSON.stringify(old.toJSON()));
    create(state, 3);
    expect(contentOf(open())).to.contain('zaak 1').and.contain('zaak 3');
  });

  it('is refused when it is something else, of another standard, or damaged before its end; nothing is changed then', () => {
    const state = open();
    create(state, 1);
    create(state, 2);
    const good = readFileSync(file, 'utf8');
    const [head = '', ...lines] = good.split('\n');
    const refused = (text: string, words: string): void => {
      writeFileSync(file, text);
      expect(() => open())
        .to.throw(HarnessError, words)
        .that.includes({ code: 'CONFIG_INVALID' })
        .and.has.property('hint');
      expect(readFileSync(file, 'utf8')).equal(text);
    };
    refused('just text', 'no saved state');
    refused('{"format":1,"oops', 'no saved state');
    refused('{"format":7}\n', 'no saved state');
    refused(good.replace('zds-1.1', 'zds-1.2'), 'the state of zds-1.2, not of zds-1.1');
    refused([head, lines[0], `${lines[1]?.slice(0, 50)}`, ...lines.slice(2)].join('\n'), 'no state on line 3');
    refused(`${[head, lines[0], '[]', ...lines.slice(1)].join('\n')}`, 'no state on line 3');
  });

  it('is written anew when most of it does not count any more, and says the same', () => {
    const state = open({ spare: 100_000 });
    const { root } = readXml(Buffer.from(SEED));
    let largest = 0;
    for (let time = 0; time < 400; time++) {
      registry.handle(state.store, {
        soapAction: 'http://www.egem.nl/StUF/sector/zkn/0310/genereerZaakIdentificatie_Di02',
        contentType: 'text/xml',
        receivedAt: AT + time,
        ...(root && { root }),
      });
      state.tidy();
      largest = Math.max(largest, statSync(file).size);
    }
    create(state, 1);
    expect(largest).to.be.lessThan(150_000).and.greaterThan(50_000);
    expect(readdirSync(join(file, '..'))).to.deep.equal(['state.json']);
    expect(contentOf(open())).equal(contentOf(state));
  });

  it('goes on with the old file when a new one cannot be written, and tells', () => {
    const errors: unknown[] = [];
    const state = open({ spare: -1_000_000, failed: (error) => errors.push(error) });
    mkdirSync(`${file}.new`);
    for (let time = 0; time < 3; time++) {
      create(state, 1);
      state.tidy();
    }
    expect(errors).to.have.length(1);
    create(state, 2);
    rmdirSync(`${file}.new`);
    expect(contentOf(open())).to.contain('zaak 1').and.contain('zaak 2');
  });

  it('is not written by two at once: the one that comes second is stopped, and nothing of the first is lost', () => {
    const [one, other] = [open(), open()];
    create(one, 1);
    expect(() => create(other, 2)).to.throw(HarnessError, 'another process writes in');
    create(one, 3);
    const tidied = open({ spare: -1_000_000 });
    expect(contentOf(tidied)).to.contain('zaak 1').and.contain('zaak 3').and.not.contain('zaak 2');
    expect(() => create(one, 4)).to.throw(HarnessError, 'another process writes in');
  });

  it('need not be named: then it is in no file that stays, and much more than the latest can be read back', () => {
    const state = openState({ standard: 'zds-1.1', registry, failed });
    for (let number = 1; number <= 600; number++) create(state, number);
    expect(create(state, 1, 'zaak 1', 'again').summary.fault).to.contain('StUF058');
    const kept = contentOf(state);
    for (let number = 1; number <= 600; number++) expect(kept).to.contain(`"zaak ${number}"`);
    state[Symbol.dispose]();
  });

  describe('with a disk to wait for', () => {
    /** Sizes of the file each time the disk had it, and the folders. */
    const watched = () => {
      const sizes: number[] = [];
      const folders: string[] = [];
      const disk = {
        flush: (handle: number) => void sizes.push(fstatSync(handle).size),
        flushFolder: (of: string) => void folders.push(of),
      };
      return { sizes, folders, disk };
    };

    it('has every line on it before the answer is there, and the name of a new file too', () => {
      const { sizes, folders, disk } = watched();
      const state = open({ disk });
      expect(folders).to.deep.equal([dirname(file)]);
      for (const number of [1, 2]) {
        create(state, number);
        expect(sizes.at(-1)).to.equal(statSync(file).size);
      }
      expect(sizes.length).to.be.at.least(3);
    });

    it('waits for it once more with a file that was there, and never without', () => {
      create(open(), 1);
      const { sizes, folders, disk } = watched();
      create(open({ disk }), 2);
      expect(sizes.at(-1)).to.equal(statSync(file).size);
      expect(folders).to.deep.equal([]);
    });

    it('passes on what the disk refuses: nothing is answered then', () => {
      let isFull = false;
      const disk = {
        flushFolder: () => undefined,
        flush: () => {
          if (isFull) throw new Error('ENOSPC');
        },
      };
      const state = open({ disk });
      isFull = true;
      expect(() => create(state, 1)).to.throw(HarnessError, /ENOSPC/);
    });
  });
});
