import { expect } from 'chai';
import { hopTimes } from '../../../src/report/chain/hop-times.js';
import type { ManifestExchange } from '../../../src/report/manifest.js';

function passed(id: string, tijden: ManifestExchange['tijden'], over = 0): ManifestExchange {
  const message = { grootte: 1, gemaskeerd: false, koppen: [] };
  return {
    ...{ id, deel: 'relay', scenario: 's', stap: 1, soort: 'step', dienst: 'd', poging: 1, methode: 'POST', url: '' },
    ...{ gestartOp: new Date(0).toISOString(), beeindigdOp: new Date(over).toISOString(), vraag: message },
    ...(tijden && { tijden }),
  };
}

describe('where the time of a message went', () => {
  it('parts it into transfer, processing and waiting for the hop behind', () => {
    const first = passed('0001', { requestInMillis: 2, replyBeganMillis: 30, replyInMillis: 33 });
    const second = passed('0002', { requestInMillis: 1, replyBeganMillis: 19, replyInMillis: 20 });
    expect(hopTimes([first, second])).to.deep.equal([
      { exchange: '0001', whole: 33, transfer: 5, process: 8, wait: 20 },
      { exchange: '0002', whole: 20, transfer: 2, process: 18 },
    ]);
  });

  it('is never less than nothing, also where a large message went on before it was there', () => {
    const first = passed('0001', { requestInMillis: 50, replyBeganMillis: 60, replyInMillis: 61 });
    const second = passed('0002', { requestInMillis: 40, replyBeganMillis: 45, replyInMillis: 46 });
    expect(hopTimes([first, second])[0]).to.deep.equal({ exchange: '0001', whole: 61, transfer: 51, process: 0, wait: 10 });
  });

  it('knows only how long it took as a whole when no answer came', () => {
    expect(hopTimes([passed('0001', { requestInMillis: 1 }, 2000)])).to.deep.equal([{ exchange: '0001', whole: 2000 }]);
  });
});
