/** Which numbers may be somebody's: found in text, in base64, over the edge of a piece; and what is none. */
import { expect } from 'chai';
import { mayBeReal } from '../../../src/model/elfproef.js';
import { type SeenNumber, scanNumbers } from '../../../src/report/privacy/number-scan.js';

/** Computed, so that no such number stands anywhere. */
const BSN = Array.from({ length: 10_000 }, (_, index) => String(287_654_000 + index)).find(mayBeReal) ?? '';
const OTHER = Array.from({ length: 10_000 }, (_, index) => String(187_654_000 + index)).find(mayBeReal) ?? '';
const TEST = Array.from({ length: 10_000 }, (_, index) => String(999_990_000 + index));

function seen(text: string | Buffer, size = 1_000_000): readonly SeenNumber[] {
  const found: SeenNumber[] = [];
  const scan = scanNumbers((each) => found.push(each));
  const bytes = Buffer.from(text as string);
  for (let at = 0; at < bytes.length; at += size) scan.add(bytes.subarray(at, at + size));
  scan.end();
  return found;
}
const numbers = (text: string | Buffer, size?: number) => seen(text, size).map(({ number }) => number);
const places = (found: readonly SeenNumber[]) => found.map(({ place }) => place).toSorted();
const base64 = (text: string | Buffer) => Buffer.from(text as string).toString('base64');

describe('a number that may be a real BSN', () => {
  it('is found in text, with its line and column', () => {
    const [found] = seen(`een\ntwee <a>${BSN}</a>`);
    expect(found).to.deep.include({ number: BSN, place: '2:9', isInBase64: false });
    for (const text of [BSN, `x=${BSN}&`, `"${BSN}"`, `bsn:${BSN}.`, `scan-${BSN}.pdf`, `(${BSN})`, `%20${BSN}`, `"\\n${BSN}"`]) {
      expect(numbers(text), text).to.deep.equal([BSN]);
    }
  });

  it('is found as people write it', () => {
    const [a, b, c] = [BSN.slice(0, 3), BSN.slice(3, 6), BSN.slice(6)];
    for (const text of [`${a}.${b}.${c}`, `${a} ${b} ${c}`, `${BSN.slice(0, 4)}.${BSN.slice(4, 6)}.${c}`]) {
      expect(numbers(text), text).to.deep.equal([BSN]);
    }
  });

  it('is found in base64, in lines, within base64 again, and in text of two bytes a sign', () => {
    const xml = `<persoon><naam>Iemand met een lange naam en een straat</naam><nummer>${BSN}</nummer></persoon>`;
    const lines = base64(xml).replaceAll(/.{76}/g, '$&\r\n  ');
    for (const text of [`<inhoud>${base64(xml)}</inhoud>`, `<inhoud>\n  ${lines}\n</inhoud>`, base64(`a: ${base64(xml)}`)]) {
      expect(
        seen(text).map(({ number, isInBase64 }) => [number, isInBase64]),
        text,
      ).to.deep.equal([[BSN, true]]);
    }
    expect(numbers(Buffer.from(xml, 'utf16le'))).to.deep.equal([BSN]);
    expect(numbers(base64(Buffer.from(xml, 'utf16le')))).to.deep.equal([BSN]);
  });

  it('is found once, wherever the pieces end', () => {
    const text = `${'x '.repeat(300)}${BSN} ${'y '.repeat(150)}<b>${base64(`nummer ${OTHER}, en meer`)}</b>${' z'.repeat(300)}`;
    for (const size of [1, 7, 64, 199, 200, 201, 400, 401, 1000]) {
      expect(numbers(text, size).toSorted(), String(size)).to.deep.equal([OTHER, BSN]);
    }
    expect(places(seen(text, 100))).to.deep.equal(places(seen(text)));
  });

  it('is no part of something longer, no digest, time or amount, and no number for testing', () => {
    const none = [
      `1${BSN}`,
      `${BSN}1`,
      `a${BSN}`,
      `${BSN}f`,
      `12:00:00.${BSN}Z`,
      `${BSN}.50`,
      `${BSN}-12`,
      `2026-${BSN}`,
      `_${BSN}`,
      String(Number(BSN) + 1),
      ...TEST,
    ];
    for (const text of none) expect(numbers(text), text).to.deep.equal([]);
  });
});
