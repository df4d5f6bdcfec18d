import { expect } from 'chai';
import { packageFacts } from '../../../src/cli/package-root.js';
import { openFileSet } from '../../../src/suite/file-set.js';
import { type Candidates, candidatesIn, type Wanted } from '../../../src/suite/ketenplaat/candidates.js';
import { type HeldStandard, heldStandards } from '../../../src/suite/ketenplaat/held-standards.js';
import { readKetenplaat } from '../../../src/suite/ketenplaat/read-ketenplaat.js';
import {
  DESK_AND_CABINET,
  modelFile,
  type OwnElement,
  type OwnPlate,
  type OwnRelation,
  plateText,
} from '../../support/own-plate.js';

/** The desk and the cabinet, and something more. */
function plateWith(more: {
  elements?: readonly OwnElement[];
  relations?: readonly OwnRelation[];
  without?: readonly string[];
}): OwnPlate {
  const { elements = [], relations = [], without = [] } = more;
  return {
    elements: [...DESK_AND_CABINET.elements, ...elements],
    relations: [...DESK_AND_CABINET.relations.filter(({ id = '' }) => !without.includes(id)), ...relations],
  };
}

describe('candidate chains of a ketenplaat', () => {
  let held: readonly HeldStandard[];
  before(async () => {
    held = await heldStandards(openFileSet(packageFacts().suites));
  });

  const candidates = async (plate: OwnPlate, wanted: Wanted = {}): Promise<Candidates> =>
    candidatesIn(await readKetenplaat(modelFile(plateText(plate))), held, wanted);
  const told = ({ found }: Candidates) =>
    found.map(({ from, to, tie, direction }) => [from.id, ...(tie.via ? [tie.via.id] : []), to.id, direction.kind].join(' '));

  it('are two components with a flow between them and a standaard that we hold at both ends', async () => {
    const { found, pairs, sharing } = await candidates(DESK_AND_CABINET);
    expect([pairs, sharing, found.length]).to.deep.equal([1, 1, 1]);
    const [candidate] = found;
    expect(candidate?.held.id).to.equal('zds-1.1');
    expect(candidate?.alsoHeld).to.deep.equal(['zds-1.2']);
    expect(candidate?.supports.from.strength).to.equal('Aanbevolen');
    expect(candidate?.supports.to.by.id).to.equal('re-cabinet');
    expect(candidate?.ourVersion?.id).to.equal('el-version');
  });

  it('are none where one end does not know the standaard, or no flow goes', async () => {
    expect((await candidates(plateWith({ without: ['re-cabinet'] }))).sharing).to.equal(0);
    expect((await candidates(plateWith({ without: ['re-flow'] }))).pairs).to.equal(0);
  });

  it('are none for a standaard that we do not hold, which is named', async () => {
    const other = { ...DESK_AND_CABINET, elements: DESK_AND_CABINET.elements.map(({ object: _, ...each }) => each) };
    const { found, sharing, notHeld } = await candidates(other);
    expect([found.length, sharing, notHeld]).to.deep.equal([0, 1, ['Proefservices']]);
  });

  it('are none for a standaard of which every version is withdrawn', async () => {
    const withdrawn = DESK_AND_CABINET.elements.map((each) => (each.status ? { ...each, status: 'Teruggetrokken' } : each));
    expect((await candidates({ ...DESK_AND_CABINET, elements: withdrawn })).sharing).to.equal(0);
  });

  it('take what holds for a component that is kin, and say so', async () => {
    const plate = plateWith({
      without: ['re-desk'],
      elements: [{ id: 'el-parent' }],
      relations: [
        { type: 'Specialization', source: 'el-desk', target: 'el-parent' },
        { type: 'Realization', source: 'el-parent', target: 'el-standard', strength: 'Verplicht' },
      ],
    });
    const [candidate] = (await candidates(plate)).found;
    expect(candidate?.supports.from.inherited?.of.id).to.equal('el-parent');
    expect(candidate?.supports.to.inherited).to.equal(undefined);
  });

  it('guess who asks from the flows, and know it from what serves', async () => {
    const back: OwnRelation = { type: 'Flow', source: 'el-cabinet', target: 'el-desk', id: 're-back' };
    const again: OwnRelation = { ...back, id: 're-again' };
    expect(told(await candidates(DESK_AND_CABINET))).to.deep.equal(['el-desk el-cabinet flow']);
    expect(told(await candidates(plateWith({ relations: [back, again] })))).to.deep.equal(['el-cabinet el-desk flow']);
    const serves: OwnRelation = { type: 'Serving', source: 'el-cabinet', target: 'el-desk' };
    expect(told(await candidates(plateWith({ relations: [back, again, serves] })))).to.deep.equal(['el-desk el-cabinet asks']);
  });

  it('find a service of one component that serves the other', async () => {
    const plate = plateWith({
      without: ['re-flow'],
      elements: [{ id: 'el-service', type: 'ApplicationService' }],
      relations: [
        { type: 'Realization', source: 'el-cabinet', target: 'el-service' },
        { type: 'Serving', source: 'el-service', target: 'el-desk' },
      ],
    });
    expect(told(await candidates(plate))).to.deep.equal(['el-desk el-cabinet asks']);
  });

  it('know who answers where one of our chains has that component', async () => {
    const elements = DESK_AND_CABINET.elements.map((each) =>
      each.id === 'el-desk' ? { ...each, name: 'Zaakregistratiecomponent' } : each,
    );
    expect(told(await candidates({ ...DESK_AND_CABINET, elements }))).to.deep.equal(['el-cabinet el-desk plays']);
    const both = elements.map((each) => (each.id === 'el-cabinet' ? { ...each, name: 'Zaakregistratiecomponent' } : each));
    expect(told(await candidates({ ...DESK_AND_CABINET, elements: both }))).to.deep.equal(['el-desk el-cabinet flow']);
  });

  it('go through a component that passes on in one of our chains', async () => {
    const plate = plateWith({
      without: ['re-flow'],
      elements: [{ id: 'el-bus', name: 'Gemeentelijke servicebuscomponent' }],
      relations: [
        { type: 'Flow', source: 'el-desk', target: 'el-bus' },
        { type: 'Flow', source: 'el-bus', target: 'el-cabinet' },
      ],
    });
    expect(told(await candidates(plate))).to.deep.equal(['el-desk el-bus el-cabinet flow']);
  });

  it('can be those of one view, or of one koppelvlak', async () => {
    const text = plateText({
      ...DESK_AND_CABINET,
      views: [
        { name: 'Met stroom', elements: ['el-desk', 'el-cabinet'], relations: ['re-flow'] },
        { name: 'Zonder', elements: ['el-desk', 'el-cabinet'], relations: [] },
      ],
    });
    const plate = await readKetenplaat(modelFile(text));
    const counts = plate.views.map((view) => [view.name, candidatesIn(plate, held, { view }).found.length]);
    expect(counts).to.deep.equal([
      ['Met stroom', 1],
      ['Zonder', 0],
    ]);
    const other = candidatesIn(plate, held, { standard: 'zds-1.2' }).found;
    expect(other.map(({ held: { id }, ourVersion }) => [id, ourVersion])).to.deep.equal([['zds-1.2', undefined]]);
  });

  it('are ranked by how well founded they are', async () => {
    const plate = plateWith({
      elements: [{ id: 'el-shelf', name: 'Plank van de proef' }],
      relations: [
        { type: 'Realization', source: 'el-shelf', target: 'el-standard', strength: 'Verplicht' },
        { type: 'Flow', source: 'el-shelf', target: 'el-cabinet' },
      ],
    });
    expect(told(await candidates(plate))).to.deep.equal(['el-shelf el-cabinet flow', 'el-desk el-cabinet flow']);
  });
});
