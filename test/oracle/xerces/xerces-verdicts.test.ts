/** Our verdicts with the official schemas are those of Xerces, on mutants of every kind of message. */
import { expect } from 'chai';
import { KINDS } from '../mutate.js';
import { DEEPER_KINDS } from '../mutate-deeper.js';
import { standards } from '../shared.js';
import { compileOfficial } from '../sources.js';
import { type Disagreement, disagreements, STALE } from './disagreements.js';
import { digestOfMutants, mutantGroups } from './mutant-groups.js';
import { digestOfSet, EFFORT, type HeldStandard, openStandard, STANDARDS } from './standards.js';
import { readVerdicts, type StoredVerdicts } from './verdict-file.js';

/** All of them takes most of a minute; otherwise one message a type, each of another richness. */
const EVERY = process.env.KETENTEST_EVERY_MUTANT === '1';

for (const id of STANDARDS) {
  describe(`the verdicts of Xerces on mutants of ${id}`, function () {
    this.timeout(180_000);
    let held: HeldStandard;
    let stored: StoredVerdicts;
    before(async () => {
      held = await openStandard(id);
      stored = readVerdicts(id) as StoredVerdicts;
    });

    it('are there for every message of every service, a thousand and more each, good ones and wrong ones', () => {
      const { namespaces, services } = held.standard;
      const clark = (name: string) => name.replace(/^(\w+):/, (_, prefix: string) => `{${namespaces[prefix]}}`);
      const elements = services
        .flatMap(({ request, replies, fault }) => [request, ...replies, fault])
        .map(({ element }) => element);
      expect(elements.map(clark).filter((each) => !held.shapes.roots.has(each))).to.deep.equal([]);
      for (const root of held.shapes.roots.keys()) {
        const type = root.replace(/^\{.*\}/, '');
        const valid = stored.groups.filter((group) => group.type === type).flatMap((group) => group.valid);
        expect(valid.length, type).to.be.greaterThan(1000);
        expect(new Set(valid).size, type).to.equal(2);
      }
    });

    it('are about every kind of change', () => {
      const [group] = mutantGroups({ shapes: held.shapes, effort: EFFORT }).slice(-1);
      const kinds = new Set(group?.make().map(({ kind }) => kind));
      expect([...KINDS, ...DEEPER_KINDS].filter((kind) => !kinds.has(kind))).to.deep.equal([]);
    });

    it('are missed when one is another, or when a mutant is', () => {
      const effort = { ...EFFORT, mutants: 20 };
      const [group] = mutantGroups({ shapes: held.shapes, effort });
      if (!group) throw new Error('no mutants');
      const digest = digestOfMutants(group.make());
      const isLong = (bytes: Uint8Array) => bytes.length > 900;
      const judge = (bytes: Uint8Array) =>
        ({ decided: true, violations: isLong(bytes) ? [] : [{ message: 'short', line: 1 }] }) as const;
      const valid = group.make().map(({ bytes }) => isLong(bytes));
      const { type, sample } = group;
      expect(disagreements(group, { type, sample, digest, valid }, judge)).to.deep.equal([]);
      const flipped = disagreements(group, { type, sample, digest, valid: valid.map((each) => !each) }, judge);
      expect(flipped.length).to.equal(valid.length);
      expect(flipped.filter(({ isFalseValid }) => isFalseValid).length).to.equal(valid.filter((each) => each).length);
      const [stale] = disagreements(group, { type, sample, digest: 'other', valid }, judge);
      expect(stale?.note).to.contain(STALE);
    });

    it(`are ours too, with the official schemas (${EVERY ? 'all' : 'a part'}; skipped where those are absent)`, function () {
      if (standards === undefined) return this.skip();
      expect(digestOfSet(standards, held), 'the official set that Xerces read').to.equal(stored.schemas);
      const official = compileOfficial(standards, held.official);
      const found: Disagreement[] = [];
      let compared = 0;
      const groups = mutantGroups({ shapes: held.shapes, effort: EFFORT });
      expect(groups.map(({ type, sample }) => `${type} ${sample}`)).to.deep.equal(
        stored.groups.map(({ type, sample }) => `${type} ${sample}`),
      );
      for (const [index, group] of groups.entries()) {
        const of = stored.groups[index];
        const isTaken = EVERY || group.sample === Math.floor(index / EFFORT.samples) % EFFORT.samples;
        if (!of || !isTaken) continue;
        compared += of.valid.length;
        found.push(...disagreements(group, of, (bytes) => official.validate(bytes)));
      }
      official.dispose();
      expect(found.filter(({ isFalseValid }) => isFalseValid).map(({ note }) => note)).to.deep.equal([]);
      expect(found.map(({ note }) => note)).to.deep.equal([]);
      expect(compared).to.be.greaterThan(5000);
    });
  });
}
