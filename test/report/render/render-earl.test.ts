import { expect } from 'chai';
import { VERDICTS } from '../../../src/model/finding.js';
import { OUTCOME_WORDS } from '../../../src/report/fold/step-outcomes.js';
import { renderEarl } from '../../../src/report/render/render-earl.js';
import { FLAWLESS, NOT_ESTABLISHED, WITH_FAULTS } from '../samples.js';

type Node = Readonly<Record<string, unknown>> & {
  readonly '@id'?: string;
  readonly '@type': string | readonly string[];
  readonly 'earl:test'?: { readonly '@id'?: string; readonly 'dct:identifier'?: string };
  readonly 'earl:result'?: { readonly 'earl:outcome': { readonly '@id': string } };
};

const graph = (of: Parameters<typeof renderEarl>[0]) =>
  JSON.parse(renderEarl(of)) as { readonly '@context': Readonly<Record<string, string>>; readonly '@graph': readonly Node[] };
const assertions = (nodes: readonly Node[]) => nodes.filter((node) => node['@type'] === 'earl:Assertion');

describe('EARL', () => {
  it('names the product, who asserts and with what, and the test set, each once', () => {
    const { '@context': context, '@graph': nodes } = graph(FLAWLESS().report);
    expect(context.earl).to.equal('http://www.w3.org/ns/earl#');
    const named = nodes.flatMap((node) => (node['@id'] === undefined ? [] : [node['@id']]));
    expect(new Set(named).size).to.equal(named.length);
    expect(named).to.include.members(['#product', '#harnas', '#uitvoerder', '#testset']);
  });

  it('asserts each step once, and refers to nothing that is not there', () => {
    for (const { report } of [FLAWLESS(), WITH_FAULTS(), NOT_ESTABLISHED()]) {
      const { '@graph': nodes } = graph(report);
      const named = new Set(nodes.map((node) => node['@id']));
      const paths = report.scenarios.flatMap(({ id, stappen }) =>
        stappen.map(({ nr, verdict }) => [`#${id}/${nr}`, verdict] as const),
      );
      for (const [path, verdict] of paths) {
        const own = assertions(nodes).filter((node) => node['earl:test']?.['@id'] === path);
        expect(own.map((node) => node['earl:result']?.['earl:outcome']['@id'])).to.deep.equal([
          `earl:${OUTCOME_WORDS[verdict].earl}`,
        ]);
      }
      for (const [, id = ''] of renderEarl(report).matchAll(/"@id":"(#[^"]+)"/g)) expect(named.has(id), id).to.equal(true);
    }
  });

  it('asserts each rule that was held by itself, with its own outcome', () => {
    const { report } = WITH_FAULTS();
    const rules = report.scenarios.flatMap(({ stappen }) =>
      stappen.flatMap(({ regels }) => regels.filter(({ gehouden }) => !gehouden)),
    );
    const own = assertions(graph(report)['@graph']).filter((node) => node['earl:test']?.['dct:identifier'] !== undefined);
    expect(own.map((node) => node['earl:test']?.['dct:identifier'])).to.deep.equal(rules.map(({ id }) => id));
    expect(own.map((node) => node['earl:result']?.['earl:outcome']['@id'])).to.deep.equal(
      rules.map(({ verdict }) => `earl:${OUTCOME_WORDS[verdict].earl}`),
    );
  });

  it('says passed of nothing but what holds', () => {
    expect(VERDICTS.filter((verdict) => OUTCOME_WORDS[verdict].earl === 'passed')).to.deep.equal(['voldoet']);
  });
});
