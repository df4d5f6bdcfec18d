/** What of a run may be known outside: public copies of its messages, and its report and plan with the same tokens. */
import { createHash } from 'node:crypto';
import { knownMask } from '../../message/mask-known.js';
import { maskMessage } from '../../message/mask-message.js';
import { maskTable } from '../../message/mask-table.js';
import { createTokens } from '../../message/mask-tokens.js';
import type { Body } from '../../model/body.js';
import type { Exchange, WireMessage } from '../../model/exchange.js';
import type { Plan } from '../../model/plan.js';
import type { PrivacyTable } from '../../model/privacy.js';
import type { Report } from '../../model/report.js';
import type { Mask, PublicCopy, Side } from '../../report/manifest.js';
import { maskReport } from '../../report/privacy/mask-report.js';
import { openFileSet } from '../../suite/file-set.js';
import { loadPrivacy } from '../../suite/load-privacy.js';
import { packageFacts } from '../package-root.js';
import { digestWith, leafSaltOf, type MaskingRecord, saltOf } from './privacy-key.js';
import { quotableText, reportTextMask } from './privacy-texts.js';

export interface PublicPart {
  readonly mask: Mask;
  readonly report: Report;
  readonly plan: Plan;
  readonly record: MaskingRecord;
}

interface Told {
  readonly report: Report;
  readonly plan: Plan;
}

/** Larger copies are not kept, but made again when they are written, in bytes. */
const KEPT_BYTES = 1024 * 1024;

let table: Promise<PrivacyTable> | undefined;

/** What may be about a person; read once in a process. */
export function privacyTable(): Promise<PrivacyTable> {
  table ??= loadPrivacy(openFileSet(packageFacts().suites));
  return table;
}

/**
 * Masks a whole run; the same key and messages give the same tokens.
 * @param key - of this report
 */
export async function publicPart(exchanges: readonly Exchange[], told: Told, key: Uint8Array): Promise<PublicPart> {
  const tokens = createTokens(key);
  const masking = { table: maskTable(await privacyTable()), tokens };
  const copies = new Map<string, PublicCopy>();
  const salts: Record<string, string> = {};
  for (const [message, { body, headers, isSecret }] of exchanges.flatMap(messagesOf)) {
    const salt = saltOf(key, message);
    salts[message] = salt;
    const masked = isSecret ? undefined : await maskMessage(body, headers, masking);
    const again = async () => (await maskMessage(body, headers, masking))?.bytes ?? Buffer.of();
    const published = masked && (masked.paths.length === 0 ? body : copyOf(body, masked.bytes, again));
    const saltedDigest = await digestWith(salt, body);
    const leafSalt = leafSaltOf(key, message);
    copies.set(message, { ...(published && { body: published }), masked: masked?.paths ?? [], saltedDigest, leafSalt });
  }
  const record = { key, salts, made: tokens.made };
  const paths = new Map([...copies].map(([message, { body, masked }]) => [message, body && masked]));
  return {
    mask: async (body, { exchange, side }) => copies.get(`${exchange.id}/${side}`) ?? { body, masked: [] },
    ...(await publicTexts(exchanges, told, record, paths)),
    record,
  };
}

/**
 * The report and the plan as they are published.
 * @param paths - what was masked, by message; undefined for one that stays private
 */
export async function publicTexts(
  exchanges: readonly Exchange[],
  { report, plan }: Told,
  { key, made }: Pick<MaskingRecord, 'key' | 'made'>,
  paths: ReadonlyMap<string, readonly string[] | undefined>,
): Promise<Told> {
  const unread = new Map<string, string>();
  for (const [message, { body }] of exchanges.flatMap(messagesOf)) {
    if (!paths.get(message)) unread.set(message, await quotableText(body));
  }
  const known = knownMask(made);
  const { documents } = await privacyTable();
  const text = reportTextMask({ known, tokens: createTokens(key), paths, unread, documents });
  return { report: maskReport(report, text), plan: maskPlan(plan, (value) => known.within(value)) };
}

function messagesOf({ id, request, reply }: Exchange) {
  const message = (side: Side, of: WireMessage) => [`${id}/${side}`, of] as const;
  return [message('vraag', request), ...(reply ? [message('antwoord', reply)] : [])];
}

function copyOf(original: Body, bytes: Buffer, again: () => Promise<Buffer>): Body {
  const kept = bytes.length <= KEPT_BYTES ? bytes : undefined;
  const read = async () => kept ?? (await again());
  return {
    id: original.id,
    size: bytes.length,
    digest: createHash('sha256').update(bytes).digest('hex'),
    bytes: read,
    async *open() {
      yield await read();
    },
  };
}

/** Who chose a constant may have chosen a name. What the suite says stands in the suite as well. */
function maskPlan(plan: Plan, mask: (value: string) => string): Plan {
  if (plan.overrides.length === 0) return plan;
  const chosen = new Set(plan.overrides.map(({ name }) => name));
  const constants = Object.entries(plan.constants).map(([name, value]) => [name, chosen.has(name) ? mask(value) : value]);
  return {
    ...plan,
    constants: Object.fromEntries(constants),
    overrides: plan.overrides.map((each) => ({ ...each, value: mask(each.value) })),
  };
}
