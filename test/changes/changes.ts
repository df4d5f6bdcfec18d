/** Reads the changes that one reply undergoes, and makes them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from '../package-root.js';
import type { PassingReply, PassingRequest } from '../support/mutating-proxy.js';

export interface ChangeData {
  readonly name: string;
  /** End of the SOAPAction. */
  readonly on: string;
  readonly nth: number;
  /** Regular expression on the reply's text, and what comes in its place. */
  readonly replace?: string;
  readonly by?: string;
  /** Replace every occurrence instead of the first. */
  readonly all?: boolean;
  readonly body?: string;
  readonly status?: number;
  readonly contentType?: string;
  /** A fault of this kind instead of the reply. */
  readonly fault?: 'Fo02' | 'Fo03';
  /** Do not pass the request on; answer with an earlier confirmation. */
  readonly instead?: 'confirm';
  /** Give out the value of an earlier reply again; the first group is the value. */
  readonly remember?: string;
  /** Rule that must not hold in the primary step; any when absent. */
  readonly rule?: string;
  readonly primary: readonly string[];
  readonly consequent: readonly string[];
  /** What the product does next depends on the change: only the primary step is looked at. */
  readonly loose: boolean;
}

interface ChangeFile {
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly changes: readonly (Omit<ChangeData, 'consequent' | 'loose'> & {
    readonly consequent: string;
    readonly also?: readonly string[];
    readonly loose?: boolean;
  })[];
}

export function readChanges(standard: string): readonly ChangeData[] {
  const file = parse(readFileSync(join(packageRoot, 'test', 'changes', `${standard}.yaml`), 'utf8')) as ChangeFile;
  return file.changes.map(({ consequent, also = [], loose = false, ...rest }) => {
    const group = file.groups[consequent];
    if (!group) throw new Error(`${rest.name}: there is no group "${consequent}"`);
    return { ...rest, loose, consequent: [...also, ...group] };
  });
}

/** Applies a change to a reply; `remembered` is the value of an earlier one. */
export function applyChange(
  change: ChangeData,
  reply: PassingReply,
  request: PassingRequest,
  remembered: string | undefined,
): Partial<PassingReply> {
  const { replace, by, all, body, status, contentType, fault } = change;
  const changed = fault ? faultReply(fault, request) : { status: reply.status, body: body ?? reply.body };
  const replaced = replace === undefined ? changed.body : changed.body.replace(new RegExp(replace, all ? 'g' : ''), by ?? '');
  const again =
    change.remember && remembered
      ? replaced.replace(new RegExp(change.remember), (text, value: string) => text.replace(value, remembered))
      : replaced;
  return {
    body: again,
    status: status ?? changed.status,
    ...(contentType && { headers: { ...reply.headers, 'content-type': contentType } }),
  };
}

/** A foutbericht that is right in itself. */
function faultReply(kind: 'Fo02' | 'Fo03', { body }: PassingRequest): { status: number; body: string } {
  const referentie = /referentienummer>([^<]*)</.exec(body)?.[1] ?? '';
  const applicatie = (side: string) => new RegExp(`${side}>[\\s\\S]*?applicatie>([^<]*)<`).exec(body)?.[1] ?? '';
  const organisatie = (side: string) => new RegExp(`${side}>[\\s\\S]*?organisatie>([^<]*)<`).exec(body)?.[1] ?? '';
  const party = (name: string, from: string) =>
    `<S:${name}><S:organisatie>${organisatie(from)}</S:organisatie><S:applicatie>${applicatie(from)}</S:applicatie></S:${name}>`;
  const full = `${party('zender', 'ontvanger')}${party('ontvanger', 'zender')}<S:referentienummer>FOUT-1</S:referentienummer><S:tijdstipBericht>20260101120000000</S:tijdstipBericht><S:crossRefnummer>${referentie}</S:crossRefnummer>`;
  return {
    status: 500,
    body: `<?xml version="1.0" encoding="UTF-8"?>
<E:Envelope xmlns:E="http://schemas.xmlsoap.org/soap/envelope/"><E:Body><E:Fault><faultcode>E:Server</faultcode><faultstring>proef</faultstring><detail><S:${kind}Bericht xmlns:S="http://www.egem.nl/StUF/StUF0301"><S:stuurgegevens><S:berichtcode>${kind}</S:berichtcode>${kind === 'Fo02' ? '' : full}</S:stuurgegevens><S:body><S:code>StUF058</S:code><S:plek>server</S:plek><S:omschrijving>proef</S:omschrijving></S:body></S:${kind}Bericht></detail></E:Fault></E:Body></E:Envelope>`,
  };
}
