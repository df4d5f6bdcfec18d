import { expect } from 'chai';
import { findMark, type Place } from '../../src/report/marks.js';
import { rowsOf } from '../../src/report/message-rows.js';
import { readShown } from '../../src/report/shown-text.js';
import { bodyOf } from './samples.js';

const DENSE =
  '<s:Envelope xmlns:s="x"><s:Body><n:antwoord><n:object><n:nummer>1</n:nummer><n:exemplaar><n:nummer>2</n:nummer></n:exemplaar>' +
  '<n:exemplaar><n:nummer>3</n:nummer></n:exemplaar></n:object></n:antwoord></s:Body></s:Envelope>';
const AIRY = '<a>\n  <b>1</b>\n  <b>2</b>\n  <c>\n    <b>3</b>\n  </c>\n</a>';

async function marked(text: string, place: Place): Promise<string | undefined> {
  const { rows } = rowsOf(await readShown(bodyOf(text).open(), []));
  const mark = findMark(rows, place);
  return mark === undefined ? undefined : `${rows[mark.row]?.text.trim()}${mark.isMissing ? ' (missing)' : ''}`;
}

describe('finding the place of a finding', () => {
  const cases: readonly (readonly [name: string, text: string, place: Place, row: string | undefined])[] = [
    [
      'finds an element by its path, whatever the prefixes',
      DENSE,
      { pad: 'B:object/B:nummer', regelnummer: 1 },
      '<n:nummer>1</n:nummer>',
    ],
    ['finds the nth of its kind', DENSE, { pad: 'B:object/B:exemplaar[2]' }, '<n:exemplaar>'],
    ['finds the element of an attribute', DENSE, { pad: 'B:object/@X:soort' }, '<n:object>'],
    ['takes the parent of an element that is missing', DENSE, { pad: 'B:object/B:titel' }, '<n:object> (missing)'],
    ['finds a path from the root', DENSE, { pad: '/s:Envelope/s:Body/n:antwoord/n:object/n:nummer' }, '<n:nummer>1</n:nummer>'],
    ['takes the least deep when a path is short', AIRY, { pad: 'c/b' }, '<b>3</b>'],
    ['prefers the line of the finding', AIRY, { pad: 'b', regelnummer: 3 }, '<b>2</b>'],
    ['takes the line when there is no path', AIRY, { regelnummer: 4 }, '<c>'],
    ['takes the line when the path is not there', AIRY, { pad: 'z/y', regelnummer: 2 }, '<b>1</b>'],
    ['marks nothing when nothing is known', AIRY, {}, undefined],
    ['marks nothing when the place is not there', AIRY, { pad: 'z', regelnummer: 99 }, undefined],
    ['marks a line of broken XML', '<a>\n<b>\n</a>', { pad: 'a/b', regelnummer: 2 }, '<b>'],
  ];
  for (const [name, text, place, row] of cases) {
    it(name, async () => expect(await marked(text, place)).to.equal(row));
  }

  it('tells the second from the first when both have the same path', async () => {
    const { rows } = rowsOf(await readShown(bodyOf(DENSE).open(), []));
    const first = findMark(rows, { pad: 'B:object/B:exemplaar' })?.row;
    const second = findMark(rows, { pad: 'B:object/B:exemplaar[2]' })?.row;
    expect(first).to.be.lessThan(second ?? 0);
  });
});
