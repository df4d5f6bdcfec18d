/** Seeds one fault at a time in a chain, and looks whom the report blames. */
import { expect } from 'chai';
import type { Sender } from '../../src/actor/messenger.js';
import { type ChainOptions, type ChainOutcome, runChain } from '../support/chain-run.js';
import { startMeddler } from '../support/meddler.js';
import { opensChain } from '../support/opened-chain.js';
import { machineClock } from '../support/reference-run.js';
import { startReference } from '../support/reference-server.js';
import { SEEDED_FAULTS, type SeededFault } from './seeded-faults.js';

describe('blame in a chain', function () {
  this.timeout(300_000);
  const chain = opensChain('zds-1.1/chains/vakapplicatie-zds');

  const rows: string[] = [];
  let right = 0;
  for (const fault of SEEDED_FAULTS) {
    it(`${fault.id}: ${fault.by} ${fault.title}`, async () => {
      const { report } = await withFault(fault);
      const { hop = '–', partij = '–', oorzaak = '–', regel = '–', stap = '–' } = report.keten.eersteAfwijking ?? {};
      rows.push([fault.id.padEnd(32), hop.padEnd(16), partij.padEnd(12), oorzaak.padEnd(13), regel, stap].join(' '));
      expect(report.resultaat.totaal).to.not.equal('foutloos');
      expect([hop, partij, oorzaak]).to.deep.equal(fault.blamed);
      right += 1;
    });
  }

  it('blames the right party on the right hop for at least 95 of every 100 of them', () => {
    console.log(rows.join('\n'));
    expect(SEEDED_FAULTS.length).to.be.at.least(40);
    expect(right / SEEDED_FAULTS.length).to.be.at.least(0.95);
  });

  async function withFault({ by, meddle }: SeededFault): Promise<ChainOutcome> {
    const { loaded, basis, rules } = chain();
    await using shadow = await startReference(loaded.standard, machineClock);
    const real: Required<ChainOptions>['real'] = {
      bus: (urlOf) =>
        startMeddler({
          target: urlOf('bus-zaaksysteem'),
          elsewhere: shadow.url,
          isBus: true,
          ...(by === 'bus' && { meddle }),
        }),
      zaaksysteem: async () => {
        const own = await startReference(loaded.standard, machineClock, basis);
        const before = await startMeddler({
          target: own.url,
          elsewhere: shadow.url,
          isBus: false,
          ...(by === 'zaaksysteem' && { meddle }),
        });
        return {
          url: before.url,
          async [Symbol.asyncDispose]() {
            await before[Symbol.asyncDispose]();
            await own[Symbol.asyncDispose]();
          },
        };
      },
    };
    return await runChain(loaded, {
      ...{ bases: [basis], rules, timeoutMillis: meddle.send === 'nothing' ? 2000 : 30_000, passMillis: 1000 },
      selection: { only: ['vz.1.*', 'vz.2.*', 'vz.3.*'] },
      real: by === 'vakapp' ? { ...real, vakapp: async () => ({ url: 'real' }) } : real,
      ...(by === 'vakapp' && { waitMillis: 4000, wrap: (sender: Sender) => meddling(sender, meddle) }),
    });
  }
});

/** A system that speaks first, and does one thing wrong. */
function meddling(sender: Sender, meddle: SeededFault['meddle']): Sender {
  return {
    async send(outgoing, target, purpose, signal) {
      const action = outgoing.headers.find(([name]) => name === 'SOAPAction')?.[1] ?? '';
      if (!action.includes(meddle.on ?? '')) return sender.send(outgoing, target, purpose, signal);
      const text = Buffer.from(outgoing.body).toString();
      const headers = meddle.headers?.(Object.fromEntries(outgoing.headers)) ?? Object.fromEntries(outgoing.headers);
      const wrong = {
        ...outgoing,
        headers: Object.entries(headers),
        body: Buffer.from(meddle.request?.(text) ?? text),
      };
      if (meddle.onward === 'twice') await sender.send(wrong, target, purpose, signal);
      if (meddle.onward === 'elsewhere') return unsent(purpose, wrong);
      return sender.send(wrong, target, purpose, signal);
    },
  };
}

function unsent(
  purpose: Parameters<Sender['send']>[2],
  { headers, body }: Parameters<Sender['send']>[0],
): ReturnType<Sender['send']> {
  const at = new Date(0).toISOString();
  const stored = { id: 'nooit', size: body.length, digest: '', open: async function* () {}, bytes: async () => body };
  const request = { method: 'POST', url: '', headers, body: stored };
  return Promise.resolve({
    ...{ id: '9999', part: 'driver', request, purpose, startedAt: at, endedAt: at },
    failure: { kind: 'cancelled', detail: 'NOT_SENT' },
  });
}
