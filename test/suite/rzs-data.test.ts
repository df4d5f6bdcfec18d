/** The messages of Regie- en zaakservices 1.0, held against our compact schema and the official one where that is installed. */
import { expect } from 'chai';
import { prepareSchema } from '../../src/message/schema-preparation.js';
import { compileSchema } from '../../src/message/schema-validator.js';
import { fillText } from '../../src/message/template.js';
import type { MessageSource } from '../../src/model/scenario.js';
import { familyOf } from '../../src/standard/index.js';
import { evaluateFunctions } from '../../src/suite/functions.js';
import type { LoadedSuite } from '../../src/suite/load-suite.js';
import { Agreement } from '../oracle/agreement.js';
import { seededDice } from '../oracle/dice.js';
import { sampleMessage } from '../oracle/sample-messages.js';
import { compileCompact } from '../oracle/sources.js';
import { openOwnSuite } from '../support/reference-run.js';
import { compactBasis } from '../support/reference-server.js';
import { officialSet } from './official-set.js';

const SUITES = [
  'gemeentelijke-servicebus',
  'abonnementenbeheer',
  'taakspecifieke-backoffice',
  'zaaksysteem',
  'zakenmagazijn',
  'chains/gemeentelijke-servicebus',
];
const SENT_AT = Date.UTC(2026, 7, 1, 10);
const OWN = /verZaak_|overdragenZaak_/;

/** Every message that a suite sends, or would send in the place of the product, each template once a suite. */
function messagesOf({ suite, standard, templates }: LoadedSuite): ReadonlyMap<string, Uint8Array> {
  const constants = Object.fromEntries(suite.variables.map(({ name, value }) => [name, value ?? '9999ABC0001']));
  const values = { ...constants, ...evaluateFunctions(suite.variables, { now: SENT_AT, token: 'a1b2c3' }) };
  const family = familyOf(standard.family);
  const made = new Map<string, Uint8Array>();
  const make = (source: MessageSource | undefined, id: string) => {
    const service = standard.services.find((each) => each.id === id);
    const template = source && templates.get(source.template);
    if (!source || !service || !template) return;
    const filled = (of: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(of).map(([key, text]) => [key, fillText(text, values)]));
    const { body } = family.compose({
      ...{ standard, service, template, values: { ...values, ...filled(source.with) } },
      identity: {
        referentienummer: 'R1',
        sentAt: SENT_AT,
        zender: { applicatie: 'KETENTEST' },
        ontvanger: { applicatie: 'PRODUCT' },
      },
      ...(source.stuurgegevens && { stuurgegevens: filled(source.stuurgegevens) }),
    });
    made.set(source.template, body);
  };
  for (const { send, receive, readBack, service } of suite.scenarios.flatMap(({ steps }) => steps)) {
    make(send ?? receive?.example, service);
    make(readBack, readBack?.service ?? '');
  }
  return made;
}

describe('the messages of RZS 1.0', function () {
  this.timeout(60_000);
  const made = new Map<string, Uint8Array>();
  let loaded: LoadedSuite;
  before(async () => {
    for (const name of SUITES) {
      loaded = await openOwnSuite(`rzs-1.0/${name}`);
      for (const [template, body] of messagesOf(loaded)) made.set(template, body);
    }
  });

  it('has its own four in a small and a large form', () => {
    const own = ['notificeerOverZaak', 'initieerNotificeerOverZaak', 'overdragenZaak', 'bevestigOverdragenZaak'];
    const forms = own.flatMap((name) => [name, `${name}-maximaal`]);
    expect([...made.keys()]).to.include.members(forms);
  });

  it('are valid by our compact schema', async () => {
    using basis = await compactBasis(loaded.standard).then((opened) => ({ opened, [Symbol.dispose]: () => opened.dispose() }));
    const outcomes = await Promise.all(
      [...made].map(async ([name, body]) => [name, await basis.opened.validateBytes(body)] as const),
    );
    expect(outcomes.filter(([, { decided }]) => !decided)).to.deep.equal([]);
    expect(
      outcomes.flatMap(([name, of]) => (of.decided && of.violations.length > 0 ? [[name, of.violations]] : [])),
    ).to.deep.equal([]);
  });

  it('are valid by the official schemas (skipped without set rzs-1.0-brk-20160715)', function () {
    const [schema] = loaded.standard.schemas;
    const files = schema && officialSet(schema.set);
    if (!schema || !files) return this.skip();
    const validator = compileSchema(prepareSchema(files, schema.entries));
    const wrong = [...made].flatMap(([name, body]) => {
      const outcome = validator.validate(body);
      return outcome.decided && outcome.violations.length === 0 ? [] : [[name, outcome]];
    });
    validator.dispose();
    expect(wrong).to.deep.equal([]);
  });

  it('have a compact schema that says of its own four, and of 60 changes of each, what the official one says (skipped without set rzs-1.0-brk-20160715)', function () {
    const { shapes, schemas } = loaded.standard;
    const files = schemas[0] && officialSet(schemas[0].set);
    if (!schemas[0] || !shapes || !files) return this.skip();
    const judges = {
      official: compileSchema(prepareSchema(files, [schemas[0].entries[0] ?? ''])),
      compact: compileCompact(shapes),
    };
    const agreement = new Agreement(judges);
    const dice = seededDice(1);
    for (const root of [...shapes.roots.keys()].filter((each) => each.includes('rzs0310'))) {
      const type = root.replace(/^\{.*\}/, '');
      expect(type).to.match(OWN);
      for (let at = 0; at < 8; at++)
        agreement.mutate(type, sampleMessage(shapes, root, dice, at / 8), `sample ${at}`, 60, dice.below);
    }
    judges.official.dispose();
    judges.compact.dispose();
    expect(agreement.tallies().reduce((sum, { checked }) => sum + checked, 0)).to.be.above(1000);
    expect(agreement.share()).to.equal(1);
  });
});
