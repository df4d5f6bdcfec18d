/**
 * Brings a counterpart to where it was when its run was cut off: what it had answered is handed to the registry once
 * more, so that the store holds what it held, and the replies of then are what the product knows.
 */
import { decoded } from '../message/content-coding.js';
import { readXml } from '../message/xml-reader.js';
import { headerOf } from '../model/body.js';
import type { Exchange } from '../model/exchange.js';
import type { SchemaOutcome } from '../model/record.js';
import type { Registry, RegistryStore } from '../standard/family.js';

export interface Rehearsal {
  readonly registry: Pick<Registry, 'handle'>;
  readonly store: RegistryStore;
  readonly validate?: (bytes: Uint8Array) => SchemaOutcome | Promise<SchemaOutcome>;
}

/** @param answered - in the order in which they came */
export async function rehearse({ registry, store, validate }: Rehearsal, answered: readonly Exchange[]): Promise<void> {
  for (const { request, startedAt } of answered) {
    const bytes = await decoded(request.body, request.headers).catch(() => undefined);
    if (bytes === undefined) continue;
    const { root, problem } = readXml(bytes);
    const outcome = root && (await validate?.(bytes));
    registry.handle(store, {
      soapAction: headerOf(request.headers, 'SOAPAction'),
      contentType: headerOf(request.headers, 'Content-Type'),
      receivedAt: Date.parse(startedAt),
      ...(root && { root }),
      ...(problem && { problem: problem.detail }),
      ...(outcome?.decided && { violations: outcome.violations }),
    });
  }
}
