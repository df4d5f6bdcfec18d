import { expect } from 'chai';
import { sightOf } from '../../src/judge/observed-message.js';
import type { StandardDefinition } from '../../src/model/standard-definition.js';
import { familyOf } from '../../src/standard/index.js';
import { madeExchange } from '../support/made-exchange.js';

const looking = {
  standard: { services: [], entities: [] } as unknown as StandardDefinition,
  family: familyOf('stuf'),
  rewrites: [],
};

describe('what an exchange says of itself', () => {
  it('is a fault of ours when reading it breaks us, and breaks nothing else', async () => {
    const reader = { open: () => Promise.reject(new RangeError('geen ruimte')) };
    const { service, problem } = await sightOf(madeExchange({ request: '<x/>' }), { ...looking, reader });
    expect(service).to.equal(undefined);
    expect(problem).to.include({
      id: 'OORDEEL',
      oorzaak: 'harnas',
      verdict: 'niet_beslist',
      gevonden: 'RangeError: geen ruimte',
    });
  });

  it('is nothing when nobody sent a message', async () => {
    const reader = { open: () => Promise.reject(new Error('nobody reads it')) };
    const { request, ...rest } = madeExchange({});
    const { isLook, problem } = await sightOf({ ...rest, request: { ...request, method: 'GET' } }, { ...looking, reader });
    expect([isLook, problem]).to.deep.equal([true, undefined]);
  });
});
