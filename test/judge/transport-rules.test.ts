import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import * as body from '../../src/judge/body-rules.js';
import * as connection from '../../src/judge/connection-rules.js';
import * as http from '../../src/judge/http-rules.js';

const all = [connection, http, body].flatMap((each) => Object.values(each));

describe('rules about the wire', () => {
  it('each have an id of their own', () => {
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('each say what to do next, but for the one that holds in a good exchange', () => {
    const silent = all.filter(({ advies }) => advies === undefined);
    expect(silent).to.deep.equal([http.REPLIED]);
  });

  it('stand in docs/findings.md, and no others do', () => {
    // From dist/test/judge/ to the root of the repository.
    const text = readFileSync(new URL('../../../docs/findings.md', import.meta.url), 'utf8');
    const documented = new Set(text.match(/\b(?:TRANSPORT|HTTP|BODY|SOAP)-[A-Z-]+\b/g));
    expect([...documented].toSorted()).to.deep.equal(all.map(({ id }) => id).toSorted());
  });
});
