import { expect } from 'chai';
import { passesElfproef } from '../../src/model/elfproef.js';
import type { Suite } from '../../src/model/scenario.js';
import { deviationsOf, readDeviations, refuseUnplanned } from '../../src/suite/deviations.js';
import { refusal } from '../harness-error.js';

const scenario = (id: string) => ({ id, steps: [{ nr: 1 }, { nr: 2 }] });
const SUITE = { id: 'a-1.0/b', scenarios: [scenario('s.1.toon'), scenario('s.2.lees')] } as unknown as Suite;
const OTHER = { id: 'a-1.0/c', scenarios: [scenario('t.1.toon')] } as unknown as Suite;
const CODES = ['A-01', 'A-02', 'SCHEMA'];

const file = (more: string) =>
  `afwijkingen:\n  - stap: s.1.toon/2\n    regel: A-01\n    reden: Bekend\n    tot: 2027-03-31\n${more}`;

describe('a file of known deviations', () => {
  it('is read with a reason in one language or two', () => {
    const text = file('  - { stap: "s.*/*", regel: SCHEMA, reden: { nl: n, en: e }, tot: 2028-02-29, ticket: 12 }\n');
    expect(readDeviations(text, 'd.yaml').map(({ deviation }) => deviation)).to.deep.equal([
      { stap: 's.1.toon/2', regel: 'A-01', reden: { nl: 'Bekend', en: 'Bekend' }, tot: '2027-03-31' },
      { stap: 's.*/*', regel: 'SCHEMA', reden: { nl: 'n', en: 'e' }, tot: '2028-02-29', ticket: '12' },
    ]);
  });

  const broken: readonly (readonly [name: string, text: string, said: string])[] = [
    ['no list', 'afwijkingen: ja', 'd.yaml:1:1: expected afwijkingen, with a list; found "ja"'],
    ['an empty list', 'afwijkingen: []', 'd.yaml:1:1: expected afwijkingen'],
    ['an empty file', '', 'expected afwijkingen, with a list; found null'],
    ['an entry that is a text', 'afwijkingen:\n  - s.1', 'd.yaml:2:5: expected stap, regel, reden and tot; found "s.1"'],
    [
      'an unknown name',
      file('    sinds: 2020-01-01\n'),
      'd.yaml:6:5: unknown name "sinds"; known are stap, regel, reden, tot, ticket',
    ],
    ['an unknown name of the whole', 'afwijking: []', 'd.yaml:1:1: '],
    [
      'no end',
      'afwijkingen:\n  - { stap: a, regel: b, reden: c }',
      'd.yaml:2:5: expected tot, a date such as 2027-03-31; found nothing',
    ],
    ['a day that is not there', file('').replace('03-31', '02-30'), 'd.yaml:5:5: expected tot, a date such as'],
    ['no reason', file('').replace('Bekend', '""'), 'd.yaml:4:5: expected reden, a text or nl and en'],
    ['half a reason', file('').replace('Bekend', '{ nl: x }'), 'd.yaml:4:5: expected reden'],
    [
      'more stars than can be tried',
      file('').replace('s.1.toon/2', '"*a*a*a*a*a"'),
      'd.yaml:2:5: expected stap, a pattern such as',
    ],
    ['a name given twice', file('    tot: 2027-01-01\n'), 'd.yaml:6:5: Map keys must be unique'],
    ['what is no YAML', 'afwijkingen: [', 'd.yaml:1:'],
  ];
  for (const [name, text, said] of broken) {
    it(`is refused with ${name}`, async () => {
      expect((await refusal(() => readDeviations(text, 'd.yaml'), 'CONFIG_INVALID')).message).to.include(said);
    });
  }

  it('is refused with a number that may be that of a citizen, since it is published; one for testing may stand there', async () => {
    const bsn = Array.from({ length: 20 }, (_, at) => String(123456700 + at)).find(passesElfproef);
    const text = file('').replace('Bekend', `Zie ${bsn}`);
    expect((await refusal(() => readDeviations(text, 'd.yaml'), 'CONFIG_INVALID')).message).to.include('d.yaml:4:5: here stands');
    expect(readDeviations(file('').replace('Bekend', 'Zie 999990019'), 'd.yaml')).to.have.length(1);
  });

  it('is refused where a step or a check is none of the run, with the nearest name', async () => {
    const refused = async (text: string) =>
      (await refusal(() => refuseUnplanned(readDeviations(text, 'd.yaml'), [SUITE], CODES), 'CONFIG_INVALID')).message;
    expect(await refused(file('').replace('s.1.toon', 's.1.ton'))).to.equal(
      'd.yaml:2:5: "s.1.ton/2" matches no step of a-1.0/b; did you mean "s.1.toon/2"?',
    );
    expect(await refused(file('').replace('A-01', 'A-O1'))).to.include(
      'd.yaml:3:5: "A-O1" matches no check of a-1.0/b; did you mean "A-01"?',
    );
  });

  it('may be about a suite that is run beside it, and then only counts there', () => {
    const given = readDeviations(file('  - { stap: a-1.0/c/**, regel: "*", reden: x, tot: 2027-01-01 }\n'), 'd.yaml');
    expect(() => refuseUnplanned(given, [SUITE, OTHER], CODES)).not.to.throw();
    expect(deviationsOf(SUITE, given).map(({ stap }) => stap)).to.deep.equal(['s.1.toon/2']);
    expect(deviationsOf(OTHER, given).map(({ stap }) => stap)).to.deep.equal(['a-1.0/c/**']);
  });
});
