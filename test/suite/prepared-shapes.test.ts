import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { preparedShapes, preparedShapesName, writeShapes } from '../../src/suite/prepared-shapes.js';

const KEY = 'c0ffee'.padEnd(64, '0');
const file = fileURLToPath(new URL(`../../prepared/${preparedShapesName(KEY)}`, import.meta.url));

describe('compact schemas that were built with the package', () => {
  const set = {
    prefixes: { v: 'urn:v' },
    roots: new Map([['{urn:v}vaartuig', 'Vaartuig']]),
    shapes: new Map([['Vaartuig', { name: 'Vaartuig', attributes: [], particles: [] }]]),
  };

  beforeEach(() => mkdirSync(join(file, '..'), { recursive: true }));
  afterEach(() => rmSync(file, { force: true }));

  it('are read as they were written', () => {
    writeFileSync(file, writeShapes(set));
    const read = preparedShapes(KEY);
    expect({ ...read, shapes: read?.shapes }).to.deep.equal({ ...set, digest: KEY });
    expect(read?.shapes).to.equal(read?.shapes);
  });

  it('are not taken when their file is damaged, of another form, or not there', () => {
    const whole = writeShapes(set);
    for (const text of [
      whole.slice(0, -1),
      whole.slice(10),
      `${whole} `,
      JSON.stringify({ prefixes: {}, shapes: [], roots: [] }),
      '',
    ]) {
      writeFileSync(file, text);
      expect(preparedShapes(KEY), text).to.equal(undefined);
    }
    rmSync(file);
    expect(preparedShapes(KEY)).to.equal(undefined);
  });
});
