/** What a change in one reply must come to, and the change itself for the proxy that makes it. */
import { expect } from 'chai';
import type { StepJudged } from '../../src/model/run-event.js';
import type { Change, PassingReply } from '../support/mutating-proxy.js';
import { outcomeOf } from '../support/reference-run.js';
import { applyChange, type ChangeData } from './changes.js';

export function expectPrimary({ primary, rule }: ChangeData, steps: ReadonlyMap<string, StepJudged>): void {
  for (const path of primary) {
    const step = steps.get(path);
    expect(outcomeOf(step), path).to.equal('voldoet_niet product');
    const found =
      step?.findings.filter(
        (finding) => finding.verdict === 'voldoet_niet' && finding.oorzaak === 'product' && finding.ernst === 'fout',
      ) ?? [];
    const ids = found.map((finding) => finding.id);
    if (rule) expect(ids, `${path} by rule`).to.include(rule);
  }
}

/** Steps that are other than this change makes them. */
export function differences(
  { primary, consequent }: ChangeData,
  honest: ReadonlyMap<string, StepJudged>,
  steps: ReadonlyMap<string, StepJudged>,
): readonly string[] {
  const [first = ''] = primary;
  return [...honest.keys()].flatMap((path) => {
    if (primary.includes(path)) return [];
    const wanted = consequent.includes(path) ? `niet_beslist < ${first}` : 'voldoet';
    const got = outcomeOf(steps.get(path));
    return got === wanted ? [] : [`${path}: ${wanted} expected, ${got} found`];
  });
}

export function changeFor(data: ChangeData): Change {
  let remembered: string | undefined;
  let confirmation: PassingReply | undefined;
  if (data.instead === 'confirm') {
    return {
      soapAction: data.on,
      nth: data.nth,
      apply: (reply) => reply,
      instead: (request) => {
        confirmation = confirm(request.body, data.on.endsWith('Di02') ? 'Bv02' : 'Bv03');
        return confirmation;
      },
    };
  }
  return {
    soapAction: data.on,
    nth: data.nth,
    when: (_, reply) => {
      // Looked at for every matching request: the value that an earlier reply gave out.
      if (data.remember) remembered ??= new RegExp(data.remember).exec(reply.body)?.[1];
      return true;
    },
    apply: (reply, request) => applyChange(data, reply, request, remembered),
  };
}

/** A right confirmation of a request that was never handed to the product. */
function confirm(request: string, kind: 'Bv02' | 'Bv03'): PassingReply {
  const reference = /referentienummer>([^<]*)</.exec(request)?.[1] ?? '';
  const party = (name: string, from: string) => {
    const content = new RegExp(`<(\\w+):${from}>([\\s\\S]*?)</\\1:${from}>`).exec(request)?.[2] ?? '';
    return `<StUF:${name}>${content}</StUF:${name}>`;
  };
  const full = `${party('zender', 'ontvanger')}${party('ontvanger', 'zender')}<StUF:referentienummer>B-1</StUF:referentienummer><StUF:tijdstipBericht>20260101120000000</StUF:tijdstipBericht><StUF:crossRefnummer>${reference}</StUF:crossRefnummer>`;
  return {
    status: 200,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: `<?xml version="1.0" encoding="UTF-8"?>
<E:Envelope xmlns:E="http://schemas.xmlsoap.org/soap/envelope/"><E:Body><StUF:${kind}Bericht xmlns:StUF="http://www.egem.nl/StUF/StUF0301"><StUF:stuurgegevens><StUF:berichtcode>${kind}</StUF:berichtcode>${kind === 'Bv02' ? '' : full}</StUF:stuurgegevens></StUF:${kind}Bericht></E:Body></E:Envelope>`,
  };
}
