import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import * as rules from '../../src/judge/transport-rules.js';

const all = Object.values(rules);

describe('rules about the wire', () => {
  it('each have an id of their own', () => {
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('each say what to do next, but for the one that holds in a good exchange', () => {
    const silent = all.filter(({ advies }) => advies === undefined);
    expect(silent).to.deep.equal([rules.REPLIED]);
  });

  it('stand in docs/findings.md, and no others do', () => {
    // From dist/test/judge/ to the root of the repository.
    const text = readFileSync(new URL('../../../docs/findings.md', import.meta.url), 'utf8');
    const documented = new Set(text.match(/\b(?:TRANSPORT|HTTP|BODY|SOAP)-[A-Z-]+\b/g));
    expect([...documented].toSorted()).to.deep.equal(all.map(({ id }) => id).toSorted());
  });
});
