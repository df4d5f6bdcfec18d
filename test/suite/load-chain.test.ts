import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { allHops } from '../../src/model/chain.js';
import { HarnessError } from '../../src/model/harness-error.js';
import type { FileSet } from '../../src/suite/file-set.js';
import { readChain } from '../../src/suite/load-chain.js';
import { packageRoot } from '../package-root.js';

const chainFile = (id: string) => readFileSync(join(packageRoot, 'suites', 'zds-1.1', 'chains', `${id}.yaml`), 'utf8');
const GOOD = chainFile('vakapplicatie-zds');
const BROKEN = chainFile('vakapplicatie-zds-fouten');
const FORM = chainFile('formulier-zds');

function fileSet(text: string): FileSet {
  return {
    root: '',
    nameOf: (path) => `suites/${path}`,
    all: () => new Map(),
    list: async () => ['proef.yaml'],
    read: async () => text,
    digest: () => '',
  };
}

describe('loading a chain', () => {
  it('knows its actors, its hops, and the link of every step', async () => {
    const { chain, placed } = await readChain(fileSet(GOOD), 'zds-1.1', 'proef');
    expect(chain?.actors.map(({ id, plays }) => `${id} ${plays}`)).to.deep.equal([
      'vakapp vrager',
      'bus tussenstation',
      'zaaksysteem aanbieder',
    ]);
    expect(chain && allHops(chain).map(({ id }) => id)).to.deep.equal(['vakapp-bus', 'bus-zaaksysteem']);
    const links = placed.flatMap(({ scenario }) => scenario.steps.map(({ link }) => link));
    expect([...new Set(links)]).to.deep.equal(['vakapp-zaaksysteem']);
  });

  const refused: readonly (readonly [what: string, from: string | RegExp, to: string, message: RegExp])[] = [
    [
      'an actor that is not there',
      'via: [bus]',
      'via: [bux]',
      /:\d+:\d+: "bux" is not an actor of this chain; did you mean "bus"\?/,
    ],
    [
      'a hop through who only answers',
      'via: [bus]',
      'via: [zaaksysteem]',
      /"zaaksysteem" plays aanbieder; this place is for a tussenstation/,
    ],
    ['an end that only asks', 'to: zaaksysteem', 'to: vakapp', /"vakapp" plays vrager; this place is for a aanbieder/],
    ['a hop that is taken twice', 'via: [bus]', 'via: [bus, bus, bus]', /a message takes no hop twice/],
    ['a step without a link', /\n +link: vakapp-zaaksysteem/, '', /step 1 must say over which `link`/],
    ['a link that is not there', 'link: vakapp-zaaksysteem', 'link: vakapp-zaaksystem', /did you mean "vakapp-zaaksysteem"\?/],
    ['an actor that plays something else', 'plays: vrager', 'plays: klant', /:\d+:\d+: actors\.vakapp\.plays/],
    [
      'an actor behind one address that answers and passes on',
      'plays: tussenstation',
      'plays: tussenstation\n    also: [aanbieder]',
      /:\d+:\d+: "bus" cannot answer and pass on too/,
    ],
    ['a key that means nothing', 'plays: vrager', 'plays: vrager\n    speelt: vrager', /unknown key "speelt"/],
  ];
  for (const [what, from, to, message] of refused) {
    it(`refuses ${what}, and says where`, async () => {
      const error = await readChain(fileSet(GOOD.replace(from, to)), 'zds-1.1', 'proef').catch((caught: unknown) => caught);
      expect(error).to.be.instanceOf(HarnessError).with.property('code', 'SUITE_INVALID');
      expect((error as HarnessError).message).to.match(message);
    });
  }

  it('has what we say for an actor name it as its sender', async () => {
    const { placed } = await readChain(fileSet(FORM), 'zds-1.1', 'proef');
    const senders = placed.flatMap(({ scenario: { steps } }) => steps.map(({ link, send }) => [link, send?.stuurgegevens]));
    const of = (link: string) => senders.filter(([each, names]) => each === link && names).map(([, names]) => names);
    expect(of('formulier-zaaksysteem')).to.not.deep.equal([]);
    for (const names of of('formulier-zaaksysteem'))
      expect(names).to.deep.equal({ 'zender.applicatie': '{{formulier.applicatie}}' });
    for (const names of of('backoffice-zaaksysteem'))
      expect(names).to.deep.equal({ 'zender.applicatie': '{{backoffice.applicatie}}' });
  });

  it('knows which steps only ask, and for how long', async () => {
    const { placed } = await readChain(fileSet(FORM), 'zds-1.1', 'proef');
    const asking = placed.flatMap(({ scenario }) => scenario.steps.filter(({ isEndState }) => isEndState));
    expect(asking.map(({ readBack }) => readBack?.withinMillis)).to.deep.equal([30_000, 30_000, 30_000, 30_000, 30_000]);
    expect(asking.some(({ send, answers }) => send !== undefined || answers !== undefined)).to.equal(false);
  });

  const wrongAsking: readonly (readonly [what: string, from: string | RegExp, to: string, message: RegExp])[] = [
    ['a time that is none', 'within: 30s', 'within: even', /expected a duration such as 30s or 2m/],
    ['nothing to expect', /within: 30s\n +expect:\n( {12}- .*\n)+/, 'within: 30s\n          expect: []\n', /ask\.expect/],
    ['what it expects beside its question', '        ask:\n', '        expect: []\n        ask:\n', /stands in its `ask`/],
  ];
  for (const [what, from, to, message] of wrongAsking) {
    it(`refuses a step that only asks with ${what}`, async () => {
      const text = FORM.replace(from, to);
      expect(text).to.not.equal(FORM);
      const error = await readChain(fileSet(text), 'zds-1.1', 'proef').catch((caught: unknown) => caught);
      expect(error).to.be.instanceOf(HarnessError).with.property('code', 'SUITE_INVALID');
      expect((error as HarnessError).message).to.match(message);
    });
  }

  it('refuses two ends for one service behind one servicebus, unless messages say who they are for', async () => {
    const archief = (applicatie: string) =>
      GOOD.replace(
        /(\n {2}zaaksysteem:\n)/,
        `\n  archief: { naam: { nl: A, en: A }, component: A, plays: aanbieder${applicatie} }$1`,
      )
        .replace(/(\nscenarios:\n)/, `\n  vakapp-archief: { from: vakapp, to: archief, via: [bus], verplicht: true }$1`)
        .replace(
          'service: geefZaakstatus\n        link: vakapp-zaaksysteem',
          'service: geefZaakdetails\n        link: vakapp-archief',
        )
        .replace(
          /(nr: 4[\s\S]*?service: )geefZaakstatus(\n +link: )vakapp-zaaksysteem(\n +answers: 3\n +expect:\n +- kind: weergave\n {6}- nr: 5)/,
          '$1geefZaakdetails$2vakapp-archief$3',
        );
    const text = archief('');
    expect(text).to.not.equal(GOOD);
    const error = await readChain(fileSet(text), 'zds-1.1', 'proef').catch((caught: unknown) => caught);
    expect((error as HarnessError).message).to.match(/:\d+:\d+: "bus" cannot tell where geefZaakdetails goes/);
    const named = archief(', applicatie: ARCHIEF').replace(/(plays: aanbieder)\n/, '$1\n    applicatie: ZAAKSYSTEEM\n');
    expect((await readChain(fileSet(named), 'zds-1.1', 'proef')).chain?.links).to.have.length(2);
  });
  const wrongDisturbing: readonly (readonly [what: string, from: string, to: string, message: RegExp])[] = [
    ['on a hop that is not there', 'hop: bus-zaaksysteem,', 'hop: bus-zaaksystem,', /did you mean "bus-zaaksysteem"\?/],
    ['in a way that is none', 'how: lost', 'how: vergeten', /disturb\.how/],
    [
      'of an answer that is done to a question only',
      'side: vraag, how: twice',
      'side: antwoord, how: twice',
      /"twice" is done to a vraag/,
    ],
    [
      'that does not say to which of the two',
      'side: antwoord, how: lost',
      'how: lost',
      /"lost" needs a `side`: vraag or antwoord/,
    ],
    [
      'of an answer with a certificate',
      'side: antwoord, how: lost',
      'side: antwoord, how: foreign-certificate',
      /is done to a vraag/,
    ],
    ['of a late answer without a time', ', millis: 500', '', /an answer that is late needs `millis`/],
    ['that is late for a time and done twice', 'millis: 500', 'millis: 500, times: 2', /what arrives all the same is done once/],
    [
      'once more of what was not disturbed',
      'again: 3',
      'again: 1',
      /step 1 must be an earlier one over the same link, with `disturb`/,
    ],
  ];
  it('knows what can be done to one of the two only without being told', async () => {
    const text = BROKEN.replace('side: antwoord, how: lost', 'how: expired-certificate, times: 2');
    const { placed } = await readChain(fileSet(text), 'zds-1.1', 'proef');
    const [disturb] = placed.flatMap(({ scenario }) => scenario.steps.flatMap((step) => step.disturb ?? []));
    expect(disturb).to.deep.include({ how: 'expired-certificate', side: 'vraag', times: 2 });
  });

  for (const [what, from, to, message] of wrongDisturbing) {
    it(`refuses a disturbance ${what}`, async () => {
      const error = await readChain(fileSet(BROKEN.replace(from, to)), 'zds-1.1', 'proef').catch((caught: unknown) => caught);
      expect(error).to.be.instanceOf(HarnessError).with.property('code', 'SUITE_INVALID');
      expect((error as HarnessError).message).to.match(message);
    });
  }

  it('takes an actor for what it does besides', async () => {
    const link = '\nlinks:\n  bus-zaaksysteem: { from: bus, to: zaaksysteem, verplicht: true }';
    const speaks = GOOD.replace('plays: tussenstation', 'plays: tussenstation\n    also: [vrager]').replace('\nlinks:', link);
    const { chain } = await readChain(fileSet(speaks), 'zds-1.1', 'proef');
    expect(chain?.links.map(({ from }) => from)).to.deep.equal(['bus', 'vakapp']);
    const silent = await readChain(fileSet(GOOD.replace('\nlinks:', link)), 'zds-1.1', 'proef').catch(
      (caught: unknown) => caught,
    );
    expect((silent as HarnessError).message).to.match(/"bus" plays tussenstation; this place is for a vrager/);
  });

  it('names the chains there are when it is asked for another', async () => {
    const error = await readChain(fileSet(GOOD), 'zds-1.1', 'pruef').catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(HarnessError).with.property('code', 'SUITE_UNKNOWN');
    expect((error as HarnessError).message).to.include('zds-1.1/chains/proef');
  });
});
