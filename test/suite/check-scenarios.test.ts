/** Refuse at the door: every complaint names the place and the nearest name. */
import { expect } from 'chai';
import { JUDGES } from '../../src/judge/index.js';
import { compileTemplate } from '../../src/message/template.js';
import { HarnessError } from '../../src/model/harness-error.js';
import type { Scenario, Step, VariableDefinition } from '../../src/model/scenario.js';
import type { StandardDefinition } from '../../src/model/standard-definition.js';
import { checkScenarios } from '../../src/suite/check-scenarios.js';

const standard = {
  id: 'vaartuigen-1.0',
  namespaces: { VTG: 'urn:vtg' },
  services: [{ id: 'meldVaartuig' }, { id: 'geefVaartuig' }],
} as unknown as StandardDefinition;

const constant = (name: string): VariableDefinition => ({ name, type: 'constant', value: 'x', moetBestaan: false });
const VARIABLES: readonly VariableDefinition[] = [
  constant('zender.applicatie'),
  constant('ontvanger.applicatie'),
  constant('haven'),
  { name: 'Boot1.naam', type: 'captured', moetBestaan: false },
];

const send = (more: Partial<Step> = {}): Step => ({
  ...{
    nr: 1,
    message: 'vtgLk01',
    code: 'Lk01',
    from: 'STP',
    to: 'TTA',
    service: 'meldVaartuig',
    requires: [],
    capture: [],
    expect: [],
  },
  send: { template: 'meld', with: { haven: '{{haven}}' } },
  ...more,
});
const reply = (more: Partial<Step> = {}): Step => ({
  ...{
    nr: 2,
    message: 'Bv03',
    code: 'Bv03',
    from: 'TTA',
    to: 'STP',
    service: 'meldVaartuig',
    answers: 1,
    requires: [],
    capture: [],
    expect: [],
  },
  ...more,
});

/** A step that the product takes, about one thing. */
const about = (subject: Readonly<Record<string, string>>): Step => ({
  ...reply(),
  nr: 1,
  answers: undefined as never,
  capture: [{ variable: 'Boot1.naam', path: 'a' }],
  receive: { instruction: { nl: 'a', en: 'a' }, subject, example: { template: 'meld', with: { haven: 'a' } } },
});

function check(steps: readonly Step[], variables = VARIABLES): void {
  const scenario: Scenario = { id: 'vt.1.meld', title: 'Meld', verplicht: true, steps };
  checkScenarios({
    scenarios: [{ scenario, place: (path) => ({ file: 'vt.1.meld.yaml', line: 7, column: path.length }) }],
    variables,
    standard,
    templates: new Map([['meld', compileTemplate('<a>{{haven}}</a>', 'meld.xml.hbs')]]),
    kinds: JUDGES,
    roleFile: 'role.yaml',
  });
}

function refusal(steps: readonly Step[], variables = VARIABLES): HarnessError {
  try {
    check(steps, variables);
  } catch (error) {
    if (error instanceof HarnessError) return error;
  }
  throw new Error('it was accepted');
}

describe('checking scenarios as a whole', () => {
  it('accepts a good scenario', () => {
    check([send(), reply({ capture: [{ variable: 'Boot1.naam', path: 'naam' }] })]);
  });

  it('refuses an unknown service with the nearest name', () => {
    const error = refusal([send({ service: 'meldVaartuigen' }), reply()]);
    expect(error.code).to.equal('OPERATION_UNKNOWN');
    expect(error.message).to.match(
      /^vt\.1\.meld\.yaml:7:\d+: "meldVaartuigen" is not a service of vaartuigen-1\.0; did you mean "meldVaartuig"\?$/,
    );
  });

  it('refuses a fault that is not in our own answer, and a message again of a step that receives no such message', () => {
    const wrong = refusal([send({ misbehave: 'timeout' }), reply()]);
    expect(`${wrong.code} ${wrong.message}`).to.match(/^SUITE_INVALID .*only our answer/);
    const receive = { instruction: { nl: 'a', en: 'a' }, again: 1, example: { template: 'meld', with: { haven: 'a' } } };
    const again = refusal([send(), { ...about({}), nr: 3, receive }]);
    expect(`${again.code} ${again.message}`).to.match(
      /^SUITE_INVALID .*step 1 is not an earlier step that receives meldVaartuig/,
    );
  });

  const cases: readonly [name: string, steps: readonly Step[], code: string, text: RegExp][] = [
    [
      'an unknown kind of expectation',
      [send(), reply({ expect: [{ kind: 'waarden', options: {} }] })],
      'EXPECTATION_UNKNOWN',
      /did you mean "waarde"/,
    ],
    [
      'wrong options of an expectation',
      [send(), reply({ expect: [{ kind: 'waarde', options: { path: 'a' } }] })],
      'SUITE_INVALID',
      /give exactly one of/,
    ],
    [
      'an unknown variable',
      [send({ send: { template: 'meld', with: { haven: '{{havn}}' } } }), reply()],
      'VARIABLE_UNKNOWN',
      /did you mean "haven"/,
    ],
    [
      'a value that no earlier step captures',
      [send({ send: { template: 'meld', with: { haven: '{{Boot1.naam}}' } } }), reply()],
      'VARIABLE_UNSET',
      /no earlier step captures/,
    ],
    ['a requirement of a later step', [send({ requires: ['vt.1.meld/2'] }), reply()], 'SUITE_INVALID', /not an earlier step/],
    ['a reply to nothing', [send(), reply({ answers: 3 })], 'SUITE_INVALID', /not an earlier step that the other side sends/],
    ['a request that sends nothing', [send({ send: undefined as never })], 'SUITE_INVALID', /must say what to `send`/],
    [
      'an answer of ours to what we sent ourselves',
      [send(), { ...reply(), from: 'STP', to: 'TTA' }],
      'SUITE_INVALID',
      /not an earlier step that the other side sends/,
    ],
    [
      'a message that we would receive from ourselves',
      [send({ receive: { instruction: { nl: 'a', en: 'a' }, example: { template: 'meld', with: {} } } })],
      'SUITE_INVALID',
      /only a step from TTA is received/,
    ],
    [
      'an unknown variable in an instruction',
      [
        {
          ...reply(),
          nr: 1,
          answers: undefined as never,
          receive: { instruction: { nl: '{{havn}}', en: 'a' }, example: { template: 'meld', with: { haven: 'a' } } },
        },
      ],
      'VARIABLE_UNKNOWN',
      /did you mean "haven"/,
    ],
    ['a subject below an undeclared prefix', [about({ 'VTX:naam': '{{haven}}' })], 'PATH_INVALID', /"VTX:naam"/],
    ['a subject that is known only later', [about({ 'VTG:naam': '{{Boot1.naam}}' })], 'SUITE_INVALID', /a constant/],
    [
      'a capture into a constant',
      [send(), reply({ capture: [{ variable: 'haven', path: 'a' }] })],
      'VARIABLE_UNKNOWN',
      /not declared as captured/,
    ],
  ];
  for (const [name, steps, code, text] of cases) {
    it(`refuses ${name}`, () => {
      const error = refusal(steps);
      expect(error.code).to.equal(code);
      expect(error.message).to.match(text);
      expect(error.place?.file).to.equal('vt.1.meld.yaml');
    });
  }

  it('refuses a role that does not say who sends', () => {
    expect(refusal([send(), reply()], VARIABLES.slice(1)).message).to.match(/"zender\.applicatie" must be declared/);
  });
});
