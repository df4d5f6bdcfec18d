/** What is called certainly valid without the validator, the validator calls valid: on mutants of every kind of message. */
import { expect } from 'chai';
import { messageInTree } from '../../../src/message/message-in-envelope.js';
import { compileSchema } from '../../../src/message/schema-validator.js';
import { writeSchema } from '../../../src/message/shape-schema.js';
import { sureShapes } from '../../../src/message/sure-shapes.js';
import { sureTree } from '../../../src/message/sure-tree.js';
import { mutantGroups } from './mutant-groups.js';
import { EFFORT, openStandard, STANDARDS } from './standards.js';

/** All of them takes most of a minute; otherwise one message a type, each of another richness. */
const EVERY = process.env.KETENTEST_EVERY_MUTANT === '1';

for (const id of STANDARDS) {
  describe(`what is certainly valid by the shapes of ${id}`, function () {
    this.timeout(300_000);

    it(`is valid by the schema that is written from them (${EVERY ? 'all mutants' : 'a part of the mutants'})`, async () => {
      const { shapes } = await openStandard(id);
      const sure = sureShapes(shapes);
      const validator = compileSchema(writeSchema(shapes));
      const isSure = (bytes: Uint8Array) => {
        const tree = sureTree(bytes);
        const message = tree && messageInTree(tree);
        return message !== undefined && sure(message);
      };
      const isValid = (bytes: Uint8Array) => {
        const outcome = validator.validate(bytes);
        return outcome.decided && outcome.violations.length === 0;
      };
      const wrong: string[] = [];
      let [sured, looked] = [0, 0];
      for (const [index, group] of mutantGroups({ shapes, effort: EFFORT }).entries()) {
        if (!EVERY && group.sample !== Math.floor(index / EFFORT.samples) % EFFORT.samples) continue;
        for (const { kind, path, bytes } of group.make()) {
          looked += 1;
          if (!isSure(bytes)) continue;
          sured += 1;
          if (!isValid(bytes)) wrong.push(`${group.type} ${group.sample} ${kind} ${path}`);
        }
      }
      validator.dispose();
      expect(wrong).to.deep.equal([]);
      // It would be right to be sure of nothing, and of no use.
      expect(sured / looked).to.be.greaterThan(0.05);
    });
  });
}
