import { join } from 'node:path';
import { expect } from 'chai';
import { compareSubset } from '../../../../src/judge/compare-subset.js';
import { JUDGES } from '../../../../src/judge/index.js';
import { prepareSchema } from '../../../../src/message/schema-preparation.js';
import { compileSchema, type SchemaValidator } from '../../../../src/message/schema-validator.js';
import { writeSchema } from '../../../../src/message/shape-schema.js';
import { openFileSet } from '../../../../src/suite/file-set.js';
import { type LoadedSuite, loadSuite } from '../../../../src/suite/load-suite.js';
import { packageRoot } from '../../../package-root.js';
import { officialSet } from '../../../suite/official-set.js';
import { corpusMessages } from './corpus.js';
import { counterpart, messageOf, offer, type Played, playSuite } from './play.js';

for (const id of ['zds-1.1/zaaksysteem', 'zds-1.2/zaaksysteem']) {
  describe(`the registry as ${id}`, () => {
    let loaded: LoadedSuite;
    let played: readonly Played[];

    before(async () => {
      loaded = await loadSuite(openFileSet(join(packageRoot, 'suites')), id, JUDGES);
      played = loaded.standard.shapes ? playSuite(loaded) : [];
    });

    it('answers every message of every scenario with the reply that the service names first', () => {
      const wrong = played.filter(
        ({ reply, service }) => reply.summary.fault !== undefined || reply.summary.reply !== nameOf(service),
      );
      expect(wrong.map(({ step, reply }) => `${step}: ${reply.summary.reply} ${reply.summary.fault ?? ''}`)).to.deep.equal([]);
      expect(played.length).to.be.greaterThan(15);
    });

    it('gives only replies that the compact schema accepts', () => {
      if (!loaded.standard.shapes) throw new Error('no shapes');
      expect(violations(compileSchema(writeSchema(loaded.standard.shapes), loaded.standard.namespaces), played)).to.deep.equal(
        [],
      );
    });

    it('gives only replies that the official schemas accept (skipped where they are not installed)', function () {
      const [official] = loaded.standard.schemas;
      const files = official && officialSet(official.set);
      if (!official || !files) return this.skip();
      const validator = compileSchema(prepareSchema(files, official.entries), loaded.standard.namespaces);
      expect(violations(validator, played)).to.deep.equal([]);
    });

    it('takes every message of the corpus and gives only replies that the compact schema accepts (skipped without the corpus)', function () {
      const messages = corpusMessages();
      if (messages.length === 0 || !loaded.standard.shapes) return this.skip();
      this.timeout(60_000);
      const validator = compileSchema(writeSchema(loaded.standard.shapes), loaded.standard.namespaces);
      const to = counterpart(loaded.standard);
      const wrong = messages.flatMap(({ file, body }) => {
        const name = messageOf(body)?.name ?? '';
        const services = loaded.standard.services.filter((each) => each.request.element.endsWith(`:${name}`));
        return [...services.map((each) => each.soapAction), ''].flatMap((soapAction) => {
          const reply = offer(to, body, soapAction);
          const outcome = validator.validate(reply.body);
          const isBare = reply.summary.reply === 'soap:Fault';
          return isBare || (outcome.decided && outcome.violations.length === 0) ? [] : [`${file}: ${JSON.stringify(outcome)}`];
        });
      });
      validator.dispose();
      expect(wrong).to.deep.equal([]);
    });

    it('shows at least what it predicts that an honest product shows', () => {
      const readBacks = played.filter((each) => each.isReadBack);
      const differences = readBacks.flatMap(({ step, predicted, answer }) =>
        predicted && answer
          ? compareSubset(predicted, answer, loaded.standard.namespaces).map((each) => ({ step, ...each }))
          : [{ step }],
      );
      expect(differences).to.deep.equal([]);
      expect(readBacks.length).to.be.greaterThan(3);
    });
  });
}

function nameOf(service: Played['service']): string {
  const [reply] = service.replies;
  return reply?.code.startsWith('Bv') ? reply.code : (reply?.element.replace(/^.*:/, '') ?? '');
}

function violations(validator: SchemaValidator, played: readonly Played[]): readonly string[] {
  try {
    return played.flatMap(({ step, reply }) => {
      const outcome = validator.validate(reply.body);
      if (!outcome.decided) return [`${step}: ${outcome.detail}`];
      return outcome.violations.map((each) => `${step}: ${each.path}: ${each.message}`);
    });
  } finally {
    validator.dispose();
  }
}
