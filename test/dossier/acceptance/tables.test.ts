import { expect } from 'chai';
import { readFields } from '../../../src/dossier/acceptance/fields.js';
import { readTable } from '../../../src/dossier/acceptance/tables.js';
import type { Tekst } from '../../../src/model/finding.js';
import { HarnessError } from '../../../src/model/harness-error.js';
import { dossierView, eis } from './sample.js';

const { stand } = dossierView({ wat: [eis()] });
const table = (text: string) => readTable(text, 'eisen.csv', stand);

describe('a table of requirements', () => {
  it('may have commas, semicolons or tabs, quotes with line ends, a mark before it, and columns in any order', () => {
    for (const [separator, end] of [
      [';', '\r\n'],
      [',', '\n'],
      ['\t', '\n'],
    ] as const) {
      const lines = [
        ['eis', 'id', 'verplicht'],
        [`"Een ""lange""${separator}\nzin"`, 'E9', 'nee'],
        ['Kort', 'E10', ''],
      ];
      const read = table(`\uFEFF${lines.map((cells) => cells.join(separator)).join(end)}${end}${end}`);
      expect(read).to.deep.equal({
        eisen: [
          { id: 'E9', eis: `Een "lange"${separator}\nzin`, verplicht: false },
          { id: 'E10', eis: 'Kort', verplicht: true },
        ],
      });
    }
  });

  it('with verdicts is one of results', () => {
    expect(table('eis,verdict,uitleg\nE1,voldoet niet,"6 s"\n')).to.deep.equal({
      uitslagen: [{ eis: 'E1', verdict: 'voldoet_niet', uitleg: '6 s' }],
    });
  });

  const refused: readonly (readonly [what: string, text: string, told: string])[] = [
    ['an id twice', 'id;eis\nE1;a\nE1;b\n', 'eisen.csv:3: E1 is there twice'],
    ['no text', 'id;eis\nE1;\n', 'eisen.csv:2: a requirement needs an id and a text'],
    ['neither ja nor nee', 'id;eis;verplicht\nE1;a;misschien\n', 'eisen.csv:2: verplicht: "misschien"'],
    ['quotes that do not close', 'id;eis\nE1;"a\n', 'eisen.csv:2: a quotation mark is not closed'],
    ['more values than columns', 'id;eis\nE1;a;b\n', 'eisen.csv:2: more values than columns'],
    ['nothing', '\n', 'eisen.csv:1: there are no rows'],
    [
      'a requirement that is not there',
      'eis;verdict\nE11;voldoet\n',
      'eisen.csv:2: there is no requirement "E11"; did you mean "E1"?',
    ],
    ['a verdict that is none', 'eis;verdict\nE1;goed\n', 'eisen.csv:2: "goed" is no result'],
  ];
  for (const [what, text, told] of refused) {
    it(`is refused with ${what}, and says where`, () => {
      expect(() => table(text))
        .to.throw(HarnessError)
        .that.satisfies((error: HarnessError) => error.code === 'CONFIG_INVALID' && error.message.startsWith(told));
    });
  }
});

describe('fields of a dossier', () => {
  it('are read as what they are; a name that is given more than once is a list, an empty value takes away', () => {
    expect(
      readFields([
        'plan.fataal=ja',
        'betaling.ingehouden=20',
        'plan.omgevingen=test',
        'plan.omgevingen=acceptatie',
        'plan.testprotocol=',
      ]),
    ).to.deep.equal({
      'plan.fataal': true,
      'betaling.ingehouden': 20,
      'plan.omgevingen': ['test', 'acceptatie'],
      'plan.testprotocol': '',
    });
    expect(
      dossierView({ velden: { 'plan.testprotocol': 'x' }, wat: [{ soort: 'gezet', velden: { 'plan.testprotocol': '' } }] }).stand
        .plan,
    ).to.deep.equal({});
  });

  it('are nothing when a dossier that somebody wrote by hand names others', () => {
    const velden = JSON.parse('{"__proto__.vals":"x","plan.__proto__":"x","plan.onbekend":"x","zomaar":"x"}');
    expect(dossierView({ velden }).stand).to.deep.equal(dossierView({ velden: {} }).stand);
    expect(({} as Readonly<Record<string, unknown>>).vals).to.equal(undefined);
  });

  const refused: readonly (readonly [text: string, told: string])[] = [
    ['plan.fatal=ja', 'did you mean "plan.fataal"?'],
    ['fataal=ja', 'did you mean "plan.fataal"?'],
    ['plan.fataal=misschien', 'ja (yes) or nee (no)'],
    ['plan.einddatumImplementatie=2027-02-30', 'a day such as'],
    ['betaling.ingehouden=101', 'from 0 to 100'],
    ['betaling.eenmalig=1.000,00', 'an amount such as'],
    ['contract.gibit=2019', '2016, 2020, 2023'],
    ['privacy.vernietigen=privédeel', 'a day and what'],
    ['zomaar', 'no NAME=VALUE'],
    ['__proto__.x=1', 'there is no field'],
  ];
  for (const [text, told] of refused) {
    it(`refuse ${text}`, () => {
      expect(() => readFields([text]))
        .to.throw(HarnessError)
        .that.satisfies((error: HarnessError) => {
          const { nl, en } = error.options.hint === undefined ? { nl: '', en: '' } : (error.options.hint as Tekst);
          return error.code === 'USAGE' && `${error.message} ${nl} ${en}`.includes(told);
        });
    });
  }
});
