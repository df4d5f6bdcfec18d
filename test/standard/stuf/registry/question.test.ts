import { expect } from 'chai';
import type { StandardDefinition } from '../../../../src/model/standard-definition.js';
import {
  asking,
  at,
  boat,
  EVERYTHING,
  loadBoats,
  openRegister,
  owner,
  type Register,
  relation,
  textAt,
} from '../../../koppelvlak/boats.js';

const VTG = (content: string) => `<gelijk entiteittype="VTG">${content}</gelijk>`;
const NAMES = '<scope><object entiteittype="VTG"><kenteken xsi:nil="true"/></object></scope>';

describe('question', () => {
  let standard: StandardDefinition;
  let register: Register;
  before(async () => {
    standard = await loadBoats();
    register = openRegister(standard);
    for (let n = 1; n <= 20; n++) {
      const number = String(n).padStart(2, '0');
      const dated = n === 20 ? '' : `<tewaterlating>202601${number}</tewaterlating>`;
      const owned = n <= 2 ? relation('vaartOnder', 'VTGEIG', 'T', 'EIG <registratienummer>E7</registratienummer>') : '';
      register.tell(
        'meldVaartuig',
        boat(
          'T',
          `<kenteken>HVN-${number}</kenteken><roepnaam>${n % 2 ? 'Meeuw' : 'Stern'} ${number}</roepnaam>${dated}${owned}`,
        ),
      );
    }
    register.tell('meldEigenaar', owner('T', '<registratienummer>E7</registratienummer><achterwerpsel>Bruin</achterwerpsel>'));
  });

  const found = (content: string) => register.boats(content).map((each) => textAt(each, 'kenteken'));
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => `HVN-${String(from + index).padStart(2, '0')}`);

  describe('selects', () => {
    it('by full equality', () => {
      expect(found(asking(VTG('<roepnaam>Meeuw 03</roepnaam>') + NAMES))).to.deep.equal(['HVN-03']);
      expect(found(asking(VTG('<roepnaam>Meeuw</roepnaam>') + NAMES))).to.deep.equal([]);
    });

    it('by a part with exact="false"', () => {
      expect(found(asking(VTG('<roepnaam exact="false">meeuw 0</roepnaam>') + NAMES))).to.have.length(5);
    });

    it('by emptiness', () => {
      expect(found(asking(VTG('<tewaterlating~/>') + NAMES))).to.deep.equal(['HVN-20']);
    });

    it('by a range, both ends included', () => {
      const range =
        '<vanaf entiteittype="VTG"><tewaterlating>20260105</tewaterlating></vanaf><totEnMet entiteittype="VTG"><tewaterlating>20260108</tewaterlating></totEnMet>';
      expect(found(asking(range + NAMES))).to.deep.equal(numbers(5, 8));
    });

    it('by a relation', () => {
      const criterion =
        '<vaartOnder entiteittype="VTGEIG"><gerelateerde entiteittype="EIG"><registratienummer>E7</registratienummer></gerelateerde></vaartOnder>';
      expect(found(asking(VTG(criterion) + NAMES))).to.deep.equal(['HVN-01', 'HVN-02']);
    });

    it('all of these at once, and nothing is an empty answer and no fault', () => {
      const { answer, status } = register.tell('vraagVaartuigen', {
        content: asking(VTG('<kenteken>HVN-03</kenteken><roepnaam>Stern 03</roepnaam>') + NAMES),
      });
      expect(status).to.equal(200);
      expect(answer.children.map((each) => each.name)).to.deep.equal(['stuurgegevens', 'parameters']);
    });
  });

  describe('counts', () => {
    it('up to the default of 15, and says that there is more', () => {
      const { answer } = register.tell('vraagVaartuigen', { content: asking(NAMES) });
      expect(at(answer, 'antwoord')?.children).to.have.length(15);
      expect(textAt(answer, 'parameters/indicatorVervolgvraag')).to.equal('true');
    });

    it('up to maximumAantal, and goes on after start', () => {
      expect(found(asking(NAMES, '<StUF:maximumAantal>4</StUF:maximumAantal>'))).to.deep.equal(numbers(1, 4));
      const next = `${NAMES}<start><object entiteittype="VTG"><kenteken>HVN-04</kenteken></object></start>`;
      expect(found(asking(next, '<StUF:maximumAantal>3</StUF:maximumAantal>').replace('>false<', '>true<'))).to.deep.equal(
        numbers(5, 7),
      );
    });

    it('and tells how many there are when that is asked', () => {
      const { answer } = register.tell('vraagVaartuigen', {
        content: asking(NAMES, '<StUF:indicatorAantal>true</StUF:indicatorAantal>'),
      });
      expect(textAt(answer, 'parameters/aantalVoorkomens')).to.equal('20');
    });
  });

  it('sorts as the data declares', () => {
    const { answer } = register.tell('vraagVaartuigen', {
      content: asking(NAMES, '<StUF:maximumAantal>3</StUF:maximumAantal>').replace('>0<', '>1<'),
    });
    expect(at(answer, 'antwoord')?.children.map((each) => textAt(each, 'kenteken'))).to.deep.equal([
      'HVN-01',
      'HVN-03',
      'HVN-05',
    ]);
  });

  describe('shows', () => {
    const one = (scope: string) => register.boats(asking(VTG('<kenteken>HVN-01</kenteken>') + scope))[0];

    it('every element asked by name, empty with the reason when there is no value, and nothing else', () => {
      const shown = one(
        '<scope><object entiteittype="VTG"><kenteken xsi:nil="true"/><bouwjaar xsi:nil="true"/><afmeting><breed xsi:nil="true"/></afmeting></object></scope>',
      );
      expect(shown?.children.map((each) => each.name)).to.deep.equal(['kenteken', 'bouwjaar', 'afmeting']);
      expect([textAt(shown, 'bouwjaar'), textAt(shown, 'afmeting/breed')]).to.deep.equal(['nil', 'nil']);
    });

    it('an empty relation when one is asked for that there is not', () => {
      const shown = one(
        '<scope><object entiteittype="VTG"><ondergaat entiteittype="VTGKRG"><gekeurdOp xsi:nil="true"/></ondergaat></object></scope>',
      );
      expect(textAt(shown, 'ondergaat')).to.equal('nil');
    });

    it('what it holds of a gerelateerde, and not only what was said of it', () => {
      const shown = one(
        '<scope><object entiteittype="VTG"><vaartOnder entiteittype="VTGEIG"><gerelateerde entiteittype="EIG"><achterwerpsel xsi:nil="true"/></gerelateerde></vaartOnder></object></scope>',
      );
      expect(textAt(shown, 'vaartOnder/gerelateerde/achterwerpsel')).to.equal('Bruin');
    });

    it('kerngegevens, or everything, by the attribute scope', () => {
      const by = (scope: string) =>
        one(`<scope><object entiteittype="VTG" scope="${scope}"/></scope>`)?.children.map((each) => each.name);
      expect(by('kerngegevens')).to.deep.equal(['kenteken', 'roepnaam']);
      expect(by('alles')).to.deep.equal(['kenteken', 'roepnaam', 'tewaterlating', 'vaartOnder']);
      expect(by('allesMaarKerngegevensGerelateerden')).to.deep.equal(['kenteken', 'roepnaam', 'tewaterlating', 'vaartOnder']);
    });

    it('relations from the other side', () => {
      const { answer } = register.tell('vraagEigenaren', {
        content: asking(
          '<gelijk entiteittype="EIG"><registratienummer>E7</registratienummer></gelijk><scope><object entiteittype="EIG"><bezit entiteittype="EIGVTG"><gerelateerde entiteittype="VTG"><kenteken xsi:nil="true"/></gerelateerde><ingeschrevenOp xsi:nil="true"/></bezit></object></scope>',
        ),
      });
      const shown = at(answer, 'antwoord/object')?.children ?? [];
      expect(shown.map((each) => textAt(each, 'gerelateerde/kenteken'))).to.deep.equal(['HVN-01', 'HVN-02']);
      expect(textAt(shown[0], 'ingeschrevenOp')).to.equal('20260302');
    });
  });

  describe('is refused', () => {
    const range = (from: string, until: string) =>
      `<vanaf entiteittype="VTG">${from}</vanaf><totEnMet entiteittype="VTG">${until}</totEnMet>`;
    const day = '<tewaterlating>20260101</tewaterlating>';
    const cases: Readonly<Record<string, string>> = {
      StUF076: asking(range(day, '<bouwjaar>1990</bouwjaar>') + NAMES),
      StUF079: asking(VTG(day) + range(day, day) + NAMES),
      StUF082: asking(range('<tewaterlating exact="true">20260101</tewaterlating>', day) + NAMES),
      StUF088: asking(`<gelijk entiteittype="VTG" sleutelOntvangend="1" sleutelVerzendend="2"/>${NAMES}`),
      StUF091: asking(`<gelijk entiteittype="VTG" sleutelOntvangend="1"><kenteken>HVN-01</kenteken></gelijk>${NAMES}`),
      StUF094: asking(`<gelijk entiteittype="VTG" sleutelVerzendend="2"/>${NAMES}`),
      StUF097: asking('<scope><object entiteittype="VTG" scope="alles"><kenteken xsi:nil="true"/></object></scope>'),
      StUF103: asking(NAMES).replace('>false<', '>true<'),
      StUF106: asking(
        `${range(day, day)}${NAMES}<start><object entiteittype="VTG"><kenteken>HVN-04</kenteken></object></start>`,
      ).replace('>false<', '>true<'),
      StUF133: asking(NAMES).replace('>0<', '>3<'),
    };
    for (const [code, content] of Object.entries(cases)) {
      it(`with Fo02 ${code}`, () => {
        const said = register.tell('vraagVaartuigen', { content });
        expect([said.status, said.answer.name, said.fault]).to.deep.equal([500, 'Fo02Bericht', code]);
      });
    }

    it('not when it is right', () => {
      expect(register.tell('vraagVaartuigen', { content: asking(range(day, day) + EVERYTHING) }).fault).to.equal(undefined);
    });
  });
});
