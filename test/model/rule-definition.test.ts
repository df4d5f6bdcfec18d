/** Which messages a rule speaks about. */
import { expect } from 'chai';
import { type Applicability, appliesTo, type RuleSubject } from '../../src/model/rule-definition.js';

const speaks = (rule: Applicability, subject: Partial<RuleSubject>) =>
  appliesTo({ appliesTo: rule }, { code: 'Lk01', element: 'LMP:lmpLk01', ...subject });

describe('a rule', () => {
  it('without lists speaks about every message', () => {
    expect(speaks({}, {})).to.equal(true);
  });

  it('speaks about the codes and elements that it names, also with a star', () => {
    expect(speaks({ codes: ['Lk*'] }, {})).to.equal(true);
    expect(speaks({ codes: ['Lv*'] }, {})).to.equal(false);
    expect(speaks({ elements: ['*:lmpLk01'] }, {})).to.equal(true);
    expect(speaks({ elements: ['LMP:lmpLk02'] }, {})).to.equal(false);
  });

  it('about some services speaks when the service is one of them', () => {
    expect(speaks({ services: ['steekAan'] }, { service: 'steekAan' })).to.equal(true);
    expect(speaks({ services: ['steekAan'] }, { service: 'doofLamp' })).to.equal(false);
  });

  it('about some services keeps silent when the message can belong to another', () => {
    expect(speaks({ services: ['steekAan'] }, { candidates: ['steekAan', 'doofLamp'] })).to.equal(false);
    expect(speaks({ services: ['steekAan', 'doofLamp'] }, { candidates: ['steekAan', 'doofLamp'] })).to.equal(true);
  });

  it('about some services keeps silent about a message that belongs to none', () => {
    expect(speaks({ services: ['steekAan'] }, { candidates: [] })).to.equal(false);
  });

  it('about one side speaks where the side is not known', () => {
    expect(speaks({ side: 'reply' }, {})).to.equal(true);
    expect(speaks({ side: 'reply' }, { side: 'request' })).to.equal(false);
  });
});
