/**
 * What is judged of every message that passes a hop of a chain: each side as in a test of that one product, and whether who
 * stands between passed on what it got. Every finding names the hop, and the party whose doing it is.
 */
import type { Hop } from '../model/chain.js';
import type { Exchange } from '../model/exchange.js';
import type { Finding } from '../model/finding.js';
import { judged, undecided } from '../model/judged.js';
import { ARRIVED, ONCE, OWN_REFERENCE, PASSED_ON } from './chain-rules.js';
import { compareWhole } from './compare-whole.js';
import { judgeSaid } from './every-received.js';
import { judgeReply } from './every-reply.js';
import { DELIVERED } from './every-request.js';
import { asAnswered, asSpoken, onHop } from './hop-view.js';
import { type Case, inMessage, type JudgeTools } from './judge.js';
import { history, reached } from './reach.js';
import { judgeTransport } from './transport.js';
import { writtenAnew } from './written-anew.js';

/** A message on a hop, and the same message on the hop before or behind it. */
export interface PassedCase {
  readonly on: Case;
  readonly hop: Hop;
  /** Ids of the hops over which the party that answers here hears. */
  readonly heard: ReadonlySet<string>;
  /** The neighbour of this hop where the same message was seen first: for a request the hop before, for a reply the one behind. */
  readonly before?: { readonly exchange: Exchange; readonly findings: readonly Finding[] };
  /** Names of elements that who stands between may write anew. */
  readonly rewrites: readonly string[];
  /** Path of the step whose message comes once more here, under the same reference. */
  readonly again?: string;
}

/** Findings about a request: whether it is what was passed on, and what was said. */
export async function judgeHopRequest(passed: PassedCase): Promise<readonly Finding[]> {
  const { on, hop, heard, before } = passed;
  const said = await judgeSaid(onHop(on, asSpoken, heard, hop.to));
  const same = before ? await judgePassedOn(passed, 'vraag') : [];
  return of(hop, hop.from, [...same, ...alreadySaid([...said, ...(await judgeReference(passed))], before?.findings)]);
}

/** Whether who has to answer heard it; nothing when it did not come whole. */
export function judgeHopDelivery({ on, hop, heard }: PassedCase): readonly Finding[] {
  if (on.exchange.failure?.at === 'vraag') return [];
  return of(hop, hop.to, inMessage(deliveryOf(onHop(on, asAnswered, heard, hop.to)), on.exchange, 'vraag'));
}

/** Findings about a reply; empty when there is none. */
export async function judgeHopReply(passed: PassedCase): Promise<readonly Finding[]> {
  const { on, hop, heard, before } = passed;
  const said = await judgeReply(onHop(on, asAnswered, heard, hop.to));
  const own = said.filter(({ bericht }) => !bericht?.endsWith('/vraag'));
  const same = before && on.exchange.reply ? await judgePassedOn(passed, 'antwoord') : [];
  return of(hop, hop.to, [...same, ...alreadySaid(own, before?.findings)]);
}

/** It got the message, and nothing was seen on the next hop. */
export function notPassedOn(hop: Hop, verwacht: string): Finding {
  return { ...judged(ARRIVED, false, { verwacht, gevonden: 'niets' }), hop: hop.id, partij: hop.from };
}

/** Somebody stopped us while we waited. */
export function notSeen(hop: Hop, verwacht: string): Finding {
  return { ...undecided(ARRIVED, 'transport', { verwacht, gevonden: 'afgebroken' }), hop: hop.id };
}

/**
 * The same message more than once on a hop where one was due.
 * @param isPassedOn - it came as often on the hop before: then it is told there
 */
export function passedAgain(hop: Hop, times: number, again: Exchange, isPassedOn: boolean): Finding {
  const look = { verwacht: '1', gevonden: String(times), bericht: `${again.id}/vraag` };
  const finding: Finding = { ...judged(ONCE, false, look), hop: hop.id, partij: hop.from };
  return isPassedOn ? followed(finding) : finding;
}

/** Follows from what is told elsewhere: it stays to be seen, and does not count. */
export function followed(finding: Finding): Finding {
  return finding.verdict === 'voldoet' ? finding : { ...finding, ernst: 'aandachtspunt', verplicht: false, gevolg: true };
}

function deliveryOf(on: Case): readonly Finding[] {
  if (!reached(on.exchange)) return judgeTransport({ exchange: on.exchange, ...history(on), profile: on.tools.profile });
  return [judged(DELIVERED, true, { gevonden: `HTTP ${on.exchange.reply?.status}` })];
}

/** A reference stands for one message: nothing else that came over this hop has it. */
async function judgeReference({ on, hop, again }: PassedCase): Promise<readonly Finding[]> {
  const { record, exchange, tools } = on;
  const own = await identityOf(exchange, tools);
  if (own === undefined) return [];
  const { step, scenario } = exchange.purpose;
  const known = new Set([`${scenario}/${step}`, again]);
  const isOther = ({ purpose }: Exchange) => !known.has(`${purpose.scenario}/${purpose.step}`);
  const earlier = record.exchanges.filter((each) => each.hop === hop.id && each.id < exchange.id && isOther(each));
  const same = await Promise.all(earlier.map(async (each) => ((await identityOf(each, tools)) === own ? [each.id] : [])));
  const [first] = same.flat();
  const finding = judged(OWN_REFERENCE, first === undefined, first === undefined ? {} : { gevonden: `ook in ${first}` });
  return inMessage([finding], exchange, 'vraag');
}

/** Sender and reference: what names a message. */
async function identityOf({ request }: Exchange, { reader, family }: JudgeTools): Promise<string | undefined> {
  const root = (await reader.open(request)).root;
  const facts = root && family.read(root);
  return facts?.referentienummer === undefined ? undefined : JSON.stringify([facts.zender, facts.referentienummer]);
}

/** Whether the message says here what it said on the hop where it was seen first. */
async function judgePassedOn({ on, before, rewrites }: PassedCase, side: 'vraag' | 'antwoord'): Promise<readonly Finding[]> {
  const first = before && (await messageOn(before.exchange, side, on.tools));
  const here = await messageOn(on.exchange, side, on.tools);
  // What cannot be read is told by the judges of the message.
  if (!before || !first || !here) return [];
  const differences = compareWhole(first, here, { namespaces: on.tools.standard.namespaces, without: rewrites });
  const findings = differences.map(({ path, expected, found, line }) =>
    judged(PASSED_ON, false, { pad: path, verwacht: expected, gevonden: found, regelnummer: line }),
  );
  const isSame = digestOf(before.exchange, side) === digestOf(on.exchange, side);
  const omgezet = isSame ? undefined : writtenAnew(first, here, rewrites);
  return inMessage(findings.length > 0 ? findings : [judged(PASSED_ON, true, { omgezet })], on.exchange, side);
}

function digestOf({ request, reply }: Exchange, side: 'vraag' | 'antwoord'): string | undefined {
  return (side === 'vraag' ? request : reply)?.body.digest;
}

async function messageOn({ request, reply }: Exchange, side: 'vraag' | 'antwoord', { reader, family }: JudgeTools) {
  const message = side === 'vraag' ? request : reply;
  const root = message && (await reader.open(message)).root;
  return root && family.read(root).message;
}

/** What was wrong before it came here is no new fault: it is shown, and not counted again. */
function alreadySaid(findings: readonly Finding[], before: readonly Finding[] = []): readonly Finding[] {
  const keyOf = ({ id, pad, gevonden }: Finding) => JSON.stringify([id, pad, gevonden]);
  const known = new Set(before.filter(({ verdict }) => verdict !== 'voldoet').map(keyOf));
  return findings.map((each) => (known.has(keyOf(each)) ? followed(each) : each));
}

function of(hop: Hop, partij: string, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((each) => ({ ...each, hop: hop.id, partij }));
}
