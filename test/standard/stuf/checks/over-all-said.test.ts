import { expect } from 'chai';
import type { Conversation } from '../../../../src/standard/family.js';
import { overAllSaid } from '../../../../src/standard/stuf/checks/over-all-said.js';
import { askedBefore, repliesOf } from '../../../../src/standard/stuf/checks/said-before.js';

function said(referentienummer: string): Conversation {
  const zender = { organisatie: '9999', applicatie: 'A' };
  return {
    service: { id: referentienummer } as Conversation['service'],
    request: { envelope: 'soap-1.1', bodyChildren: 1, zender, referentienummer },
    reply: { envelope: 'soap-1.1', bodyChildren: 1, zender: { applicatie: 'B' }, referentienummer: `re ${referentienummer}` },
    requestHeaders: [],
    replyHeaders: [],
  };
}

describe('what was worked out over all that was said', () => {
  const [one, two, three, other] = [said('1'), said('2'), said('3'), said('4')];

  function counting(): { readonly names: (all: readonly Conversation[]) => readonly string[]; readonly looked: () => number } {
    let looked = 0;
    const names = overAllSaid<readonly string[]>(
      () => [],
      (before, { service }) => {
        looked += 1;
        return [...before, service.id];
      },
    );
    return { names, looked: () => looked };
  }

  it('goes on where it was, and looks at each once', () => {
    const { names, looked } = counting();
    expect(names([])).to.deep.equal([]);
    expect(names([one])).to.deep.equal(['1']);
    expect(names([one, two])).to.deep.equal(['1', '2']);
    expect(names([one, two, three])).to.deep.equal(['1', '2', '3']);
    expect(looked()).to.equal(3);
  });

  it('begins anew where less was said, or something else, and after what was forgotten', () => {
    const { names } = counting();
    names([one, two, three]);
    expect(names([one])).to.deep.equal(['1']);
    names([one, two, three]);
    expect(names([one, other, three])).to.deep.equal(['1', '4', '3']);
    expect(names([two, three, other])).to.deep.equal(['2', '3', '4']);
  });

  it('finds replies of a sender by what is asked, also when more came', () => {
    expect(repliesOf('|B|', [one]).byNumber.get('re 2')).to.equal(undefined);
    expect(repliesOf('|B|', [one, two]).byNumber.get('re 2')).to.deep.equal([two.reply]);
    expect(repliesOf('|B|', [one, two]).all).to.deep.equal([one.reply, two.reply]);
    expect(repliesOf('|C|', [one, two]).all).to.deep.equal([]);
  });

  it('finds the last that began with a number of a sender', () => {
    const again = said('1');
    expect(askedBefore(again.request, [two, other])).to.equal(undefined);
    expect(askedBefore(again.request, [one, two])).to.equal(one);
    expect(askedBefore(said('1').request, [one, two, again])).to.equal(again);
    const { referentienummer: _, ...unnumbered } = one.request;
    expect(askedBefore(unnumbered, [one])).to.equal(undefined);
  });
});
