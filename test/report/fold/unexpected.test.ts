import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Exchange } from '../../../src/model/exchange.js';
import type { RunEvent } from '../../../src/model/run-event.js';
import type { Stray } from '../../../src/model/stray.js';
import { fold } from '../../../src/report/fold/fold.js';
import { whyUnexpected } from '../../../src/report/fold/unexpected.js';
import { renderText } from '../../../src/report/render/render-text.js';
import { packageRoot } from '../../package-root.js';
import { pageOf } from '../page.js';
import { bodyOf, FLAWLESS } from '../samples.js';
import { complaints } from '../schema-check.js';

const schema = JSON.parse(readFileSync(join(packageRoot, 'docs', 'rapport.schema.json'), 'utf8')) as Record<string, unknown>;
const AT = '2026-03-14T09:30:40.000Z';
const NEAR: Stray = {
  nearest: 'cat.2.voegBoekToe/1',
  differs: { what: 'SOAPAction', expected: 'urn:voegBoekToe', found: 'urn:<weg>' },
};

/** A flawless run in which these messages came besides; undefined is one that no event told of. */
function withStrays(...strays: readonly (Stray | undefined)[]) {
  const sample = FLAWLESS();
  const extra = strays.map((_, index) => strangeExchange(`09${index}0`));
  const events: readonly RunEvent[] = [
    ...sample.input.events,
    ...extra.flatMap((exchange, index): readonly RunEvent[] => {
      const stray = strays[index];
      return [
        { type: 'exchanged', at: AT, exchange },
        ...(stray ? [{ type: 'unmatched', at: AT, exchange: exchange.id, ...stray } as const] : []),
      ];
    }),
  ];
  return { report: fold({ ...sample.input, events }), exchanges: [...sample.exchanges, ...extra] };
}

function strangeExchange(id: string): Exchange {
  const message = (text: string) => ({ headers: [], body: bodyOf(text, id) });
  return {
    ...{ id, part: 'listener', startedAt: AT, endedAt: AT },
    request: { method: 'POST', url: 'http://127.0.0.1/', ...message(`<a>verdwaald bericht ${id}</a>`) },
    reply: { status: 500, ...message('<b/>') },
    purpose: { scenario: '', step: 0, kind: 'step', service: 'leenBoek', attempt: 1 },
  };
}

describe('messages that nobody waited for, in a report', () => {
  it('stand there with what they are nearest to and what differs, and are counted', () => {
    const { report } = withStrays(NEAR, { among: ['a/1', 'b/1'] }, {});
    expect(report.onverwacht).to.deep.equal([
      {
        ...{ bewijs: '0900', ontvangenOp: AT, dienst: 'leenBoek', lijktOp: 'cat.2.voegBoekToe/1' },
        verschil: { wat: 'SOAPAction', verwacht: 'urn:voegBoekToe', gevonden: 'urn:<weg>' },
      },
      { bewijs: '0910', ontvangenOp: AT, dienst: 'leenBoek', pastBij: ['a/1', 'b/1'] },
      { bewijs: '0920', ontvangenOp: AT, dienst: 'leenBoek' },
    ]);
    expect(report.resultaat.tellingen.onverwacht).to.equal(3);
    expect(report.resultaat.totaal).to.equal('foutloos');
  });

  it('stand there too when the run was cut off before it told of them', () => {
    expect(withStrays(undefined).report.onverwacht).to.have.length(1);
  });

  it('are not there when every message was waited for', async () => {
    const { report, exchanges } = withStrays();
    expect([report.onverwacht, report.resultaat.tellingen.onverwacht]).to.deep.equal([undefined, undefined]);
    expect(await pageOf({ report, exchanges })).not.to.include('id="onverwacht"');
    expect(renderText(report)).not.to.include('niemand wachtte');
  });

  it('follow the schema of the report', () => {
    const { report } = withStrays(NEAR, { among: ['a/1', 'b/1'] }, {});
    expect(complaints(JSON.parse(JSON.stringify(report)), schema)).to.deep.equal([]);
    const broken = { ...report, onverwacht: [{ bewijs: '0001' }] };
    expect(complaints(JSON.parse(JSON.stringify(broken)), schema)).to.deep.equal(['$.onverwacht[0] lacks ontvangenOp']);
  });

  it('are shown with their messages, escaped, and on the first screen', async () => {
    const sample = withStrays(NEAR);
    const page = await pageOf(sample);
    expect(page).to.include('<a href="#onverwacht">').and.to.include('verdwaald bericht 0900').and.to.include('urn:&lt;weg&gt;');
    expect(renderText(sample.report)).to.include(
      'berichten waarop niemand wachtte: 1\n  0900 leenBoek lijkt het meest op cat.2.voegBoekToe/1: SOAPAction "urn:<weg>" in plaats van',
    );
  });

  it('are told in words', () => {
    const at = { bewijs: '1', ontvangenOp: AT };
    expect(whyUnexpected(at).en).to.equal('is near to no step');
    expect(whyUnexpected({ ...at, pastBij: ['a/1', 'b/1'] }).en).to.equal('fits a/1, b/1 equally well');
    expect(whyUnexpected({ ...at, lijktOp: 'a/1' }).en).to.equal('is nearest to a/1');
    const verschil = { wat: 'methode', verwacht: 'POST', gevonden: 'PUT' };
    expect(whyUnexpected({ ...at, verschil })).to.deep.equal({
      nl: 'HTTP-methode "PUT" in plaats van "POST"',
      en: 'HTTP method "PUT" instead of "POST"',
    });
    const json = { wat: 'Content-Type', verwacht: 'text/xml', gevonden: 'application/json' };
    expect(whyUnexpected({ ...at, lijktOp: 'a/1', verschil: json }).nl).to.equal(
      'Content-Type "application/json" in plaats van "text/xml"; gewacht werd op a/1',
    );
  });
});
