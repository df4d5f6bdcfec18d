import { expect } from 'chai';
import { HarnessError } from '../../../src/model/harness-error.js';
import { readKetenplaat } from '../../../src/suite/ketenplaat/read-ketenplaat.js';
import { DESK_AND_CABINET, modelFile, type OwnElement, type OwnRelation, plateText } from '../../support/own-plate.js';

const read = (text: string, size?: number) => readKetenplaat(modelFile(text, size));

describe('a ketenplaat', () => {
  it('is read with what a chain is made of, each with its id and its line', async () => {
    const text = plateText(DESK_AND_CABINET);
    const plate = await read(text, 13);
    expect(plate).to.include({ id: 'mo-1', name: 'Proefplaat', complained: 0 });
    expect([...plate.elements.keys()]).to.deep.equal(['el-desk', 'el-cabinet', 'el-standard', 'el-version']);
    const cabinet = plate.elements.get('el-cabinet');
    expect(cabinet).to.include({ name: 'Kast van de proef', type: 'ApplicationComponent' });
    expect(text.split('\n')[(cabinet?.line ?? 0) - 1]).to.include('el-cabinet');
    expect(plate.relations.map(({ id, name }) => [id, name])).to.deep.include(['re-flow', 'map openen']);
    expect(plate.elements.get('el-version')?.properties.get('Status')).to.equal('In gebruik');
  });

  it('is the same with prefixes, and with names in more languages', async () => {
    const text = plateText(DESK_AND_CABINET)
      .replace('xmlns=', 'xmlns:m=')
      .replaceAll(/<(\/?)(?=[a-z])/gi, '<$1m:')
      .replace('<m:name xml:lang="nl">Loket', '<m:name xml:lang="en">Desk</m:name><m:name xml:lang="nl">Loket');
    expect((await read(text)).elements.get('el-desk')?.name).to.equal('Loket van de proef');
  });

  it('keeps nothing of what no chain is made of, but eight bytes for each identifier', async () => {
    const kept = async (count: number) => {
      const others = Array.from({ length: count }, (_, at): OwnElement => ({ id: `el-other-${at}`, type: 'BusinessProcess' }));
      const between = others.map(({ id }): OwnRelation => ({ type: 'Flow', source: id, target: 'el-desk' }));
      const drawn = others.map(({ id }, at) => ({ name: `Proces ${at}`, elements: [id], relations: [] }));
      const plate = await read(
        plateText({
          elements: [...DESK_AND_CABINET.elements, ...others],
          relations: [...DESK_AND_CABINET.relations, ...between],
          views: drawn,
        }),
      );
      expect(plate.counts.get('BusinessProcess')).to.deep.equal({ seen: count, kept: 0 });
      expect(plate.counts.get('view')).to.deep.equal({ seen: count, kept: 0 });
      const { elements, relations, views, counts, complaints, complained } = plate;
      return { sizes: [elements.size, relations.length, views.length, counts.size, complaints.length], complained };
    };
    expect(await kept(2000)).to.deep.equal(await kept(5));
  });

  it('tells what stands there twice, what is not there and what has no name, with the line', async () => {
    const text = plateText({
      elements: [...DESK_AND_CABINET.elements, { id: 'el-desk', name: 'Nog een loket' }, { id: 'el-mute', name: '' }],
      relations: [...DESK_AND_CABINET.relations, { type: 'Flow', source: 'el-desk', target: 'el-gone' }],
      views: [{ name: 'Blad', elements: ['el-desk', 'el-cabinet', 'el-lost'], relations: ['re-flow', 're-lost'] }],
    });
    const { complaints, elements, relations, views } = await read(text);
    expect(complaints.map(({ kind, id, in: tag }) => [kind, id, tag])).to.deep.equal([
      ['twice', 'el-desk', 'element'],
      ['nameless', 'el-mute', 'element'],
      ['dangling', 'el-gone', 'relationship'],
      ['dangling', 'el-lost', 'node'],
      ['dangling', 're-lost', 'connection'],
    ]);
    const lines = text.split('\n');
    for (const { id, line } of complaints) expect(lines[line - 1], id).to.include(id);
    expect(elements.get('el-desk')?.name).to.equal('Loket van de proef');
    expect(relations).to.have.length(DESK_AND_CABINET.relations.length);
    expect(views.map(({ name, elements: on }) => [name, on.size])).to.deep.equal([['Blad', 2]]);
  });

  it('counts more complaints than anybody reads', async () => {
    const lost = Array.from(
      { length: 500 },
      (_, at): OwnRelation => ({ type: 'Flow', source: 'el-desk', target: `el-gone-${at}` }),
    );
    const { complaints, complained } = await read(
      plateText({ ...DESK_AND_CABINET, relations: [...DESK_AND_CABINET.relations, ...lost] }),
    );
    expect([complaints.length, complained]).to.deep.equal([50, 500]);
  });

  const good = plateText(DESK_AND_CABINET);
  const refused: readonly (readonly [what: string, text: string, says: RegExp])[] = [
    ['another kind of document', '<a/>', /^plaat\.xml:1: this is no model .* found: \{\}a/],
    ['the file of a modelling tool', good.replace('archimate/3.0/', 'archimate'), /^plaat\.xml:2: this is no model/],
    ['a DOCTYPE', good.replace('\n<model', '\n<!DOCTYPE model SYSTEM "http://127.0.0.1/x">\n<model'), /^plaat\.xml:2: a DOCTYPE/],
    ['half a file', good.slice(0, good.length / 2), /^plaat\.xml:\d+: the file ends before it is finished/],
    [
      'relations before elements',
      good.replace(/(<elements>.*<\/elements>)\s*(<relationships>.*<\/relationships>)/s, '$2$1'),
      /^plaat\.xml:\d+: <elements> stands after <relationships>/,
    ],
  ];
  for (const [what, text, says] of refused) {
    it(`is refused for ${what}, at its line`, async () => {
      const error = await read(text).catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(HarnessError).with.property('code', 'MODEL_INVALID');
      expect((error as HarnessError).message).to.match(says);
    });
  }
});
