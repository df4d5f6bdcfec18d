/** A real system that speaks first in a chain, made to speak as the settings declare. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { runChain } from '../support/chain-run.js';
import { openSpeakers } from '../support/chain-speakers.js';
import { opensChain } from '../support/opened-chain.js';

describe('a real system that speaks first in a chain', function () {
  this.timeout(60_000);
  const chain = opensChain('zds-1.1/chains/formulier-zds');
  const only = ['fz.1.*'];
  const real = { formulier: async () => ({ url: 'real' }) };

  it('is made to speak by a hook, which hears what has to be sent and to which hop', async () => {
    const { loaded, basis, rules } = chain();
    const heard: string[] = [];
    let address = '';
    const speakers = openSpeakers(loaded, () => address);
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const asked = JSON.parse(Buffer.concat(chunks).toString());
      heard.push(`${asked.scenario}/${asked.step} ${asked.service} ${new URL(asked.address).pathname}`);
      address = asked.address;
      await speakers.prompt(asked);
      response.end();
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const hook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const { report } = await runChain(loaded, { bases: [basis], rules, real, selection: { only }, trigger: [`*=${hook}`] });
    await new Promise((resolve) => server.close(resolve));
    await speakers.close();
    expect(heard).to.deep.equal([
      'fz.1.zaakAanmaken/1 genereerZaakIdentificatie /formulier-bus',
      'fz.1.zaakAanmaken/3 creeerZaak /formulier-bus',
    ]);
    expect(report.scenarios[0]).to.include({ id: 'fz.1.zaakAanmaken', verdict: 'voldoet' });
  });

  it('is not waited for when it cannot be made to: that is the set-up, on its own hop', async () => {
    const { loaded, basis, rules } = chain();
    const trigger = ['*=exec /er/is/geen/opdracht'];
    const { report } = await runChain(loaded, { bases: [basis], rules, real, selection: { only }, trigger });
    expect(report.keten.eersteAfwijking).to.deep.include({
      ...{ stap: 'fz.1.zaakAanmaken/1', regel: 'BERICHT-UITGELOKT', oorzaak: 'configuratie' },
      ...{ hop: 'formulier-bus', partij: 'formulier' },
    });
  });
});
