import { expect } from 'chai';
import { matricesOf } from '../../../src/dossier/interop/matrix.js';
import { renderMatrices } from '../../../src/dossier/interop/matrix-text.js';
import { played } from '../../../src/dossier/interop/session.js';
import type { Getuigenis } from '../../../src/dossier/interop/usage.js';
import { answered, asked, refused, report, session } from './samples.js';

const of = (...reports: readonly Getuigenis[]) => matricesOf({ getuigenissen: reports, samenspel: reports.flatMap(played) });

describe('the interoperability matrix', () => {
  const reports = [
    session(),
    report({ product: 'Balie', versie: '1.10' }, asked('leen')),
    report({ product: 'Magazijn', versie: '1.4' }, answered('leen')),
    report({ product: 'Kast', versie: '3' }, refused('leen', ['boek'])),
  ];

  it('has every version that asks against every one that answers, each once, in the order of their numbers', () => {
    const [matrix] = of(...reports);
    expect(matrix?.vragers.map(({ versie }) => versie)).to.deep.equal(['1.4', '1.10']);
    expect(matrix?.aanbieders.map(({ pakketnaam }) => pakketnaam)).to.deep.equal(['Kast', 'Magazijn']);
    const cells = matrix?.cellen.map(({ vrager, aanbieder, stand }) => [vrager.versie, aanbieder.pakketnaam, stand]);
    expect(cells).to.deep.equal([
      ['1.4', 'Kast', 'onbekend'],
      ['1.4', 'Magazijn', 'bewezen'],
      ['1.10', 'Kast', 'strijdig'],
      ['1.10', 'Magazijn', 'voorspeld'],
    ]);
  });

  it('lays no product beside itself', () => {
    expect(of(report({}, asked('leen')), report({ versie: '2' }, answered('leen')))[0]?.cellen).to.deep.equal([]);
  });

  it('is told as a table with a legend, with why below it', () => {
    const text = renderMatrices({ matrices: of(...reports), vertrouwen: 'genoemd', teltNiet: [] }, 'en');
    expect(text).to.match(/^✓ proven together {3}~ predicted, not proven {3}✗ conflicting {3}\? unknown/);
    expect(text).to.match(/Kast 3 {2}Magazijn 1\.4\nBalie 1\.4 +\? +✓\nBalie 1\.10 +✗ +~\n/);
    expect(text).to.include('✗ Balie 1.10 → Kast 3: conflicting');
    expect(renderMatrices({ matrices: [], vertrouwen: 'niemand', teltNiet: [] }, 'nl')).to.include('geen twee producten');
  });
});
