import { expect } from 'chai';
import type { RuleDefinition } from '../../../src/model/rule-definition.js';
import type { ServiceDefinition } from '../../../src/model/standard-definition.js';
import { boundRules } from '../../../src/report/fold/bound-rules.js';

const rule = (id: string, codes: readonly string[], check: RuleDefinition['check'] = { kind: 'xpath', violation: 'false()' }) =>
  ({
    id,
    check,
    ernst: 'fout',
    scope: 'message',
    appliesTo: { codes },
    bronnen: [],
    melding: { nl: id, en: id },
  }) as RuleDefinition;
const service = (id: string, code: string) =>
  ({ id, request: { element: `B:${id}`, code }, replies: [] }) as unknown as ServiceDefinition;

const RULES = [
  rule('R-VRAAG', ['Lv01']),
  rule('R-MELD', ['Lk01']),
  rule('R-ANDERS', ['Lv01'], { kind: 'none', reason: 'other-family', why: { nl: 'x', en: 'x' } }),
];
const bound = (services: readonly ServiceDefinition[], ...names: readonly string[]) =>
  boundRules(RULES, services, new Set(names)).map(({ rule: { id }, services: of }) => [id, ...of].join(' '));

describe('rules that bind the messages of services', () => {
  const services = [service('vraag', 'Lv01'), service('vraagNogmaals', 'Lv01'), service('meld', 'Lk01')];

  it('are told with the services that they speak about, and not those of another family', () => {
    expect(bound(services, 'vraag', 'vraagNogmaals')).to.deep.equal(['R-VRAAG vraag vraagNogmaals']);
  });

  it('are others for another choice, and for services that changed', () => {
    expect(bound(services, 'vraag')).to.deep.equal(['R-VRAAG vraag']);
    expect(bound(services, 'vraag', 'meld')).to.deep.equal(['R-VRAAG vraag', 'R-MELD meld']);
    expect(bound([service('vraag', 'Lk01')], 'vraag')).to.deep.equal(['R-MELD vraag']);
    expect(bound(services, 'vraag')).to.deep.equal(['R-VRAAG vraag']);
  });

  it('are right also when more choices were asked for than are kept', () => {
    const many = Array.from({ length: 120 }, (_, index) => service(`s${index}`, 'Lk01'));
    for (const { id } of many) expect(bound(many, id)).to.deep.equal([`R-MELD ${id}`]);
    expect(bound(many, 's119', 's0')).to.deep.equal(['R-MELD s0 s119']);
  });
});
