/**
 * Rules are looked at on the plain tree, and only where one fires the parser's XPath is asked. Both must always say the
 * same: of our own messages, and of messages that nobody would send.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { withMessage } from '../src/message/open-message.js';
import { compileTruth } from '../src/message/xpath/compile.js';
import { namesIn } from '../src/message/xpath/names-in.js';
import { compileXPath } from '../src/message/xpath-expression.js';
import { openFileSet } from '../src/suite/file-set.js';
import { loadLayers } from '../src/suite/load-layers.js';
import { listStandards, loadStandard } from '../src/suite/load-standard.js';
import { packageRoot } from './package-root.js';

interface Expression {
  readonly text: string;
  readonly onTree: ReturnType<typeof compileTruth>;
  readonly byParser: ReturnType<typeof compileXPath>;
}

/** Every expression of every rule, once for each meaning of its prefixes. */
async function expressions(): Promise<readonly Expression[]> {
  const root = join(packageRoot, 'suites');
  const files = openFileSet(root);
  const standards = await Promise.all((await listStandards(root)).map((id) => loadStandard(files, id)));
  const found = new Map<string, Expression>();
  for (const { rules, namespaces } of [...standards, ...(await loadLayers(files))]) {
    for (const { id, check } of rules) {
      const texts = [check.kind === 'xpath' ? check.violation : '', 'applies' in check ? (check.applies ?? '') : ''];
      for (const text of texts.filter((each) => each !== '')) {
        const key = `${text} ${JSON.stringify(Object.entries(namespaces).filter(([prefix]) => text.includes(`${prefix}:`)))}`;
        if (found.has(key)) continue;
        const byParser = compileXPath(id, `boolean(${text})`, namespaces);
        found.set(key, { text, onTree: compileTruth(text, namespaces), byParser });
      }
    }
  }
  return [...found.values()];
}

/** Expressions of which tree and parser do not say the same of a message; undefined where there is no message. */
function disagreements(bytes: Uint8Array, all: readonly Expression[]): { held: number; differ: readonly string[] } | undefined {
  const looked = withMessage(bytes, ({ element, treeOfMessage }) => {
    const tree = treeOfMessage();
    if (!element || !tree) return undefined;
    const names = namesIn(tree);
    const told = all.map(({ text, onTree, byParser }) => ({ text, tree: onTree?.(tree, names), parser: element.eval(byParser) }));
    const differ = told.filter((each) => each.tree !== each.parser).map(({ text }) => text);
    return { held: told.filter((each) => each.parser === true).length, differ };
  });
  return 'value' in looked ? looked.value : undefined;
}

/** Words of our standards, put together anyhow. */
const ELEMENTS =
  'z:object z:gerelateerde z:isVan z:heeft z:heeftAlsInitiator z:identificatie z:taal z:formaat b:gerelateerde b:kvkNummer b:postcode ' +
  's:stuurgegevens s:parameters s:berichtcode s:mutatiesoort s:entiteittype s:zender s:applicatie s:tijdstipRegistratie ' +
  's:tijdvakGeldigheid s:beginGeldigheid s:eindGeldigheid s:tijdvakRelatie s:eindRelatie s:extraElement z:scope z:gelijk z:antwoord ' +
  'z:historie z:wijziging z:actueel z:start z:update z:inOnderzoek z:gebeurtenis gml:punt';
const ATTRIBUTES =
  's:entiteittype s:verwerkingssoort s:noValue x:nil s:indOnvolledigeDatum s:sleutelVerzendend s:metagegeven s:functie s:scope ' +
  's:bestandsnaam m:contentType naam tijdstip';
const TEXTS =
  'ZAK|EDC|MDW|T|W|V|E|I|S|R|D|geenWaarde|waardeOnbekend|true|1|20260101|20251231|2026|Lk01|Lv01|0000123|9999a|nl|n|a/b| x  y |é|😀😀|x:y|-3|1e3|.5|';
const ROOT =
  '<z:bericht xmlns:z="http://www.egem.nl/StUF/sector/zkn/0310" xmlns:b="http://www.egem.nl/StUF/sector/bg/0310" ' +
  'xmlns:s="http://www.egem.nl/StUF/StUF0301" xmlns:x="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xmlns:m="http://www.w3.org/2005/05/xmlmime" xmlns:gml="http://www.opengis.net/gml">';

function messages(): fc.Arbitrary<string> {
  const attributes = fc.uniqueArray(fc.tuple(fc.constantFrom(...ATTRIBUTES.split(' ')), fc.constantFrom(...TEXTS.split('|'))), {
    maxLength: 3,
    selector: ([name]) => name,
  });
  const { element } = fc.letrec<{ element: string }>((tie) => ({
    element: fc
      .tuple(
        fc.constantFrom(...ELEMENTS.split(' ')),
        attributes,
        fc.array(fc.oneof({ depthSize: 'small' }, fc.constantFrom(...TEXTS.split('|')), tie('element')), { maxLength: 5 }),
      )
      .map(([name, marks, content]) => {
        const written = marks.map(([attribute, value]) => ` ${attribute}="${value}"`).join('');
        return `<${name}${written}>${content.join('')}</${name}>`;
      }),
  }));
  return fc.array(element, { maxLength: 6 }).map((content) => `${ROOT}${content.join('\n')}</z:bericht>`);
}

describe('rules on the plain tree', () => {
  let all: readonly Expression[];
  before(async () => {
    all = await expressions();
  });
  after(() => {
    for (const { byParser } of all) byParser.dispose();
  });

  it('every expression of every rule is understood, so that no rule is slow', () => {
    expect(all.length).to.be.greaterThan(100);
    expect(all.filter(({ onTree }) => !onTree).map(({ text }) => text)).to.deep.equal([]);
  });

  it('say of every message of our own what the parser says', () => {
    const folder = join(packageRoot, 'fixtures');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml'));
    const told = names.map((name) => ({ name, ...disagreements(readFileSync(join(folder, name)), all) }));
    expect(told.filter(({ differ = [] }) => differ.length > 0)).to.deep.equal([]);
    expect(told.filter(({ held = 0 }) => held > 0).length).to.be.greaterThan(names.length / 2);
  }).timeout(60_000);

  it('say of messages put together anyhow what the parser says', () => {
    let held = 0;
    fc.assert(
      fc.property(messages(), (text) => {
        const told = disagreements(new TextEncoder().encode(text), all);
        held += told?.held ?? 0;
        expect(told?.differ, text).to.deep.equal([]);
      }),
      { numRuns: Number(process.env.KETENTEST_RULE_RUNS ?? 300) },
    );
    expect(held).to.be.greaterThan(300);
  }).timeout(60_000);
});
