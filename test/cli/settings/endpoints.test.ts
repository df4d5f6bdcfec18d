import { expect } from 'chai';
import { addressesOf, endpointOf } from '../../../src/cli/settings/endpoints.js';
import { refusal } from '../../harness-error.js';
import { serviceOf } from '../suites.js';

const services = [serviceOf('ask', 'Questions'), serviceOf('tell', 'Notices'), serviceOf('ask2', 'Questions')];

describe('addresses of a product', () => {
  it('are one for all, or one for each portType, which wins', () => {
    const given = { endpoints: { '*': 'http://all/', Notices: 'http://notices/' } };
    expect(endpointOf(given, 'Questions')).to.equal('http://all/');
    const found = addressesOf(given, services, services);
    expect([...found].map(([url, of]) => [url, of.map(({ id }) => id)])).to.deep.equal([
      ['http://all/', ['ask', 'ask2']],
      ['http://notices/', ['tell']],
    ]);
  });
  it('are refused when one that is needed is missing', async () => {
    const error = await refusal(() => addressesOf({ endpoints: { Notices: 'http://n/' } }, services, services), 'CONFIG_INVALID');
    expect(error.message).to.include('Questions');
    expect([...addressesOf({ endpoints: { Notices: 'http://n/' } }, services.slice(1, 2), services).keys()]).to.deep.equal([
      'http://n/',
    ]);
  });
  it('are refused for a portType that is not there, with the nearest name', async () => {
    const error = await refusal(
      () => addressesOf({ endpoints: { '*': 'http://a/', Notice: 'http://n/' } }, services, services),
      'CONFIG_INVALID',
    );
    expect(error.message).to.include('did you mean "Notices"');
  });
});
